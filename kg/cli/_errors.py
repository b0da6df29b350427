"""Errors on standard error, one line each."""

from __future__ import annotations

import os
import re

import click

from kg.errors import Problem


def uncoloured() -> bool | None:
    """Return False where nothing is to be coloured, and None where the terminal decides."""
    return False if os.environ.get("NO_COLOR") else None


def say_error(problem: Problem) -> None:
    """Print an error on one line; words of endless length are cut."""
    line = re.sub(r"\S{300,}", lambda m: f"{m[0][:80]}...", str(problem))[:4000]
    if not line.isascii():
        from kg.language.directions import quoted_apart

        line = quoted_apart(line)
    click.echo(f"{click.style('error:', fg='red')} {line}", err=True, color=uncoloured())
