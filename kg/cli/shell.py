"""`kg shell`: statements and questions, one after the other."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli._common import (
    format_option,
    narrowing_options,
    note,
    ready_store,
    seeds_option,
    store_option,
)
from kg.model.sharing import Only


@click.command(name="shell", short_help="Type Cypher and questions, one after the other.")
@format_option()
@narrowing_options
@seeds_option
@store_option
def command(style: str | None, only: Only, seeds: str | None, store: str | None) -> None:
    """Type reading Cypher and preset questions, one after the other.

    A statement ends with a semicolon and may take several lines. Tab completes labels, edges, properties,
    presets and their values; :help lists the commands. Ctrl-C drops what is typed or running, Ctrl-D leaves.
    What was typed is kept in a file that only you can read. From a pipe it carries out what it reads.

    \b
    Example:
      kg shell
      echo ':ask index' | kg shell --format table
    """
    from kg import paths
    from kg.cli._common import style_of
    from kg.shell.known import completer
    from kg.shell.reading import entries_of, lines_of, typed
    from kg.shell.session import Session

    opened = ready_store(store, seeds, only=only)
    try:
        session = Session(
            opened,
            lambda text: click.echo(text, nl=False),
            lambda text: click.echo(text, err=True),
            style_of(style),
        )
        if sys.stdin is not None and sys.stdin.isatty():
            click.echo(f"{opened.name}; :help lists the commands, Ctrl-D leaves")
            entries = typed(
                completer(opened, lambda: session.parameters),
                Path(paths.history()),
                note,
            )
        else:
            entries = entries_of(lines_of(sys.stdin.buffer))
        for entry in entries:
            if not session.enter(entry):
                break
    finally:
        opened.close()
    if session.failed and not sys.stdin.isatty():
        sys.exit(1)
