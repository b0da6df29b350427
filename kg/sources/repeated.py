"""What is wrong with thousands of lines of one import, told once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from kg.errors import Problem, number_of
from kg.sources.fingerprint import is_import

_PARTICULAR = re.compile(r"'[^']*'|[0-9][0-9.,:-]*")
"""What differs between two faults of one sort: ids, words, numbers, places."""


def once(problems: Sequence[Problem]) -> list[Problem]:
    """Return problems in their order, those of one sort in one import put into the first of them.

    Example:
        >>> from kg.errors import Location
        >>> wrong = [Problem(f"'{i}' is no id", Location("x.jsonl.gz", i)) for i in (3, 5, 8)]
        >>> for problem in once(wrong): print(problem)
        x.jsonl.gz:3: '3' is no id (and 2 more like this in the file, the next in line 5)
    """
    sorts = [(p.code or _PARTICULAR.sub("", p.what),) for p in problems]
    return [problem for _, problem in counted(zip(sorts, problems, strict=True))]


def counted[Sort: Hashable](problems: Iterable[tuple[Sort, Problem]]) -> list[tuple[Sort, Problem]]:
    """Return problems with their sorts, those of one sort in one import put into the first; see `once`."""
    groups: dict[Hashable, list[tuple[Sort, Problem]]] = defaultdict(list)
    for number, (sort, problem) in enumerate(problems):
        file = problem.where.file if problem.where else ""
        groups[(file, sort) if is_import(file) else number].append((sort, problem))
    return [(several[0][0], _first(several)) for several in groups.values()]


def _first[Sort](several: Sequence[tuple[Sort, Problem]]) -> Problem:
    first = several[0][1]
    if len(several) == 1:
        return first
    following = several[1][1].where
    assert following is not None  # that is how they came together
    rest = f"and {number_of(len(several) - 1, 'more like this', 'more like this')} in the file"
    return first._replace(what=f"{first.what} ({rest}, the next in line {following.line})")
