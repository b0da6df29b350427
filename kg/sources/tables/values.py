"""The values of one row: its cells, and what the layout makes of them when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.sources.tables.expressions import Value


class Values(dict[str, Any]):
    """Values by name; what is not there is worked out once, or asked of the values around.

    A row that is left out meets no names that way, and a count goes on only where it is used.

    Example:
        >>> row = Values({"n": 2}, let={"twice": lambda scope: scope["n"] * 2})
        >>> row["twice"], Values({"n": 5}, around=row)["twice"], "twice" in row
        (4, 4, True)
    """

    def __init__(
        self,
        given: Mapping[str, Any],
        *,
        let: Mapping[str, Value] | None = None,
        around: Mapping[str, Any] | None = None,
    ) -> None:
        """Take what is known at once.

        Args:
            given: values.
            let: how others are worked out.
            around: where else a value may stand.
        """
        super().__init__(given)
        self._let = let or {}
        self._around = around

    def __missing__(self, name: str) -> Any:
        """Return a value that was not asked for before."""
        if self._around is not None:
            return self._around[name]
        value = self[name] = self._let[name](self)
        return value
