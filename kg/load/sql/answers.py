"""The questions that tables answer: what their names stand for, and how rows are made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from kg.load.sql import contradictions, drift, echoes, figure_status, keystones, roots, status
from kg.load.sql.narrowed import asks
from kg.load.sql.tables import Tables
from kg.questions.analyses.roots import shown
from kg.questions.scope import Answer

Parameters = Mapping[str, Any]


class InSql(NamedTuple):
    """How one question is answered.

    Attributes:
        meant: returns which files make the tables that depend on what is asked.
        cut: returns which files cut tables to what the question is narrowed to, by the names of these.
        answer: returns the answer.
        told: returns the files whose rows make the answer; empty where tables are made again in between.
    """

    meant: Callable[[Parameters], Mapping[str, str]]
    answer: Callable[[Tables, Parameters], Answer]
    cut: Callable[[Parameters], Mapping[str, str]] = lambda p: {}
    told: Callable[[Parameters], Sequence[str]] = lambda p: ()


ANSWERS: Mapping[str, InSql] = {
    "contradictions": InSql(
        contradictions.meant, contradictions.answer, contradictions.narrowing, lambda p: contradictions.TOLD
    ),
    "drift": InSql(
        lambda p: {},
        lambda tables, p: Answer(drift.rows(tables, p["direction"])),
        lambda p: drift.CUT,
        lambda p: drift.TOLD,
    ),
    "echoes": InSql(
        lambda p: {},
        lambda tables, p: Answer(echoes.rows(tables)),
        lambda p: echoes.CUT,
        lambda p: echoes.TOLD,
    ),
    "keystones": InSql(
        lambda p: keystones.meant(p["level"]),
        lambda tables, p: keystones.answer(tables),
        lambda p: keystones.CUT,
    ),
    "roots": InSql(
        lambda p: roots.meant(p["per"], p["level"]),
        lambda tables, p: shown(roots.rows(tables, p["level"]), p["per"]),
        lambda p: roots.CUT[p["per"]],
        lambda p: roots.TOLD,
    ),
    "status": InSql(
        lambda p: {**status.meant, **(figure_status.MEANT if p["figures"] else {})},
        lambda tables, p: (
            figure_status.answer(tables, p, asks(p)) if p["figures"] else status.answer(tables, p["history"])
        ),
        lambda p: status.CUT,
        lambda p: (figure_status if p["figures"] else status).TOLD[p["history"]],
    ),
}
"""By the names of the questions."""
