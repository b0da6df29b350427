"""Facts that nothing rests on, and sources that nobody relays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from kg.curate.check.rule import Corpus, rule
from kg.errors import Problem, number_of
from kg.model import table
from kg.model.kinds.document import Document
from kg.sources.references import counted, references

_ROLES = ("actor", "place", "goods", "topic")
"""What is reported when nothing uses it."""
_STARTER = "starter"
"""Folder of the facts that every corpus begins with: a vocabulary, most of which one corpus does not need."""


@rule(
    "never-used",
    "warning",
    "No claim or document leads to this actor, place, weapon type, item, topic or collection. Delete it, or"
    " add the claim or document that needs it. Facts in a folder 'starter' are a vocabulary and may wait.",
)
def never_used(corpus: Corpus) -> Iterator[Problem]:
    """Find facts that no reference reaches from a claim or a document."""
    todo = [item.id for item in (*corpus.claims, *corpus.of(Document))]
    used = set(todo)
    while todo:
        fact = corpus.fact(todo.pop())
        named = [other for _, other, _ in references(type(fact), fact)]
        new = {
            other for other in (*named, *(what for _, what in counted(fact))) if other in corpus.by_id
        } - used
        used |= new
        todo += new
    for located in corpus.located:
        kind = type(located.fact)
        if kind.ROLE in _ROLES and located.id not in used and _STARTER not in PurePath(located.file).parts:
            called = table.kinds()[kind.LABELS[-1]].words["en"][0].lower()
            yield Problem(
                f"the {called} '{located.id}' is never used",
                located.place("id"),
                "a claim or document that leads to it",
                todo="delete it, or add what leads to it",
            )


@rule(
    "document-without-claims",
    "warning",
    "No claim cites a document, is stated in it or about it. Add its claims, or delete it.",
)
def empty_documents(corpus: Corpus) -> Iterator[Problem]:
    """Find documents that nothing cites."""
    cited = {citation.document for claim in corpus.claims for citation in claim.fact.cited}
    cited |= {other for claim in corpus.claims for other in (claim.fact.stated_in, claim.fact.about) if other}
    for item in corpus.of(Document):
        if item.id not in cited:
            yield Problem(
                f"no claim cites the document '{item.id}'",
                item.place("id"),
                "at least one claim",
                todo=f"add its claims ('kg draft next {item.id}' shows what is proposed), or delete it",
            )


@rule(
    "source-not-relayed",
    "note",
    "An unnamed source speaks, but no claim relays it, so nothing says through whom it reached the document."
    " Right where the document heard it itself.",
)
def not_relayed(corpus: Corpus) -> Iterator[Problem]:
    """Find unnamed sources none of whose claims is relayed."""
    relayed = {other for claim in corpus.claims for other in claim.fact.relays}
    said_by: dict[str, list[str]] = {}
    for claim in corpus.claims:
        for voice in claim.fact.voices:
            said_by.setdefault(voice, []).append(claim.id)
    for item in (located for located in corpus.located if type(located.fact).VOICE == "unnamed"):
        own = said_by.get(item.id, [])
        if own and not relayed & set(own):
            what = f"no claim relays the unnamed source '{item.id}' ({number_of(len(own), 'claim')})"
            yield Problem(
                what,
                item.place("id"),
                "a claim that relays it, where somebody passed it on",
                todo="add the hop if the text names one",
            )
