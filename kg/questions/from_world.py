"""Answering a question in Python: what is known is read, cut to the day, and narrowed to what is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from kg.analysis.asof import cut
from kg.analysis.reading import read_world
from kg.analysis.select import select
from kg.questions.engines import at_least
from kg.questions.result import Column, Result, Streamed
from kg.questions.scope import Answer, Scope
from kg.store import statements

if TYPE_CHECKING:
    from kg.analysis.world import World
    from kg.questions.header import Question
    from kg.store import Store

APART = (
    "changed",
    "contradictions",
    "drift",
    "echoes",
    "load-bearing",
    "revisions",
    "roots",
    "single-root",
    "status",
    "why",
)
"""Questions that have the same answer about an event when nothing else is read.

What falls with a document that other events need, too, `keystones` counts in all of the graph.
"""
MANY = 20_000
"""Claims in a store from which on only what concerns an event is read."""


def of_one_event(name: str, parameters: Mapping[str, Any]) -> bool:
    """Return whether a question is about one event, so that nothing else need be read.

    Example:
        >>> of_one_event("status", {"event": "e"}), of_one_event("status", {"event": "e", "topic": "t"})
        (True, False)
    """
    others = (parameters.get(other) for other in ("topic", "actor"))
    return name in APART and parameters.get("event") is not None and not any(others)


def answer(
    question: Question, store: Store, parameters: Mapping[str, Any], world: World | None = None
) -> tuple[Result, Scope]:
    """Answer a question in Python.

    Args:
        question: one that is not in Cypher.
        store: where the world is read.
        parameters: a value for each parameter of the question.
        world: what is read there, when it is at hand.

    Returns:
        The answer, and what it was found in.

    Raises:
        CallError: the parameters do not go together.
        StoreError: the store cannot be read.
    """
    published: Callable[[], date | None] | None = None
    if world is not None:
        all_known = world
    elif of_one_event(question.name, parameters) and at_least(store, MANY):
        from kg.analysis.reading_an_event import last_day, read_event

        all_known = read_event(store, parameters["event"])
        published = partial(last_day, store, parameters["as_of"], parameters["recorded_by"])
    else:
        all_known = read_world(store)
    world = cut(all_known, parameters["as_of"], parameters["recorded_by"])
    among = select(world, **{name: parameters[name] for name in ("topic", "event", "actor")})
    module = import_module(f"kg.questions.analyses.{question.name.replace('-', '_')}")
    scope = Scope(world, all_known, among, parameters, lambda ids: _properties(store, ids), published)
    answered: Answer = module.answer(scope)
    return shaped(question, parameters, answered).whole(), scope


def shaped(question: Question, parameters: Mapping[str, Any], answered: Answer) -> Streamed:
    """Return an answer with the columns that the question declares."""
    columns = (Column(answered.renamed.get(name, name), kind.text) for name, kind in question.returns)
    rows = (tuple(list(v) if isinstance(v, (tuple, frozenset)) else v for v in row) for row in answered.rows)
    title = answered.title or question.title
    shown = answered.table or question.table
    head = Result(
        title, tuple(columns), [], parameters, shown, answered.note, question.name, cut=bool(answered.note)
    )
    return Streamed(head, rows)


def _properties(store: Store, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    return dict(store.query(statements.PROPERTIES_OF, {"ids": sorted(ids)}).rows)
