"""What a site says of the part that it shows: its collection, what is held back, how much is reviewed."""

from __future__ import annotations

from typing import Any

from kg.language.interface.words import Words
from kg.model.kinds.claim import Claim
from kg.model.review import Reviewable, Status, status_of
from kg.site.material import Material


def shared(material: Material, w: Words) -> list[tuple[str, str]]:
    """Return headings and sentences; nothing of reviews where nobody reviews or marks anything."""
    parts = (("about.collection", material.collection), ("about.held", material.held_back(w)))
    told = [(w(key), said) for key, said in parts if said]
    every: list[Any] = [fact for fact in material.facts.values() if isinstance(fact, Reviewable)]
    if not any(fact.reviews or fact.mark for fact in every):
        return told
    claims = [fact for fact in every if isinstance(fact, Claim) and not fact.held_back]
    done = sum(status_of(claim) == Status.REVIEWED for claim in claims)
    numbers = {"n": done, "all": len(claims), "share": 100 * done // (len(claims) or 1)}
    said = w("about.reviewed.count", **{name: w.number(number) for name, number in numbers.items()})
    return [*told, (w("about.reviewed"), said)]
