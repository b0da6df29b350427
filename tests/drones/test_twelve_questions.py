"""Twelve questions about the collection on Iranian drones, with answers made by hand, on every store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg import paths
from kg.analysis.collections import of_collection
from kg.formats.text import plain
from kg.language.name_search import search
from kg.load.seeds import plan_facts
from kg.questions import library
from kg.questions.names import names_of
from kg.questions.run import run
from kg.sources.seeds import load
from kg.store import Store
from tests.contract.conftest import STORES, empty_store
from tests.servers import Servers

ID = "ir-ru"
EXPECTED: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("expected.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module", params=STORES)
def drones(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, servers: Servers
) -> Iterator[Store]:
    """A store of each kind that holds this collection alone."""
    opened = empty_store(request.param, tmp_path_factory.mktemp("drones"), servers)
    plan_facts(of_collection(load(paths.seeds()).facts, ID), opened, "drones").run()
    yield opened
    opened.close()


def fits(row: dict[str, Any], part: dict[str, Any]) -> bool:
    return all(row[name] == value for name, value in part.items())


@pytest.mark.parametrize("asked", EXPECTED)
def test_answers_as_worked_out_by_hand(asked: str, drones: Store) -> None:
    for call in EXPECTED[asked]:
        answer = run(library.question(call["question"]), drones, call["given"]).dicts()
        rows = [{name: plain(value) for name, value in row.items()} for row in answer]
        assert len(rows) == call.get("rows", len(rows))
        for part in call.get("holding", []):
            near = [{name: row[name] for name in part} for row in rows]
            assert sum(fits(row, part) for row in rows) == 1, f"{part} among {near}"
        for part in call.get("lacking", []):
            assert not any(fits(row, part) for row in rows), part


def test_there_are_twelve() -> None:
    assert len(EXPECTED) == 12


@pytest.mark.parametrize("asked", ["9240914", "IMO 9240914"])
def test_its_number_finds_the_ship(asked: str, drones: Store) -> None:
    first, *_ = search(asked, names_of(drones))
    assert (first.id, first.why) == ("chem", "same IMO number")
