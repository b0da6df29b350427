"""The kinds of curated fact. One kind per file; a new file is a new kind.

Example:
    >>> sorted(registry())[:4]
    ['agreement', 'aircraft', 'casualties', 'claim']
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import get_args

from kg.model.base import Fact, Link, Role, Tie, links, naming, ties
from kg.model.parts import Entry, Part, Strict, inner

__all__ = ["Entry", "Fact", "Link", "Part", "Strict", "Tie", "inner", "links", "naming", "registry", "ties"]


@cache
def registry() -> dict[str, type[Fact]]:
    """Return every kind of fact by its `KIND`, in alphabetical order.

    Raises:
        TypeError: two files declare the same kind or the same plural, or one says no role.
    """
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    kinds: dict[str, type[Fact]] = {}
    todo = list(Fact.__subclasses__())
    while todo:
        model = todo.pop()
        todo += model.__subclasses__()
        if "KIND" in vars(model):
            if model.KIND in kinds or any(model.PLURAL == other.PLURAL for other in kinds.values()):
                raise TypeError(f"two fact kinds are called '{model.KIND}' or '{model.PLURAL}'")
            if getattr(model, "ROLE", None) not in get_args(Role):
                raise TypeError(
                    f"the fact kind '{model.KIND}' needs a ROLE: one of {', '.join(get_args(Role))}"
                )
            kinds[model.KIND] = model
    return dict(sorted(kinds.items()))
