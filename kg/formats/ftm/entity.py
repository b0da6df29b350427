"""Entities of FollowTheMoney, and the statements that they are made of."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha1
from itertools import chain

from kg.formats.csv import lines
from kg.formats.ftm.schemata import NO_LANGUAGE, properties
from kg.formats.ftm.tidy import tidy

DATASET = "kg"
COLUMNS = (
    "canonical_id",
    "entity_id",
    "prop",
    "prop_type",
    "schema",
    "value",
    "dataset",
    "origin",
    "lang",
    "original_value",
    "external",
    "first_seen",
    "last_seen",
    "id",
)


@dataclass
class Entity:
    """One entity; each value of a property stands once, with its language where we know it.

    Attributes:
        id: its id, `kg-` and that of our fact; what a fact brings beside has more behind a point.
        schema: what it is.
        origin: the id of our fact.
        values: of each property, with the language of each.
        changed: a value is not kept letter by letter.

    Example:
        >>> ship = Entity("kg-chem", "Vessel", "chem")
        >>> ship.add("name", "CHEM", None)
        >>> ship.record()["properties"]
        {'name': ['CHEM']}
    """

    id: str
    schema: str
    origin: str
    values: dict[str, dict[str, str | None]] = field(default_factory=dict)
    changed: bool = False

    def has(self, name: str) -> bool:
        """Return whether its schema has a property."""
        return name in properties(self.schema)

    def add(self, name: str, *values: str | None, lang: str | None = None) -> None:
        """Add values to a property, tidied; what is empty is left out.

        Raises:
            KeyError: the schema has no such property.
        """
        kind = properties(self.schema)[name]
        for value in values:
            text = tidy(value, kind) if value else ""
            if text:
                self.values.setdefault(name, {}).setdefault(text, lang)
            self.changed |= bool(value) and text != value and kind != "url"

    def record(self) -> dict[str, object]:
        """Return it as an object of JSON."""
        listed = {name: list(values) for name, values in sorted(self.values.items())}
        return {"id": self.id, "schema": self.schema, "properties": listed, "datasets": [DATASET]}

    def statements(self) -> Iterator[tuple[str, ...]]:
        """Yield a row of `COLUMNS` for each value, and one that says that there is the entity."""
        ids = []
        for name, values in sorted(self.values.items()):
            kind = properties(self.schema)[name].partition(">")[0]
            for value, lang in values.items():
                row = self._row(name, kind, value, None if kind in NO_LANGUAGE else lang)
                ids.append(row[-1])
                yield row
        whole = sha1(self.schema.encode(), usedforsecurity=False)
        for one in sorted(ids):
            whole.update(one.encode())
        yield self._row("id", "id", whole.hexdigest(), None)

    def _row(self, name: str, kind: str, value: str, lang: str | None) -> tuple[str, ...]:
        key = f"{DATASET}.{self.id}.{name}.{value}" + (f"@{lang}" if lang else "")
        id = sha1(key.encode(), usedforsecurity=False).hexdigest()
        named = self.id, self.id, name, kind, self.schema, value, DATASET, self.origin, lang or ""
        return *named, "", "f", "", "", id


def entities_lines(entities: Iterable[Entity]) -> Iterator[str]:
    """Yield entities as JSON, one a line."""
    return (f"{json.dumps(each.record(), ensure_ascii=False)}\n" for each in entities)


def statements_lines(entities: Iterable[Entity]) -> Iterator[str]:
    """Yield the statements of entities as CSV, those of one entity together."""
    rows = (row for each in entities for row in each.statements())
    return lines(chain([COLUMNS], rows), csv.unix_dialect)
