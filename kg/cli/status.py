"""`kg status`: how things stand with each event."""

from __future__ import annotations

from typing import Any

import click

from kg.cli._analysis import analysis_options, question, result, told_by
from kg.cli._output import print_result


@click.command(
    name="status", short_help="Say how each event stands: supported, denied, disputed, unconfirmed, unknown."
)
@click.option(
    "--history", "by_day", is_flag=True, help="A row for each publication day on which the status changed."
)
@analysis_options
def command(by_day: bool, **asked: Any) -> None:
    """Say how each event stands, with an Admiralty credibility that is computed from roots and denials.

    Credibility runs from 1 (confirmed) to 5 (improbable); it is empty when it cannot be judged.

    \b
    Example:
      kg status --topic troop-numbers
      kg status --event kp-troops-dispatch-2024 --history
    """
    with question(asked) as q:
        from kg.analysis.asof import publication_days
        from kg.analysis.status import history, status

        w = q.world
        last = max(publication_days(w), default=None)
        found = history(w, q.among) if by_day else [(last, row) for row in status(w, q.among)]
        rows = [
            (
                s.event,
                w.things[s.event].name,
                day,
                s.status,
                s.credibility,
                s.roots.least,
                s.roots.most,
                *(
                    sorted({told_by(w, c) for c in claims})
                    for claims in (s.asserted, s.denied, s.questioned, s.expected)
                ),
                s.rule,
            )
            for day, s in found
        ]
    columns = (
        "event str, name str, day date?, status str, credibility int?, min int, max int, asserted_by"
        " list<str>, denied_by list<str>, questioned_by list<str>, expected_by list<str>, rule str"
    )
    shown = f"name, {'day, ' if by_day else ''}status, credibility, min, max, denied_by, questioned_by, rule"
    print_result(result("How does each event stand?", columns, rows, table=shown), asked["out"])
