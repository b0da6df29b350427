"""`kg cypher`: a question in free Cypher."""

from __future__ import annotations

from typing import Any

import click

from kg.cli._common import narrowing_options, ready_store, seeds_option, store_option, text
from kg.cli._output import Output, output_options, print_result
from kg.errors import CallError, Problem, StatementError
from kg.language.decoding import decoded
from kg.model.sharing import Only
from kg.system import reading

MOST = 1_000
"""Rows that are printed unless more are asked for."""


@click.command(name="cypher", short_help="Run one reading Cypher statement.")
@click.argument("statement", required=False, type=text)
@click.option(
    "--file",
    "file",
    type=text,
    metavar="FILE",
    help="Read the statement from this file; - for standard input.",
)
@click.option(
    "--param",
    "pairs",
    multiple=True,
    type=text,
    metavar="NAME=VALUE",
    help='Value of $NAME: what it says if it is JSON (5, true, null, ["a"]), else text. May be repeated.',
)
@click.option(
    "--params",
    "object_",
    type=text,
    metavar="FILE",
    help="Read values from a file with a JSON object; - for standard input.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.001, max=86_400),
    default=30.0,
    metavar="SECONDS",
    help="The longest it may run; the embedded engine always ends after 30.  [default: 30]",
)
@click.option("--explain", is_flag=True, help="Print how the engine would run it, and do not run it.")
@output_options()
@narrowing_options
@seeds_option
@store_option
def command(
    statement: str | None,
    file: str | None,
    pairs: tuple[str, ...],
    object_: str | None,
    timeout: float,
    explain: bool,
    out: Output,
    only: Only,
    seeds: str | None,
    store: str | None,
) -> None:
    """Run one reading Cypher statement and print its rows.

    Values belong into parameters, never into the statement: whatever they hold, they stay values. The engine
    refuses to write; LOAD CSV and procedures with effects are refused by the plan. STATEMENT is - to read it
    from standard input. Nodes, edges and paths are objects in JSON.

    \b
    Example:
      kg cypher 'MATCH (c:Claim) RETURN c.stance AS stance, count(*) AS claims'
      kg cypher 'MATCH (c:Claim {id: $id}) RETURN c' --param id=isw-troops-arrived-2024-10-12
      kg cypher 'MATCH (a:State)-[r]->(s:Shipment) RETURN a, r, s' --format json
    """
    from kg.questions.free_cypher import hints
    from kg.questions.free_cypher import run as free
    from kg.questions.free_cypher.run import run
    from kg.store.values import Limits

    asked = free.only(_statement(statement, file, object_))
    given = _parameters(pairs, object_)
    opened = ready_store(store, seeds, only=only)
    try:
        if explain:
            click.echo(opened.plan(asked, given))
            return
        limits = Limits(rows=MOST if out.limit is None else out.limit, seconds=timeout)
        result = run(opened, asked, given, limits, more="--limit 0 gives all")
    except StatementError as error:
        for line in hints.excerpt(asked, error.line, error.column):
            click.echo(f"  {_seen(line)}", err=True)
        raise
    finally:
        opened.close()
    print_result(result, out._replace(limit=None))


for _option in command.params:
    if isinstance(_option, click.Option) and _option.name == "limit":
        _option.help = "Stop after N rows and say so; 0 for all.  [default: 1000]"


def _statement(given: str | None, file: str | None, values: str | None) -> str:
    """Return the statement from the one place that was named.

    Raises:
        CallError: none or two were named, or the file cannot be read.
    """
    from kg.store import statements

    if (given is None) == (file is None):
        what = "there is no statement" if given is None else "there is a statement and a file with one"
        raise CallError(
            Problem(
                what,
                expected="one of STATEMENT and --file FILE",
                todo=f"for example: kg cypher '{statements.EXAMPLE}'",
            )
        )
    place = "-" if given == "-" else file
    if place == "-" and values == "-":
        raise CallError(
            Problem(
                "statement and values cannot both come from standard input", expected="a file for one of them"
            )
        )
    return _read(place) if place is not None else str(given)


def _parameters(pairs: tuple[str, ...], file: str | None) -> dict[str, Any]:
    from kg.questions.free_cypher.parameters import read, read_object

    parameters = read_object(_read(file), f"'{file}'") if file is not None else {}
    for pair in pairs:
        name, value = read(pair)
        parameters[name] = value
    return parameters


def _read(place: str) -> str:
    """Return the text of a file or pipe, or of standard input for `-`.

    Raises:
        CallError: it cannot be read, or is not UTF-8.
    """
    try:
        with reading.stream(place) as given:
            return decoded(reading.bounded(given, place, reading.TEXT))
    except (OSError, ValueError) as error:
        reason = (
            "it is not UTF-8"
            if isinstance(error, UnicodeDecodeError)
            else getattr(error, "strerror", None) or str(error)
        )
        raise CallError(
            Problem(
                f"cannot read {'standard input' if place == '-' else place[:200]}: {reason}",
                todo="name another file",
            )
        ) from None


def _seen(line: str) -> str:
    from kg.formats.text import visible

    return visible(line)
