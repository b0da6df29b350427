"""The names of the corpus that comes with the program."""

from __future__ import annotations

import pytest

from kg import paths
from kg.language.name_search import Name
from kg.load.seeds import plan_seeds
from kg.model.sharing import Only
from kg.questions.names import names_of
from kg.store import Store, connect
from tests import first


@pytest.fixture(scope="session")
def graph() -> Store:
    """The first collection in memory, which the questions were written for."""
    store = connect("memory")
    plan_seeds(paths.seeds(), store, only=Only(first.ID)).run()
    return store


@pytest.fixture(scope="session")
def names(graph: Store) -> list[Name]:
    """Everything in the corpus that has a name."""
    return names_of(graph)
