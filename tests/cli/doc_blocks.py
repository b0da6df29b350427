"""The parts of the user docs that are read off the fact models.

They stand between `<!-- begin: NAME -->` and `<!-- end: NAME -->`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from kg.model.bounds import VAGUE, bounds_in_words
from kg.model.derived import DERIVED
from kg.model.kinds import Fact, Part, Strict, Tie, links, registry
from kg.model.kinds.actor import Actor, Named
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.kinds.event import Event
from kg.model.parts import part_in
from kg.model.review import FIELDS, Reviewable
from kg.model.shape import shape
from kg.model.span import Span
from kg.model.stances import STANCES
from kg.sources.json_lines import record

MARK = re.compile(r"(<!-- begin: ([a-z-]+) -->\n)(.*?)(<!-- end: \2 -->)", re.S)
SHA = "0" * 64
_TYPES: dict[Any, str] = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    date: "day",
    dict: "object of texts",
}
_LINE_ONLY = {
    "type": "What sort of fact; `claim`.",
    "speaker_name": (
        "The names of all who speak, so that the line can be read alone; null without a speaker. Not read on"
        " the"
        " way in."
    ),
    "said_from": (
        "First day on which it can have been said; null when only the last is known. Not read on the way in."
    ),
    "said_to": "Last day on which it can have been said. Not read on the way in.",
    "citations": "Every place where a document prints this speech act (`cited` in the seed files).",
    "document_sha256": (
        "SHA-256 of the document's text file. Only in a claim's citations; not read on the way in."
    ),
}
"""Fields that only the lines have."""


def renewed(text: str) -> str:
    """Return a document with every generated part as it should be."""
    return MARK.sub(lambda m: m[1] + BLOCKS[m[2]]() + m[4], text)


def _inner(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in (Union, UnionType, Annotated, list):
        for part in get_args(annotation):
            yield from _inner(part)
    elif annotation is not type(None):
        yield annotation


def _type(model: type[BaseModel], name: str) -> str:
    """Say in words what a field holds."""
    info = model.model_fields[name]
    many = any(get_origin(part) is list for part in (info.annotation, *get_args(info.annotation)))
    link = links(model).get(name)
    to = link.to if link else model.TO if issubclass(model, Tie) and name == model.TARGET else ()
    word = f"id of {_or(to)}" if to else _plain(next(_inner(info.annotation)))
    return f"list: {word}" if many else word


def _plain(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return " or ".join(f"`{word}`" for word in get_args(kind))
    if get_origin(kind) is dict:
        return _TYPES[dict]
    if issubclass(kind, Span):
        return "day or span"
    if issubclass(kind, Strict):
        return f"[{_title(kind)}](#{_title(kind).replace(' ', '-')})"
    return _TYPES[kind]


def _title(kind: type) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).lower()


def _or(words: tuple[str, ...]) -> str:
    return " or ".join(words)


def _says(model: type[BaseModel], name: str) -> str:
    return " ".join((model.model_fields[name].description or "").split()).replace("|", "\\|")


def _may_be_null(model: type[BaseModel], name: str) -> bool:
    return type(None) in get_args(model.model_fields[name].annotation)


def _always(model: type[BaseModel], name: str) -> bool:
    info = model.model_fields[name]
    return info.is_required() or info.get_default(call_default_factory=True) not in (None, [], {})


def _rows(rows: Sequence[tuple[str, ...]], head: tuple[str, ...]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(row)} |\n" for row in lines)


def fields_of(kind: str) -> dict[str, bool]:
    """Return the fields of a type's line, and whether they are always there."""
    model = registry()[kind]
    last = {
        name: False for name in FIELDS if name in model.model_fields and not model.model_fields[name].exclude
    }
    if kind == "claim":
        return dict.fromkeys(_sample(), True) | last
    own = {name: _always(model, name) for name in model.model_fields if name not in FIELDS}
    return {"type": True, **own, **last}


def _sample() -> dict[str, Any]:
    """Return the line of the shortest claim: a claim's line has every field but those of its review."""
    cited = [{"document": "d", "paragraph": 1, "start": 0, "end": 1, "sha256": SHA}]
    claim = Claim.model_validate(
        {
            "id": "c",
            "topic": "t",
            "stance": "asserts",
            "speaker": "unknown",
            "said": "2026-01-01",
            "about": "e",
            "paraphrase": "x",
            "cited": cited,
        }
    )
    published = {"published": "2026-01-01", "recorded": "2026-01-01"}
    document = Document.model_validate(
        {"id": "d", "title": "x", "outlet": "o", "language": "en", "file": "x", "sha256": SHA, **published}
    )
    return record(claim, {"d": document})


def citation_fields() -> dict[str, bool]:
    """Return the fields of a claim's citation, and whether they are always there."""
    fields = {}
    for name in next(t for t in shape(Claim).ties.values()).model_fields:
        fields[name] = _always(shape(Claim).ties["cited"], name)
        if name == "document":
            fields["document_sha256"] = True
    return fields


SHARED: dict[str, type[Fact]] = {
    "named facts": Named,
    "actors": Actor,
    "events": Event,
    "reviewed facts": Reviewable,
}
"""Fields that several types have are described once."""


def _owner(model: type[Fact], name: str) -> str:
    """Return the heading under which a field is described, empty for the type's own."""
    if name in vars(model).get("__annotations__", {}):
        return ""
    for heading, base in SHARED.items():
        if base is not model and issubclass(model, base) and name in vars(base).get("__annotations__", {}):
            return heading
    return ""


