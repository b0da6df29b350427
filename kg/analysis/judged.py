"""What judgements put together: speakers that count once, and weapon types that are one thing to count."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from kg.analysis.groups import Groups
from kg.analysis.world import Same, World


@lru_cache(8)
def _together(same: tuple[Same, ...]) -> dict[str, tuple[str, ...]]:
    """Return for each id in a judgement all that it is the same as, itself among them, at any remove."""
    groups = Groups()
    for judged in same:
        groups.unite(judged.one, [judged.other])
    ids = sorted({i for judged in same for i in judged[:2]})
    return {i: group for group in groups.split(ids) for i in group}


def join(world: World, groups: Groups) -> None:
    """Put what is judged to be the same into one group; no group ever falls apart by it."""
    for judged in world.same:
        groups.unite(judged.one, [judged.other])


def counted(world: World, kind: str | None) -> str | None:
    """Return what is counted: an id, or all ids that are judged to be the same thing.

    Example:
        >>> from dataclasses import replace
        >>> from datetime import date
        >>> from kg.analysis.world import small_world
        >>> world = replace(small_world("a"), same=(Same("kn-23", "iskander", "j", date(2026, 2, 1)),))
        >>> counted(world, "kn-23"), counted(world, "shahed")
        ('iskander = kn-23', 'shahed')
    """
    return " = ".join(_together(world.same).get(kind, (kind,))) if world.same and kind else kind


def judgements(world: World, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the judgements that hold together some of these ids, at any remove, sorted."""
    groups: dict[tuple[str, ...], set[str]] = {}
    for i in ids if world.same else ():
        if i in (together := _together(world.same)):
            groups.setdefault(together[i], set()).add(i)
    shared = {i for group, members in groups.items() if len(members) > 1 for i in group}
    return tuple(sorted(judged.id for judged in world.same if judged.one in shared))


def between(world: World, one: str | None, other: str | None) -> str:
    """Return in brackets by which judgements two different ids are the same; empty when by none."""
    found = judgements(world, [i for i in (one, other) if i]) if one != other else ()
    return f" ({named(found)})" if found else ""


def named(ids: Collection[str]) -> str:
    """Return how a rule names judgements.

    Example:
        >>> named(["kn-23-is-iskander"])
        'judged the same: kn-23-is-iskander'
    """
    return f"judged the same: {', '.join(ids)}"
