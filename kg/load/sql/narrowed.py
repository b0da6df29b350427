"""Only what is asked about: tables cut to the claims that `kg.analysis.select.select` takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.analysis.select import known
from kg.load.sql.base import TEXT
from kg.load.sql.tables import Tables

NARROWING = {
    "topic": ("--topic", "Topic", "topic"),
    "event": ("--event", "Event", "thing"),
    "actor": ("--actor", "Actor", "actor"),
}
"""What a question may be narrowed to: its option, what such an id is of, and the table of these ids."""
ALL = "all_"
"""Before the name of a table that is cut: as it was."""


def asks(parameters: Mapping[str, Any]) -> bool:
    """Return whether a question is narrowed."""
    return any(parameters.get(name) is not None for name in NARROWING)


def cut(meant: Mapping[str, str], files: Mapping[str, str]) -> Mapping[str, str]:
    """Return which files make the tables of a narrowed question.

    Args:
        meant: those that make them else, where these do not have their names.
        files: what cuts a table, by its name.
    """
    return {**meant, **files, **{f"{ALL}{name}": meant.get(name, name) for name in files}}


def tell(tables: Tables, parameters: Mapping[str, Any]) -> None:
    """Tell the tables what is asked about.

    Raises:
        CallError: the graph has no such topic, event or actor.
    """
    for name, (option, label, table) in NARROWING.items():
        given = parameters.get(name)
        if given is not None and not _there(tables, table, given):
            known(given, _ids(tables, table), option, label)
    told = (f"CAST({_text(parameters.get(name))} AS {TEXT}) AS {name}" for name in NARROWING)
    tables.make("asked", f"SELECT {', '.join(told)}")


def _there(tables: Tables, table: str, given: str) -> bool:
    return _is_plain(given) and bool(_ids(tables, table, f"id = '{given}'"))


def _ids(tables: Tables, table: str, condition: str = "1 = 1") -> list[str]:
    tables.need(table)
    events = " AND event" if table == "thing" else ""
    return [id_ for (id_,) in tables.asked(f"SELECT id FROM {table} WHERE {condition}{events}")]


def _is_plain(text: str) -> bool:
    """Return whether a text means itself between quotes, as every id does."""
    return not {"'", "\\"} & {*text}


def _text(given: str | None) -> str:
    return "NULL" if given is None else f"'{given}'"