def _table(model: type[BaseModel], names: dict[str, bool], *, nullable: bool = False) -> str:
    rows = []
    for name, always in names.items():
        known = {"citations": "cited"}.get(name, name)
        word = _type(model, known) if known in model.model_fields else "text"
        if nullable and (
            name in ("speaker_name", "said_from")
            or (known in model.model_fields and _may_be_null(model, known))
        ):
            word += " or null"
        says = (
            _LINE_ONLY[name]
            if name in _LINE_ONLY and known not in model.model_fields
            else _says(model, known)
        )
        rows.append((f"`{name}`", word, "yes" if always else "", _LINE_ONLY.get(name, says)))
    return _rows(rows, ("field", "holds", "always", "meaning"))


def _kinds() -> str:
    """One section per type, the fields of several types once."""
    out = []
    kinds = registry()
    first = ("claim", "document", "shipment")
    for kind in (*first, *(k for k in kinds if k not in first)):
        model = kinds[kind]
        fields = {name: always for name, always in fields_of(kind).items() if name not in ("type", "id")}
        own = {name: always for name, always in fields.items() if not _owner(model, name)}
        also = [
            f"[{heading}](#fields-of-{heading.replace(' ', '-')})"
            for heading in SHARED
            if any(_owner(model, n) == heading for n in fields)
        ]
        more = f"Also the fields of {' and '.join(also)}.\n\n" if also else ""
        out.append(
            f"### `{kind}`\n\n{_doc(model)}\n\n{more}"
            + (_table(model, own, nullable=kind == "claim") if own else "")
        )
    for heading, base in SHARED.items():
        own = {
            name: _always(base, name)
            for name in base.model_fields
            if name in vars(base).get("__annotations__", {}) and not base.model_fields[name].exclude
        }
        out.append(f"### Fields of {heading}\n\n{_doc(base)}\n\n" + _table(base, own))
    return "\n" + "\n".join(out) + "\n"


def _doc(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").split("\n\n")[0].split())


def _parts() -> str:
    by_title: dict[str, type[BaseModel]] = {}
    for model in registry().values():
        plan = shape(model)
        parts: list[type[BaseModel]] = [*plan.ties.values(), *plan.parts.values(), *plan.entries.values()]
        parts += filter(
            None, (part_in(i.annotation) for p in plan.parts.values() for i in p.model_fields.values())
        )
        for part in parts:
            if not issubclass(part, Span):
                by_title[_title(part)] = part
    out = []
    for title, part in sorted(by_title.items()):
        is_part = issubclass(part, Part)
        names = (
            citation_fields()
            if title == "citation"
            else {name: is_part or _always(part, name) for name in part.model_fields}
        )
        out.append(f"### {title}\n\n{_doc(part)}\n\n" + _table(part, names, nullable=is_part))
    return "\n" + "\n".join(out) + "\n"


def _vague() -> str:
    rows = []
    for word, (low, high) in VAGUE.items():
        bounds = f"at least {low:,}" + (f", under {high:,}" if high else ", no upper bound")
        rows.append((f"`{word}`", bounds, bounds_in_words(low, high, vague=word, unit="soldiers")))
    return _rows(rows, ("word", "stands for", "shown as"))


def _labels() -> str:
    groups: dict[str, list[str]] = {}
    says = {}
    for model in registry().values():
        groups.setdefault(model.LABELS[0], []).append(model.LABELS[-1])
        says[model.LABELS[-1]] = _doc(model)
    rows = []
    for first, special in sorted(groups.items()):
        for label in special:
            rows.append(
                (f"`:{first}`" if label == first else f"`:{first}:{label}`", says[label].replace("|", "\\|"))
            )
    return _rows(rows, ("label", "what it is"))


def _edges() -> str:
    """One row per edge: the pattern, how it reads, and the description of the field that it comes from."""
    kinds_of: dict[tuple[str, bool, tuple[str, ...], str], set[str]] = {}
    for model in registry().values():
        for name, link in links(model).items():
            kinds_of.setdefault((link.edge, link.reverse, link.to, _says(model, name)), set()).add(model.KIND)
        for name, tie in shape(model).ties.items():
            kinds_of.setdefault((tie.EDGE, False, tie.TO, _says(model, name)), set()).add(model.KIND)
    rows = []
    for (edge, reverse, to, says), kinds in sorted(
        kinds_of.items(), key=lambda item: (item[0][0], sorted(item[1]))
    ):
        owner, others = f"(:{_common(kinds)})", "(:" + "\\|".join(to) + ")"
        pattern = f"{others}-[:{edge}]->{owner}" if reverse else f"{owner}-[:{edge}]->{others}"
        ends = [_or(tuple(re.findall(r"[A-Za-z]+", end))) for end in (owner, others)]
        start, end = ends[::-1] if reverse else ends
        rows.append((f"`{pattern}`", f"{start} *{edge.replace('_', ' ').lower()}* {end}", says))
    return _rows(rows, ("edge", "reads", "meaning"))


def _common(kinds: set[str]) -> str:
    """Return the general label when all its kinds are meant, else the special ones."""
    models = registry()
    for label in ("Event", "Actor"):
        if kinds >= {k for k, m in models.items() if label in m.LABELS}:
            rest = sorted(models[k].LABELS[-1] for k in kinds if label not in models[k].LABELS)
            return "\\|".join([label, *rest])
    return "\\|".join(sorted(models[k].LABELS[-1] for k in kinds))


def _derived() -> str:
    return _rows([(f"`{edge}`", rule) for edge, rule in DERIVED.items()], ("edge", "stands for"))


def _stances() -> str:
    rows = [(f"`{word}`", s.words["en"].meaning, f"`{s.side}`") for word, s in STANCES.items()]
    return _rows(rows, ("stance", "the speaker", "side"))


BLOCKS: dict[str, Callable[[], str]] = {
    "kinds": _kinds,
    "parts": _parts,
    "vague": _vague,
    "labels": _labels,
    "edges": _edges,
    "derived": _derived,
    "stances": _stances,
}
