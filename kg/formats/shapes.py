"""How facts look in RDF, as shapes of SHACL made from the models: what must be there, once, of what sort.

Source: Shapes Constraint Language (SHACL), W3C Recommendation of 20 July 2017.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, MinLen
from pydantic.fields import FieldInfo

from kg.formats.triples import literal, prefixes
from kg.model.base import Fact, Tie, links
from kg.model.kinds import registry
from kg.model.parts import Strict, inner
from kg.model.span import Span

_DATATYPES = {
    bool: "xsd:boolean",
    int: "xsd:integer",
    str: "xsd:string",
    date: "xsd:date",
    Span: "edtf:EDTF",
}
_LIMITS = {Ge: ("sh:minInclusive", "ge"), Gt: ("sh:minExclusive", "gt"), Le: ("sh:maxInclusive", "le")}


def shapes() -> str:
    """Return a shape for each kind of fact and for each part of one, in Turtle.

    Example:
        >>> "sh:path kg:stance" in shapes()
        True
    """
    models: list[type[Strict]] = list(registry().values())
    made: dict[str, str] = {}
    while models:
        model = models.pop(0)
        name = model.LABELS[-1] if issubclass(model, Fact) else model.__name__
        if name not in made:
            made[name] = _shape(name, model)
            models += sorted(_parts(model), key=lambda part: part.__name__)
    return prefixes() + "".join(made[name] for name in sorted(made))


def _parts(model: type[Strict]) -> set[type[Strict]]:
    return {
        kind
        for info in model.model_fields.values()
        if not info.exclude
        for kind in inner(info.annotation)
        if isinstance(kind, type) and issubclass(kind, Strict) and not issubclass(kind, Span)
    }


def _shape(name: str, model: type[Strict]) -> str:
    properties = [
        f"sh:property [ {' ; '.join(_property(model, field, info))} ]"
        for field, info in model.model_fields.items()
        if field != "id" and not info.exclude
    ]
    about = literal((model.__doc__ or "").split("\n")[0])
    told = ["a sh:NodeShape", f"sh:targetClass kg:{name}", f"sh:description {about}", *properties]
    return f"\nkg:{name}Shape " + " ;\n  ".join(told) + " .\n"


def _property(model: type[Strict], name: str, info: FieldInfo) -> Iterator[str]:
    several, optional = _is_several(info.annotation), type(None) in get_args(info.annotation)
    distinct = next((mark.min_length for mark in info.metadata if isinstance(mark, MinLen)), 0)
    yield f"sh:path kg:{name}"
    if info.is_required() and not optional:
        yield f"sh:minCount {distinct if several else 1}"
    if not several:
        yield "sh:maxCount 1"
    yield from _sort(model, name, info)
    if info.description:
        yield f"sh:description {literal(' '.join(info.description.split()))}"


def _is_several(annotation: Any) -> bool:
    """Return whether an annotation allows a list or a mapping."""
    below = get_args(annotation) if get_origin(annotation) in (Union, UnionType, Annotated) else ()
    return get_origin(annotation) in (list, dict) or any(map(_is_several, below))


def _sort(model: type[Strict], name: str, info: FieldInfo) -> Iterator[str]:
    """Yield of what sort the values of a field are."""
    kinds = [kind for kind in inner(info.annotation) if kind is not type(None)]
    to = links(model)[name].to if name in links(model) else ()
    if issubclass(model, Tie) and name == model.TARGET:
        to = model.TO
    if to:
        yield _one_of(f"sh:class kg:{label}" for label in to)
    elif any(get_origin(kind) is Literal for kind in kinds):
        yield f"sh:in ( {' '.join(literal(value) for kind in kinds for value in get_args(kind))} )"
    elif any(get_origin(kind) is dict for kind in kinds):
        yield "sh:class kg:Pair"
    elif float in kinds:
        yield _one_of(("sh:datatype xsd:integer", "sh:datatype xsd:decimal"))
        yield from _limits(info)
    elif kinds[0] in _DATATYPES or issubclass(kinds[0], Span):
        yield f"sh:datatype {_DATATYPES.get(kinds[0], _DATATYPES[Span])}"
        yield from _limits(info)
    else:
        yield f"sh:class kg:{kinds[0].__name__}"


def _limits(info: FieldInfo) -> Iterator[str]:
    for mark in info.metadata:
        for kind, (word, attribute) in _LIMITS.items():
            if isinstance(mark, kind):
                yield f"{word} {getattr(mark, attribute)}"


def _one_of(each: Iterable[str]) -> str:
    every = list(each)
    return every[0] if len(every) == 1 else f"sh:or ( {' '.join(f'[ {one} ]' for one in every)} )"
