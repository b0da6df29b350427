"""What a fact is tied to and what it is, as pairs of words and values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kg.language.directions import joined
from kg.language.interface.words import Words
from kg.model import table
from kg.model.kinds import Fact
from kg.model.span import Span
from kg.model.together import together
from kg.site.material import Material

_ELSEWHERE = frozenset(
    (
        *(
            "id",
            "name",
            "name_de",
            "title",
            "description",
            "kind",
            "known_as",
            "identifiers",
            "url",
            "archive",
            "note",
        ),
        *("file", "inferred", "minimum_claims", "minimum_roots"),
    )
)
"""Properties that stand elsewhere on the page, or that only curators need."""


class Item(NamedTuple):
    """One value: a fact with a remark, an address elsewhere, or plain words."""

    id: str = ""
    note: str = ""
    address: str = ""


Groups = list[tuple[str, list[Item]]]


def ties(material: Material, w: Words, fact: Fact) -> Groups:
    """Return what a fact is and what it is tied to, in a fixed order; nothing for what is unknown.

    Claims, judgements, names, an event's parts, a publisher's documents, and the events of anything but an
    event have their own places on the page.
    """
    id_, index = fact.id, material.index
    groups: Groups = []
    for name in table.kinds()[material.kind(id_)].properties:
        value = getattr(fact, name)
        if name in _ELSEWHERE or value in (None, [], "", False):
            continue
        items = (
            [w.span(value, lasting=fact.LASTING)]
            if isinstance(value, Span)
            else [
                w("yes") if v is True else w.value(name, v)
                for v in (value if isinstance(value, list) else [value])
            ]
        )
        heading = w("document.sha256") if name == "sha256" else w.either("prop", name, _spelled(name))
        groups.append((heading, [Item(note=text) for text in items]))
    apart = table.labels("claim", "judgement")
    if material.kind(id_) not in table.labels("event"):
        apart |= table.labels("event")
    nobody = unknown(material, fact)
    for way, near, skip in (
        ("out", index.out, table.types("name")),
        ("in", index.into, table.types("name", "part", "publisher")),
    ):
        for edge in table.edges():
            ends = [(e.end if way == "out" else e.start, e) for e in near.get(id_, ()) if e.type == edge]
            items_ = [Item(i, _role(e.properties, w)) for i, e in ends if material.kind(i) not in apart]
            if (key := f"edge.{edge}.{way}") in nobody:
                items_ = [Item(note=w("together.unknown"))]
            if items_ and edge not in skip:
                groups.append((w(key), items_))
    if identifiers := getattr(fact, "identifiers", ()):
        told = [
            Item(note=f"{w.value('scheme', one.scheme)} {one.value}", address=one.address)
            for one in identifiers
        ]
        groups.append((w("prop.identifiers"), told))
    return groups


def unknown(material: Material, fact: Fact) -> list[str]:
    """Return the keys of what they are called who do something together and whom no text names."""
    called = table.kinds()[material.kind(fact.id)].together
    return [called[field] for field in together(type(fact)) if not getattr(fact, field)]


def _spelled(name: str) -> str:
    """Return the name of a property as words."""
    return name.replace("_", " ").capitalize()


def _role(properties: Mapping[str, object], w: Words) -> str:
    since, until = str(properties.get("since_text") or ""), str(properties.get("until_text") or "")
    if "/" in since + until:
        ends = [
            w("span.since", day=w.day(since)) if since else "",
            w("span.by", day=w.day(until)) if until else "",
        ]
        period = joined(ends, " ")
    else:
        period = w.day(f"{since or '..'}/{until or '..'}", lasting=True) if since or until else ""
    return joined([str(properties.get("role") or ""), period])
