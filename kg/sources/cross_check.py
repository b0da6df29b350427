"""What one fact alone cannot show: ids that stand twice, references, and what facts cannot mean together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from kg.errors import Problem, nearest, with_article
from kg.model.quantity import COUNTED
from kg.sources.across import faults
from kg.sources.fingerprint import is_import
from kg.sources.located import Located, Written
from kg.sources.references import counted, references

UNRESOLVED = "unknown-reference"
"""Code of a reference to what is not there."""
LEANS = "names-withdrawn"
"""Code of a reference to what we took back."""
LOOKED_UP = 50
"""Wrong ids for which the right one is looked for."""
NAMES = 5_000
"""Ids among which it is looked for."""
_TWICE_IMPORTED = "import the table again, which takes what is there, or rename the other one"


def cross_check(
    written: Sequence[Written], lost: Collection[str] = (), known: Mapping[str, Any] | None = None
) -> list[Problem]:
    """Check what one fact alone cannot show: duplicate ids, references, and what `faults` finds.

    Args:
        written: all facts, also those that are not valid: references to them are no further fault.
        lost: ids of facts that could not be read; the same goes for them.
        known: what `faults` looks up; without it the valid ones among `written`.
    """
    problems = []
    if known is None:
        known = {item.id: item.fact for item in reversed(written) if isinstance(item, Located)}
    by_id: dict[str, Written] = {}
    for item in written:
        first = by_id.setdefault(item.id, item) if item.id else item
        if first is not item:
            what = f"the id '{item.id}' is taken: {first.place('id')} has it"
            problems.append(
                Problem(
                    what,
                    item.place("id"),
                    "an id of its own",
                    todo=_TWICE_IMPORTED if is_import(item.file) else "rename one, or merge the two facts",
                    code="duplicate-id",
                )
            )
    close = _Close(by_id)
    for item in written:
        problems += _references(item, by_id, lost, close)
        problems += _counted(item, by_id)
        if isinstance(item, Located):
            problems += (
                Problem(found.what, item.place(*found.path), found.expected, todo=found.todo, code=found.code)
                for found in faults(item.fact, known)
            )
    return problems


def _counted(item: Written, by_id: dict[str, Written]) -> Iterator[Problem]:
    for path, other in counted(item.value):
        target = by_id.get(other)
        if target and not set(COUNTED) & set(target.model.LABELS):
            yield Problem(
                f"{item.model.KIND} '{item.id}' counts '{other}', which is {with_article(target.model.KIND)}",
                item.place(*path),
                "the id of a WeaponType, or a word that is no id",
                todo="name the weapon type, or take another word",
                code="counts-no-weapon",
            )


class _Close:
    """Finds the nearest ids, each once, and of very many only the first."""

    def __init__(self, by_id: dict[str, Written]) -> None:
        self._by_id = by_id
        self._found: dict[tuple[str, tuple[str, ...]], str | None] = {}

    def to(self, other: str, labels: tuple[str, ...], item: Written) -> str | None:
        """Return the id most like a wrong one among facts of some labels, but for the fact that names it."""
        key = other, labels
        if key not in self._found and len(self._found) < LOOKED_UP:
            fitting = (
                k for k, v in self._by_id.items() if v is not item and set(labels) & set(v.model.LABELS)
            )
            self._found[key] = nearest(other, islice(fitting, NAMES))
        return self._found.get(key)


def _references(
    item: Written, by_id: dict[str, Written], lost: Collection[str], close: _Close
) -> Iterator[Problem]:
    who = f"{item.model.KIND} '{item.id}'"
    for path, other, labels in references(item.model, item.value):
        target = by_id.get(other)
        if target and target.withdrawn and not item.withdrawn:
            yield Problem(
                f"{who} names '{other}' in '{path[0]}', which was withdrawn",
                item.place(*path),
                f"{with_article(target.model.KIND)} that still stands",
                todo="take the name out, or withdraw this as well",
                code=LEANS,
            )
            continue
        if (target is None and other in lost) or (target and set(labels) & set(target.model.LABELS)):
            continue
        where = next(str(p) for p in reversed(path) if isinstance(p, str))
        what = (
            f"{who} names '{other}' in '{where}', which is {with_article(target.model.KIND)}"
            if target
            else f"{who} names an unknown '{other}' in '{where}'"
        )
        nearest_id = close.to(other, labels, item)
        expected = f"the id of {' or '.join(map(with_article, labels))}"
        yield Problem(
            what, item.place(*path), expected, nearest_id, "add the fact or correct the id", UNRESOLVED
        )
