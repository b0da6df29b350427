"""What a picture can say about each node: roots, echoes, loops, drift and status, to be joined by id."""

from __future__ import annotations

from typing import Any

from kg.analysis.drift import drift
from kg.analysis.echoes import echoes
from kg.analysis.live_claims import withdrawn
from kg.analysis.relays import terminals
from kg.analysis.roots import roots
from kg.analysis.status import status
from kg.analysis.unsourced import unsourced
from kg.analysis.world import World


def marks(world: World, *, drifted: bool = True) -> dict[str, dict[str, Any]]:
    """Return for each node what the analyses found, under keys that a view can show.

    Claims: `root` (bool: relays nothing), `roots` (ids at the ends of its chains), `echo_of` (the root of the
    echo in which it takes part), `loop` (the first member of its relay loop), `taken_back` (bool),
    `unsourced` (True when its figure rests on nobody's word), `drift` (directions in which other tellings
    differ). Events, and what else claims are about: `status`, `credibility`, `roots_min`, `roots_max`
    (level person), `reports` and the `documents` that print them. A key that does not apply is absent.

    Beside a status stands the `rule` that gave it, beside the reports the `mentions`; `denied_in_part` and
    `facets_doubted` are the ids of claims that deny a part of an event, or deny or doubt only a side of it,
    and `bearing` those of claims about another event that count for or against it.

    Args:
        world: what is known.
        drifted: whether to look for drift, too, which takes longest.

    Example:
        >>> from kg.analysis.world import small_world
        >>> by_id = marks(small_world("a b r", {"a": ("r",), "b": ("r",)}))
        >>> by_id["a"]["echo_of"], by_id["r"]["root"], by_id["e"]["roots_max"]
        ('r', True, 1)
    """
    gone = withdrawn(world)
    by_id: dict[str, dict[str, Any]] = {}
    for claim, ends in terminals(world.claims, world.relays).items():
        by_id[claim] = {"root": claim not in world.relays, "roots": list(ends), "taken_back": claim in gone}
    for finding in echoes(world):
        for claim in (*finding.claims, *([finding.root] if finding.root and finding.kind == "echo" else [])):
            if finding.kind == "echo":
                by_id[claim]["echo_of"] = finding.root
            elif finding.kind == "loop":
                by_id[claim]["loop"] = finding.claims[0]
    for claim in unsourced(world):
        by_id[claim]["unsourced"] = True
    for change in drift(world) if drifted else ():
        known = by_id[change.told].setdefault("drift", [])
        if change.direction not in known:
            known.append(change.direction)
    for standing in status(world):
        by_id.setdefault(standing.event, {}).update(
            status=standing.status, credibility=standing.credibility, rule=standing.rule
        )
        apart = {
            "denied_in_part": standing.in_part,
            "facets_doubted": standing.facets,
            "bearing": standing.from_elsewhere(world),
        }
        by_id[standing.event].update({key: list(claims) for key, claims in apart.items() if claims})
    for support in roots(world):
        by_id.setdefault(support.subject, {}).update(
            roots_min=support.roots.least,
            roots_max=support.roots.most,
            reports=len(support.reports),
            documents=len({document for _, document in support.reports}),
            mentions=support.mentions,
        )
    return by_id
