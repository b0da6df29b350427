"""What a claim rests on, as text and as plain records for JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from typing import Any

from kg.analysis.chains import Chain, Hop, Printed
from kg.formats.table import wrapped
from kg.formats.text import plain, visible
from kg.language.directions import isolated
from kg.language.interface.words import Words
from kg.model.weighing import HELD_BACK, WHOLE
from kg.sources.texts import Quote

PRINTED = ("wording", "figure")
"""What differs in a document in its own words."""
Quoter = Callable[[Printed], Quote]
"""Looks a citation up in the texts, as far as they are at hand."""


def ending(hop: Hop) -> str:
    """Say what stands at the end of a chain: a named root, a described one, a document, or a gap."""
    if hop.stated_in:
        return "root: document"
    if hop.speaker is None and hop.attribution == HELD_BACK:
        return "gap: the chain ends at a claim that is held back"
    if hop.speaker is None:
        return "gap: the chain ends at a source that the text does not name"
    return "root: described, not named" if hop.described else "root: named"


def day(said: str) -> str:
    """Say a day or a span of days in words; what is not known to the day is not shown as if it were.

    Example:
        >>> day("2024-10-11"), day("../2024-10-13"), day("2024-10"), day("2024-01/2024-03")
        ('on 2024-10-11', 'by 2024-10-13', 'in October 2024', 'between January 2024 and March 2024')
    """
    first, _, last = said.partition("/")
    say = partial(Words().day, iso=True)
    if not last:
        return f"{'on' if len(first) == 10 else 'in'} {say(first)}"
    return say(said) if first == ".." else f"between {say(first)} and {say(last)}"


def text(claim: str, ways: Sequence[Chain], hop_of: Mapping[str, Hop], quoter: Quoter, columns: int) -> str:
    """Return the paths as text for a terminal of so many columns."""
    lines = [claim, *wrapped(visible(hop_of[claim].paraphrase), columns), ""]
    for number, way in enumerate(ways, 1):
        lines.append(f"Path {number} of {len(ways)}")
        for step, name in enumerate(way.claims, 1):
            lines += _hop(step, hop_of[name], quoter, columns)
        end = (
            "cycle: this claim was met before; it supports nothing"
            if way.closes
            else ending(hop_of[way.claims[-1]])
        )
        lines += [*wrapped(end, columns, "     ", "     "), ""]
    return "\n".join(lines[:-1]) + "\n"


def _hop(step: int, hop: Hop, quoter: Quoter, columns: int) -> list[str]:
    described = f": {_gloss(hop.attribution, hop.printed)}" if hop.attribution else ""
    unknown = HELD_BACK if hop.attribution == HELD_BACK else f"the text names nobody{described}"
    who = hop.speaker or f"?? ({unknown})"
    told = [
        "" if hop.facet == WHOLE else f"about {hop.facet} only",
        "at first hand" if hop.firsthand else "",
        f"taken back, known from {hop.taken_back}" if hop.taken_back else "",
    ]
    said = f"{_part(who)} {visible(f'{hop.stance} {day(hop.said_text)}')}"
    head = ", ".join(filter(None, [said, *told]))
    head += f": {_part(hop.figure)}" if hop.figure else ""
    lines = wrapped(head, columns, f"{step:>3}  ", "     ")
    lines += wrapped(f"claim {hop.claim}", columns, "     ", "     ")
    for place in hop.printed:
        quote = quoter(place)
        characters = "" if place.start is None else f", characters {place.start}-{place.end}"
        where = (
            f"printed by {_part(place.outlet)} on {_part(place.published)}: {_part(place.document)},"
            f" {place.spot}{characters} ({quote.state})"
        )
        if place.differs:
            where += "; here " + ", ".join(
                f"{name} {_gloss(value, [place])}" if name in PRINTED else f"{name} '{_part(value)}'"
                for name, value in place.differs.items()
            )
        lines += wrapped(where, columns, "     - ", "       ")
        if quote.text:
            lines += wrapped(f'"{_part(quote.text)}"', columns, "       ", "       ")
    return lines


def _gloss(printed: str, places: Sequence[Printed]) -> str:
    """Return a printed wording with the language of the document that printed it first."""
    first = min(places, key=lambda place: str(place.published), default=None)
    return Words().gloss("", visible(printed), first.language if first else "")


def _part(value: object) -> str:
    """Return a value as a part of a line: it turns nothing and steers no terminal."""
    return isolated(visible(str(value)))


def records(ways: Sequence[Chain], hop_of: Mapping[str, Hop], quoter: Quoter) -> list[dict[str, Any]]:
    """Return one object per path: its hops from the claim to the root, and how it ends."""
    out = []
    for way in ways:
        hops = []
        for name in way.claims:
            hop = {key: plain(value) for key, value in asdict(hop_of[name]).items() if key != "printed"}
            hop["printed"] = [_place(place, quoter(place)) for place in hop_of[name].printed]
            hops.append(hop)
        out.append({"hops": hops, "end": "cycle" if way.closes else ending(hop_of[way.claims[-1]])})
    return out


def _place(place: Printed, quote: Quote) -> dict[str, Any]:
    own = {key: plain(value) for key, value in asdict(place).items()}
    return own | {"citation": quote.state, "quote": quote.text}
