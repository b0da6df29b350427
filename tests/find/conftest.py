"""The names of the corpus that comes with the program."""

from __future__ import annotations

import pytest

from kg import paths
from kg.language.name_search import Name
from kg.load.seeds import plan_seeds
from kg.questions.names import names_of
from kg.store import Store, connect


@pytest.fixture(scope="session")
def graph() -> Store:
    """The corpus in memory."""
    store = connect("memory")
    plan_seeds(paths.seeds(), store).run()
    return store


@pytest.fixture(scope="session")
def names(graph: Store) -> list[Name]:
    """Everything in the corpus that has a name."""
    return names_of(graph)
