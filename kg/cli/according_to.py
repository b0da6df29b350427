"""`kg according-to`: one actor's world."""

from __future__ import annotations

from typing import Any

import click

from kg.cli._analysis import analysis_options, question, result
from kg.cli._output import print_result


@click.command(name="according-to", short_help="Show the world as one actor tells it.")
@click.argument("speaker", metavar="ACTOR")
@click.option("--members", is_flag=True, help="Also what those say who belong to the actor.")
@analysis_options
def command(speaker: str, members: bool, **asked: Any) -> None:
    """Show what an actor says is so, is not so, is expected or is open.

    \b
    Example:
      kg according-to zelensky
      kg according-to ru --members --as-of 2024-10-18
    """
    with question(asked) as q:
        from kg.analysis.perspective import according_to
        from kg.analysis.select import known
        from kg.analysis.status import status

        known(speaker, q.whole.actors, "ACTOR", "Actor")
        w = q.world
        others = {row.event: row.status for row in status(w)}
        rows = [
            (
                b.about,
                w.things[b.about].name,
                b.view,
                others.get(b.about, "unknown"),
                b.figures,
                [w.name(a) for a in b.had_from],
                b.last_said,
                b.claims,
                b.rule,
            )
            for b in according_to(w, speaker, members=members, among=q.among)
        ]
    columns = (
        "about str, name str, view str, status str, figures list<str>, had_from list<str>, last_said date?,"
        " claims list<str>, rule str"
    )
    title = f"The world according to {q.whole.name(speaker)}"
    print_result(
        result(title, columns, rows, table="name, view, status, figures, had_from, last_said, rule"),
        asked["out"],
    )
