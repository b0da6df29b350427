"""`kg roots`: how many independent speakers stand behind what is claimed."""

from __future__ import annotations

from typing import Any

import click

from kg.cli._analysis import LEVEL, analysis_options, question, result, told_by
from kg.cli._output import print_result


@click.command(name="roots", short_help="Count independent roots behind events or claims.")
@click.option(
    "--per",
    type=click.Choice(["event", "claim", "topic"]),
    default="event",
    show_default=True,
    help="What a row is about.",
)
@click.option(
    "--level",
    type=LEVEL,
    default="person",
    show_default=True,
    help="Speakers that belong together up to this level count once.",
)
@analysis_options
def command(per: Any, level: Any, **asked: Any) -> None:
    """Count mentions, reports and independent roots, the roots between min and max.

    A root is a claim that relays nothing, at the end of a chain. Named speakers count in both bounds, a
    described source in min under its organization, an unknown speaker only in max.

    \b
    Example:
      kg roots --topic troop-numbers
      kg roots --per claim --event kp-troops-training-ru-2024 --as-of 2024-10-13
    """
    with question(asked) as q:
        from kg.analysis.roots import roots

        w = q.world
        rows = [
            (
                s.subject,
                (
                    told_by(w, s.subject)
                    if per == "claim"
                    else w.things[s.subject].name
                    if s.subject in w.things
                    else s.subject
                ),
                s.mentions,
                len(s.reports),
                s.roots.least,
                s.roots.most,
                [*(w.name(a) for a in (*s.roots.named, *s.roots.described)), *(["?"] * len(s.roots.unknown))],
                [told_by(w, c, d) for c, d in s.reports],
                s.roots.named,
                s.roots.described,
                s.roots.unknown,
                s.claims,
                s.roots.rule(level),
            )
            for s in roots(w, per=per, level=level, among=q.among)
        ]
    columns = (
        f"{per} str, {'speaker' if per == 'claim' else 'name'} str, mentions int, reports int, min int, max"
        " int, roots list<str>, told_by list<str>, named list<str>, described list<str>, unknown list<str>,"
        " claims list<str>, rule str"
    )
    shown = f"{'claim' if per == 'claim' else 'name'}, mentions, reports, min, max, roots, told_by, rule"
    print_result(
        result("How many independent roots stand behind it?", columns, rows, table=shown), asked["out"]
    )
