"""Spacing: spaces where none belong, none where one belongs, and words that a line break cut in two."""
