"""Figures against their printed words, and units against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from kg.curate.check.rule import Corpus, rule
from kg.errors import Location, Problem, nearest
from kg.model.currencies import CURRENCIES
from kg.model.kinds.event import Event
from kg.model.kinds.shipment import Shipment
from kg.model.quantity import MONEY, Quantity
from kg.model.stances import side_of

if TYPE_CHECKING:
    from kg.language.numbers import Number

LONGEST = 6
"""Words of the text that a wording may hold: a figure needs two or three, and the texts are not ours."""
_BOUNDS = ("low", "high", "low_open", "high_open")
_PROPERTIES = frozenset(
    "mm millimetres millimeters kmh km-h kilometres-per-hour kilometers-per-hour mach knots".split()
)
"""Units in which weapons are measured and nothing is counted: calibre and speed."""
_LENGTHS = frozenset("km kilometres kilometers miles m metres meters feet kg kilograms kilogrammes".split())
"""Units of range, altitude and weight: properties of goods, but distances of what moves."""


class _Figure(NamedTuple):
    """A figure with words that print it: their language is None where several or none may be theirs."""

    claim: str
    quantity: Quantity
    words: str
    place: Callable[[], Location]
    """Asked for only where something is wrong: in a line of JSON it must be looked up."""
    language: str | None


def _quantities(corpus: Corpus) -> Iterator[_Figure]:
    """Yield every figure with its words and their place."""
    for item in corpus.claims:
        claim = item.fact
        if claim.quantity:
            plain = [c.document for c in claim.cited if not (c.quantity or c.wording)]
            documents = plain or [c.document for c in claim.cited]
            place = partial(item.place, "quantity", "wording")
            yield _Figure(
                claim.id, claim.quantity, claim.quantity.wording, place, _language(corpus, documents)
            )
        for index, citation in enumerate(claim.cited):
            if citation.quantity:
                place = partial(item.place, "cited", index, "quantity", "wording")
                language = _language(corpus, [citation.document])
                yield _Figure(claim.id, citation.quantity, citation.quantity.wording, place, language)


def _retold(corpus: Corpus) -> Iterator[_Figure]:
    """Yield the figure of a claim with the words of each citation that prints it in others."""
    for item in corpus.claims:
        for index, citation in enumerate(item.fact.cited):
            if citation.wording and item.fact.quantity and not citation.quantity:
                place = partial(item.place, "cited", index, "wording")
                language = _language(corpus, [citation.document])
                yield _Figure(item.fact.id, item.fact.quantity, citation.wording, place, language)


def _language(corpus: Corpus, documents: Iterable[str]) -> str | None:
    """Return the one language of some documents."""
    languages = {getattr(corpus.fact(document), "language", None) for document in documents}
    return languages.pop() if len(languages) == 1 else None


@rule(
    "vague-word",
    "warning",
    "The printed words hold a vague word of the table, but the figure says otherwise. Set 'vague' to it and"
    " leave the bounds out.",
)
def vague_words(corpus: Corpus) -> Iterator[Problem]:
    """Compare the vague words of the wording with the field `vague`, where it can be read whole."""
    from kg.language.wordings import read_whole

    for claim, quantity, words, place, language in _quantities(corpus):
        read = read_whole(words, language) or []
        vague = {n.tabled for n in read if n.tabled}
        exact = [n for n in read if not n.tabled]
        if vague and not exact and quantity.vague not in vague:
            name = min(vague)
            has = f"vague: {quantity.vague}" if quantity.vague else "bounds of its own"
            what = f"claim '{claim}' prints '{words}' but has {has}"
            yield Problem(what, place(), f"vague: {name}", todo=f"write vague: {name} without low and high")
        elif quantity.vague and exact and not vague:
            what = f"claim '{claim}' prints '{words}', a number, but has vague: {quantity.vague}"
            yield Problem(what, place(), exact[0].reading(unit=False), todo="write the printed bounds")


@rule(
    "wording-bounds",
    "warning",
    "The printed words give other bounds than the figure has. Correct the bounds, or the wording.",
)
def wording_bounds(corpus: Corpus) -> Iterator[Problem]:
    """Compare the bounds that the wording gives with those of the figure, where it can be read whole."""
    from kg.language.wordings import read_whole

    for claim, quantity, words, place, language in (*_quantities(corpus), *_retold(corpus)):
        exact = [n for n in read_whole(words, language) or () if not n.tabled]
        if len(exact) != 1 or quantity.vague or measured_otherwise(exact[0], quantity):
            continue
        has = tuple(getattr(quantity, name) for name in _BOUNDS)
        money = (exact[0].unit or "").upper()
        other = money in CURRENCIES and money != quantity.currency
        if has != exact[0].bounds or other:
            what = f"claim '{claim}' prints '{words}' but has {quantity.words()}"
            yield Problem(
                what, place(), exact[0].reading(unit=False), todo="correct the bounds or the wording"
            )


def measured_otherwise(printed: Number, quantity: Quantity) -> bool:
    """Return whether a figure may be right although it has other bounds: in tonnes for kilograms, about."""
    if quantity.measure not in ("count", MONEY) and printed.unit not in (None, quantity.unit):
        return True
    low, high = quantity.low, quantity.high
    around = None not in (printed.low, low, high) and low <= printed.low <= high  # type: ignore[operator]
    return printed.approximate and around


@rule(
    "money-day",
    "warning",
    "A sum of money has no day for which it is given, and money changes its worth. Write priced: the day of"
    " the payment or contract, or the day on which the sum was named.",
)
def money_without_day(corpus: Corpus) -> Iterator[Problem]:
    """Find sums of money without the day for which they are given."""
    for claim, quantity, _, place, _ in _quantities(corpus):
        if quantity.currency and quantity.priced is None:
            yield Problem(
                f"claim '{claim}' gives {quantity.words()} of no day",
                place(),
                "the day for which the sum is given",
                todo="add priced: with that day, or the span in which it lies",
            )


@rule(
    "long-wording",
    "warning",
    f"More than {LONGEST} words of a text are copied. The texts are not ours: keep the few that matter.",
)
def long_wordings(corpus: Corpus) -> Iterator[Problem]:
    """Find printed words that are longer than a figure or a description needs."""
    for item in corpus.located:
        fact = item.fact
        quantity = getattr(fact, "quantity", None)
        fields: dict[tuple[str | int, ...], str | None] = {
            ("attribution",): getattr(fact, "attribution", None),
            ("wording",): getattr(fact, "wording", None),
            ("quantity", "wording"): quantity and quantity.wording,
        }
        for index, citation in enumerate(getattr(fact, "cited", ())):
            fields["cited", index, "wording"] = citation.wording
        for path, words in fields.items():
            if words and len(words.split()) > LONGEST:
                what = f"'{fact.id}' copies {len(words.split())} words in '{path[-1]}'"
                yield Problem(
                    what,
                    item.place(*path),
                    f"at most {LONGEST} words",
                    todo="shorten it; the citation says where the rest stands",
                )


@rule(
    "property-as-figure",
    "warning",
    "A claim gives a range, speed, calibre or weight as a figure of an event. It is a property of the"
    " weapon: let the"
    " claim be about the weapon type, without a figure that could be taken for a number delivered.",
)
def properties(corpus: Corpus) -> Iterator[Problem]:
    """Find figures of events whose unit measures a weapon and counts nothing."""
    for item in corpus.claims:
        claim, event = item.fact, corpus.fact(item.fact.about)
        figure = claim.quantity
        if figure and side_of(claim.stance) == "for" and isinstance(event, Event):
            weighed = figure.measure.startswith("mass-")
            length = figure.measure == "distance-km" or (figure.unit in _LENGTHS and not weighed)
            if figure.unit in _PROPERTIES or (length and isinstance(event, Shipment)):
                what = (
                    f"claim '{claim.id}' gives {figure.words()}, a property, as a figure of {event.KIND}"
                    f" '{event.id}'"
                )
                yield Problem(
                    what,
                    item.place("quantity"),
                    "a number of things",
                    todo="let the claim be about the weapon type, or leave the figure out",
                )


@rule(
    "unit-alike",
    "warning",
    "Two units are spelled nearly the same. Figures of different units are never compared: use one spelling.",
)
def units_alike(corpus: Corpus) -> Iterator[Problem]:
    """Find units that occur once and come close to one that occurs more often."""
    for unit, places in (units := _units(corpus)).items():
        others = [u for u in units if u != unit and len(units[u]) > len(places)]
        close = nearest(unit, [u for u in others if unit.rstrip("s") == u.rstrip("s") or _typo(unit, u)])
        if len(places) == 1 and close:
            yield Problem(
                f"the unit '{unit}' occurs once",
                places[0](),
                "one spelling per unit",
                close,
                "use the other spelling if both are the same",
            )


@rule(
    "unit-once",
    "note",
    "A unit occurs only once. Nothing can be compared with it; see whether another unit of the corpus fits.",
)
def units_once(corpus: Corpus) -> Iterator[Problem]:
    """Find units that occur once."""
    for unit, places in _units(corpus).items():
        if len(places) == 1:
            yield Problem(
                f"the unit '{unit}' occurs once",
                places[0](),
                "a unit that other figures have too",
                todo="look at the other units",
            )


def _units(corpus: Corpus) -> dict[str, list[Callable[[], Location]]]:
    places: dict[str, list[Callable[[], Location]]] = defaultdict(list)
    for _, quantity, _, place, _ in _quantities(corpus):
        if not quantity.currency:
            places[quantity.unit].append(place)
    return places


def _typo(a: str, b: str) -> bool:
    """Return whether two words differ in one letter, one letter more or two swapped."""
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 4:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    p, q = a[start:], b[start:]
    return p[1:] == q[1:] or p[1:] == q or p == q[1:] or (p[:2] == q[1::-1] and p[2:] == q[2:])
