"""A whole and its parts: denials that miss the part, and figures that may add up to a total."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.curate.check.rule import Corpus, rule
from kg.errors import Problem
from kg.language.fold import stem, tokens
from kg.model.kinds.claim import Claim
from kg.model.kinds.event import Event
from kg.model.quantity import Quantity
from kg.model.stances import side_of
from kg.model.weighing import WHOLE
from kg.sources.located import Located
from kg.sources.references import references


@rule(
    "general-denial-of-part",
    "warning",
    "A denial or doubt is stored on a part of a larger event, but no word of its paraphrase tells that part"
    " from the"
    " whole: 'denies the help' is about the whole. Move it to the whole, or name the part in the paraphrase;"
    " where"
    " the text leaves it open, say why under 'inferred', 'what'.",
)
def general_denials(corpus: Corpus) -> Iterator[Problem]:
    """Find denials and doubts of a part whose words are general."""
    for item in corpus.claims:
        claim = item.fact
        part = corpus.fact(claim.about)
        whole = part.within_event if isinstance(part, Event) else None
        if (
            side_of(claim.stance) in ("against", "doubt")
            and claim.facet == WHOLE
            and whole is not None
            and "what" not in claim.inferred
            and not _told(claim.paraphrase, _words(corpus, claim.about) - _words(corpus, whole))
        ):
            yield Problem(
                f"claim '{claim.id}' {claim.stance.replace('-', ' ')} '{claim.about}', a part of '{whole}',"
                " but none of its words tells the part from the whole",
                item.place("about"),
                "the whole, or words on the part",
                todo=f"let it be about '{whole}', name the part in the paraphrase, or say under inferred,"
                " what, how it is meant",
            )


def _words(corpus: Corpus, event: str) -> set[str]:
    """Return the words of an event: of its name, its id, its description and of what it names."""
    fact = corpus.fact(event)
    told = [fact.id, fact.caption, getattr(fact, "description", None) or ""]
    for path, other, _ in references(type(fact), fact):
        if path[0] != "within_event":
            named = corpus.fact(other)
            told += [named.caption, *getattr(named, "names", ())]
    return {stem(word) for text in told for word in tokens(text) if len(word) > 3 or not word.isalpha()}


def _told(paraphrase: str, words: set[str]) -> bool:
    """Return whether a paraphrase holds one of some words, whatever its ending."""
    return any(stem(word) in words for word in tokens(paraphrase))


@rule(
    "parts-or-total",
    "warning",
    "One speaker gives figures that exclude each other, in one document and on one day, of the same thing as"
    " far as"
    " the graph can tell. Parts of a total are no contradiction: say under 'of' what each figure counts, or"
    " give the"
    " parts events of their own.",
)
def parts_or_total(corpus: Corpus) -> Iterator[Problem]:
    """Find figures of one speaker that look like parts and totals, each group reported once."""
    groups: dict[tuple[object, ...], list[Located[Claim]]] = defaultdict(list)
    for item in corpus.claims:
        claim, figure = item.fact, item.fact.quantity
        who = claim.voices or claim.attribution
        if figure and not figure.of and who and side_of(claim.stance) in ("for", "ahead"):
            for document in {spot.document for spot in claim.cited}:
                groups[document, who, claim.about, claim.said.text, claim.place, *figure.kind].append(item)
    told: set[frozenset[str]] = set()
    for group in groups.values():
        apart = [item for item in group if any(_exclude(item.fact, other.fact) for other in group)]
        ids = frozenset(item.id for item in apart)
        if apart and ids not in told:
            told.add(ids)
            figures = [item.fact.quantity for item in apart]
            yield Problem(
                f"claims {', '.join(repr(item.id) for item in apart)} give"
                f" {', '.join(figure.words() for figure in figures if figure)} of one event{_sum(figures)}",
                apart[-1].place("quantity"),
                "figures that say what they count",
                todo="write under of what each counts, a weapon type or a word, or give the parts events of"
                " their own",
            )


def _exclude(one: Claim, other: Claim) -> bool:
    """Return whether two claims give figures of one time that cannot both be right."""
    if one.id in (*other.relays, *other.answers) or other.id in (*one.relays, *one.answers):
        return False
    if one.when != other.when or not one.quantity or not other.quantity:
        return False
    return _below(one.quantity, other.quantity) or _below(other.quantity, one.quantity)


def _below(one: Quantity, other: Quantity) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def _sum(figures: list[Quantity | None]) -> str:
    """Return what the largest of some exact figures is the sum of, in words; empty when it is not."""
    exact = sorted({f.low for f in figures if f and f.low is not None and f.low == f.high})
    return (
        f", and {exact[-1]:,} is the others together"
        if len(exact) > 2 and sum(exact[:-1]) == exact[-1]
        else ""
    )
