"""One collection alone: the facts that the documents of a collection tell, as if there were no others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kg.analysis.subset import trimmed, with_chains
from kg.model.review import live

if TYPE_CHECKING:
    from kg.model.kinds import Fact


def of_collection(facts: Iterable[Fact], collection: str) -> list[Fact]:
    """Return the facts of which the graph of one collection is built.

    The documents of the collection and the claims that they print, each with its citations there, and all
    that these name. A chain is followed to its end: what such a claim passes on, or speaks of, stays even
    where only a document of another collection prints it, with its place there; else two reports of one
    source would count as two roots. Whatever else is printed elsewhere is left out: denials and retractions,
    too. So is what we took back.

    Args:
        facts: all facts.
        collection: its id.
    """
    by_id: dict[str, Any] = {fact.id: fact for fact in live(facts)}
    own = {i for i, f in by_id.items() if type(f).KIND == "document" and f.collection == collection}
    claims = {i: f for i, f in by_id.items() if type(f).KIND == "claim"}
    cited = {i: places for i, f in claims.items() if (places := [c for c in f.cited if c.document in own])}
    cited = with_chains(claims, cited, lambda claim: (*claim.relays, claim.about))
    return trimmed(by_id, cited, own | {c.document for places in cited.values() for c in places})
