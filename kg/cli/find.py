"""`kg find`: ids by name."""

from __future__ import annotations

import click

from kg.cli._common import narrowing_options, ready_store, seeds_option, store_option, text
from kg.cli._output import Output, output_options, print_result
from kg.errors import CallError, KgError, Problem, nearest
from kg.model.sharing import Only
from kg.questions.result import Column, Result

COLUMNS = ("id", "kind", "name", "matched", "score", "why")


@click.command(name="find", short_help="Find the id of an actor, weapon, event or place by name.")
@click.argument("name", type=text)
@click.option(
    "--kind",
    type=text,
    metavar="LABEL",
    help="Only things of this kind, such as Actor, WeaponType or Shipment.  [default: all]",
)
@output_options()
@narrowing_options
@seeds_option
@store_option
def command(
    name: str,
    kind: str | None,
    out: Output,
    only: Only,
    seeds: str | None,
    store: str | None,
) -> None:
    """Find ids by name: over all names and spellings, in other scripts and cases, with typos and titles.

    A code of a register or maker (IMO number, tail number, LEI, serial number, marking) finds what has
    exactly this one, with or without the name of the register.

    One row per thing, the best first: its id (as every command takes it), its kind and name, the spelling
    that came closest, a score of 70 to 100, and why. When nothing comes near, the exit code is 1 and standard
    error says so.

    \b
    Example:
      kg find Selenskyj
      kg find Pjoengjang
      kg find Путин --format json
      kg find "President Putin"
      kg find "IMO 9240914"
      kg find missile --kind WeaponType --limit 5
    """
    from kg.language.name_search import near, search
    from kg.questions.names import names_of

    opened = ready_store(store, seeds, only=only)
    try:
        names = names_of(opened)
        where = opened.name
    finally:
        opened.close()
    if kind is not None:
        kinds = sorted({label for one in names for label in one.labels})
        kind = next((label for label in kinds if label.lower() == kind.lower()), None) or _unknown(
            kind, kinds
        )
    hits = search(name[:200], names, kind=kind)
    if not hits:
        meant = near(name[:200], names, kind=kind)
        raise KgError(
            Problem(
                f"nothing in {where} is called '{name[:80]}'",
                nearest=meant.matched if meant else None,
                todo="try a part of the name",
            )
        )
    columns = tuple(Column(column, "int" if column == "score" else "str") for column in COLUMNS)
    print_result(Result(f"What is called '{name[:80]}'?", columns, [tuple(hit) for hit in hits]), out)


def _unknown(kind: str, kinds: list[str]) -> str:
    raise CallError(
        Problem(
            f"there is no kind '{kind[:80]}'",
            expected=f"one of {', '.join(kinds)}",
            nearest=nearest(kind, kinds),
        )
    )
