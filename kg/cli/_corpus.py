"""The corpus of a call: `--corpus` wherever it stands, and a note where nothing says which one is meant."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import click

from kg.corpus import FILE, found, given

OPTION = "--corpus"
ADDING = ("add", "import")
"""Commands that refuse to add to the corpus of the program, so that there is nothing to note."""


def option[Command: Callable[..., Any]](command: Command) -> Command:
    """Add `--corpus`, of which the command hears nothing: `named` has taken it."""
    words = f"Folder with {FILE}.  [default: KG_CORPUS, else the nearest upwards, else what comes with kg]"
    return click.option(OPTION, metavar="DIR", expose_value=False, help=words)(command)


def named(words: Sequence[str]) -> AbstractContextManager[None]:
    """Have the corpus open that the words of a call name; questions and help are already as it has them.

    Example:
        >>> with named(["ask", "index", "--corpus=mine"]):
        ...     found()
        Traceback (most recent call last):
        kg.errors.CallError: there is no folder mine; expected the folder of a corpus, which holds kg.toml; \
name it with --corpus DIR or KG_CORPUS, or make it with 'kg init DIR'
    """
    folder = ""
    for word, after in zip(words, (*words[1:], ""), strict=False):
        if word == "--":
            break
        if word == OPTION:
            folder = after
        elif word.startswith(f"{OPTION}="):
            folder = word.removeprefix(f"{OPTION}=")
    return given(folder) if folder else nullcontext()


def told(context: click.Context, option: click.Parameter, seeds: str | None) -> str | None:
    """Return the folder of the facts as given; say whose facts they are when nothing says that."""
    asks_store = "store" in {parameter.name for parameter in context.command.params}
    store = context.params.get("store") or os.environ.get("NEO4J_URI") if asks_store else None
    if not (store or context.obj or context.resilient_parsing or context.command.name in ADDING):
        say_whose(seeds)
    return seeds


def say_whose(seeds: str | None) -> None:
    """Say on standard error that the corpus is the one that comes with kg, if nothing names another."""
    if not seeds and not os.environ.get("KG_SEEDS") and found() is None:
        start = "'kg init DIR' starts your own"
        click.echo(
            f"note: no {FILE} here or above, so this is the corpus that comes with kg; {start}", err=True
        )
