"""Identifiers: what registers call somebody or something, by the scheme of the register."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from kg.errors import agreed
from kg.model.base import FieldError
from kg.model.characters import PLAIN
from kg.model.parts import Entry
from kg.model.schemes import SCHEMES

if TYPE_CHECKING:
    SchemeName = str
else:
    SchemeName = Literal[tuple(SCHEMES)]


class Identifier(Entry):
    """What one register calls somebody or something.

    Example:
        >>> str(Identifier(scheme="imo", value="9240914")), Identifier(scheme="imo", value="9240914").address
        ('imo: 9240914', '')
    """

    scheme: SchemeName = Field(description=f"The register: {', '.join(SCHEMES)}.")
    value: Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=PLAIN)]
    """The identifier in the one form that its register has for it, check digits included."""

    @property
    def address(self) -> str:
        """The address of a page about it; empty where there is no stable one."""
        return SCHEMES[self.scheme].address(self.value)

    @model_validator(mode="after")
    def _as_the_register_has_it(self) -> Identifier:
        scheme, value = SCHEMES[self.scheme], self.value
        if not re.fullmatch(scheme.pattern, value):
            raise FieldError(f"'{value}' is no {scheme.name}", "value", expected=scheme.form)
        right = scheme.right(value) if scheme.right else value
        if right != value:
            digits = agreed(scheme.checked, "check digit", "check digits")
            raise FieldError(
                f"'{value}' is no {scheme.name}: its {digits} should be {right[-scheme.checked :]}",
                "value",
                expected=f"'{right}', if the rest is right",
                todo="compare it with where it is from",
            )
        return self
