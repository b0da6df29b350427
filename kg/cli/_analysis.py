"""What the analyses share: options for day, topic, event and actor, and reading the world that they ask about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from kg.cli._common import ready_store, seeds_option, store_option
from kg.cli._output import output_options

if TYPE_CHECKING:
    from datetime import date

    from kg.analysis.world import World
    from kg.questions.result import Result

LEVEL = click.Choice(["person", "organization", "state"])


@dataclass(frozen=True)
class Question:
    """What is asked: the world as known on the day, and the claims that it is about.

    Attributes:
        world: cut to the day of knowledge.
        whole: all that is known.
        among: the claims asked about, None for all.
        as_of: the day of knowledge, None for today.
        narrow: a topic, event or actor was given.
    """

    world: World
    whole: World
    among: frozenset[str] | None
    as_of: date | None

    @property
    def narrow(self) -> bool:
        """Whether only some claims are asked about."""
        return self.among is not None


def analysis_options[Command: Callable[..., Any]](command: Command) -> Command:
    """Add the options that every analysis takes.

    The command gets them as `asked`, how to print as `asked["out"]`.
    """
    for add in (
        store_option,
        seeds_option,
        output_options(),
        click.option("--actor", metavar="ACTOR", help="Only what this actor, or who belongs to it, said."),
        click.option("--event", metavar="EVENT", help="Only this event and its parts."),
        click.option("--topic", metavar="TOPIC", help="Only claims read under this topic."),
        click.option(
            "--recorded-by",
            metavar="DATE",
            help="Only documents that had entered this graph by this day.  [default: none]",
        ),
        click.option(
            "--as-of", metavar="DATE", help="Only what was published on or before this day.  [default: none]"
        ),
    ):
        command = add(command)
    return command


def day(text: str | None, name: str) -> date | None:
    """Read a day from the command line.

    Raises:
        CallError: it is none.
    """
    if text is None:
        return None
    from kg.questions.types import parse_type

    read: date = parse_type("date").read(text, name)
    return read


@contextmanager
def question(asked: dict[str, Any]) -> Iterator[Question]:
    """Read the world that the options ask about.

    Raises:
        CallError: a day, topic, event or actor is unknown.
    """
    from kg.analysis.asof import cut
    from kg.analysis.reading import read_world
    from kg.analysis.select import select

    as_of, recorded_by = day(asked["as_of"], "as_of"), day(asked["recorded_by"], "recorded_by")
    opened = ready_store(asked["store"], asked["seeds"])
    try:
        whole = read_world(opened)
    finally:
        opened.close()
    select(whole, topic=asked["topic"], event=asked["event"], actor=asked["actor"])
    world = cut(whole, as_of, recorded_by)
    yield Question(
        world, whole, select(world, topic=asked["topic"], event=asked["event"], actor=asked["actor"]), as_of
    )


def result(
    title: str, columns: str, rows: Iterable[tuple[Any, ...]], *, table: str = "", note: str = ""
) -> Result:
    """Return a result.

    Args:
        title: the question in words.
        columns: names and types as in `:returns` of a preset.
        rows: values in their order; tuples become lists.
        table: names of the columns that a terminal shows; all when empty.
        note: a remark to show below a table.
    """
    from kg.questions.result import Column, Result

    named = tuple(Column(*part.split()) for part in columns.split(","))
    plain = [tuple(list(v) if isinstance(v, (tuple, frozenset)) else v for v in row) for row in rows]
    return Result(
        title, named, plain, {}, tuple(part.strip() for part in table.split(",")) if table else (), note
    )


def told_by(world: World, claim: str, document: str | None = None) -> str:
    """Return who tells a claim, and in which document; an unnamed speaker by the claim."""
    speaker = world.claims[claim].speaker
    name = world.name(speaker) if speaker is not None else f"? ({claim})"
    return f"{name} [{document}]" if document else name
