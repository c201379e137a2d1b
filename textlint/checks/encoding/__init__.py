"""Encoding: characters that were decoded wrongly, do not belong in text, or were never decoded."""
