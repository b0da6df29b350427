"""`kg without`: what would be left without an actor or a document."""

from __future__ import annotations

from typing import Any

import click

from kg.cli._analysis import LEVEL, analysis_options, question, result
from kg.cli._output import print_result


@click.command(name="without", short_help="Leave out an actor or a document: which events lose their roots?")
@click.argument("gone", metavar="ACTOR|DOCUMENT")
@click.option(
    "--level",
    type=LEVEL,
    default="organization",
    show_default=True,
    help="Speakers that belong together up to this level count once.",
)
@analysis_options
def command(gone: str, level: Any, **asked: Any) -> None:
    """Show which events fall to none, fall to one root or lose a root when an actor or document is left out.

    \b
    Example:
      kg without wapo-source-ua-mil-int
      kg without newspaper-2024-10-18 --topic troop-numbers
    """
    with question(asked) as q:
        from kg.analysis.select import known
        from kg.analysis.without import without

        known(gone, [*q.whole.actors, *q.whole.documents], "ACTOR|DOCUMENT", "Actor or Document")
        w = q.world
        rows = [
            (
                r.event,
                w.things[r.event].name,
                r.effect,
                r.before.least,
                r.before.most,
                r.after.least,
                r.after.most,
                [w.name(a) for a in (*r.after.named, *r.after.described)],
                r.fallen,
                r.rule,
            )
            for r in without(w, gone, level=level, among=q.among)
        ]
    columns = (
        "event str, name str, effect str, min_before int, max_before int, min_after int, max_after int, left"
        " list<str>, fallen list<str>, rule str"
    )
    title = f"What would be left without {q.whole.name(gone)}?"
    print_result(result(title, columns, rows, table="name, effect, left, rule"), asked["out"])
