"""What the panel says about a claim: who said what, when and where, through whom, and where it is printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.export.html.index import Index
from kg.export.html.words import NOBODY, day
from kg.facts.quantity import bounds_in_words
from kg.rows import EdgeRow

Piece = str | tuple[str, str]
"""Plain text, or (id, text) for something that the panel may show in turn."""
Row = tuple[str, list[Piece]]

COUNTS = {"stock": "there at one time", "flow": "moved in the period", "cumulative": "total since the start"}
"""What a number counts, by its mode."""


def speaker_words(index: Index, claim: str) -> str:
    """Return who spoke; for an unnamed speaker the printed words that stand in, or that nobody is named."""
    for actor in index.ends(claim, "SAID_BY"):
        return index.name(actor)
    printed = index.nodes[claim].properties.get("attribution")
    return f"{NOBODY} (“{printed}”)" if printed else NOBODY


def claim_rows(index: Index, claim: str) -> list[Row]:
    """Return the rows of a claim's panel; rows that would be empty are left out."""
    p = index.nodes[claim].properties
    speaker: list[Piece] = [(actor, index.name(actor)) for actor in index.ends(claim, "SAID_BY")]
    rows: list[Row] = [
        ("Said by", speaker or [speaker_words(index, claim)]),
        ("Said on", [day(p, "said")]),
        ("How many", _quantity(p)),
        ("Own certainty", [] if p.get("hedge", "plain") == "plain" else [str(p["hedge"])]),
        ("About", _linked(index, claim, "ABOUT")),
        ("When, as claimed", [day(p, "when")]),
        ("Where, as claimed", _linked(index, claim, "LOCATES_AT")),
        ("Chain", _chain(index, claim)),
        ("Printed in", [citation(index, e) for e in index.out[claim] if e.type == "CITED_IN"]),
        ("Mentions", _linked(index, claim, "MENTIONS")),
        ("Topic", _linked(index, claim, "ON_TOPIC")),
        ("Not in the text, resolved by us", [str(item) for item in p.get("inferred", [])]),
        ("Remark", [str(p.get("note", ""))]),
    ]
    return [(heading, kept) for heading, pieces in rows if (kept := [piece for piece in pieces if piece])]


def claim_groups(index: Index, claim: str) -> list[tuple[str, list[str]]]:
    """Return the claims that hang together with one, under headings, each in order of day."""
    groups = [
        ("Passes on", index.by_day(index.ends(claim, "RELAYS"))),
        ("Passed on by", index.by_day(index.starts(claim, "RELAYS"))),
        ("Answers", index.by_day(index.ends(claim, "ANSWERS"))),
        ("Answered by", index.by_day(index.starts(claim, "ANSWERS"))),
    ]
    return [group for group in groups if group[1]]


def citation(index: Index, edge: EdgeRow) -> Piece:
    """Say where a document prints a claim: title, outlet, day, paragraph, offsets, and what differs there."""
    document = index.nodes.get(edge.end)
    outlet = ", ".join(index.name(o) for o in index.ends(edge.end, "PUBLISHED_BY"))
    published = day(document.properties, "published") if document else ""
    p = edge.properties
    place = [outlet, f"published {published}" if published else ""]
    if "paragraph" in p:
        place.append(f"paragraph {p['paragraph']}")
    if "start" in p and "end" in p:
        place.append(f"characters {p['start']} to {p['end']}")
    differs = [
        f"printed “{p['wording']}”" if p.get("wording") else "",
        f"bounds {_bounds(p, 'printed_quantity_')}" if "printed_quantity_unit" in p else "",
        f"said {day(p, 'printed_said')}" if "printed_said_text" in p else "",
        f"for {day(p, 'printed_when')}" if "printed_when_text" in p else "",
        str(p.get("note") or ""),
    ]
    text = ", ".join(part for part in [f"“{index.name(edge.end)}”", *place] if part)
    here = "; ".join(part for part in differs if part)
    return edge.end, f"{text}. Here: {here}" if here else text


def summary(index: Index, claim: str) -> dict[str, str]:
    """Return what one line of the table says about a claim, as text; ids are empty where nobody is named."""
    p = index.nodes[claim].properties
    speakers, relays = index.ends(claim, "SAID_BY"), index.ends(claim, "RELAYS")
    cited = [e for e in index.out[claim] if e.type == "CITED_IN"]
    documents = dict.fromkeys(e.end for e in cited)
    return {
        "day": day(p, "said"),
        "speaker": speaker_words(index, claim),
        "stance": str(p.get("stance", "")),
        "speaker_id": next(iter(speakers), ""),
        "about_id": next(iter(index.ends(claim, "ABOUT")), ""),
        "many": _many(p),
        "about": ", ".join(index.name(e) for e in index.ends(claim, "ABOUT")),
        "chain": "passes on" if relays else "root" if speakers else "no source",
        "cited": "; ".join(f"{index.name(d)}, {_paragraphs(cited, d)}" for d in documents),
    }


def _paragraphs(cited: list[EdgeRow], document: str) -> str:
    found = {e.properties["paragraph"] for e in cited if e.end == document and "paragraph" in e.properties}
    word = "paragraph" if len(found) == 1 else "paragraphs"
    return f"{word} {', '.join(map(str, sorted(found)))}" if found else "no paragraph"


def _many(p: Mapping[str, Any]) -> str:
    text = str(p.get("how_many") or (_bounds(p, "") if p.get("unit") else ""))
    return f"{text} (“{p['wording']}”)" if text and p.get("wording") else text


def _quantity(p: Mapping[str, Any]) -> list[Piece]:
    """Return bounds in words, the printed wording, and what the number counts."""
    words = str(p.get("how_many") or (_bounds(p, "") if p.get("unit") else ""))
    if not words:
        return []
    mode = str(p.get("mode") or "")
    basis = ", ".join(part for part in (COUNTS.get(mode, mode), str(p.get("stage") or "")) if part)
    printed = f"printed: “{p['wording']}”" if p.get("wording") else ""
    return [words, printed, f"counts: {basis}" if basis else ""]


def _bounds(p: Mapping[str, Any], prefix: str) -> str:
    low, high, unit = p.get(f"{prefix}low"), p.get(f"{prefix}high"), p.get(f"{prefix}unit")
    return bounds_in_words(
        low if isinstance(low, int) else None,
        high if isinstance(high, int) else None,
        bool(p.get(f"{prefix}low_open")),
        bool(p.get(f"{prefix}high_open")),
        unit=str(unit or ""),
        vague=str(p[f"{prefix}vague"]) if p.get(f"{prefix}vague") else None,
        approximate=bool(p.get(f"{prefix}approximate")),
    )


def _chain(index: Index, claim: str) -> list[Piece]:
    """Say whether the chain ends here or goes on, also where it goes on outside of the rows at hand."""
    relayed = index.ends(claim, "RELAYS")
    missing = [other for other in relayed if other not in index.nodes]
    if missing:
        return [f"passes on {other}, which is not part of this page" for other in missing]
    if relayed:
        return ["passes on what others said (below)"]
    if index.ends(claim, "SAID_BY"):
        return ["ends here: passes on no other claim"]
    return ["ends here, at a source that the text does not name"]


def _linked(index: Index, claim: str, edge_type: str) -> list[Piece]:
    return [(other, index.name(other)) for other in index.ends(claim, edge_type)]
