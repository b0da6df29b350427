"""`kg echoes`: reports that look like many and are one."""

from __future__ import annotations

from typing import Any

import click

from kg.cli._analysis import analysis_options, question, result, told_by
from kg.cli._output import print_result


@click.command(name="echoes", short_help="Find reports that share their only root, and relay loops.")
@analysis_options
def command(**asked: Any) -> None:
    """Find reports that share their only root, relay loops, and relays dated before what they relay.

    \b
    Example:
      kg echoes
      kg echoes --topic troop-numbers --as-of 2024-10-13
    """
    with question(asked) as q:
        from kg.analysis.echoes import echoes

        w = q.world
        rows = [
            (
                f.kind,
                None if f.root is None else told_by(w, f.root),
                len(f.reports),
                [told_by(w, c, d) for c, d in f.reports] or [told_by(w, c) for c in f.claims],
                f.root,
                f.claims,
                sorted({d for _, d in f.reports}),
                f.rule,
            )
            for f in echoes(w, q.among)
        ]
    columns = (
        "kind str, root_speaker str?, reports int, told_by list<str>, root str?, claims list<str>, documents"
        " list<str>, rule str"
    )
    print_result(
        result(
            "Which reports go back to one root?",
            columns,
            rows,
            table="kind, root_speaker, reports, told_by, root, rule",
        ),
        asked["out"],
    )
