"""Figures by type that one speaker gives together with their total."""

from __future__ import annotations

from collections.abc import Iterable

from kg.analysis.intervals import bounds_text, numbers, steps
from kg.analysis.judged import counted
from kg.analysis.world import Claim, Figure, World
from kg.model.bounds import added, allowed


def totals(world: World, judged: Iterable[Claim]) -> dict[frozenset[str], str]:
    """Return for each total and each of its parts that a speaker gave together how the parts add up.

    Together are claims of one speaker about one event, said on one day for one time, printed in one document,
    with figures that differ only in what they count: at least two of them say so, and the total does not.

    Args:
        world: where they are printed.
        judged: claims with a figure.
    """
    judged = list(judged)
    groups: dict[tuple[object, ...], list[Claim]] = {_key(c): [] for c in judged if c.figure and c.figure.of}
    for claim in judged if groups else ():
        if (key := _key(claim)) in groups:
            groups[key].append(claim)
    rules: dict[frozenset[str], str] = {}
    for claims in groups.values():
        typed = [c for c in claims if c.figure and c.figure.of is not None]
        for total in claims if len(typed) > 1 else ():
            if total.figure and total.figure.of is None:
                parts = _parts(world, total, typed)
                rule = _sum(total.figure, [c.figure for c in parts if c.figure])
                rules |= {frozenset((total.id, c.id)): rule for c in parts if rule}
    return rules


def _key(claim: Claim) -> tuple[object, ...]:
    """Return what a total and its parts have in common, but for the document."""
    assert claim.figure is not None
    return claim.speaker, claim.about, claim.said, claim.when, claim.side, *claim.figure.kind


def _parts(world: World, total: Claim, typed: list[Claim]) -> list[Claim]:
    """Return one claim for each type that a document prints beside the total."""
    documents = set(world.printed_in[total.id])
    found: dict[str | None, Claim] = {}
    for claim in typed:
        if claim.figure and not documents.isdisjoint(world.printed_in[claim.id]):
            found.setdefault(counted(world, claim.figure.of), claim)
    return list(found.values()) if len(found) > 1 else []


def _sum(total: Figure, parts: list[Figure]) -> str:
    """Say how parts add up to a total; empty where they are more than it, or none."""
    bounds = [allowed(p.low, p.high, p.approximate, p.whole) for p in parts]
    lows, highs = (
        [low for low, _ in bounds if low is not None],
        [high for _, high in bounds if high is not None],
    )
    whole = total._replace(
        low=added(lows) if len(lows) == len(parts) else None,
        high=added(highs) if len(highs) == len(parts) else None,
        low_open=any(p.low_open for p in parts),
        high_open=any(p.high_open for p in parts),
        approximate=False,
    )
    if not parts or (whole.low, whole.high) == (None, None) or steps(whole)[0] > steps(total)[1]:
        return ""
    fits = numbers(steps(whole), steps(total)) != "apart"
    says = "parts of one total" if fits else "parts of one total, the rest of which is not given"
    return f"{says}: {' + '.join(map(bounds_text, parts))} = {bounds_text(whole)}, total {bounds_text(total)}"
