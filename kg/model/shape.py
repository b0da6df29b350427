"""How the fields of a kind map to properties and edges."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from typing import get_origin

from kg.model.kinds import Entry, Fact, Link, Part, Strict, Tie, inner, links, ties
from kg.model.parts import types_in


@dataclass(frozen=True)
class Shape:
    """How the fields of one kind map to properties and edges."""

    model: type[Fact]
    links: dict[str, Link]
    parts: dict[str, type[Part]]
    ties: dict[str, type[Tie]]
    maps: frozenset[str]
    entries: dict[str, type[Entry]]
    plain: tuple[str, ...]
    prefix: str
    """What stands before the property names of its parts."""

    @cached_property
    def several(self) -> tuple[str, ...]:
        """Plain fields that hold several values, or none."""
        fields = self.model.model_fields
        return tuple(n for n in self.plain if {list, dict}.intersection(types_in(fields[n].annotation)))

    @cached_property
    def single(self) -> tuple[str, ...]:
        """Plain fields that hold one value; that of a tie which names its end is no property."""
        return tuple(n for n in self.plain if n not in (*self.several, getattr(self.model, "TARGET", "")))

    @cached_property
    def ways(self) -> tuple[tuple[str, str, bool], ...]:
        """Reference fields, each with the type of its edge and whether that runs the other way."""
        return tuple((name, link.edge, link.reverse) for name, link in self.links.items())

    @cached_property
    def lists(self) -> frozenset[str]:
        """Reference fields that name several facts."""
        return frozenset(n for n in self.links if get_origin(self.model.model_fields[n].annotation) is list)

    @cached_property
    def one_of_two(self) -> frozenset[str]:
        """Reference fields that share their edge with another: one for a single fact, one for several."""
        ways = Counter((link.edge, link.reverse) for link in self.links.values())
        return frozenset(n for n, link in self.links.items() if ways[link.edge, link.reverse] > 1)


@cache
def shape(model: type[Fact | Tie]) -> Shape:
    """Read off a model which of its fields are references, parts, ties and plain values."""
    parts, maps, entries, plain = {}, set(), {}, []
    found, listed = links(model), ties(model)
    for name, info in model.model_fields.items():
        if name in found or name in listed or info.exclude:
            continue
        of = next((k for k in inner(info.annotation) if isinstance(k, type) and issubclass(k, Strict)), None)
        if of and issubclass(of, Part):
            parts[name] = of
            continue
        plain.append(name)
        if of and issubclass(of, Entry):
            entries[name] = of
        elif get_origin(info.annotation) is dict:
            maps.add(name)
    prefix = getattr(model, "PREFIX", "")
    return Shape(model, found, parts, listed, frozenset(maps), entries, tuple(plain), prefix)  # type: ignore[arg-type]
