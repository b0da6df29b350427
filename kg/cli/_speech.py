"""How the program speaks: width and colour of what it prints, and errors on one line each."""

from __future__ import annotations

import io
import os
import re
import sys
from contextlib import suppress

import click

from kg.errors import Problem
from kg.system.full_disk import refused


def width() -> int:
    """Return how wide help may be.

    This is click's rule, without the import by which click asks for the terminal's size.
    """
    try:
        columns = int(os.environ.get("COLUMNS") or 0) or os.get_terminal_size(1).columns
    except (OSError, ValueError):
        columns = 80
    return max(min(columns, 100) - 2, 50)


def color() -> bool | None:
    """Return False where nothing is to be coloured, and None where the terminal decides."""
    return False if os.environ.get("NO_COLOR") else None


def say(problem: Problem) -> None:
    """Print an error on one line; words of endless length are cut."""
    line = re.sub(r"\S{300,}", lambda m: f"{m[0][:80]}...", str(problem))[:4000]
    if not line.isascii():
        from kg.language.directions import quoted_apart

        line = quoted_apart(line)
    click.echo(f"{click.style('error:', fg='red')} {line}", err=True, color=color())


def in_our_words(error: click.ClickException) -> str:
    """Return what the option parser found wrong as one line with the help to look at."""
    said = error.format_message().rstrip(".")
    said = said[:1].lower() + said[1:]
    context = error.ctx if isinstance(error, click.UsageError) else None
    see = f"see '{context.command_path} --help'" if context else ""
    return f"{said}{' ' if said.endswith('?') else '; '}{see}" if see else said


def let_go() -> None:
    """Let go of standard output: what is still to be written is not waited for."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def of_the_system(error: OSError) -> Problem:
    """Return what the operating system refused; a standard output that cannot be written is let go of."""
    if error.filename is not None:
        what = f"cannot use {os.fsdecode(error.filename)}"
        return refused(what, error, "check the path and its rights")
    let_go()
    return refused("cannot write the output", error, "")
