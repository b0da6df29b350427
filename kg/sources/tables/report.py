"""What an import did: rows, facts, and what was lost for which reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.errors import number_of

EXAMPLES = 3
"""Rows that are named for each reason."""


@dataclass
class Report:
    """What came of a table.

    Attributes:
        rows: how many rows it has.
        kept: how many of them gave facts.
        facts: how many facts came out, by kind.
        lost: for each reason how many rows, and the places of the first of them in the file.
        notes: plain sentences about the file.
        met: how many names the corpus knew already, and how many were new, by what they are.
    """

    rows: int = 0
    kept: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    lost: dict[str, tuple[int, list[int]]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    met: dict[str, tuple[int, int]] = field(default_factory=dict)
    _last: dict[str, int] = field(default_factory=dict, repr=False)

    @property
    def claims(self) -> int:
        """How many claims came out."""
        return self.facts["claim"]

    def lose(self, reason: str, line: int) -> None:
        """Count that something of a row is lost, once for each reason.

        Example:
            >>> report = Report()
            >>> for line in (3, 3, 9): report.lose("no number", line)
            >>> report.lost
            {'no number': (2, [3, 9])}
        """
        count, examples = self.lost.get(reason, (0, []))
        if self._last.get(reason) == line:
            return
        self._last[reason] = line
        self.lost[reason] = count + 1, [*examples, line] if count < EXAMPLES else examples

    def lines(self) -> Iterator[str]:
        """Yield the report in plain sentences."""
        left = self.rows - self.kept
        yield number_of(self.rows, "row") + (f", of which {left:,} gave nothing" if left else "")
        made = (number_of(count, kind.replace("_", " ")) for kind, count in sorted(self.facts.items()))
        yield ", ".join(made) or "no new fact"
        for what, (old, new) in self.met.items():
            yield f"names read as {what}: {old:,} known in the corpus, {new:,} new"
        yield from self.notes
        for reason, (count, examples) in sorted(self.lost.items(), key=lambda item: (-item[1][0], item[0])):
            lines = f"line {examples[0]}" if count == 1 else f"lines {', '.join(map(str, examples))}"
            more = " and more" if count > len(examples) else ""
            yield f"lost in {number_of(count, 'row')}: {reason} ({lines}{more})"
