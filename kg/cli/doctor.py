"""`kg doctor`: what works on this machine, and what to do about what does not."""

from __future__ import annotations

import click

from kg.cli._common import seeds_option, store_option
from kg.cli._output import Output, output_options, print_result
from kg.questions.result import Column, Result


@click.command(name="doctor", short_help="Say what works on this machine and what to do about the rest.")
@output_options()
@seeds_option
@store_option
def command(out: Output, seeds: str | None, store: str | None) -> None:
    """Say what works on this machine: Python, engine, facts, store, Neo4j, Java, Docker, browser.

    Each line is ok, missing or a problem, with what to do. Nothing is changed, no check takes longer than a
    few seconds, and passwords are not printed. The exit code is 1 when something is broken that kg needs;
    Neo4j is needed only when NEO4J_URI or --store names it, Java, Maven, Docker and a browser only for what
    says so.

    \b
    Example:
      kg doctor
      kg doctor --format json
    """
    from kg.cli._doctor import checks

    diagnoses = list(checks(seeds, store))
    columns = (
        *(Column(name, "str") for name in ("what", "state", "found", "todo")),
        Column("needed", "bool"),
    )
    rows = [tuple(check) for check in diagnoses]
    broken = [check.what for check in diagnoses if check.needed and check.state != "ok"]
    note = f"Broken: {', '.join(broken)}." if broken else "Everything that is needed works."
    print_result(
        Result("What works here?", columns, rows, table=("what", "state", "found", "todo"), note=note), out
    )
    if broken:
        click.get_current_context().exit(1)
