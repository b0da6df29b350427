"""The command line: one file per command, imported when it is asked for."""

from kg.cli._group import main

__all__ = ["main"]
