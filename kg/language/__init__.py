"""Reading texts in natural languages, and the words of answers; what a language needs is data."""

ENGLISH = "en"
"""The language of the facts, and of what another language has no words for."""
