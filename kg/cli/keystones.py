"""`kg keystones`: on whom and on what everything hangs."""

from __future__ import annotations

from typing import Any

import click

from kg.cli._analysis import LEVEL, analysis_options, question, result
from kg.cli._output import print_result


@click.command(name="keystones", short_help="Rank actors and documents by what would fall without them.")
@click.option(
    "--level",
    type=LEVEL,
    default="organization",
    show_default=True,
    help="Speakers that belong together up to this level count once.",
)
@analysis_options
def command(level: Any, **asked: Any) -> None:
    """Rank actors and documents by how many events would fall to none, to one root, or lose a root without them.

    \b
    Example:
      kg keystones --topic troop-numbers
      kg keystones --as-of 2024-10-13
    """
    with question(asked) as q:
        from kg.analysis.without import keystones

        rows = [
            (
                k.id,
                q.world.name(k.id),
                k.kind,
                len(k.none),
                len(k.one),
                len(k.fewer),
                k.claims,
                k.none,
                k.one,
                k.fewer,
                _rule(k),
            )
            for k in keystones(q.world, level=level, among=q.among)
        ]
    columns = (
        "id str, name str, kind str, to_none int, to_one int, fewer int, claims int, falls_to_none list<str>,"
        " falls_to_one list<str>, loses_a_root list<str>, rule str"
    )
    print_result(
        result(
            "What does everything hang on?",
            columns,
            rows,
            table="id, kind, to_none, to_one, fewer, claims, rule",
        ),
        asked["out"],
    )


def _rule(keystone: Any) -> str:
    what = "its citations" if keystone.kind == "document" else "its claims, and what only they pass on"
    return f"without {what}: {keystone.claims} claims fall"
