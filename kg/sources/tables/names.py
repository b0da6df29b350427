"""Names in a table to ids: a fact of the corpus with that name, else a new one, made once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, Protocol

from kg.errors import Location, Problem
from kg.language.fold import squeezed
from kg.sources.tables.compiled import Case, Rule
from kg.sources.tables.expressions import Scope
from kg.sources.tables.known import Known
from kg.sources.tables.report import Report
from kg.sources.tables.table import Table
from kg.sources.tables.values import Values


class Reading(Protocol):
    """What reads the rows: where it is, what it knows, and where new facts and problems go."""

    table: Table
    known: Known
    report: Report
    scope: Scope
    line: int
    early: list[dict[str, Any]]
    problems: list[Problem]

    def stated(self, rule: Rule, scopes: Iterable[Scope]) -> list[dict[str, Any]]:
        """Return the lines of the facts of a rule that are new."""
        ...


class Names:
    """The function of one sort of name."""

    def __init__(self, sort: str, of: Collection[str], run: Reading) -> None:
        """Remember what it is called; the cases follow, since they may use the functions of others."""
        self.sort = sort
        self.of = of
        self.run = run
        self.cases: list[Case] = []
        self._ids: dict[tuple[Any, ...], str | None] = {}
        self._named: dict[str, str] = {}

    def __call__(self, name: Any, *apart: Any) -> Any:
        """Return the id of a name, or those of a list of names; None for an empty one.

        Args:
            name: as the table has it.
            apart: what else tells two things of this name apart.
        """
        if isinstance(name, list):
            return [self(one, *apart) for one in name]
        if not isinstance(name, str) or not name:
            return None
        key = (name, *apart)
        if key not in self._ids:
            self._ids[key] = self._meet(name)
        return self._ids[key]

    def _meet(self, name: str) -> str | None:
        run = self.run
        for case in self.cases:
            found = case.like.fullmatch(name) if case.like else None
            if case.like and not found:
                continue
            scope = Values({"name": name, **(found.groupdict() if found else {})}, around=run.scope)
            if case.id is not None:
                return str(case.id(scope) or "") or None
            known = run.known.find(self.of, scope["name"])
            old, new = run.report.met.get(self.sort, (0, 0))
            run.report.met[self.sort] = (old + 1, new) if known else (old, new + 1)
            if known or case.rule is None:
                return known
            fields = case.rule.build(scope)
            run.early += run.stated(case.rule, [scope])
            self._same_id(fields.get("id", ""), scope["name"])
            return str(fields.get("id", "")) or None
        run.report.lose(f"a name that is no {self.sort}", run.line)
        return None

    def _same_id(self, id: str, name: str) -> None:
        other = self._named.setdefault(id, name)
        if squeezed(other) != squeezed(name):
            what = f"the names '{other}' and '{name}' give the same id '{id}'"
            todo = "add a lookup, or make the id longer in a layout of your own"
            self.run.problems.append(Problem(what, Location(self.run.table.name, self.run.line), todo=todo))


def lookup_in(tables: dict[str, dict[str, Any]]) -> Callable[[str, Any], Any]:
    """Return the function `lookup`: what a cell means by a list; itself where the list lacks it."""

    def lookup(table: str, cell: Any) -> Any:
        return tables[table].get(cell.strip().casefold(), cell) if isinstance(cell, str) else cell

    return lookup
