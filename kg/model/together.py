"""Fields that name all who do something together: one, several, or nobody who is known."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, TypeAdapter, WithJsonSchema

from kg.model.base import Id
from kg.model.derived import derived_names
from kg.model.weighing import JOINT, UNKNOWN


class Together:
    """Marks a field that names all who do something together.

    On its way into a graph it gives its node two derived properties: `<field>_id` and `<field>_name`, of all
    of them in the order of their ids; both are `unknown` for nobody.
    """


def _listed(value: Any) -> Any:
    """Return what may be written as one id or `unknown` as the list that it is."""
    if not isinstance(value, (str, list)):
        raise ValueError(f"{value} is no id; write one id, a list of ids, or '{UNKNOWN}'")
    if isinstance(value, list) and len(value) > 1 and UNKNOWN in value:
        raise ValueError(f"'{UNKNOWN}' stands alone; take it out, or the ids beside it")
    return [] if value in (UNKNOWN, [UNKNOWN]) else [value] if isinstance(value, str) else value


_ONE = TypeAdapter(Id).json_schema()
OneOrMore = Annotated[
    list[Id],
    BeforeValidator(_listed),
    WithJsonSchema({"anyOf": [{"const": UNKNOWN}, _ONE, {"type": "array", "items": _ONE}]}),
    Together(),
]
"""One id, a list of ids, or `unknown`, which is kept as an empty list."""


@cache
def together(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of a kind that name all who do something together.

    Example:
        >>> from kg.model.kinds import registry
        >>> together(registry()["shipment"])
        ('supplier', 'recipient')
    """
    return tuple(
        name
        for name, field in model.model_fields.items()
        if any(isinstance(mark, Together) for mark in field.metadata)
    )


def properties(fact: Any, by_id: Mapping[str, Any]) -> dict[str, str]:
    """Return the derived properties of a fact: ids joined by a plus sign, and names joined by "and".

    Args:
        fact: any fact.
        by_id: those whom it names, each with its `caption`.
    """
    out: dict[str, str] = {}
    model: type[BaseModel] = type(fact)
    for field in together(model):
        ids = sorted(getattr(fact, field))
        names = [by_id[one].caption if one in by_id else one for one in ids]
        told = JOINT.join(ids) or UNKNOWN, " and ".join(names) or UNKNOWN
        out.update(zip(derived_names(field), told, strict=True))
    return out
