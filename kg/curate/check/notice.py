"""What a check reports: a problem, the rule that it breaks and how much that matters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from kg.errors import Problem

Level = Literal["error", "warning", "note"]
"""error: must be mended; warning: very likely wrong; note: worth a look, may be right."""
LEVELS: tuple[Level, ...] = get_args(Level)
"""The levels, what matters most first."""


@dataclass(frozen=True)
class Notice:
    """One problem under one rule.

    Attributes:
        rule: stable id of the check.
        level: how much it matters.
        problem: what is wrong, where, and what to do.
    """

    rule: str
    level: Level
    problem: Problem

    def record(self) -> dict[str, str | int | None]:
        """Return the finding as plain values for JSON."""
        problem, where = self.problem, self.problem.where
        return {
            "rule": self.rule,
            "level": self.level,
            "file": where.file if where else None,
            "line": where.line or None if where else None,
            "column": where.column or None if where else None,
            "what": problem.what,
            "expected": problem.expected or None,
            "nearest": problem.nearest,
            "todo": problem.todo or None,
        }
