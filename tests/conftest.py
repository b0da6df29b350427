"""What all tests share."""

from __future__ import annotations

import pytest

from kg import paths
from kg.seeds import Seeds, load


@pytest.fixture(scope="session")
def corpus() -> Seeds:
    """The facts under `seeds/`, read once."""
    return load(paths.seeds())
