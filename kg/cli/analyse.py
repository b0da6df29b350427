"""`kg analyse`: the questions that tables answer, too, here or on a cluster."""

from __future__ import annotations

import click

from kg.cli._group import Suggesting
from kg.questions.engines import IN_SQL


class Analyses(Suggesting):
    """The questions that SQL answers, by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return their names."""
        return list(IN_SQL)

    def instead(self, name: str) -> str:
        """Return what to do about a question that only Python answers."""
        from kg.questions import library

        return f"only Python answers that: kg ask {name}" if name in library.files() else ""

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Make the command of one of them."""
        if name not in IN_SQL:
            return None
        from kg.cli.ask import question_command
        from kg.questions import library

        return question_command(library.question(name), f"kg analyse {name}")


@click.command(
    cls=Analyses, name="analyse", short_help="Answer a question about all of a large graph in SQL."
)
def command() -> None:
    """Answer a question about all of a large graph in SQL.

    The rows are those of 'kg ask'. --engine says who works them out: DuckDB on this machine, or a cluster of
    Spark that can read the tables of 'kg export parquet'. A run that was cut off can be repeated: nothing
    changes.
    For a cluster write '--engine spark --master spark://HOST:7077 --parquet DIR'.

    \b
    Example:
      kg analyse echoes --engine duckdb
      kg analyse status --engine duckdb --as-of 2024-10-18
      kg analyse keystones --engine duckdb --topic troop-numbers
    """
