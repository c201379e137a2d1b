"""Suppressions: findings that the user has looked at and accepts, in comments or in the configuration."""

from textlint.suppress.suppressor import UNUSED, Suppressor

__all__ = ["UNUSED", "Suppressor"]
