"""Texts that are derived from the files that people have; all of them are made up here."""
