"""Some documents and claims with all that they name: the facts of which a smaller graph is built."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kg.model.kinds import links
from kg.sources.references import counted, references

if TYPE_CHECKING:
    from kg.model.kinds import Fact


def with_chains(
    claims: Mapping[str, Any], cited: dict[str, list[Any]], ties: Callable[[Any], Iterable[str]]
) -> dict[str, list[Any]]:
    """Return some claims with all that they lead to, at any remove, each of those with all its citations.

    Args:
        claims: all claims by id.
        cited: the claims to begin with, and which of their citations stay.
        ties: the ids that a claim leads to; what is no claim is passed over.
    """
    found, todo = dict(cited), [*cited]
    while todo:
        for other in ties(claims[todo.pop()]):
            if other in claims and other not in found:
                found[other] = claims[other].cited
                todo.append(other)
    return found


def trimmed(
    by_id: Mapping[str, Any],
    cited: Mapping[str, list[Any]],
    documents: Collection[str],
    counts: Callable[[Any], bool] = lambda judgement: True,
) -> list[Fact]:
    """Return the facts of the graph that holds some documents and claims.

    These are the documents, the claims with the citations that stay and without ties to other claims that
    go, and every other fact that these name, at any remove; an event or a source of which no claim that stays
    speaks is not among them, nor is a claim about a claim or document that goes. A judgement stays where both
    of which it judges do.

    Args:
        by_id: all facts.
        cited: the claims that stay, and which of their citations do.
        documents: ids of the documents that stay.
        counts: whether a judgement is known.
    """
    cited = {
        id_: places
        for id_, places in cited.items()
        if _is_about_what_is_there(by_id[id_], by_id, cited, documents)
    }
    kept: dict[str, Any] = {}
    for id_, places in cited.items():
        claim = by_id[id_]
        ties = {name: [o for o in getattr(claim, name) if o in cited] for name in ("relays", "answers")}
        kept[id_] = still_reviewed(claim, claim.model_copy(update={"cited": places, **ties}))
    left = closed(kept, by_id, documents)
    ids = {fact.id for fact in left}
    judged = {
        id_: fact.model_copy(update={"cited": [c for c in fact.cited if c.document in documents]})
        for id_, fact in by_id.items()
        if type(fact).KIND == "judgement" and ids.issuperset(fact.between) and counts(fact)
    }
    return closed(kept | judged, by_id, documents) if judged else left


def _is_about_what_is_there(
    claim: Any, by_id: Mapping[str, Any], claims: Collection[str], documents: Collection[str]
) -> bool:
    """Return whether what a claim is about is known: a claim or document that is, or anything else."""
    while type(about := by_id[claim.about]).KIND == "claim":
        if about.id not in claims:
            return False
        claim = about
    return type(about).KIND != "document" or about.id in documents


def still_reviewed(before: Any, after: Any) -> Any:
    """Return what is left of a fact: the reviews that held for the whole of it hold for that."""
    if not getattr(before, "reviews", None) or after == before:
        return after
    from kg.model.review import content_hash

    old, new = content_hash(before), content_hash(after)
    reviews = [one.model_copy(update={"of": new}) if one.of == old else one for one in before.reviews]
    return after.model_copy(update={"reviews": reviews})


def closed(kept: Mapping[str, Any], by_id: Mapping[str, Any], documents: Collection[str]) -> list[Fact]:
    """Return some facts and all that they name, at any remove; places in other documents are left out."""
    whole = {**kept, **{d: _among(by_id[d], documents) for d in documents}}
    todo = [*whole]
    while todo:
        for other in names(whole[todo.pop()]):
            if other not in whole and other in by_id:
                named = by_id[other]
                if getattr(named, "aliases", None):
                    named = named.model_copy(
                        update={"aliases": [a for a in named.aliases if a.document in documents]}
                    )
                whole[other] = named
                todo.append(other)
    return [whole[i] for i in by_id if i in whole]


def _among(document: Any, documents: Collection[str]) -> Any:
    """Return a document without its ties to documents that are not there.

    It is no reprint as far as is known.
    """
    kind: type[Fact] = type(document)
    ties = {}
    for name, link in links(kind).items():
        if link.to == ("Document",):
            value = getattr(document, name)
            ties[name] = (
                [d for d in value if d in documents]
                if isinstance(value, list)
                else value
                if value in documents
                else None
            )
    return still_reviewed(document, document.model_copy(update=ties))


def names(fact: Fact) -> Iterable[str]:
    """Yield the id of every fact that a fact names, and the words for what its figures count."""
    yield from (other for _, other, _ in references(type(fact), fact))
    yield from (other for _, other in counted(fact))
