"""The version of this program, apart from all else, so that any module may ask for it."""

__version__ = "0.1.0"
