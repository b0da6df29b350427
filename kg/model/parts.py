"""What the values of a fact are made of: small values of several properties, and what annotations allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, ClassVar, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict


class Strict(BaseModel):
    """Frozen, and refuses fields it does not know."""

    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True
    )


class Part(Strict):
    """A value of several properties that is flattened onto its owner's node or edge."""

    @classmethod
    def property_of(cls, field: str, name: str) -> str:
        """Return what the property is called that one of its fields becomes when it stands in `field`."""
        return f"{field}_{name}"

    def to_properties(self, field: str) -> Mapping[str, Any]:
        """Return the properties this value becomes when it stands in `field`, none of which is None."""
        out: dict[str, Any] = {}
        for name in type(self).model_fields:
            value, own = getattr(self, name), self.property_of(field, name)
            if value is not None:
                out |= value.to_properties(own) if isinstance(value, Part) else {own: value}
        return out

    @classmethod
    def from_properties(cls, field: str, properties: Mapping[str, Any]) -> Any:
        """Return what the YAML would hold, or None when `properties` hold no such value."""
        out: dict[str, Any] = {}
        for name, info in cls.model_fields.items():
            own = cls.property_of(field, name)
            part = part_in(info.annotation)
            value = part.from_properties(own, properties) if part else properties.get(own)
            out |= {} if value is None else {name: value}
        return out or None


class Entry(Strict):
    """A value of a few short texts; a list of them is a property that holds each as one: `imo: 9240914`.

    Only the last of them may hold a colon and a blank.
    """

    def __str__(self) -> str:
        """Return the one text."""
        return ": ".join(str(getattr(self, name)) for name in type(self).model_fields)

    @classmethod
    def parts(cls, text: str) -> dict[str, str]:
        """Return what the YAML holds for the one text."""
        return dict(zip(cls.model_fields, text.split(": ", len(cls.model_fields) - 1), strict=True))


def inner(annotation: Any) -> Iterator[Any]:
    """Yield what an annotation is made of, below unions, lists and `Annotated`."""
    if get_origin(annotation) in (Union, UnionType, list, Annotated):
        for arg in get_args(annotation):
            yield from inner(arg)
    else:
        yield annotation


def part_in(annotation: Any) -> type[Part] | None:
    """Return the small value of several properties that an annotation allows."""
    found = (kind for kind in inner(annotation) if isinstance(kind, type) and issubclass(kind, Part))
    return next(found, None)


def types_in(annotation: Any) -> Iterator[Any]:
    """Yield the types in an annotation, and those of lists and mappings themselves.

    Example:
        >>> list(types_in(dict[str, int] | None))
        [<class 'types.UnionType'>, <class 'dict'>, <class 'NoneType'>]
    """
    yield get_origin(annotation) or annotation
    if get_origin(annotation) not in (list, dict, Literal):
        for part in get_args(annotation):
            yield from types_in(part)
