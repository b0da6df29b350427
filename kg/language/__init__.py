"""Reading text in natural languages, and the words in which answers are given; words per language are data."""

ENGLISH = "en"
"""The language of the facts, and of what another language has no words for."""
