"""What the files of the kinds declare, gathered as plain data for `kg.model.table`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from kg.model.base import Called, Fact, Role, Tie
from kg.model.columns import columns_of, edge_columns
from kg.model.kinds import registry
from kg.model.link_roles import LinkRole
from kg.model.looks import DEFAULT_LOOKS, OTHER_KIND
from kg.model.schemes import SCHEMES
from kg.model.shape import shape
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
    found = {name: {sort} for name, sort in _OF_WITHDRAWN.items()}
    for columns in (*(columns_of(model) for model in models), *edge_columns(models).values()):
        for name, sort in columns.items():
            found.setdefault(name, set()).add(_COARSE.get(sort, sort))
    return {name: sorts.pop() if len(sorts) == 1 else "" for name, sorts in sorted(found.items())}


_OF_WITHDRAWN = {"fact": "text"}
"""What the node of something that we took back has: all of it, as JSON."""
_COARSE = {"whole": "number", "decimal": "number", "numbers": "list"}
"""What pages call what the columns tell apart."""
