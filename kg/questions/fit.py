"""A statement without what does nothing for the parameters at hand.

A line of a preset that ends in `// :with topic` narrows the answer to the given topic and does nothing
without one, so the statement is true as it stands in the file, wherever it is pasted. Asked from here it is
asked without such lines when the parameter is not given, because stores take their time over conditions that
are always true; and without `$topic IS NULL OR` or the default of `coalesce($topic, t.id)` when it is given,
because only a plain condition lets them start at an index.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

WITH = re.compile(r"^[^\n]*// :with (\w+)[^\S\n]*$\n?", re.M)
"""A whole line that counts only with the parameter that its comment names."""
UNLESS = re.compile(r"(WHERE |\()\$(\w+) IS NULL OR ")
"""The start of a condition that does nothing without a parameter.

After AND or NOT it would bind otherwise.
"""
ELSE = re.compile(r"coalesce\(\$(\w+), [\w.]+\)")
"""A parameter, or else something that is always true of a row."""


def fitted(statement: str, bound: Mapping[str, Any]) -> str:
    """Return a statement without the lines for parameters that are not given, and without asking whether others are.

    Args:
        statement: of a preset.
        bound: values by parameter name; None is not given.

    Example:
        >>> text = "MATCH (c:Claim)\\nWHERE $unit IS NULL OR c.unit = $unit // :with unit\\nRETURN c.id"
        >>> print(fitted(text, {"unit": None}))
        MATCH (c:Claim)
        RETURN c.id
        >>> print(fitted(text, {"unit": "persons"}))
        MATCH (c:Claim)
        WHERE c.unit = $unit // :with unit
        RETURN c.id
    """
    statement = WITH.sub(lambda line: "" if bound.get(line[1]) is None else line[0], statement)
    statement = UNLESS.sub(lambda start: start[0] if bound.get(start[2]) is None else start[1], statement)
    return ELSE.sub(lambda value: value[0] if bound.get(value[1]) is None else f"${value[1]}", statement)
