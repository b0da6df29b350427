"""Tools of the curator: prove citations, find phrases, show what is covered, propose candidates."""
