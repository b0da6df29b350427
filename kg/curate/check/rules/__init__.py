"""The checks beyond structure: each is a function in a module of this package, marked with `rule`.

A new check is one new function, or one new file with functions; its id is stable and stands in
docs/checks.md.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from kg.curate.check.rule import MARKED, Rule


@cache
def rules() -> dict[str, Rule]:
    """Return every marked check by its id, in alphabetical order.

    Example:
        >>> rules()["relay-loop"].level
        'warning'
    """
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return dict(sorted(MARKED.items()))
