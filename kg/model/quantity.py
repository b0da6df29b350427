"""How many, between which bounds, of what, and in which printed words.

The reading of hedged numbers follows interval notation: "at least 5" is [5, ∞), "more than 5" (5, ∞),
"up to 5" (?, 5]. An absent bound is unknown, not zero; there is never a midpoint.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self

from pydantic import ConfigDict, Field, Strict, ValidatorFunctionWrapHandler, WrapValidator, model_validator

from kg.model.amount import Amount
from kg.model.base import FieldError, Id, ShortText
from kg.model.bounds import MEASURES, PER, VAGUE, bounds_in_words, counted, kind_of, whole
from kg.model.currencies import CURRENCIES
from kg.model.parts import Part
from kg.model.span import Span

Flag = Annotated[bool, Strict()]

if TYPE_CHECKING:
    Vague = str
    Measure = str
    Per = str
else:
    Vague = Literal[tuple(VAGUE)]
    Measure = Literal[tuple(MEASURES)]
    Per = Literal[tuple(PER)]

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

_MET: dict[bytes, Any] = {}
_MOST = 10_000
"""Figures that are kept by how they were written."""

MONEY = "money"
COUNTED = ("WeaponType", "Topic")
"""Labels of what a figure can count by its id; anything else is a mere word."""


def _unit_or_measure(schema: dict[str, Any]) -> None:
    """Say in the JSON Schema that the unit may be left out where the measure says it."""
    schema["required"] = [name for name in schema["required"] if name != "unit"]
    schema["anyOf"] = [{"required": ["unit"]}, {"required": ["measure"]}]


class Quantity(Part):
    """An interval of numbers with unit, mode and stage, and the words that were printed.

    Example:
        >>> q = Quantity(low=10000, low_open=True, unit="soldiers", mode="flow", wording="über 10.000")
        >>> q.words()
        'more than 10,000 soldiers'
        >>> sum = {"low": 1.5, "high": 1.5, "measure": "money", "currency": "EUR", "per": "gram"}
        >>> Quantity(**sum, mode="flow", wording="€1.50").words()
        '1.5 EUR per gram'
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(json_schema_extra=_unit_or_measure)

    low: Amount | None = None
    """Lower bound; absent when the text gives none (unknown, not 0)."""
    high: Amount | None = None
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
    """What is counted, in plural: soldiers, shells, containers, wagons, missiles, launchers, vehicles.

    It may be left out where the measure says it; that of money is its currency.
    """
    of: Id | None = None
    """What the counted units hold or are: a weapon type of the graph, or a word for goods or personnel.

    Two figures of one event are compared only when they count the same: 100 + 60 drones of two types are no
    contradiction. Nothing where the event itself says it all.
    """
    measure: Measure = "count"
    """What the number measures."""
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")] | None = None
    """Currency of a sum of money, by its code of ISO 4217; nothing is converted, nor compared across them."""
    priced: Span | None = None
    """The day for which a sum of money is given."""
    total: Amount | None = None
    """The whole of which it is a share: 52 in "40 of 52 parts"."""
    per: Per | None = None
    """For what a rate is given: "100 a month" is per month, "58 dollars per gram" per gram."""
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

    @model_validator(mode="before")
    @classmethod
    def _unit_from_measure(cls, value: Any) -> Any:
        if not isinstance(value, dict) or not isinstance(measure := value.get("measure"), str):
            return value
        if measure != MONEY:
            return {"unit": MEASURES[measure], **value} if MEASURES.get(measure) else value
        currency = value.get("currency")
        if not isinstance(currency, str):
            return {"unit": MONEY, **value}
        if value.get("unit", currency.lower()) != currency.lower():
            raise FieldError("the unit of money is its currency; leave the unit out", "unit")
        return {**value, "unit": currency.lower()}

    @model_validator(mode="after")
    def _possible(self) -> Quantity:
        if self.low is None and self.high is None:
            raise ValueError("a quantity needs low, high or a vague word; without any number leave it out")
        for name, is_open, bound in (("low", self.low_open, self.low), ("high", self.high_open, self.high)):
            if is_open and bound is None:
                raise FieldError(f"there is no {name} that could be open", f"{name}_open")
        if self.low is not None and self.high is not None:
            if self.low > self.high:
                raise FieldError(f"{self.low} is above the upper bound {self.high}", "low")
            if self.low == self.high and (self.low_open or self.high_open):
                raise FieldError(
                    f"nothing lies between {self.low} and {self.high} when one of them is excluded", "low"
                )
        if self.measure == MONEY or self.currency or self.priced:
            self._money()
        if self.total is not None:
            self._share(self.total)
        if self.whole:
            for name in ("low", "high", "total"):
                if isinstance(bound := getattr(self, name), float):
                    raise FieldError(
                        f"{bound:,} is no whole number; write 2500000 for 2.5 million, or say what it"
                        " measures (measure) or for what it is a rate (per)",
                        name,
                    )
        return self

    def _money(self) -> None:
        """Refuse money without a currency, and a currency or its day without money."""
        if self.measure != MONEY:
            name = "currency" if self.currency else "priced"
            raise FieldError(f"only money has it; write measure: money, or leave {name} out", name)
        if self.currency is None:
            raise FieldError(
                "a sum of money needs a currency; add currency: with a code such as USD", "measure"
            )
        if self.currency not in CURRENCIES:
            raise FieldError(f"'{self.currency}' is no code of ISO 4217, such as USD, EUR or RUB", "currency")

    def _share(self, total: float) -> None:
        """Refuse a share that is above its total."""
        if self.measure == "percent":
            raise FieldError(
                "a percentage has no total; give the share as a count, or leave total out", "total"
            )
        for name in ("low",) if self.vague else ("low", "high"):
            if (bound := getattr(self, name)) is not None and bound > total:
                raise FieldError(f"{bound:,} is above the total {total:,} of which it is a share", name)

    @property
    def whole(self) -> bool:
        """Whether only whole numbers make sense."""
        return whole(self.measure, self.per)

    @property
    def counted(self) -> str:
        """What it counts, in plain English: the unit or currency, of what total and for what as a rate."""
        return counted(self.unit, self.currency, self.total, self.per)

    @property
    def kind(self) -> tuple[str | float | None, ...]:
        """What two figures must share to be compared, in the order of `KIND`."""
        return kind_of(self)

    def __copy__(self) -> Self:
        """Return a copy that works out anew what is kept here."""
        copied = super().__copy__()
        for name in ("_words", "_properties"):
            copied.__dict__.pop(name, None)
        return copied

    def words(self) -> str:
        """Return the bounds in plain English with thousands separators and the unit."""
        return self._words

    @cached_property
    def _words(self) -> str:
        return bounds_in_words(
            self.low,
            self.high,
            self.low_open,
            self.high_open,
            unit=self.counted,
            vague=self.vague,
            approximate=self.approximate,
            whole=self.whole,
        )

    def to_properties(self, field: str) -> Mapping[str, Any]:
        """Return low, high and the rest: under their own names in a field `quantity`, else prefixed."""
        own = self._properties
        return own if field == "quantity" else {self.property_of(field, name): v for name, v in own.items()}

    @cached_property
    def _properties(self) -> Mapping[str, Any]:
        own = {name: getattr(self, name) for name in type(self).model_fields}
        own["priced"] = self.priced and self.priced.text
        return {name: value for name, value in own.items() if value is not None}

    @classmethod
    def property_of(cls, field: str, name: str) -> str:
        """Return its own name in a field `quantity`, else a prefixed one."""
        return name if field == "quantity" else f"{field}_{name}"

    @classmethod
    def from_properties(cls, field: str, properties: Mapping[str, Any]) -> dict[str, Any] | None:
        """Return the fields that were set, or None when the node has no unit."""
        own = {name: properties.get(cls.property_of(field, name)) for name in cls.model_fields}
        return None if own["unit"] is None else {k: v for k, v in own.items() if v is not None}


def _met(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    """Give what is written alike the same figure, which never changes."""
    try:
        written = marshal.dumps(value, 2)
    except ValueError:  # it is a figure already, or holds what is no plain value
        return handler(value)
    met = _MET.get(written)
    if met is None:
        met = handler(value)
        if len(_MET) > _MOST:
            _MET.clear()
        _MET[written] = met
    return met


Written = Annotated[Quantity, WrapValidator(_met)]
"""A figure as a fact holds it."""
