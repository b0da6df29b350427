"""What a site asks and holds: each question once, nothing beside the engine while it answers."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from kg.model.kinds.claim import Claim
from kg.model.rows import Graph
from kg.questions import library
from kg.questions.header import Question
from kg.questions.run import run_and_graph
from kg.site import Options
from kg.site.make import build_from
from kg.site.reading import published
from kg.store import Store
from tests.site.conftest import stored

pytestmark = pytest.mark.xdist_group("site")


def held() -> Counter[str]:
    """Count the claims and graphs in memory."""
    gc.collect()
    return Counter(type(o).__name__ for o in gc.get_objects() if type(o) in (Claim, Graph))


def test_each_question_is_asked_once_and_alone(
    second_facts: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[str] = Counter()
    beside: dict[str, Counter[str]] = {}

    def counting(question: Question, store: Store, values: Mapping[str, Any], *more: Any) -> Any:
        if question.in_cypher and "Cypher" not in beside:
            beside["Cypher"] = held()
        found = run_and_graph(question, store, values, *more)
        asked[question.name] += 1
        return found

    monkeypatch.setattr("kg.site.asking.run_and_graph", counting)
    with stored(second_facts) as store:
        known = published(store, Options())
        before = held()
        build_from(known, files={})
    assert set(asked.values()) == {1}
    assert len(asked) > 0.9 * len(library.files())
    assert beside["Cypher"] == before
