"""Proving texts: each is derived again from its original, by the rule that the document names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path

from kg.curate.corpus import documents
from kg.errors import CallError, Problem, SeedError
from kg.model.kinds.document import Document
from kg.model.original import Original
from kg.model.spots import paragraph_words
from kg.sources import texts
from kg.sources.located import Located, Seeds
from kg.sources.originals.derived import Derived
from kg.sources.originals.read import derive
from kg.sources.tables.again import derive_again
from kg.sources.tables.table import RULE as ROWS
from kg.system import reading

CODE = "changed-derivation"


@dataclass(frozen=True)
class Proved:
    """What came of deriving the texts again.

    Attributes:
        same: documents whose text is the same again.
        differs: one problem per document whose text is another now, or can no longer be made.
        absent: documents whose original is not at hand.
        other: for each document of which only another file of that name is there, what is wrong with that.
    """

    same: tuple[str, ...]
    differs: tuple[Problem, ...]
    absent: tuple[str, ...]
    other: tuple[Problem, ...]

    @property
    def count(self) -> int:
        """How many documents have an original."""
        return len(self.same) + len(self.differs) + len(self.absent) + len(self.other)


def prove(seeds: Seeds, originals: Path, source: Path | None, layouts: Sequence[Path] = ()) -> Proved:
    """Derive the text of every document again whose original is at hand.

    Args:
        seeds: the facts.
        originals: folder of the originals; they are found by their names, in folders below it, too.
        source: folder of the texts, to say where one differs; None for none.
        layouts: folders of the layouts by which tables were read.

    Raises:
        CallError: the folder is not there, or a package is missing that reads an original.
    """
    if not originals.is_dir():
        what, todo = f"there is no folder {originals}", "correct --originals"
        raise CallError(Problem(what, expected="the folder of the originals", todo=todo))
    known = {name: item for name, item in documents(seeds).items() if item.fact.original}
    files = _files(originals, {item.fact.original.file for item in known.values() if item.fact.original})
    same, differs, absent, other = list[str](), list[Problem](), list[str](), list[Problem]()
    for name, item in known.items():
        made = item.fact.original
        assert made
        here = files.get(made.file, [])
        path = next((one for one in here if made.warc or _hash(one) == made.sha256), None)
        if path is None:
            other += [_other(item, here)] if here else []
            absent += [] if here else [name]
            continue
        again = _again(item, made, path, layouts)
        if isinstance(again, Problem):
            differs.append(again)
        elif made.warc and again.sha256 != made.sha256:
            other.append(_other(item, here))
        elif texts.digest(again.text) == item.fact.sha256:
            same.append(name)
        else:
            differs.append(_differs(item, made, again, source))
    return Proved(tuple(same), tuple(differs), tuple(absent), tuple(other))


def _files(folder: Path, names: set[str]) -> Mapping[str, Sequence[Path]]:
    """Return the files of some names in a folder and those below it, the nearest first."""
    found: dict[str, list[Path]] = {}
    for where, below, here in os.walk(folder):
        below.sort()
        for name in names.intersection(here):
            found.setdefault(name, []).append(Path(where, name))
    return found


def _hash(path: Path) -> str | None:
    """Return the hash of a file, None where it cannot be read."""
    try:
        return sha256(reading.read(path, None)).hexdigest()
    except OSError:
        return None


def _again(item: Located[Document], made: Original, path: Path, layouts: Sequence[Path]) -> Derived | Problem:
    """Return the text that an original gives now, or what stands in the way."""
    try:
        if made.rule == ROWS:
            return derive_again(path, made.tool, layouts)
        record = made.warc.record if made.warc else None
        (again,) = derive(path, record=record, rule=made.rule, encoding=made.encoding)
    except (CallError, SeedError) as error:
        what = f"document '{item.id}': its text cannot be derived again"
        return Problem(f"{what}: {error.problems[0]}", item.place("original"), code=CODE)
    return again


def _other(item: Located[Document], here: Iterable[Path]) -> Problem:
    what = f"document '{item.id}': {', '.join(map(str, here))} is another file than its original"
    return Problem(what, item.place("original", "sha256"), "the SHA-256 that is recorded", code=CODE)


def _differs(item: Located[Document], made: Original, again: Derived, source: Path | None) -> Problem:
    tools = again.tool if again.tool == made.tool else f"{again.tool}, was {made.tool}"
    where = _where(item, made, again, source)
    what = f"document '{item.id}': another text is derived from {made.file} now ({tools}){where}"
    todo = "cite the text that is held, with the tool that made it; citations are not moved to another text"
    return Problem(what, item.place("original"), "the same text again", todo=todo, code=CODE)


def _where(item: Located[Document], made: Original, again: Derived, source: Path | None) -> str:
    """Say which paragraph differs first, where the text is at hand."""
    held = texts.read(source, item.fact.file)
    if held is None or held.paragraphs is None or held.sha256 != item.fact.sha256:
        return "; its text is not at hand to say where"
    pairs = enumerate(zip_longest(held.paragraphs, again.lines), 1)
    number, (one, two) = next((number, pair) for number, pair in pairs if pair[0] != pair[1])
    place = paragraph_words(number, made.paged)
    if one is None or two is None:
        return f": {place} is {'new' if one is None else 'missing'}"
    at = next(at for at, (a, b) in enumerate(zip_longest(one, two)) if a != b)
    return f": {place} differs first, from character {at} on"
