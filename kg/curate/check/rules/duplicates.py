"""The same thing written down twice: claims, documents, names, identifiers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from math import ceil

from kg.curate.check.rule import Corpus, rule
from kg.errors import Problem
from kg.language.plain import comparable
from kg.model.bounds import KIND
from kg.model.kinds.actor import Named
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.kinds.judgement import Judgement
from kg.model.schemes import SCHEMES
from kg.model.span import Span
from kg.sources.located import Located

ALIKE = 0.8
"""Share of words that two paraphrases must have in common to be called near-duplicates."""
ALIKE_WITH_FIGURE = 0.6
"""The same where both carry an overlapping figure of the same unit and stage."""
MOST = 1_000_000
"""Pairs of claims of one speaker, stance and event that are compared at most."""
_FACETS = ("voices", "attribution", "stance", "facet", "about", "place", "hedge")


@rule(
    "duplicate-claim",
    "error",
    "Two claims say the same in every field. One speech act is one claim: move the citations of one to the"
    " other.",
)
def duplicate_claims(corpus: Corpus) -> Iterator[Problem]:
    """Find claims that differ in nothing but id, note and citations."""
    seen: dict[tuple[object, ...], Located[Claim]] = {}
    for item in corpus.claims:
        claim = item.fact
        key = (
            *(getattr(claim, f) for f in _FACETS),
            claim.said.text,
            claim.when,
            claim.quantity,
            " ".join(_words(claim.paraphrase)),
        )
        first = seen.setdefault(key, item)
        if first is not item:
            what = f"claim '{claim.id}' says the same as '{first.fact.id}' at {first.place('id')}"
            yield Problem(
                what,
                item.place("id"),
                "one claim per speech act",
                todo="move its citations to the other and delete it",
            )


@rule(
    "near-duplicate",
    "warning",
    "Two claims of one speaker, on one day, with one stance, about one event say nearly the same. Merge them,"
    " or say in the paraphrase what sets them apart.",
)
def near_duplicates(corpus: Corpus) -> Iterator[Problem]:
    """Find claims of one speaker, day, stance and event with overlapping figures or paraphrases.

    The rows of a dataset are told apart by the dataset.
    """
    tables = {item.id for item in corpus.of(Document) if item.fact.kind == "dataset"}
    groups: dict[tuple[object, ...], list[Located[Claim]]] = defaultdict(list)
    for item in corpus.claims:
        if not tables.issuperset(citation.document for citation in item.fact.cited):
            groups[_group(item.fact)].append(item)
    for group in groups.values():
        yield from _close(group)


def _close(group: list[Located[Claim]]) -> Iterator[Problem]:
    """Find claims of a group that are close to one before them; each is reported once.

    Two paraphrases with a share of words in common share one of the rarest words of each: with n words and
    a least share s, one of n - s n + 1. Only those are compared, and never more than `MOST` in a group.
    """
    least = ALIKE_WITH_FIGURE if group[0].fact.quantity else ALIKE
    words = [frozenset(_words(item.fact.paraphrase)) for item in group]
    often = Counter(word for one in words for word in one)
    having: dict[str, list[int]] = defaultdict(list)
    compared = 0
    for place, second in enumerate(group):
        rare = sorted(words[place], key=lambda word: (often[word], word))
        rare = rare[: len(rare) - ceil(least * len(rare)) + 1]
        b = second.fact
        for other in (i for word in rare for i in having[word]):
            compared += 1
            if compared > MOST:
                what = (
                    f"only {place:,} of the {len(group):,} claims of one speaker on '{b.about}' were compared"
                )
                yield Problem(what, second.place("id"), todo="split the event, so that all can be compared")
                return
            share = _alike(words[other], words[place])
            if 1 > share >= least and not _differ(group[other].fact, b):
                first = group[other]
                what = (
                    f"claim '{b.id}' is close to '{first.id}' at {first.place('id')}: same speaker, day,"
                    f" stance and event, {share:.0%} of the words"
                )
                yield Problem(
                    what,
                    second.place("id"),
                    "one claim per speech act",
                    todo="merge them, or tell them apart in the paraphrase",
                )
                break
        for word in rare:
            having[word].append(place)


def _group(claim: Claim) -> tuple[object, ...]:
    """Return what two claims must share to be near-duplicates."""
    kind = zip(KIND, claim.quantity.kind, strict=True) if claim.quantity else ()
    figure = claim.quantity and (claim.quantity.of, *(value for name, value in kind if name != "mode"))
    return claim.voices or claim.attribution, claim.stance, claim.facet, claim.about, figure


def _differ(a: Claim, b: Claim) -> bool:
    """Return whether two claims of one group differ in times, places, figures, or what only one mentions."""
    if a.id in b.relays or b.id in a.relays or not _overlap(a.said, b.said):
        return True
    if a.when and b.when and not _overlap(a.when, b.when):
        return True
    if (a.place and b.place and a.place != b.place) or (
        set(a.mentions) - set(b.mentions) and set(b.mentions) - set(a.mentions)
    ):
        return True
    p, q = a.quantity, b.quantity
    if not p or not q:
        return False
    return (p.high is not None and q.low is not None and p.high < q.low) or (
        q.high is not None and p.low is not None and q.high < p.low
    )


def _overlap(a: Span, b: Span) -> bool:
    return not (a.before(b) or b.before(a))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", comparable(text))


def _alike(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / len(first | second) if first | second else 0.0


@rule("same-text", "error", "Two documents have the same text. Keep one and let all claims cite it.")
def same_texts(corpus: Corpus) -> Iterator[Problem]:
    """Find documents of the same hash or file."""
    for field in ("sha256", "file"):
        seen: dict[str, Located[Document]] = {}
        for item in corpus.of(Document):
            value = getattr(item.fact, field)
            first = item if value is None else seen.setdefault(value, item)
            if first is not item:
                what = f"documents '{first.fact.id}' and '{item.fact.id}' have the same {field}"
                yield Problem(what, item.place(field), "one document per text", todo="keep one of them")


@rule(
    "shared-name",
    "warning",
    "Two facts of one family have the same name. Merge them, tell the names apart, or record a judgement on"
    " them.",
)
def shared_names(corpus: Corpus) -> Iterator[Problem]:
    """Find actors, weapon types or places that share a name and have no judgement."""
    for item, first, name in _shared(corpus, lambda fact: map(comparable, fact.names)):
        what = f"'{first}' and '{item.id}' are both known as '{name}'"
        yield Problem(what, item.place("name"), "one fact per name", todo="merge them, or record a judgement")


@rule(
    "shared-identifier",
    "error",
    "Two facts of one family have the same identifier. Merge them, correct one, or record a judgement on them"
    " where a register gave it out twice.",
)
def shared_identifiers(corpus: Corpus) -> Iterator[Problem]:
    """Find actors, weapon types, items or places that share an identifier and have no judgement."""
    for item, first, one in _shared(corpus, lambda fact: fact.identifiers):
        what = f"'{first}' and '{item.id}' both have the {SCHEMES[one.scheme].name} '{one.value}'"
        place = item.place("identifiers", item.fact.identifiers.index(one), "value")
        yield Problem(
            what, place, "one fact per identifier", todo="merge them, correct one, or record a judgement"
        )


def _shared[Key: Hashable](
    corpus: Corpus, keys: Callable[[Named], Iterable[Key]]
) -> Iterator[tuple[Located[Named], str, Key]]:
    """Yield facts that have a key of one before them of their family: the fact, the id of the first, the key.

    Pairs with a judgement are left out.
    """
    judged = {frozenset(item.fact.between) for item in corpus.of(Judgement)}
    seen: dict[tuple[str, Key], str] = {}
    for item in corpus.of(Named):
        for key in dict.fromkeys(keys(item.fact)):
            first = seen.setdefault((item.fact.LABELS[0], key), item.id)
            if first != item.id and frozenset((first, item.id)) not in judged:
                yield item, first, key
