"""The checks beyond structure: each is a function in a module of this package, marked with `rule`.

A new check is one new function, or one new file with functions; its id is stable and stands in
docs/checks.md.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from typing import Any

from kg.curate.check.finding import Finding, Level
from kg.errors import Problem
from kg.sources.seeds import Located, Seeds

Check = Callable[["Corpus"], Iterator[Problem]]


@dataclass(frozen=True)
class Rule:
    """One check: its stable id, how much a finding matters, what it means, and what runs it (None: elsewhere)."""

    id: str
    level: Level
    about: str
    run: Check | None = None

    def findings(self, corpus: Corpus) -> Iterator[Finding]:
        """Yield what the check finds."""
        for problem in self.run(corpus) if self.run else ():
            yield Finding(self.id, self.level, problem)


class Corpus:
    """The facts of one run, as the checks look at them."""

    def __init__(self, seeds: Seeds) -> None:
        """Keep the facts; they are valid and their references resolve."""
        self.located = seeds.located
        self.by_id = {item.fact.id: item for item in seeds.located}

    def of_kind(self, *kinds: str) -> list[Located]:
        """Return the facts of some kinds, in the order of files and lines."""
        return [item for item in self.located if type(item.fact).KIND in kinds]

    def labelled(self, label: str) -> list[Located]:
        """Return the facts with a label."""
        return [item for item in self.located if label in type(item.fact).LABELS]

    @cached_property
    def claims(self) -> list[Located]:
        """The claims."""
        return self.of_kind("claim")

    def fact(self, name: str) -> Any:
        """Return one fact."""
        return self.by_id[name].fact


_FOUND: dict[str, Rule] = {}


def rule(name: str, level: Level, about: str) -> Callable[[Check], Check]:
    """Mark a function as a check.

    Args:
        name: stable id.
        level: how much a finding matters.
        about: one sentence on what a finding means, and one on what to do.

    Raises:
        TypeError: the id is taken.
    """

    def mark(check: Check) -> Check:
        if name in _FOUND:
            raise TypeError(f"two checks are called '{name}'")
        _FOUND[name] = Rule(name, level, about, check)
        return check

    return mark


@cache
def rules() -> dict[str, Rule]:
    """Return every marked check by its id, in alphabetical order.

    Example:
        >>> rules()["relay-loop"].level
        'warning'
    """
    import kg.curate.check

    for module in pkgutil.iter_modules(kg.curate.check.__path__):
        import_module(f"kg.curate.check.{module.name}")
    return dict(sorted(_FOUND.items()))
