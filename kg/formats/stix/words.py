"""What objects of STIX say in words: every value of a fact that has no property of its own there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.formats.text import cell
from kg.model.parts import Entry, Part
from kg.model.quantity import Quantity
from kg.model.review import Reviewable, status_of
from kg.model.shape import shape
from kg.model.span import Span
from kg.model.spots import spot_words
from kg.model.table import edges, words

if TYPE_CHECKING:
    from kg.model.base import Fact, Tie

ALLEGED = "Alleged. That it stands here does not say that it happened."
_PLACE = ("paragraph", "start", "end", "sha256", "page", "region", "timecode")


class Line(NamedTuple):
    """One link between two facts.

    Attributes:
        edge: its type.
        start: id of the fact where it begins.
        end: id of the fact where it ends.
        by: id of the fact that declares it.
        details: what it says beside, in words.
        key: what tells it apart from others between the same two, where it has properties of its own.
    """

    edge: str
    start: str
    end: str
    by: str
    details: str = ""
    key: str | None = None

    @property
    def verb(self) -> str:
        """The words between its ends, in English."""
        return edges()[self.edge].words["en"][0]

    @property
    def kind(self) -> str:
        """These words as a type of relationship.

        Example:
            >>> Line("DELIVERED", "kp", "shells", "shells").kind
            'is-said-to-supply'
        """
        return re.sub(r"[^a-z0-9]+", "-", self.verb.lower()).strip("-")


def lines_of(fact: Fact, facts: Mapping[str, Fact]) -> Iterator[Line]:
    """Yield the links that a fact declares to others."""
    plan = shape(type(fact))
    for name, link in plan.links.items():
        value = getattr(fact, name)
        for other in value if isinstance(value, list) else [value] if value else []:
            ends = (other, fact.id) if link.reverse else (fact.id, other)
            yield Line(link.edge, ends[0], ends[1], fact.id)
    for name, tie in plan.ties.items():
        for item in getattr(fact, name):
            other = getattr(item, tie.TARGET)
            said = list(told(item, (tie.TARGET, *_PLACE)))
            place = {field: value for field, value in item if field in _PLACE}
            if place:
                said.insert(0, spot_words(place | item.derived(facts.get(other))))
            yield Line(tie.EDGE, fact.id, other, fact.id, "; ".join(said), item.key)


def told(value: Fact | Tie, without: Collection[str] = ()) -> Iterator[str]:
    """Yield the values of a fact or link in words, links to others left out.

    Example:
        >>> from kg.model.kinds.place import Place
        >>> list(told(Place(id="rason", name="Rason", kind="port", note="A free port."), ("id", "name")))
        ['Note: A free port.', 'Kind: port']
    """
    plan = shape(type(value))
    for name in (*plan.plain, *plan.parts):
        item = getattr(value, name)
        empty = item in (None, "", [], {}) or (isinstance(item, int) and not item)
        if not empty and name not in without:
            label = words("en").get(f"prop.{name}") or name.replace("_", " ").capitalize()
            yield f"{label}: {in_words(item)}"
    if isinstance(value, Reviewable):
        yield f"Review: {status_of(value).value}"
        if value.withdrawn:
            yield f"Withdrawn: {value.withdrawn.on}, {value.withdrawn.why}"


def in_words(value: Any) -> str:
    """Return a value as words: a figure with its bounds and its printed words, a span of days as written."""
    if isinstance(value, Span):
        return value.text
    if isinstance(value, Quantity):
        of, priced = value.of and f"of {value.of}", value.priced and f"priced {value.priced.text}"
        more = [part for part in (value.mode, value.stage, of, priced) if part]
        return "; ".join([value.words(), f'printed "{value.wording}"', *more])
    if isinstance(value, Part):
        return "; ".join(f"{name} {in_words(item)}" for name, item in value if item is not None)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {in_words(item)}" for name, item in sorted(value.items()))
    if isinstance(value, list):
        return "; ".join(map(in_words, value))
    return str(value) if isinstance(value, Entry) else cell(value)
