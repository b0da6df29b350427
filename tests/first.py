"""The first collection, which expectations made by hand are about, whatever stands beside it in the seeds."""

from __future__ import annotations

from functools import cache

from kg import paths
from kg.analysis.collections import of_collection
from kg.model.kinds import Fact
from kg.sources.seeds import load

ID = "kp-ru"


@cache
def _facts() -> tuple[Fact, ...]:
    return tuple(of_collection(load(paths.seeds()).facts, ID))


def facts() -> list[Fact]:
    """Return its facts."""
    return list(_facts())
