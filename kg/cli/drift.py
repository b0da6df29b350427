"""`kg drift`: what changes on the way from mouth to print."""

from __future__ import annotations

from typing import Any

import click

from kg.cli._analysis import analysis_options, question, result, told_by
from kg.cli._output import print_result


@click.command(
    name="drift", short_help="Show what changes from telling to telling: number, wording, date, certainty."
)
@click.option(
    "--direction",
    type=click.Choice(["hardened", "softened", "shifted"]),
    help="Only changes of this direction.",
)
@analysis_options
def command(direction: str | None, **asked: Any) -> None:
    """Show where two printings of one speech act differ, or a relay and what it relays.

    Hardened is narrower or firmer, softened the other way round, shifted neither.

    \b
    Example:
      kg drift --topic troop-numbers
      kg drift --direction hardened
    """
    with question(asked) as q:
        from kg.analysis.drift import drift

        w = q.world
        rows = [
            (
                c.facet,
                c.direction,
                c.before,
                c.after,
                told_by(w, c.source),
                told_by(w, c.told, c.document),
                c.document,
                c.paragraph,
                c.note,
                c.source,
                c.told,
                c.rule,
            )
            for c in drift(w, q.among)
            if direction in (None, c.direction)
        ]
    columns = (
        "facet str, direction str, before str, after str, source_speaker str, told_by str, document str?,"
        " paragraph int?, note str?, source str, told str, rule str"
    )
    shown = "facet, direction, before, after, source_speaker, told_by, rule"
    print_result(result("What changes from telling to telling?", columns, rows, table=shown), asked["out"])
