"""`kg changed`: what is otherwise than on an earlier day."""

from __future__ import annotations

from typing import Any

import click

from kg.cli._analysis import analysis_options, day, question, result
from kg.cli._output import print_result


@click.command(name="changed", short_help="Show what changed since a day: events, figures, status, roots.")
@click.option(
    "--since", metavar="DATE", required=True, help="Compare with what was published on or before this day."
)
@analysis_options
def command(since: str, **asked: Any) -> None:
    """Show what changed since a day: new events and figures, revisions, status, credibility and roots.

    \b
    Example:
      kg changed --since 2024-10-13
      kg changed --since 2024-10-13 --as-of 2024-10-18 --topic troop-numbers
    """
    from kg.errors import CallError, Problem

    start = day(since, "since")
    assert start is not None
    end = day(asked["as_of"], "as_of")
    if end is not None and end < start:
        raise CallError(Problem(f"--as-of {end} is before --since {start}", expected="a later day"))
    with question({**asked, "as_of": None}) as q:
        from kg.analysis.changed import changed

        w = q.world
        rows = [
            (d.event, w.things[d.event].name, d.what, d.before, d.after, d.claims, d.rule)
            for d in changed(w, start, end, q.among)
        ]
    columns = "event str, name str, what str, before str?, after str?, claims list<str>, rule str"
    print_result(
        result(
            f"What changed since {start}?", columns, rows, table="name, what, before, after, claims, rule"
        ),
        asked["out"],
    )
