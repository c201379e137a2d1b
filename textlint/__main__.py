"""`python -m textlint`."""

from __future__ import annotations

import sys

from textlint.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
