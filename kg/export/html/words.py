"""Edges, properties and days in plain English, as the panel shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.rows import NodeRow

EDGES: dict[str, tuple[str, str, str]] = {
    "DELIVERED": ("is said to supply", "Supplies, as alleged", "Supplier"),
    "RECEIVED_BY": ("is said to go to", "Recipient", "Receives, as alleged"),
    "OF_TYPE": ("concerns", "Weapon types", "Events with it"),
    "SHIPPED_VIA": ("is said to go through", "Route", "On the route of"),
    "SENT": ("is said to send", "Sends, as alleged", "Sent by"),
    "HOSTED_BY": ("is said to be hosted by", "Host", "Hosts, as alleged"),
    "AT": ("is placed at", "Where, as alleged", "Events here, as alleged"),
    "INVOLVES": ("involves", "Involves", "Involved in"),
    "IN_RETURN_FOR": ("is said to repay", "In return for", "Said to be repaid by"),
    "PART_OF_EVENT": ("is part of", "Part of", "Its parts"),
    "PART_OF": ("belongs to", "Belongs to", "Members"),
    "SUBTYPE_OF": ("is a kind of", "Kind of", "Kinds"),
    "MADE_BY": ("is made by", "Made by", "Makes"),
    "USED": ("is said to use", "Uses, as alleged", "Used by"),
    "AGAINST": ("is directed against", "Against", "Target of"),
    "USES_GOODS_OF": ("is said to use goods of", "Goods from", "Used, as alleged, in"),
    "SUFFERED_BY": ("concerns people of", "Whose people", "Losses, as alleged"),
    "SIGNED_BY": ("is by", "Parties", "Party to"),
    "BETWEEN": ("is between", "Parties", "Party to talks"),
    "FOUND_BY": ("is found by", "Found by", "Findings"),
    "SUPPORTS": ("is said to show", "Said to show", "Evidence said to show it"),
    "WITHIN": ("lies in", "Lies in", "Holds"),
    "PUBLISHED_BY": ("is published by", "Published by", "Publishes"),
    "DRAWS_ON": ("draws on", "News agencies", "Drawn on by"),
    "NAMED_IN": ("is named in", "Names equated in", "Equates names of"),
    "SAID_BY": ("is said by", "Said by", "Said"),
    "ABOUT": ("is about", "About", "Claims about it"),
    "RELAYS": ("passes on", "Passes on", "Passed on by"),
    "ANSWERS": ("answers", "Answers", "Answered by"),
    "CITED_IN": ("is printed in", "Printed in", "Prints"),
    "ON_TOPIC": ("is on the topic", "Topic", "Claims on it"),
    "MENTIONS": ("mentions", "Mentions", "Mentioned in"),
    "JUDGES": ("judges", "Judges", "Judged in"),
    "SAME_AS": ("is judged to be the same as", "Judged to be the same as", "Judged to be the same as"),
    "LOCATES_AT": ("places it at", "Where, as claimed", "Claims that place it here"),
}
"""By edge type: the verb of the sentence, the heading at the edge's start and the heading at its end."""

PROPERTIES: dict[str, str] = {
    "description": "What it is",
    "goods": "Goods",
    "stage": "Stage, as alleged",
    "personnel": "Personnel",
    "includes": "Counts",
    "means": "Means of transport",
    "wording": "Described in print as",
    "kind": "Sort",
    "role": "Role",
    "calibre_mm": "Calibre in mm",
    "range_km": "Range in km",
    "known_as": "Also known as",
    "name_de": "In German",
    "iso": "ISO code",
    "wikidata": "Wikidata",
    "language": "Language",
    "url": "Address",
    "inferred": "Not in the text, resolved by us",
    "note": "Remark",
    "stance": "Stance",
    "said": "Said on",
    "low": "At least",
    "high": "At most",
    "rule": "Derived from",
}
"""Headings of plain properties, in the order of the panel; others follow under their own names."""

NOBODY = "nobody named"
"""What stands for a speaker whom no text names or describes."""

_INTERNAL = frozenset(
    {
        "id", "caption", "name", "title", "key", "position", "claim", "relayed", "sha256", "file", "recorded",
        "minimum_claims", "peripheral", "root", "known_from", "start", "end",
    }
)
_SPAN_PARTS = ("_from", "_to", "_precision", "_text")


def name_of(node: NodeRow) -> str:
    """Return the words for a node: its caption, its name or its id."""
    for key in ("caption", "name", "title", "paraphrase"):
        text = str(node.properties.get(key) or "").strip()
        if text:
            return text
    return node.id


def day(properties: Mapping[str, Any], field: str) -> str:
    """Say a day or span of days in words; empty when it is unknown.

    Example:
        >>> day({"said_text": "../2024-10-13"}, "said")
        'by 2024-10-13'
        >>> day({"period_text": "2024-10/.."}, "period")
        'since 2024-10'
    """
    text = str(properties.get(f"{field}_text") or properties.get(field) or "")
    first, slash, last = text.partition("/")
    if not slash:
        return text
    if first == "..":
        return f"by {last}"
    return f"since {first}" if last == ".." else f"{first} to {last}"


def edge_words(edge_type: str) -> tuple[str, str, str]:
    """Return verb, heading and reversed heading of an edge type, made from its name when it is new.

    Example:
        >>> edge_words("PAID_FOR")
        ('paid for', 'Paid for', 'Paid for (by)')
    """
    plain = edge_type.replace("_", " ").lower()
    return EDGES.get(edge_type, (plain, plain.capitalize(), f"{plain.capitalize()} (by)"))


def property_rows(properties: Mapping[str, Any]) -> list[tuple[str, list[str]]]:
    """Return the properties worth reading as (heading, texts), known ones first; spans of days as words."""
    order = {key: place for place, key in enumerate(PROPERTIES)}
    rows = []
    seen: set[str] = set(_INTERNAL)
    for key in sorted(properties, key=lambda k: (order.get(k, len(order)), k)):
        stem = next((key.removesuffix(part) for part in _SPAN_PARTS if key.endswith(part)), "")
        if stem and f"{stem}_text" in properties:
            if stem not in seen:
                seen.add(stem)
                rows.append((_heading(stem), [day(properties, stem)]))
        elif key not in seen:
            value = properties[key]
            texts = [str(item) for item in value] if isinstance(value, (list, tuple)) else [_text(value)]
            if any(texts):
                rows.append((_heading(key), texts))
    return rows


def _heading(key: str) -> str:
    special = {"period": "When, as alleged", "published": "Published", "since": "Since", "until": "Until"}
    return PROPERTIES.get(key) or special.get(key) or key.replace("_", " ").capitalize()


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) and value >= 10000 else str(value)
