"""`kg timeline`: how figures moved."""

from __future__ import annotations

from typing import Any

import click

from kg.cli._analysis import analysis_options, question, result, told_by
from kg.cli._output import print_result


@click.command(name="timeline", short_help="Show how figures moved, and who revised them up or down.")
@click.option(
    "--revised", is_flag=True, help="Only figures by which a speaker changed an earlier one of its own."
)
@analysis_options
def command(revised: bool, **asked: Any) -> None:
    """Show the figures for each event in the order of publication, how each moves, and who revised an own figure.

    'kg ask timeline' lists every claim about one event, with or without a figure.

    \b
    Example:
      kg timeline --topic troop-numbers
      kg timeline --event kp-troops-ru-2024 --as-of 2024-10-18
    """
    with question(asked) as q:
        from kg.analysis.revisions import timeline

        w = q.world
        rows = [
            (
                s.event,
                w.things[s.event].name,
                s.kind,
                s.published,
                w.claims[s.claim].said[1],
                told_by(w, s.claim),
                _words(w, s.claim),
                s.move,
                s.revision,
                s.first_mention,
                s.last_mention,
                s.claim,
                s.rule,
            )
            for s in timeline(w, q.among)
            if not revised or s.revision not in (None, "same")
        ]
    columns = (
        "event str, name str, kind str, published date, said date?, speaker str, figure str, move str,"
        " revision str?, first_mention date, last_mention date, claim str, rule str"
    )
    shown = "name, kind, published, speaker, figure, move, revision, rule"
    print_result(result("How did the figures move?", columns, rows, table=shown), asked["out"])


def _words(world: Any, claim: str) -> str:
    words: str = world.claims[claim].figure.words
    return words
