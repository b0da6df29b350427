"""Numbers that every file and store keeps exactly as they were written."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, Field, PlainSerializer, Strict

from kg.model.bounds import rounded

DIGITS, DECIMALS = 15, 6
"""Digits of a number that are kept exactly in every file and store, and how many of them after the point."""


def _exact(number: float) -> float:
    """Return a whole number as such; refuse what could not be given back as it was written.

    Source:
        IEEE 754: a decimal number of at most 15 digits is that number again after it was a double.
    """
    if number.is_integer():  # at most 15 digits, as the field has it
        return int(number)
    if number and number < 0.001:
        raise ValueError(f"{number} is below a thousandth; give it in a smaller unit")
    if rounded(number) != number or len(str(rounded(number)).partition(".")[2]) > DECIMALS:
        most = f"{DIGITS} digits, {DECIMALS} of them after the point"
        raise ValueError(f"{number!r} cannot be kept exactly; round it to at most {most}")
    return rounded(number)


Amount = Annotated[
    float,
    Strict(),
    Field(ge=0, le=10**15, allow_inf_nan=False),
    AfterValidator(_exact),
    PlainSerializer(lambda number: number, return_type=Any),
]
"""A number as it was written: a whole one stays whole."""
