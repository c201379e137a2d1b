"""Checks of the quotation rules: who said it, and where does it end."""
