"""Spelling: non-words, wrong words in context, doubled, run-together and split words."""
