"""The kinds of fact as plain data: what they are called, how they look, what they are to pages and drawings.

Everything that needs no validation reads the kinds from here. `table.json` is written by `make schemas`;
where it does not fit the files of the kinds, the kinds are asked themselves, which costs pydantic.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from kg.model.looks import KindLook

HERE = Path(__file__).parent
FILE = HERE / "table.json"
SAID = ("", ".out", ".in")
"""What follows `edge.TYPE` in the keys of its words: the verb, what is before its end, before its start."""
COUNTED = (".one", ".many")
"""What follows `kind.LABEL` in the keys of its words."""

Said = Mapping[str, tuple[str, ...]]


class Kind(NamedTuple):
    """One kind of fact; see `kg.model.base.Fact` for what each says.

    Attributes:
        kind: its name in exports.
        plural: its key in seed files.
        labels: of its nodes, general before special.
        role: what it is on pages and in drawings.
        voice: what it counts as when it speaks.
        own_list: whether its events stand under their own heading.
        words: one and many, by language; English always.
        look: how it is drawn.
        properties: `description` and `words` (by language) by field, its own before inherited ones.
        edges: types of the edges that it declares, its own before inherited ones.
        together: the fields that name all who do something together, and the key of what they are called.
    """

    kind: str
    plural: str
    labels: tuple[str, ...]
    role: str
    voice: str
    own_list: bool
    words: Said
    look: KindLook
    properties: Mapping[str, Mapping[str, Any]]
    edges: tuple[str, ...]
    together: Mapping[str, str]


class Edge(NamedTuple):
    """One type of edge.

    Attributes:
        role: what it is to pages and drawings.
        words: by language; English always.
        of: the most general labels of the kinds that declare it.
        to: the labels that they want at its other end.
    """

    role: str
    words: Said
    of: tuple[str, ...]
    to: tuple[str, ...]


_DECLARING = (
    "base",
    "citation",
    "declared",
    "link_roles",
    "looks",
    "original",
    "parts",
    "review",
    "schemes",
    "together",
)


def fingerprint() -> str:
    """Return the hash of the files that declare kinds, whatever the line ends."""
    found = sha256()
    for path in (
        *sorted(HERE.glob("kinds/*.py")),
        *(HERE / f"{n}.py" for n in _DECLARING),
    ):
        found.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return found.hexdigest()


def fresh_text() -> str:
    """Return what `table.json` has to hold now: a kind or edge a line."""
    from kg.model.declared import declared

    parts = []
    for part, rows in {"hash": fingerprint(), **declared()}.items():
        lines = [f"{_json(key)}: {_json(row)}" for key, row in rows.items()] if isinstance(rows, dict) else []
        parts.append(f"{_json(part)}: " + ("{\n" + ",\n".join(lines) + "\n}" if lines else _json(rows)))
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


@cache
def _table() -> dict[str, Any]:
    found: dict[str, Any] = {}
    if FILE.exists():
        found = json.loads(FILE.read_text("utf-8"))
    return found if found.get("hash") == fingerprint() else json.loads(fresh_text())


@cache
def kinds() -> dict[str, Kind]:
    """Return the kinds by the most special label of their nodes, in the order of legends and lists.

    Example:
        >>> kinds()["Shipment"].role, kinds()["Shipment"].words["de"]
        ('event', ('Lieferung', 'Lieferungen'))
    """
    return {
        label: Kind(
            **{
                **row,
                "labels": tuple(row["labels"]),
                "words": _tuples(row["words"]),
                "look": KindLook(*row["look"]),
                "edges": tuple(row["edges"]),
            }
        )
        for label, row in _table()["kinds"].items()
    }


@cache
def edges() -> dict[str, Edge]:
    """Return the types of edges that kinds declare, in the order of lists, without the derived ones.

    Example:
        >>> edges()["DELIVERED"].role, edges()["DELIVERED"].words["en"][2]
        ('supplier', 'Supplier')
    """
    return {
        name: Edge(row["role"], _tuples(row["words"]), tuple(row["of"]), tuple(row["to"]))
        for name, row in _table()["edges"].items()
    }


def _tuples(words: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(said) for language, said in words.items()}


@cache
def labels(*roles: str) -> frozenset[str]:
    """Return the most special labels of the kinds of some roles.

    Example:
        >>> sorted(labels("claim", "document"))
        ['Claim', 'Document']
    """
    return frozenset(label for label, kind in kinds().items() if kind.role in roles)


@cache
def voices(voice: str) -> frozenset[str]:
    """Return the most special labels of the kinds that count as something when they speak.

    Example:
        >>> sorted(voices("unnamed"))
        ['UnnamedSource']
    """
    return frozenset(label for label, kind in kinds().items() if kind.voice == voice)


@cache
def general() -> frozenset[str]:
    """Return the labels that several kinds share and that do not say the kind by themselves."""
    return frozenset(label for kind in kinds().values() for label in kind.labels[:-1])


@cache
def types(*roles: str) -> tuple[str, ...]:
    """Return the types of the edges of some roles, in the order of lists.

    Example:
        >>> types("supplier", "recipient")
        ('DELIVERED', 'RECEIVED_BY')
    """
    return tuple(name for name, edge in edges().items() if edge.role in roles)


@cache
def property_names() -> frozenset[str]:
    """Return every name that a property of a node or edge can have."""
    return frozenset(_table()["properties"])


@cache
def property_sorts() -> Mapping[str, str]:
    """Return what each property holds: day, text, number, truth or list; empty where kinds differ.

    Example:
        >>> [property_sorts()[name] for name in ("said", "paraphrase", "low", "root", "known_as")]
        ['day', 'text', 'number', 'truth', 'list']
    """
    return dict(_table()["properties"])


@cache
def words(language: str) -> dict[str, str]:
    """Return what kinds, edges and properties are called in a language, as far as they say it.

    Returns:
        Words by key: `kind.LABEL.one`, `kind.LABEL.many`, `edge.TYPE` (the verb), `edge.TYPE.out` and
        `edge.TYPE.in` (what stands before its end and its start), `prop.NAME` (also of a field that names
        all who do something together), `value.scheme.NAME`.

    Example:
        >>> words("de")["kind.State.many"], words("de")["edge.RECEIVED_BY.out"], words("xx")
        ('Staaten', 'Empfänger', {})
        >>> words("de")["prop.supplier"]
        'Lieferant'
    """
    found: dict[str, str] = {}
    for label, kind in kinds().items():
        for end, text in zip(COUNTED, kind.words.get(language, ()), strict=False):
            found[f"kind.{label}{end}"] = text
        for name, of in kind.properties.items():
            if language in of["words"]:
                found[f"prop.{name}"] = of["words"][language]
    for name, edge in edges().items():
        for end, text in zip(SAID, edge.words.get(language, ()), strict=False):
            found[f"edge.{name}{end}"] = text
    together = {field: key for kind in kinds().values() for field, key in kind.together.items()}
    found |= {f"prop.{field}": found[key] for field, key in together.items() if key in found}
    said = _table()["schemes"].items()
    return found | {f"value.scheme.{name}": by[language] for name, by in said if language in by}


if __name__ == "__main__":
    FILE.write_text(fresh_text(), "utf-8", newline="\n")
