"""A knowledge graph of who says who armed whom, and what it rests on."""

__version__ = "0.1.0"
