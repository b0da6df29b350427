"""A statement without the lines that do nothing for the parameters at hand.

A line of a preset that ends in `// :with topic` narrows the answer to the given topic and does nothing without one, so
the statement is true as it stands in the file, wherever it is pasted. Asked from here it is asked without such lines
when the parameter is not given, because stores take their time over conditions that are always true.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

WITH = re.compile(r"^[^\n]*// :with (\w+)[^\S\n]*$\n?", re.M)
"""A whole line that counts only with the parameter that its comment names."""


def fitted(statement: str, bound: Mapping[str, Any]) -> str:
    """Return a statement without the lines for parameters that are not given.

    Args:
        statement: of a preset.
        bound: values by parameter name; None is not given.

    Example:
        >>> text = "MATCH (c:Claim)\\nWHERE $unit IS NULL OR c.unit = $unit // :with unit\\nRETURN c.id"
        >>> print(fitted(text, {"unit": None}))
        MATCH (c:Claim)
        RETURN c.id
        >>> fitted(text, {"unit": "persons"}) == text
        True
    """
    return WITH.sub(lambda line: "" if bound.get(line[1]) is None else line[0], statement)
