"""`kg presets`: the questions, by topic."""

from __future__ import annotations

import click

from kg.cli._common import format_option, print_result
from kg.result import Column, Result


@click.command(name="presets", short_help="List the questions that can be asked.")
@format_option
def command(style: str | None) -> None:
    """List the questions that can be asked, by topic, with their parameters.

    \b
    Example:
      kg presets
    """
    from kg.presets import library

    columns = tuple(Column(name, "str") for name in ("topic", "name", "question", "parameters"))
    rows = [(p.topic, p.name, p.title, " ".join(x.option for x in p.parameters)) for p in library.every()]
    print_result(Result("Questions for 'kg ask'", columns, rows), style)
