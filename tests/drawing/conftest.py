"""The corpus as drawings see it, read once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from kg import paths
from kg.load.seeds import plan_facts, plan_seeds
from kg.picture.contents import Seen, draw_preset, see
from kg.picture.drawing import Drawing
from kg.questions import library
from kg.store import Store, connect
from tests import first

from .tools import narrow


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    with connect("memory") as opened:
        plan_seeds(paths.seeds(), opened).run()
        yield opened


@pytest.fixture(scope="session")
def first_store() -> Iterator[Store]:
    with connect("memory") as opened:
        plan_facts(first.facts(), opened, first.ID).run()
        yield opened


@pytest.fixture(scope="session")
def first_seen(first_store: Store) -> Seen:
    return see(first_store)


@pytest.fixture(scope="session")
def seen(store: Store) -> Seen:
    return see(store)


@pytest.fixture
def ask(store: Store, seen: Seen) -> Any:
    """Draw a preset: `ask("figures", "figures", topic="shells")`."""

    def asked(name: str, kind: str | None = None, *, phone: bool = False, **given: Any) -> Drawing:
        preset = library.question(name)
        return draw_preset(preset, store, seen._replace(narrow=phone), {**narrow(preset), **given}, kind)

    return asked
