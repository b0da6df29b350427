"""What a fact is tied to and what it is, as pairs of words and values."""

from __future__ import annotations

from typing import Any, NamedTuple

from kg.model.span import Span
from kg.picture.looks import EVENTS
from kg.site.material import Material
from kg.site.words import Words

_OUT = (
    "PART_OF_EVENT",
    "DELIVERED",
    "RECEIVED_BY",
    "SENT",
    "HOSTED_BY",
    "USED",
    "AGAINST",
    "SUFFERED_BY",
    "SIGNED_BY",
    "BETWEEN",
    "FOUND_BY",
    "INVOLVES",
    "OF_TYPE",
    "AT",
    "SHIPPED_VIA",
    "USES_GOODS_OF",
    "SUPPORTS",
    "IN_RETURN_FOR",
    "PART_OF",
    "SUBTYPE_OF",
    "MADE_BY",
    "WITHIN",
    "PUBLISHED_BY",
    "DRAWS_ON",
)
_INTO_EVENT = ("DELIVERED", "SENT", "USED", "SUPPORTS", "IN_RETURN_FOR", "USES_GOODS_OF")
_INTO_OTHER = ("PART_OF", "SUBTYPE_OF", "MADE_BY", "WITHIN", "DRAWS_ON")
_PLAIN = (
    "goods",
    "stage",
    "personnel",
    "includes",
    "means",
    "wording",
    "period",
    "iso",
    "calibre_mm",
    "range_km",
    "published",
    "recorded",
    "language",
    "sha256",
)
_LISTED = ("DELIVERED", "SENT", "USED")
"""Edges from an actor to events, which stand in tables of their own."""
_WORDS = {"stage": "stage", "language": "language"}


class Item(NamedTuple):
    """One value: a fact with a remark, an address elsewhere, or plain words."""

    id: str = ""
    note: str = ""
    address: str = ""


Groups = list[tuple[str, list[Item]]]


def ties(material: Material, w: Words, fact: Any) -> Groups:
    """Return what a fact is and what it is tied to, in a fixed order; nothing for what is unknown."""
    id_, index = fact.id, material.index
    found: Groups = []
    for name in _PLAIN:
        value = getattr(fact, name, None)
        if value in (None, [], ""):
            continue
        items = (
            [w.span(value)]
            if isinstance(value, Span)
            else [
                w.either(_WORDS.get(name, "-"), str(v))
                for v in (value if isinstance(value, list) else [value])
            ]
        )
        found.append(
            (
                w("document.sha256") if name == "sha256" else w(f"prop.{name}"),
                [Item(note=text) for text in items],
            )
        )
    for edge in _OUT:
        items_ = [Item(e.end, _role(e.properties, w)) for e in index.out.get(id_, ()) if e.type == edge]
        if items_ and edge not in _LISTED:
            found.append((w(f"out.{edge}"), items_))
    for edge in _INTO_EVENT if material.kind(id_) in EVENTS else _INTO_OTHER:
        items_ = [Item(e.start, _role(e.properties, w)) for e in index.into.get(id_, ()) if e.type == edge]
        if items_:
            found.append((w(f"into.{edge}"), items_))
    url = getattr(fact, "url", None)
    if url:
        found.append(
            (w("prop.url"), [Item(note=url, address=url if url.startswith(("https://", "http://")) else "")])
        )
    if getattr(fact, "wikidata", None):
        found.append(
            (
                w("prop.wikidata"),
                [Item(note=fact.wikidata, address=f"https://www.wikidata.org/wiki/{fact.wikidata}")],
            )
        )
    return found


def _role(properties: Any, w: Words) -> str:
    since, until = properties.get("since_text"), properties.get("until_text")
    period = (
        w("span.to", first=since, last=until)
        if since and until
        else w("span.since", day=since)
        if since
        else w("span.by", day=until)
        if until
        else ""
    )
    return ", ".join(filter(None, [str(properties.get("role") or ""), period]))
