"""An import from end to end: the table read, its facts beside the seeds, its text among the texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path, PurePath
from typing import Any

from kg.errors import CallError, Location, Problem, nearest
from kg.sources import imports, reviews
from kg.sources.fingerprint import IMPORTED, is_import, seed_files
from kg.sources.located import Seeds
from kg.sources.tables.editions import Difference, Editions, cites, without
from kg.sources.tables.engine import Converted, converted
from kg.sources.tables.known import known_in
from kg.sources.tables.layout import Layout
from kg.sources.tables.report import Report
from kg.system.atomic_files import write_atomically


@dataclass(frozen=True)
class Imported:
    """What an import did, and the files that it wrote."""

    report: Report
    written: tuple[Path, ...]
    difference: Difference | None
    """Against earlier editions; None where the table is no document."""


def imported(
    layout: Layout,
    file: Path,
    seeds: Seeds,
    folder: Path,
    *,
    published: date | None = None,
    recorded: date | None = None,
    id: str | None = None,
    texts: Path | None,
) -> Imported:
    """Import a table into a corpus.

    Args:
        layout: what its columns are, and what each row says.
        file: the table.
        seeds: the facts of the corpus.
        folder: the folder of its seeds.
        published: day of the edition, where the file does not say it.
        recorded: day on which it enters the graph; by default that of an import of the same table,
            else today.
        id: id of the document, instead of the layout's.
        texts: folder of the texts, for its own; None to write nothing and only report.

    Raises:
        CallError: the file cannot be read by this layout, its text is in the corpus, or its id is taken.
        SeedError: a fact is wrong, or too few rows came out. Nothing is written then.
    """
    made = converted(layout, file, known_in(seeds), published=published, recorded=recorded, id=id)
    if any(PurePath(item.file).name == f"{made.id}{IMPORTED}" for item in seeds.located):
        before: Any = next((item.fact for item in seeds.located if item.fact.id == made.id), None)
        again = before is not None and before.sha256 == (made.document or {}).get("sha256")
        day = before.recorded.first if recorded is None and again else recorded
        made = converted(layout, file, known_in(seeds, made.id), published=published, recorded=day, id=id)
    if made.document:
        _alone(made.document, seeds, file)
    editions = Editions(seeds, made.document) if made.document else None
    facts = editions.facts(made.facts()) if editions else made.facts()
    difference = editions.difference if editions else None
    if texts is None:
        for _ in facts:
            pass
        return Imported(made.report, (), difference)
    first = next(facts, None)
    if first is None:  # every document of a bibliography is there already
        return Imported(made.report, (), difference)
    facts = chain([first], facts)
    text = texts / f"{made.id}.txt" if made.document else None
    packed = imports.write(folder, made.id, _then_the_text(facts, made, text)).path
    earlier = editions.rewrite(folder) if editions else []
    return Imported(made.report, (packed, *([text] if text else ()), *earlier), difference)


def _alone(document: Mapping[str, Any], seeds: Seeds, file: Path) -> None:
    """Refuse a table whose text another document has, and one whose id another fact has."""
    for item in seeds.located:
        if PurePath(item.file).name == f"{document['id']}{IMPORTED}":
            continue
        if item.id == document["id"]:
            what = f"the id '{item.id}' is taken at {item.place('id')}"
            todo = "name another one with --id"
            raise CallError(Problem(what, Location(str(file)), "an id of its own", todo=todo))
        if getattr(item.fact, "sha256", None) == document["sha256"]:
            what = f"document '{item.id}' at {item.place('id')} has this text already"
            todo = f"leave --id out, or take that one back first ('kg import --take-back {item.id}')"
            raise CallError(Problem(what, Location(str(file)), "a table that is new", todo=todo))


def taken_back(folder: Path, texts: Path, id: str) -> list[Path]:
    """Take an import back: its facts, its reviews, its text, and its citations in imports of other editions.

    Args:
        folder: the folder of the seeds.
        texts: the folder of the texts.
        id: what the import is called: the name of its file without the ending.

    Returns:
        The files that were deleted or changed.

    Raises:
        CallError: there is no such import.
    """
    known = {path.name.removesuffix(IMPORTED): path for path in seed_files(folder) if is_import(path)}
    if id not in known:
        expected = f"one of {', '.join(known)}" if known else "an import"
        raise CallError(Problem(f"there is no import '{id}'", None, expected, nearest(id, known)))
    own = known.pop(id)
    citing = {name: path for name, path in known.items() if cites(path, id)}
    changed = [imports.write(folder, name, without(path, id)).path for name, path in citing.items()]
    gone = [path for path in (own, reviews.beside(own), texts / f"{id}.txt") if path.is_file()]
    for path in gone:
        path.unlink()
    return [*gone, *changed]


def _then_the_text(
    facts: Iterator[dict[str, Any]], made: Converted, text: Path | None
) -> Iterator[dict[str, Any]]:
    """Yield the facts; when all are right, write the text before whoever takes them keeps them."""
    yield from facts
    if text:
        write_atomically(text, made.table.text)
