"""One way through a table: row by row to facts, checked as they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from kg.errors import Location, Problem, SeedError, nearest, number_of, with_article
from kg.model.kinds import Fact
from kg.model.pydantic_errors import problems_of
from kg.sources.across import faults, waits
from kg.sources.json_lines import record
from kg.sources.references import references
from kg.sources.tables import functions
from kg.sources.tables.ahead import look_ahead
from kg.sources.tables.compiled import Rule, cases_of, losses_of, rule_of
from kg.sources.tables.expressions import Value, Words, shown, template
from kg.sources.tables.known import Known
from kg.sources.tables.layout import Entry, Layout
from kg.sources.tables.names import Names, lookup_in
from kg.sources.tables.report import Report
from kg.sources.tables.table import Row, Table
from kg.sources.tables.values import Values
from kg.sources.texts import digest

Functions = dict[str, tuple[Callable[..., Any], int, int | None]]
MOST_PROBLEMS = 20
"""Problems after which no more rows are read."""
EDITIONS = ("event", "claim")
"""Roles of facts that are stated although the corpus has them: `kg.sources.tables.editions` compares them."""
SAME_ROW = "the same row stands before"


class Run:
    """The state of one conversion.

    Attributes:
        table: what is read.
        known: what the corpus has.
        report: what is counted on the way.
        scope: the values of the row that is read.
        line: its place in the file.
        early: facts that the names of the row brought, which come before its own.
        problems: what is wrong with facts.
    """

    def __init__(
        self, layout: Layout, table: Table, known: Known, start: Mapping[str, Any], document: Fact | None
    ) -> None:
        """Make functions of the layout's rules.

        Args:
            layout: what the rows say.
            table: the rows.
            known: what the corpus has.
            start: values that are the same for all rows.
            document: what the table is.
        """
        self.table, self.known, self.report = table, known, Report(notes=list(table.notes))
        self.layout, self.document = layout, document
        self.scope: Mapping[str, Any] = start
        self.line, self.paragraph, self.text = 0, 0, ""
        self.early: list[dict[str, Any]] = []
        self.problems: list[Problem] = []
        self._start = start
        self._seen: set[str] = set()
        self._kinds: dict[str, type[Fact]] = {}
        self._shown: dict[str, Fact] = dict(known.facts)
        self._open: dict[str, tuple[Location, str, tuple[str, ...]]] = {}
        self._waiting: list[tuple[Fact, int]] = []
        self._counts: Counter[tuple[str, ...]] = Counter()
        self._compile()

    def _compile(self) -> None:
        layout = self.layout
        names: dict[str, Names] = {sort: Names(sort, rule.of, self) for sort, rule in layout.names.items()}
        every: Functions = self._functions()
        every |= {sort: (one, 1, None) for sort, one in names.items()}
        at_start = Words({*self._start}, every)
        row = {*self._start, *layout.reader.headers}
        row |= {*layout.ahead}
        self._let: dict[str, Value] = {}
        for name, text in layout.let.items():
            self._let[name] = template(text, Words({*row}, every))
            row.add(name)
        words = Words(row, every)
        for sort, rule in layout.names.items():
            names[sort].cases = cases_of(rule, words)
        self._leave_out, self._lost = losses_of(layout.leave_out, words), losses_of(layout.lost, words)
        self._notes = losses_of(layout.notes, at_start)
        self._first = [rule_of(rule, at_start) for rule in layout.start]
        self._rules = [rule_of(rule, words) for rule in layout.facts]

    def _functions(self) -> Functions:
        own: Functions = {
            "known": (self._known, 2, None),
            "identified": (self._identified, 2, 2),
            "lookup": (
                lookup_in({name: entries(table) for name, table in self.layout.lookups.items()}),
                2,
                2,
            ),
            "running": (self._running, 1, None),
        }
        every = {**functions.FUNCTIONS, **own}
        return every | {
            name: (self._told(name, every[name][0]), *every[name][1:]) for name in functions.READING
        }

    def _told(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that reports each cell that it does not understand."""
        word = functions.READING[name]

        def read(cell: Any, *more: Any) -> Any:
            value = function(cell, *more)
            if value is None and cell not in (None, "", []):
                self.report.lose(f"'{shown(cell)[:40]}' is not understood as {word}", self.line)
            return value

        return read

    def _known(self, name: Any, *kinds: str) -> str | None:
        return self.known.find(kinds, name) if isinstance(name, str) else None

    def _identified(self, scheme: str, value: Any) -> str | None:
        return self.known.identified(scheme, value) if isinstance(value, str) else None

    def _running(self, *key: Any) -> int:
        """Return how many rows had this key until now, the row itself included."""
        name = tuple(map(shown, key))
        self._counts[name] += 1
        return self._counts[name]

    def facts(self) -> Iterator[dict[str, Any]]:
        """Yield every fact, each behind those that it names.

        Raises:
            SeedError: when all is read: facts are wrong, or fewer rows came out than the layout wants.
        """
        if self.document is not None:
            self._meet(self.document)
            yield self._line(self.document)
        self.report.notes += [reason for reason, when in self._notes if when(self._start)]
        for rule in self._first:
            yield from self.stated(rule, rule.scopes(self._start))
        self._ahead = look_ahead(self.layout.ahead, self.table)
        for row in self.table.rows():
            yield from self._row(row)
            if len(self.problems) >= MOST_PROBLEMS:
                break
        for index, reason in self.table.refused.items():
            self.report.rows += 1
            self.report.lose(reason, self.table.places[index])
        self._finish()

    def _row(self, row: Row) -> Iterator[dict[str, Any]]:
        self.report.rows += 1
        self.line, self.paragraph, self.text = row.line, row.paragraph, self.table.lines[row.paragraph - 1]
        if self.text in self._seen:
            self.report.lose(SAME_ROW, row.line)
            return
        self._seen.add(self.text)
        scope = Values({**self._start, **row.cells, **self._ahead(row.cells)}, let=self._let)
        self.scope = scope
        for reason, when in self._leave_out:
            if when(scope):
                self.report.lose(reason, row.line)
                return
        for reason, when in self._lost:
            if when(scope):
                self.report.lose(reason, row.line)
        self.report.kept += 1
        for rule in self._rules:
            own = self.stated(rule, rule.scopes(scope))
            yield from self.early
            self.early = []
            yield from own

    def stated(self, rule: Rule, scopes: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Return the lines of the facts of a rule that are new."""
        out = []
        for scope in scopes:
            fields = rule.build(scope)
            id = fields.get("id")
            if rule.once and self._kinds.get(id) is rule.model:
                continue
            if rule.model.ROLE not in EDITIONS and self.known.kinds.get(id) is rule.model:
                continue
            if rule.model.ROLE == "claim" and "cited" not in fields:
                fields["cited"] = [self._citation()]
            try:
                fact = rule.model.model_validate(fields)
            except ValidationError as error:
                self._wrong(error, rule.model, fields)
                continue
            if self._meet(fact):
                out.append(self._line(fact))
        return out

    def _citation(self) -> dict[str, Any]:
        """Return the place of the row: the whole line."""
        return {
            "document": self.document.id if self.document else "",
            "paragraph": self.paragraph,
            "start": 0,
            "end": len(self.text),
            "sha256": digest(self.text),
        }

    def _wrong(self, error: ValidationError, model: type[Fact], fields: dict[str, Any]) -> None:
        here = Location(self.table.name, self.line)
        self.problems += (
            problem._replace(
                todo=problem.todo or "correct the cell, add a lookup, or leave the row out (leave_out)"
            )
            for problem in problems_of(error, model, fields, lambda path, key: here)
        )

    def _meet(self, fact: Fact) -> bool:
        """Keep what is needed of a fact; return whether its id is its own."""
        kind = type(fact)
        other = self._kinds.get(fact.id) or self.known.kinds.get(fact.id)
        if other is not None and (other is not kind or fact.id in self._kinds):
            what = f"the id '{fact.id}' of {with_article(kind.KIND)} is taken by {with_article(other.KIND)}"
            todo = "put more columns into the id, or write once: true for what several rows state"
            self.problems.append(
                Problem(what, Location(self.table.name, self.line), "an id of its own", todo=todo)
            )
            return False
        self._kinds[fact.id] = kind
        if kind.ROLE in ("actor", "document"):
            self._shown[fact.id] = fact
        for _, id, labels in references(kind, fact):
            there = self._kinds.get(id) or self.known.kinds.get(id)
            if there is None or not set(labels) & set(there.LABELS):
                self._open.setdefault(id, (Location(self.table.name, self.line), fact.id, labels))
        if waits(fact):
            self._waiting.append((fact, self.line))
        else:
            self._at_odds(fact, self.line)
        return True

    def _at_odds(self, fact: Fact, line: int) -> None:
        """Find what a fact and the actors and documents that it names cannot mean together."""
        self.problems += (
            Problem(found.what, Location(self.table.name, line), found.expected, todo=found.todo)
            for found in faults(fact, self._shown)
        )

    def _line(self, fact: Fact) -> dict[str, Any]:
        self.report.facts[type(fact).KIND] += 1
        return record(fact, self._shown)

    def _finish(self) -> None:
        """Refuse what is wrong in the end.

        Raises:
            SeedError: with all that was found.
        """
        name = self.table.name
        for fact, line in self._waiting:
            self._at_odds(fact, line)
        for id, (where, who, labels) in self._open.items():
            there = self._kinds.get(id) or self.known.kinds.get(id)
            if there is None or not set(labels) & set(there.LABELS):
                close = nearest(id, [*self._kinds, *self.known.kinds][:20_000])
                what = f"'{who}' names '{id}', which is " + (with_article(there.KIND) if there else "nowhere")
                self.problems.append(
                    Problem(
                        what,
                        where,
                        f"the id of {' or '.join(map(with_article, labels))}",
                        close,
                        "add the fact",
                    )
                )
        if not self.problems and self.report.kept < self.layout.least:
            self.problems.append(
                Problem(
                    f"only {number_of(self.report.kept, 'row')} came out of {self.report.rows:,}",
                    Location(name),
                    self.layout.rows,
                    todo="look whether the file is whole; 'kg import --dry-run' says why rows are lost",
                )
            )
        if self.problems:
            raise SeedError(*self.problems)


def entries(table: str | list[Entry]) -> dict[str, Any]:
    """Return a list of meanings by the cell in small letters."""
    assert isinstance(table, list)  # files are read with the layout
    return {word.strip().casefold(): entry.value for entry in table for word in entry.match}
