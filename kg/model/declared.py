"""What the files of the kinds declare, gathered as plain data for `kg.model.table`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal, get_args, get_origin

from kg.model import day_text
from kg.model.base import Called, Fact, Role, Tie
from kg.model.convert import Shape, shape
from kg.model.derived import DERIVED_PROPERTIES, derived_names
from kg.model.kinds import registry
from kg.model.link_roles import LinkRole
from kg.model.looks import DEFAULT_LOOKS, OTHER_KIND
from kg.model.parts import Part, part_in
from kg.model.schemes import SCHEMES
from kg.model.span import Span
from kg.model.together import together

Data = dict[str, Any]


def declared() -> Data:
    """Return all that the kinds say of themselves.

    Returns:
        `kinds` by their most special label in the order of legends, `edges` by type in that of lists,
        `properties`: every name that a property of a node or edge can have, with what it holds: day, text,
        number, truth or list, empty where kinds differ; and the words of `schemes` of identifiers.
    """
    roles = get_args(Role)
    models = sorted(registry().values(), key=lambda m: (roles.index(m.ROLE), m.ORDER, m.LABELS[-1]))
    return {
        "kinds": {model.LABELS[-1]: _kind(model) for model in models},
        "edges": _edges(models),
        "properties": _property_sorts(models),
        "schemes": {name: dict(scheme.words) for name, scheme in SCHEMES.items()},
    }


def _kind(model: type[Fact]) -> Data:
    plan = shape(model)
    mine = [*_own_first(model, (*plan.plain, *plan.parts))]
    return {
        "kind": model.KIND,
        "plural": model.PLURAL,
        "labels": list(model.LABELS),
        "role": model.ROLE,
        "voice": model.VOICE,
        "own_list": model.OWN_LIST,
        "words": _words(
            model.WORDS, (_spaced(model.LABELS[-1]), model.PLURAL.replace("_", " ").capitalize())
        ),
        "look": list(model.LOOK or DEFAULT_LOOKS.get(model.ROLE, OTHER_KIND)),
        "properties": {name: _property(model, name) for name in mine},
        "edges": list(dict.fromkeys(edge for edge, _ in _declared_edges(model))),
        "together": {
            field: f"edge.{plan.links[field].edge}.{'in' if plan.links[field].reverse else 'out'}"
            for field in together(model)
        },
    }


def _property(model: type[Fact | Tie], name: str) -> Data:
    info = model.model_fields[name]
    called = next((mark.words for mark in info.metadata if isinstance(mark, Called)), {})
    return {"description": info.description or "", "words": dict(called)}


def _edges(models: list[type[Fact]]) -> Data:
    found: Data = {}
    ranks = get_args(LinkRole)
    for model in models:
        for edge, of in _declared_edges(model):
            known = found.setdefault(edge, {**of, "words": {}, "of": [], "to": []})
            known["role"] = known["role"] or of["role"]
            known["words"] = known["words"] or dict(of["words"])
            known["of"] = sorted({*known["of"], model.LABELS[0]})
            known["to"] = list(dict.fromkeys([*known["to"], *of["to"]]))
    for edge, known in found.items():
        verb = edge.lower().replace("_", " ")
        known["words"] = _words(known["words"], (verb, verb.capitalize(), f"{verb.capitalize()} it"))
    shared = {edge for edge in found if sum(edge in dict(_declared_edges(m)) for m in models) > 1}
    return dict(sorted(found.items(), key=lambda pair: (ranks.index(pair[1]["role"]), pair[0] in shared)))


def _declared_edges(model: type[Fact]) -> Iterator[tuple[str, Data]]:
    """Yield the edges of a kind, those of its own class before those that it inherits."""
    plan = shape(model)
    for name in _own_first(model, (*plan.links, *plan.ties)):
        if name in plan.links:
            link = plan.links[name]
            yield link.edge, {"role": link.role, "words": link.words, "to": link.to, "properties": {}}
        else:
            tie = plan.ties[name]
            own = {field: _property(tie, field) for field in tie.model_fields if field != tie.TARGET}
            yield tie.EDGE, {"role": tie.ROLE, "words": tie.WORDS, "to": tie.TO, "properties": own}


def _own_first(model: type[Fact], names: tuple[str, ...]) -> Iterator[str]:
    """Yield names of fields, class by class from the kind itself upwards, each class in its own order."""
    for cls in model.__mro__:
        yield from (name for name in vars(cls).get("__annotations__", {}) if name in names)


def _words(said: Mapping[str, tuple[str, ...]], english: tuple[str, ...]) -> dict[str, list[str]]:
    """Return words by language, and those that a kind does not say in English."""
    own = said.get("en", ())
    return {**{language: list(words) for language, words in said.items()}, "en": [*own, *english[len(own) :]]}


def _spaced(label: str) -> str:
    """Return a label as words.

    Example:
        >>> _spaced("WeaponType")
        'Weapon type'
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", label).capitalize()


def _property_sorts(models: list[type[Fact]]) -> dict[str, str]:
    """Return what each property of a node or edge holds, empty where kinds differ."""
    others = _OF_EDGES | _OF_WITHDRAWN | DERIVED_PROPERTIES
    found: dict[str, set[str]] = {name: {sort} for name, sort in others.items()}
    for model in models:
        found |= {name: {"text"} for field in together(model) for name in derived_names(field)}
        plan = shape(model)
        for part in (plan, *map(shape, plan.ties.values())):
            for name, sort in _sorts(part):
                found.setdefault(name, set()).add(sort)
    return {name: sorts.pop() if len(sorts) == 1 else "" for name, sorts in sorted(found.items())}


_OF_EDGES = {
    "key": "text",
    "position": "number",
    "claim": "text",
    "said": "day",
    "stance": "text",
    "rule": "text",
    "relayed": "truth",
    "judgement": "text",
    "decided": "day",
    "hops": "number",
    "until": "day",
    "through": "list",
    "tellers": "list",
    "spot": "text",
    "on_page": "number",
}
"""What edges have that no kind declares."""
_OF_WITHDRAWN = {"fact": "text"}
"""What the node of something that we took back has: all of it, as JSON."""


def _sorts(plan: Shape) -> Iterator[tuple[str, str]]:
    """Yield the properties that the fields of a kind or tie become, and what they hold."""
    for name in plan.plain:
        yield name, _sort(plan.model.model_fields[name].annotation)
    for name, kind in plan.parts.items():
        yield from _part_sorts(kind, plan.prefix + name)


def _part_sorts(kind: type[Part], field: str) -> Iterator[tuple[str, str]]:
    if issubclass(kind, Span):
        yield from ((f"{field}_{end}", sort) for end, sort in day_text.PARTS.items())
        return
    for name, info in kind.model_fields.items():
        part, own = part_in(info.annotation), kind.property_of(field, name)
        if part is None or issubclass(part, Span):  # a day within a figure is kept as its text
            yield own, _sort(info.annotation)
        else:
            yield from _part_sorts(part, own)


def _sort(annotation: Any) -> str:
    """Return what a field holds: text, a number, a day, a truth or a list."""
    kinds = {*_parts(annotation)}
    if kinds & {list, dict}:
        return "list"
    if date in kinds:
        return "day"
    return "truth" if bool in kinds else "number" if kinds & {int, float} else "text"


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield the types in an annotation, and those of lists and mappings themselves."""
    yield get_origin(annotation) or annotation
    if get_origin(annotation) not in (list, dict, Literal):
        for part in get_args(annotation):
            yield from _parts(part)
