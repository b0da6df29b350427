"""Every preset: right without a store, then the golden rows and equal pictures on every store."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from kg.export.text import plain
from kg.presets import library
from kg.presets.header import Preset
from kg.presets.lint import problems_in
from kg.presets.run import graph, run
from kg.store import Store
from kg.store.reading import ordered

GOLDEN = Path(__file__).parent.parent / "golden" / "presets"
PRESETS = [pytest.param(p, id=p.name) for p in library.every()]
CHECKS = [pytest.param(p, id=p.name) for p in library.checks()]


@pytest.mark.parametrize("preset", [*PRESETS, *CHECKS])
def test_is_right_without_a_store(preset: Preset) -> None:
    assert [str(p) for p in problems_in(preset)] == []


@pytest.mark.parametrize("preset", PRESETS)
def test_is_documented(preset: Preset) -> None:
    assert preset.title.endswith("?")
    assert preset.title_de.endswith("?")
    assert preset.about.startswith("One row per ")
    assert preset.graph
    assert preset.tags


@pytest.mark.parametrize("preset", PRESETS)
def test_gives_the_golden_rows(preset: Preset, loaded: Store) -> None:
    rows = [{k: plain(v) for k, v in row.items()} for row in run(preset, loaded).dicts()]
    file = GOLDEN / f"{preset.name}.json"
    if os.environ.get("KG_UPDATE_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert rows == json.loads(file.read_text(encoding="utf-8"))
    assert rows, "a golden answer without rows proves nothing"


@pytest.mark.parametrize("preset", PRESETS)
def test_keeps_its_promises(preset: Preset, loaded: Store) -> None:
    """Declared types, a unique key, and rows in the declared order."""
    result = run(preset, loaded)
    names = [column.name for column in result.columns]
    for row in result.rows:
        for (name, declared), value in zip(preset.returns, row, strict=True):
            assert declared.fits(value), f"{name}: {value!r} is no {declared.text}"
    keys = [tuple(str(row[names.index(k)]) for k in preset.key) for row in result.rows]
    assert len(set(keys)) == len(keys)
    ordered_rows = list(result.rows)
    for name, down in reversed(preset.order):
        at = names.index(name)
        ordered_rows.sort(key=lambda row: (row[at] is None, row[at] if row[at] is not None else 0), reverse=down)
    assert result.rows == ordered_rows


@pytest.mark.parametrize("preset", PRESETS)
def test_draws_the_same_picture(preset: Preset, loaded: Store, graph_of_memory: dict[str, Any]) -> None:
    assert picture(preset, loaded) == graph_of_memory[preset.name]
    assert picture(preset, loaded)["nodes"]


@pytest.mark.parametrize("preset", CHECKS)
def test_checks_find_nothing_in_the_corpus(preset: Preset, loaded: Store) -> None:
    assert run(preset, loaded).rows == []


def picture(preset: Preset, store: Store) -> dict[str, Any]:
    """Return a preset's picture in a form that does not depend on a store's internal ids or its order."""
    elements = graph(preset, store)
    return {
        "nodes": sorted((e.id, ordered(e.labels), str(sorted(e.properties.items()))) for e in elements if not e.type),
        "edges": sorted((e.type, e.start, e.end, str(sorted(e.properties.items()))) for e in elements if e.type),
    }


@pytest.fixture(scope="module")
def graph_of_memory() -> dict[str, Any]:
    """Each preset's picture from the embedded engine in memory."""
    from kg import paths
    from kg.loader import plan_facts
    from kg.seeds import load
    from kg.store import open_store

    store = open_store("memory")
    plan_facts(load(paths.seeds()).facts, store, "corpus").run()
    return {preset.name: picture(preset, store) for preset in library.every()}
