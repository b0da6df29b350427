"""Reading text in natural languages: numbers, days, sentences, names; words per language are data."""
