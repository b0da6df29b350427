"""`kg presets`: the questions, by topic or by words."""

from __future__ import annotations

import click

from kg.cli._common import text
from kg.cli._output import Output, output_options, print_result
from kg.errors import KgError, Problem
from kg.questions.result import Column, Result


@click.command(name="presets", short_help="List the questions that can be asked.")
@click.option(
    "--search",
    type=text,
    metavar="WORDS",
    help="Only those that fit these words, the best first, with a score of 0 to 100 and why.",
)
@output_options()
def command(search: str | None, out: Output) -> None:
    """List the questions that can be asked, by topic, with their parameters.

    With --search the words may be of any language that kg reads, and mistyped; when nothing fits the exit
    code is 1.

    \b
    Example:
      kg presets
      kg presets --search "denied or doubted"
      kg presets --search Quelle --columns name,score,why
    """
    from kg.questions import library

    columns = tuple(Column(name, "str") for name in ("topic", "name", "question", "parameters"))
    if search is None:
        rows = [(p.topic, p.name, p.title, " ".join(x.option for x in p.parameters)) for p in library.every()]
        print_result(Result("Questions for 'kg ask'", columns, rows), out)
        return
    from kg.questions.words.questions import understand

    rated = understand(search, library.every())
    if not rated:
        raise KgError(Problem(f"no question fits '{search[:80]}'", todo="'kg presets' lists them all"))
    rated_rows = [
        (
            u.preset.topic,
            u.preset.name,
            u.preset.title,
            " ".join(x.option for x in u.preset.parameters),
            round(100 * u.score),
            list(u.why),
        )
        for u in rated
    ]
    more = (Column("score", "int"), Column("why", "list<str>"))
    print_result(
        Result(
            f"Questions that fit '{search[:80]}'",
            (*columns, *more),
            rated_rows,
            table=("name", "question", "score", "why"),
        ),
        out,
    )
