"""Facts as statements of RDF, each field under its own name, and how Turtle and TriG write them.

Nothing of a fact is left out but what never leaves. Every fact, every citation, figure and other part has an
address, so that there are no blank nodes; a list of several values also says their order.

Source: RDF 1.1 Turtle and TriG, W3C Recommendations of 25 February 2014.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from kg.errors import CallError, Problem
from kg.model.base import Fact, links
from kg.model.identifier import Identifier
from kg.model.parts import Strict
from kg.model.span import Span

BASE = "urn:kg-arms:"
"""What the addresses of facts begin with where nobody says: it belongs to no domain."""
PREFIXES = {
    "kg": "urn:kg-arms:words#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "np": "http://www.nanopub.org/nschema#",
    "npx": "http://purl.org/nanopub/x/",
    "sh": "http://www.w3.org/ns/shacl#",
}
"""The vocabularies; `kg` is ours: labels of kinds, and the fields by their names in the seed files."""
_BASE = re.compile(r'[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*[/#:]')


class Statement(NamedTuple):
    """A subject, a predicate and an object, written as in Turtle."""

    subject: str
    predicate: str
    object: str


def checked(base: str) -> str:
    """Return what addresses begin with, as given.

    Raises:
        CallError: addresses made with it would be none.

    Example:
        >>> checked("https://example.org/facts/")
        'https://example.org/facts/'
    """
    if not _BASE.fullmatch(base):
        what, expected = f"--base: '{base[:80]}' begins no address", "an address that ends in '/', '#' or ':'"
        raise CallError(
            Problem(what, expected=expected, todo=f"such as {BASE} or https://example.org/facts/")
        )
    return base


def part(fact: str, *path: object) -> str:
    """Return the name of a part of a fact below the base: ids have no slash, so it is nobody else's.

    Example:
        >>> part("kirby-2024", "cited", 1)
        'kirby-2024/cited/1'
    """
    return "/".join((fact, *map(str, path)))


def literal(value: Any) -> str:
    """Return a value as Turtle writes it; a day keeps its EDTF text and type.

    Example:
        >>> literal("a \\"b\\""), literal(1.5), literal(True), literal(Span.model_validate("2024-10"))
        ('"a \\\\"b\\\\""', '1.5', 'true', '"2024-10"^^edtf:EDTF')
    """
    if isinstance(value, Span):
        return f"{json.dumps(value.text)}^^edtf:EDTF"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, date):
        return f'"{value}"^^xsd:date'
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    return str(value).lower()


class Writer:
    """Turns facts into statements.

    Attributes:
        base: what addresses begin with.
    """

    def __init__(self, base: str = BASE) -> None:
        """Take what addresses begin with."""
        self.base = checked(base)

    def address(self, name: str) -> str:
        """Return the address of a fact or of a part of one."""
        return f"<{self.base}{name}>"

    def fact(self, fact: Fact) -> Iterator[tuple[str, Statement]]:
        """Yield the statements of a fact, each behind the field that it is from, empty for what it is."""
        me = self.address(fact.id)
        for label in type(fact).LABELS:
            yield "", Statement(me, "a", f"kg:{label}")
        yield "", Statement(me, "rdfs:label", literal(fact.caption))
        for name, info in type(fact).model_fields.items():
            if name != "id" and not info.exclude:
                refers = name in links(type(fact))
                for each in self._field(fact.id, name, getattr(fact, name), refers):
                    yield name, each

    def _field(self, owner: str, name: str, value: Any, refers: bool) -> Iterator[Statement]:
        me, path = self.address(owner), part(owner, name)
        if isinstance(value, dict):
            value = [_Pair(key=key, value=text) for key, text in value.items()]
        if isinstance(value, list):
            if value and isinstance(value[0], Strict):
                for position, item in enumerate(value, 1):
                    yield from self._node(me, name, part(path, position), item)
                    yield Statement(self.address(part(path, position)), "kg:position", str(position))
                return
            for item in value:
                yield Statement(me, f"kg:{name}", self._term(item, refers))
            if len(value) > 1:
                yield Statement(me, "kg:in_order", self.address(path))
                yield Statement(self.address(path), "a", "rdf:Seq")
                yield Statement(self.address(path), "rdf:predicate", f"kg:{name}")
                for position, item in enumerate(value, 1):
                    yield Statement(self.address(path), f"rdf:_{position}", self._term(item, refers))
        elif isinstance(value, Strict) and not isinstance(value, Span):
            yield from self._node(me, name, path, value)
        elif value is not None:
            yield Statement(me, f"kg:{name}", self._term(value, refers))

    def _node(self, owner: str, name: str, path: str, value: Strict) -> Iterator[Statement]:
        yield Statement(owner, f"kg:{name}", self.address(path))
        yield Statement(self.address(path), "a", f"kg:{type(value).__name__.lstrip('_')}")
        for field in type(value).model_fields:
            refers = field == getattr(type(value), "TARGET", "")
            yield from self._field(path, field, getattr(value, field), refers)
        if isinstance(value, Identifier) and value.address:
            yield Statement(owner, "schema:sameAs", f"<{value.address}>")

    def _term(self, value: Any, refers: bool) -> str:
        return self.address(value) if refers else literal(value)


class _Pair(Strict):
    """An entry of a mapping."""

    key: str
    value: str


def prefixes() -> str:
    """Return the lines by which Turtle and TriG know the vocabularies."""
    return "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())


def graph(name: str, statements: Iterable[Statement]) -> str:
    """Return a named graph in TriG.

    Args:
        name: its address.
        statements: what it holds; none stands there twice.
    """
    about: dict[str, dict[str, None]] = {}
    for subject, predicate, object in statements:
        about.setdefault(subject, {})[f"{predicate} {object}"] = None
    lines = [f"{subject} {' ;\n  '.join(told)} ." for subject, told in about.items()]
    return "\n".join([f"{name} {{", *lines, "}\n"])
