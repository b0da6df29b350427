"""What a question in Python is answered from, and the shape of its answer.

The world is read once, cut to the day, and narrowed to a topic, event or actor here; the function `answer` of
a file in `kg/questions/analyses` turns the rest into rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.analysis.asof import cut
from kg.analysis.reading import read_world
from kg.analysis.select import select
from kg.analysis.world import World
from kg.questions.result import Column, Result

if TYPE_CHECKING:
    from kg.questions.header import Question
    from kg.store import Store


class Scope(NamedTuple):
    """What is asked about.

    Attributes:
        world: all that was known on the day.
        whole: all that is known.
        among: ids of the claims asked about; None for all.
        parameters: the values of the question, defaults included.
    """

    world: World
    whole: World
    among: frozenset[str] | None
    parameters: Mapping[str, Any]

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
    """

    rows: Iterable[tuple[Any, ...]]
    title: str = ""
    renamed: Mapping[str, str] = {}
    table: tuple[str, ...] = ()


def answer(question: Question, store: Store, parameters: Mapping[str, Any]) -> tuple[Result, Scope]:
    """Answer a question in Python.

    Args:
        question: one that is not in Cypher.
        store: where the world is read.
        parameters: a value for each parameter of the question.

    Returns:
        The answer, and what it was found in.

    Raises:
        CallError: the parameters do not go together.
        StoreError: the store cannot be read.
    """
    whole = read_world(store)
    world = cut(whole, parameters["as_of"], parameters["recorded_by"])
    among = select(world, **{name: parameters[name] for name in ("topic", "event", "actor")})
    module = import_module(f"kg.questions.analyses.{question.name.replace('-', '_')}")
    scope = Scope(world, whole, among, parameters)
    answered: Answer = module.answer(scope)
    columns = (Column(answered.renamed.get(name, name), kind.text) for name, kind in question.returns)
    rows = [tuple(list(v) if isinstance(v, (tuple, frozenset)) else v for v in row) for row in answered.rows]
    title = answered.title or question.title
    return Result(title, tuple(columns), rows, parameters, answered.table or question.table), scope
