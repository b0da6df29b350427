"""Facts that nothing rests on, and sources that nobody relays."""

from __future__ import annotations

from collections.abc import Iterator

from kg.curate.check.rules import Corpus, rule
from kg.errors import Problem
from kg.sources.seeds import references

_KINDS = {"Actor": "actor", "Place": "place", "WeaponType": "weapon type", "Topic": "topic"}


@rule(
    "never-used",
    "warning",
    "No claim or document leads to this actor, place, weapon type or topic. Delete it, or add the claim that"
    " needs it.",
)
def never_used(corpus: Corpus) -> Iterator[Problem]:
    """Find facts that no reference reaches from a claim or a document."""
    todo = [item.fact.id for item in corpus.of_kind("claim", "document")]
    used = set(todo)
    while todo:
        for _, other, _ in references(type(fact := corpus.fact(todo.pop())), fact):
            if other not in used:
                used.add(other)
                todo.append(other)
    for item in corpus.located:
        kind = next((word for label, word in _KINDS.items() if label in type(item.fact).LABELS), None)
        if kind and item.fact.id not in used:
            yield Problem(
                f"the {kind} '{item.fact.id}' is never used",
                item.place("id"),
                "a claim that leads to it",
                todo="delete it, or add the claim",
            )


@rule("document-without-claims", "warning", "A document is cited by no claim. Add its claims, or delete it.")
def empty_documents(corpus: Corpus) -> Iterator[Problem]:
    """Find documents that nothing cites."""
    cited = {citation.document for item in corpus.claims for citation in corpus.fact(item.fact.id).cited}
    for item in corpus.of_kind("document"):
        if item.fact.id not in cited:
            yield Problem(
                f"no claim cites the document '{item.fact.id}'",
                item.place("id"),
                "at least one claim",
                todo="add its claims, or delete it",
            )


@rule(
    "source-not-relayed",
    "note",
    "An unnamed source speaks, but no claim relays it, so nothing says through whom it reached the document."
    " Right where the document heard it itself.",
)
def not_relayed(corpus: Corpus) -> Iterator[Problem]:
    """Find unnamed sources none of whose claims is relayed."""
    relayed = {other for item in corpus.claims for other in corpus.fact(item.fact.id).relays}
    claims: dict[str, list[str]] = {}
    for item in corpus.claims:
        claims.setdefault(corpus.fact(item.fact.id).speaker, []).append(item.fact.id)
    for item in corpus.of_kind("unnamed_source"):
        own = claims.get(item.fact.id, [])
        if own and not relayed & set(own):
            what = (
                f"no claim relays the unnamed source '{item.fact.id}' ({len(own)}"
                f" claim{'s' if len(own) > 1 else ''})"
            )
            yield Problem(
                what,
                item.place("id"),
                "a claim that relays it, where somebody passed it on",
                todo="add the hop if the text names one",
            )
