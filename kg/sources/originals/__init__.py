"""The files that people have, and the text with stable places derived from them: one module a format."""
