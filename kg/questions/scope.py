"""What a question in Python is answered from, and the shape of its answer.

`kg.questions.from_world` makes the one, and the function `answer` of a file in `kg/questions/analyses`
turns it into the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from kg.analysis.asof import publication_days
from kg.analysis.world import World
from kg.language.title import Title


class Scope(NamedTuple):
    """What is asked about.

    Attributes:
        world: all that was known on the day.
        all_known: all that is known.
        among: ids of the claims asked about; None for all.
        parameters: the values of the question, defaults included.
        properties: returns what the store holds of some nodes beyond what the analyses need, by id.
        published: returns the last day on which something was published, where the world is only a part of
            what is known.
    """

    world: World
    all_known: World
    among: frozenset[str] | None
    parameters: Mapping[str, Any]
    properties: Callable[[Iterable[str]], Mapping[str, Mapping[str, Any]]]
    published: Callable[[], date | None] | None = None

    @property
    def last_day(self) -> date | None:
        """The last day on which something was published; None where nothing was."""
        return self.published() if self.published else max(publication_days(self.world), default=None)

    def told_by(self, claim: str, document: str | None = None) -> str:
        """Return who tells a claim, and in which document; an unnamed speaker by the claim."""
        speaker = self.world.claims[claim].speaker
        name = self.world.name(speaker) if speaker is not None else f"? ({claim})"
        return f"{name} [{document}]" if document else name


class Answer(NamedTuple):
    """Rows in the order of `:returns`; a tuple in a row becomes a list.

    Attributes:
        rows: the values of the columns.
        title: the question in words, where the parameters say more than the header can.
        renamed: what columns are called with these parameters, by their names in the header.
        table: the columns that a terminal shows with these parameters; as the header says when empty.
        note: what the rows leave out, and how to see it.
    """

    rows: Iterable[tuple[Any, ...]]
    title: Title | None = None
    renamed: Mapping[str, str] = {}
    table: tuple[str, ...] = ()
    note: str = ""
