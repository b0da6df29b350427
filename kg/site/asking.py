"""Asking a store every question of the site; the answers wait outside of memory until they are shown."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple, cast

from kg.analysis.world import World
from kg.errors import CallError, KgError, StoreError
from kg.model.rows import Graph
from kg.questions import library
from kg.questions.allowed import allowed
from kg.questions.header import Question
from kg.questions.result import Result
from kg.questions.run import run_and_graph
from kg.site.spool import Spool
from kg.store import Element, Store
from kg.system.memory import give_back


class Asked(NamedTuple):
    """What came of asking a question.

    Attributes:
        parameters: the values it was asked with.
        result: the rows; None when it could not be asked.
        elements: the nodes and edges that they rest on.
        reason: why it could not be asked.
    """

    parameters: Mapping[str, object]
    result: Result | None
    elements: Sequence[Element]
    reason: str = ""


class Answers:
    """The answers to the questions in Cypher, packed in a temporary file."""

    def __init__(self, kept: Spool) -> None:
        """Know where they are kept."""
        self._kept = kept

    def __contains__(self, question: str) -> bool:
        """Return whether a question was asked, by its name."""
        return question in self._kept

    def __getitem__(self, question: str) -> Asked:
        """Return what came of a question, by its name."""
        return cast("Asked", pickle.loads(self._kept[question]))


@contextmanager
def answers_of(store: Store, as_of: date | None) -> Iterator[Answers]:
    """Ask a store all questions in Cypher, one after the other, and yield the answers.

    What an engine takes for one question is given back before the next.

    Args:
        store: holds exactly the facts of the site.
        as_of: the day of the site.

    Raises:
        ExportError: there is no place for the answers.
    """
    with Spool() as kept:
        for question in library.every():
            if question.in_cypher:
                kept[question.name] = pickle.dumps(ask(question, store, as_of))
                give_back()
        yield Answers(kept)


def ask(
    question: Question,
    store: Store,
    as_of: date | None,
    world: World | None = None,
    graph: Graph | None = None,
) -> Asked:
    """Ask a question with its defaults, else with its example, else with the first values of the graph.

    Args:
        question: what is asked.
        store: whom to ask.
        as_of: the day of the site; None for all that is known.
        world: what the store holds, as the analyses see it, when it was read already.
        graph: the same as rows.
    """
    reason = ""
    for values in _ways(question, store, as_of):
        try:
            result, elements = run_and_graph(question, store, values, world, graph)
        except (CallError, StoreError) as error:  # a store has no time for every question about very much
            reason = reason or str(error)
            continue
        return Asked(values, result, elements)
    return Asked({}, None, (), reason)


def _ways(question: Question, store: Store, as_of: date | None) -> Iterator[dict[str, object]]:
    """Yield the sets of values to try, each with the day of the site where the question takes one."""
    day = {"as_of": as_of} if as_of and question.parameter("as_of") else {}
    yield {**question.needed, **day}
    yield {**question.needed, **{n: v for n, v in question.example if isinstance(v, str)}, **day}
    first: dict[str, object] = {}
    for parameter in question.parameters:
        if parameter.type.label and (parameter.required or parameter.default is not None):
            try:
                choices = allowed(parameter, store, limit=1)
            except KgError:
                choices = []
            if choices:
                first[parameter.name] = choices[0].value
        elif parameter.required:
            first[parameter.name] = dict(question.example).get(parameter.name)
    yield {**first, **day}
