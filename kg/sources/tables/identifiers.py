"""What registers call somebody or something, as tables write it."""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError

from kg.model.identifier import Identifier
from kg.model.schemes import SCHEMES
from kg.sources.tables.expressions import shown


def identifier(text: Any, scheme: str) -> str | None:
    """Return an identifier in the form in which facts keep it; None for what the register cannot give out.

    Args:
        text: the cell, with or without the name of the register before it.
        scheme: the register.

    Example:
        >>> identifier("IMO 9240914", "imo"), identifier("IMO9000001", "imo"), identifier("Q423", "wikidata")
        ('9240914', None, 'Q423')
        >>> identifier("IMO2041999", "imo-company")
        '2041999'
    """
    if scheme not in SCHEMES:
        return None
    before = SCHEMES[scheme].prefix or scheme
    value = re.sub(rf"^{before}[\s:.-]*", "", shown(text).strip(), flags=re.I)
    if not value:
        return None
    try:
        return Identifier.model_validate({"scheme": scheme, "value": value}).value
    except ValidationError:
        return None
