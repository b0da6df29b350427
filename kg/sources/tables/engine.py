"""A table and a layout to a document, its text and facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kg.errors import CallError, Location, Problem, SeedError
from kg.model.kinds import Fact
from kg.model.kinds.document import Document
from kg.model.pydantic_errors import problems_of
from kg.sources.json_lines import record
from kg.sources.tables import functions
from kg.sources.tables.again import tool_with
from kg.sources.tables.compiled import built
from kg.sources.tables.expressions import Words, template
from kg.sources.tables.known import Known
from kg.sources.tables.layout import Layout
from kg.sources.tables.reading import read_table
from kg.sources.tables.report import Report
from kg.sources.tables.run import Run
from kg.sources.tables.table import RULE, Table
from kg.sources.texts import digest


@dataclass
class Converted:
    """What a layout makes of a table.

    Attributes:
        id: what the import is called: id of the document, where the table is one.
        table: what was read.
        report: what was lost and counted; complete when all facts were taken.
    """

    id: str
    table: Table
    _layout: Layout
    _known: Known
    _start: dict[str, Any]
    _document: Fact | None
    report: Report

    @property
    def document(self) -> dict[str, Any] | None:
        """The document that the table is, in the form of the facts; None where its rows are documents."""
        return record(self._document, {}) if self._document else None

    @property
    def lines(self) -> list[str]:
        """The derived text: a line for each row, and for each line above them."""
        return self.table.lines

    def facts(self) -> Iterator[dict[str, Any]]:
        """Yield the facts as `kg export jsonl` writes them, the document first; it can be done again.

        Raises:
            SeedError: behind the last fact: a fact is wrong, or too few rows came out. Keep nothing then.
        """
        run = Run(self._layout, self.table, self._known, self._start, self._document)
        self.report = run.report
        yield from run.facts()


def converted(
    layout: Layout,
    file: Path,
    known: Known,
    *,
    published: date | None = None,
    recorded: date | None = None,
    id: str | None = None,
) -> Converted:
    """Read a table by a layout.

    Args:
        layout: what its columns are, and what each row says.
        file: the table.
        known: what the corpus has: its names are used again.
        published: day of the edition, where the file does not say it.
        recorded: day on which it enters the graph; by default today.
        id: id of the document, instead of the layout's.

    Raises:
        CallError: the file cannot be read by this layout; with place and remedy.
    """
    table = read_table(file, layout.reader)
    start = {name: _title(table, pattern) for name, pattern in layout.reader.titles.items()}
    start |= {
        "published": published.isoformat() if published else None,
        "recorded": (recorded or date.today()).isoformat(),
        "file": file.name,
        "document": id,
    }
    fields = layout.document
    words = Words({*start}, functions.FUNCTIONS)
    if fields is not None and not published:
        start["published"] = built(fields.get("published", ""), words)(start)
        if not start["published"]:
            raise CallError(
                Problem(
                    "the file does not say of which day it is",
                    Location(str(file)),
                    todo="name it with --published DAY",
                )
            )
    named = id or template(str((fields or {}).get("id") or layout.called or ""), words)(start)
    start["document"] = named
    document = _document(table, layout, words, start, named) if fields is not None else None
    return Converted(named, table, layout, known, start, document, Report())


def _title(table: Table, pattern: str) -> str | None:
    """Return what a pattern finds in the lines above the header."""
    found = (functions.match(line, pattern) for line in table.lines[: max(table.header, 0)])
    return next((text for text in found if text), None)


def _document(table: Table, layout: Layout, words: Words, start: dict[str, Any], id: str) -> Fact:
    """Return the document that the table is.

    Raises:
        SeedError: the layout's fields make none.
    """
    made = built(layout.document, words)(start) or {}
    whole = {"kind": "dataset", "language": "en", **made, "id": id}
    whole |= {name: start[name] for name in ("published", "recorded")}
    whole |= {"file": f"{id}.txt", "sha256": digest(table.text)}
    whole["original"] = _original(table, start, layout.name)
    try:
        return Document.model_validate(whole)
    except ValidationError as error:
        raise SeedError(
            *problems_of(error, Document, whole, lambda path, key: Location(table.name))
        ) from error


def _original(table: Table, start: dict[str, Any], name: str | None) -> dict[str, Any]:
    """Return what the document says of the file that the table was."""
    made = {
        "file": start["file"],
        "sha256": table.sha256,
        "media_type": table.media_type,
        "rule": RULE,
        "tool": tool_with(table.tool, name),
        "encoding": table.encoding,
    }
    return {name: value for name, value in made.items() if value is not None}
