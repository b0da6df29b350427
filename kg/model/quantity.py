"""How many, between which bounds, of what, and in which printed words.

The reading of hedged numbers follows interval notation: "at least 5" is [5, ∞), "more than 5" (5, ∞),
"up to 5" (?, 5]. An absent bound is unknown, not zero; there is never a midpoint.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, Strict, model_validator

from kg.model.base import FieldError, Id, Part, ShortText
from kg.model.bounds import VAGUE, bounds_in_words

Count = Annotated[int, Strict(), Field(ge=0, le=10**15)]
Flag = Annotated[bool, Strict()]

Vague = Literal[
    "one-or-more",
    "several",
    "dozens",
    "hundreds",
    "several-thousand",
    "thousands",
    "tens-of-thousands",
    "hundreds-of-thousands",
]

Measure = Literal["count", "mass-tonnes", "distance-km", "money-usd"]
Mode = Literal["stock", "flow", "cumulative"]
Stage = Literal[
    "planned",
    "prepared",
    "decided",
    "ordered",
    "sent",
    "arrived",
    "training",
    "deployed",
    "used",
    "expected",
    "lost",
    "found",
    "produced",
    "held",
]

COUNTED = ("WeaponType", "Topic")
"""Labels of what a figure can count by its id; anything else is a mere word."""


class Quantity(Part):
    """An interval of numbers with unit, mode and stage, and the words that were printed.

    Example:
        >>> q = Quantity(low=10000, low_open=True, unit="soldiers", mode="flow", wording="über 10.000")
        >>> q.words()
        'more than 10,000 soldiers'
    """

    low: Count | None = None
    """Lower bound; absent when the text gives none (unknown, not 0)."""
    high: Count | None = None
    """Upper bound; absent when the text gives none."""
    low_open: Flag = False
    """The lower bound itself is excluded ("more than")."""
    high_open: Flag = False
    """The upper bound itself is excluded ("fewer than")."""
    approximate: Flag = False
    """The text marks the number as approximate ("about", "some"); the bounds stay the printed ones."""
    vague: Vague | None = None
    """A vague word from the one table; it sets the bounds, which must then be left out."""
    unit: Id
    """What is counted, in plural: soldiers, shells, containers, wagons, missiles, launchers, vehicles."""
    of: Id | None = None
    """What the counted units hold or are: a weapon type of the graph, or a word for goods or personnel.

    Two figures of one event are compared only when they count the same: 100 + 60 drones of two types are no
    contradiction. Nothing where the event itself says it all.
    """
    measure: Measure = "count"
    """What the number measures."""
    mode: Mode
    """stock: there at a time; flow: moved within a period; cumulative: total since a start."""
    stage: Stage | None = None
    """How far along the counted things are; figures of different stages neither add nor contradict."""
    wording: ShortText
    """The number as printed, in the language of the text; two or three words."""

    @model_validator(mode="before")
    @classmethod
    def _bounds_from_word(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("vague"), str) and value["vague"] in VAGUE:
            low, high = VAGUE[value["vague"]]
            bounds = {"low": low, "high": high, "low_open": False, "high_open": high is not None}
            for name, bound in bounds.items():
                if name in value and value[name] != bound:
                    words = f"at least {low:,}" + (f" and under {high:,}" if high else "")
                    raise FieldError(
                        f"'{value['vague']}' is {words} by the table of vague words; leave the bounds out",
                        name,
                    )
            return {**value, **bounds}
        return value

    @model_validator(mode="after")
    def _possible(self) -> Quantity:
        if self.low is None and self.high is None:
            raise ValueError("a quantity needs low, high or a vague word; without any number leave it out")
        for name in ("low", "high"):
            if getattr(self, f"{name}_open") and getattr(self, name) is None:
                raise FieldError(f"there is no {name} that could be open", f"{name}_open")
        if self.low is not None and self.high is not None:
            if self.low > self.high:
                raise FieldError(f"{self.low} is above the upper bound {self.high}", "low")
            if self.low == self.high and (self.low_open or self.high_open):
                raise FieldError(
                    f"nothing lies between {self.low} and {self.high} when one of them is excluded", "low"
                )
        return self

    def words(self) -> str:
        """Return the bounds in plain English with thousands separators and the unit."""
        return bounds_in_words(
            self.low,
            self.high,
            self.low_open,
            self.high_open,
            unit=self.unit,
            vague=self.vague,
            approximate=self.approximate,
        )

    def to_properties(self, field: str) -> dict[str, Any]:
        """Return low, high and the rest: under their own names in a field `quantity`, else prefixed."""
        return {self._prefix(field) + name: value for name, value in self.model_dump().items()}

    @staticmethod
    def _prefix(field: str) -> str:
        return "" if field == "quantity" else f"{field}_"

    @classmethod
    def from_properties(cls, field: str, properties: dict[str, Any]) -> dict[str, Any] | None:
        """Return the fields that were set, or None when the node has no unit."""
        own = {name: properties.get(cls._prefix(field) + name) for name in cls.model_fields}
        return None if own["unit"] is None else {k: v for k, v in own.items() if v is not None}
