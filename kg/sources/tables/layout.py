"""What a layout says: how a table is read, which document it is, and which facts each of its rows states."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, StringConstraints, field_validator

from kg.model.parts import Strict

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Text = Annotated[str, StringConstraints(min_length=1)]
Pattern = Annotated[str, StringConstraints(min_length=1)]
Header = str | list[str]
"""What a column is called in the file, or the several names that it has had."""
Columns = dict[Name, Header] | list[dict[Name, Header]]


class Reader(Strict):
    """How the rows are found in a file."""

    format: list[Literal["csv", "xlsx", "json", "unroca", "bibtex"]] = Field(default=["csv", "xlsx"])
    """What the file may be; `json` is one object a line, or a list of objects.

    `unroca` is the file of a country from the UN Register's service, `bibtex` a bibliography: their entries
    become rows.
    """
    encodings: list[Text] = Field(default=["utf-8"])
    """Encodings that are tried in this order; a byte order mark decides by itself."""
    separators: list[Text] = Field(default=[",", ";", "\t"])
    """What may stand between cells; the one under which the header is found is taken."""
    quoting: bool = True
    """Whether quotation marks hold cells together; without it they are letters like others."""
    columns: Columns
    """Names of the columns for this layout, each with its header in the file or its place in an object.

    A list is by position: every column of the file, in order, so that headers may repeat. Fields are by
    header: the columns may stand anywhere, and others beside them.
    """
    optional: list[Name] = Field(default=[])
    """Columns by header that a file need not have."""
    titles: dict[Name, Pattern] = Field(default={})
    """Patterns looked for in the lines above the header; the first group of each is a value."""
    rejoin: bool = False
    """Join a row that a line feed inside a cell has broken into several lines."""
    strip_tail: bool = False
    """Take off the separators that a spreadsheet has put behind each row."""
    sheet: Text | None = None
    """The sheet of a spreadsheet; without it the first visible one that has the header."""
    rows_at: Text | None = None
    """Where the list of rows stands in one JSON object, as names with points between."""

    @field_validator("titles")
    @classmethod
    def _patterns(cls, value: dict[str, str]) -> dict[str, str]:
        for pattern in value.values():
            _compiled(pattern)
        return value

    @property
    def by_position(self) -> bool:
        """Whether the columns are told by where they stand."""
        return isinstance(self.columns, list)

    @property
    def headers(self) -> dict[str, list[str]]:
        """The headers that each column may have, by its name in the layout, in order."""
        pairs = (
            self.columns.items()
            if isinstance(self.columns, dict)
            else (pair for one in self.columns for pair in one.items())
        )
        return {name: [header] if isinstance(header, str) else header for name, header in pairs}


class FactRule(Strict):
    """A fact that is stated by each row, or by a name that is met for the first time."""

    type: Text
    """The sort of fact, as in seed files but singular."""
    only_if: Text | None = None
    """Say it only where this is neither empty, nor 0, nor false."""
    for_each: dict[Name, Text] = Field(default={}, max_length=1)
    """Say it once for each item of a list, which has this name in the fields."""
    once: bool = False
    """Several rows may state the same fact, and the first counts; always so for what is no event or claim."""
    fields: dict[str, Any]
    """The fields of the fact; what comes out empty is left out, a group of fields by its own `only_if`."""


class NameCase(Strict):
    """What one way of writing a name stands for."""

    like: Pattern | None = None
    """Pattern of the whole name; its named groups are values for the fact. Without it every name fits."""
    id: Text | None = None
    """The id that it stands for, such as `unknown`."""
    fact: FactRule | None = None
    """The fact that is made for a name that the corpus does not know; `${name}` is the name."""

    @field_validator("like")
    @classmethod
    def _pattern(cls, value: str | None) -> str | None:
        return value and _compiled(value)


class NameRule(Strict):
    """Names that become ids by a function of the same name: known facts first, else a new one."""

    of: list[Text] = Field(min_length=1)
    """Sorts of facts among which the corpus is searched for the name."""
    cases: list[NameCase] = Field(min_length=1)
    """Ways of writing it; the first that fits counts."""


class Entry(Strict):
    """What some ways of writing a cell mean."""

    match: list[Text] = Field(min_length=1)
    """The cell as it is written, in capitals or small letters."""
    value: Text | int | float | None = None
    """What it means; nothing for a cell that means nothing."""


class Loss(Strict):
    """What is lost, and for which rows."""

    reason: Text
    """Why, for the person who imports."""
    when: Text
    """The rows that it is true for."""


class Ahead(Strict):
    """What is looked for in all rows before the first one is read: how many are alike, or a cell of one."""

    by: list[Name] = Field(min_length=1)
    """The columns in which rows are alike; capitals and small letters make no difference."""
    at: list[Name] = Field(default=[])
    """The columns of the row for which it is looked for, where they are others: an owner among the ids."""
    where: dict[Name, Text] = Field(default={})
    """Only rows with these cells count."""
    take: Name | None = None
    """The column whose first cell is the value; without it the value is the number of rows."""


class Part(Strict):
    """What layouts may share."""

    include: list[Text] = Field(default=[])
    """Files beside this one with parts that come before its own."""
    lookups: dict[Name, str | list[Entry]] = Field(default={})
    """What messy cells mean, for the function `lookup`; or the name of a file with such a list."""
    names: dict[Name, NameRule] = Field(default={})
    """Functions that turn a name into an id."""
    ahead: dict[Name, Ahead] = Field(default={})
    """Values of a row that depend on other rows."""
    let: dict[Name, Text] = Field(default={})
    """Values that are worked out from the columns of a row, each from those before it."""
    leave_out: list[Loss] = Field(default=[])
    """Rows that give no fact."""
    lost: list[Loss] = Field(default=[])
    """What else of a row comes into no fact."""
    start: list[FactRule] = Field(default=[])
    """Facts that are stated once, before all rows: the topic, who speaks."""
    facts: list[FactRule] = Field(default=[])
    """Facts that each row states, in order."""


class Layout(Part):
    """One sort of table and what it says."""

    KIND: ClassVar[str] = "layout"
    name: Text | None = None
    """What it is called: as its file, so it may be left out."""
    title: Text
    """What sort of table it is, in a few words."""
    about: str = ""
    """Where people get it, and what to know about it."""
    reader: Reader
    document: dict[str, Any] | None = None
    """Fields of the document that the table is; without it the rows are documents themselves."""
    called: Text | None = None
    """What the import is called where the table is no document."""
    notes: list[Loss] = Field(default=[])
    """What is said about a whole file: `when` sees titles, not rows."""
    rows: Annotated[str, StringConstraints(pattern=r"^at least \d+$")] = "at least 1"
    """How many rows must come out: a guard against a file that is cut off or of another form."""

    @property
    def least(self) -> int:
        """How many rows must come out at least."""
        return int(self.rows.rpartition(" ")[2])


def _compiled(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"'{pattern}' is no pattern: {error}") from None
    return pattern
