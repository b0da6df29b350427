"""`kg contradictions`: which figures contradict each other, and which only sound as if they did."""

from __future__ import annotations

from typing import Any

import click

from kg.cli._analysis import analysis_options, question, result, told_by
from kg.cli._output import print_result

WORDS = ("contradicts", "refines", "same", "compatible", "incomparable", "dispute")


@click.command(
    name="contradictions",
    short_help="Judge figures in pairs: contradicts, refines, same, compatible, incomparable.",
)
@click.option(
    "--verdict",
    "wanted",
    type=click.Choice(WORDS),
    multiple=True,
    help="Only pairs with this verdict; may be repeated.",
)
@analysis_options
def command(wanted: tuple[str, ...], **asked: Any) -> None:
    """Judge figures in pairs, each with the reason; denials against assertions are listed below as disputes.

    Pairs that cannot be compared are listed when a topic, event or actor is given, or on --verdict
    incomparable; with --actor, one of the two figures is the actor's.

    \b
    Example:
      kg contradictions --topic shells
      kg contradictions --verdict compatible --verdict dispute
    """
    with question(asked) as q:
        from kg.analysis.contradictions import contradictions, figure_text
        from kg.analysis.select import select

        w = q.world
        both, one_of = select(w, topic=asked["topic"], event=asked["event"]), select(w, actor=asked["actor"])
        pairs = contradictions(w, both, one_of=one_of, incomparable=q.narrow or "incomparable" in wanted)
        rows = [
            (
                p.verdict,
                told_by(w, p.one),
                figure_text(one.figure),
                told_by(w, p.other),
                figure_text(other.figure),
                p.rule,
                p.one,
                p.other,
                one.about,
                other.about,
            )
            for p in pairs
            if (not wanted or p.verdict in wanted)
            and (one := w.claims[p.one])
            and (other := w.claims[p.other])
        ]
    columns = (
        "verdict str, first_speaker str, first_figure str?, second_speaker str, second_figure str?, rule str,"
        " first str, second str, first_about str, second_about str"
    )
    shown = "verdict, first_speaker, first_figure, second_speaker, second_figure, rule"
    print_result(result("Which figures contradict each other?", columns, rows, table=shown), asked["out"])
