"""What is wrong with a file, in the words of the checks of seed files.

Pass 1 only knows which lines do not fit to others. These lines are read again and checked together with
stand-ins for the facts that they name, so that one piece of code tells what is wrong, however large the file.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.errors import Problem, SeedError
from kg.load.stream.faults import SHOWN
from kg.load.stream.file_rows import KINDS, STANDING, FileRows
from kg.load.stream.scratch import Scratch
from kg.load.stream.second import read
from kg.load.stream.spool import part_of
from kg.model.kinds import registry
from kg.sources.cross_check import cross_check
from kg.sources.json_lines import parsed
from kg.sources.json_places import LineNode
from kg.sources.lines import Source, Told
from kg.sources.located import Written, in_order
from kg.sources.references import counted, references

NAMES = 5_000
"""Ids of one kind that are looked through for the nearest one; the first in the file."""


def checked(source: Source, scratch: Scratch, told: Told = lambda size: None) -> FileRows:
    """Return the rows of a file that was read whole and found to be right.

    Raises:
        SeedError: the file cannot be read, or is wrong.
    """
    rows = read(source, scratch, told)
    if rows.faults.count:
        raise error_of(rows)
    return rows


def error_of(rows: FileRows) -> SeedError:
    """Return the error that tells the first problems of a file, and how many there are in all."""
    faults = rows.faults
    problems = in_order([*faults.problems, *_across(rows)])[:SHOWN]
    return SeedError(*problems, total=max(faults.count, len(problems)))


def _across(rows: FileRows) -> Iterator[Problem]:
    lines = rows.faults.lines
    if not lines:
        return
    guilty = list(_facts(rows, lines))
    named = {item.id for item in guilty}
    for item in guilty:
        named.update(other for _, other, _ in references(item.model, item.value))
        named.update(other for _, other in counted(item.value))
    places = _places(rows, named)
    written = {item.node.line: item for item in guilty}
    name = rows.source.name
    firsts = rows.source.pick({line for _, line in places.values()})
    for id, (kind, line) in (*places.items(), *_candidates(rows)):
        node = LineNode(line, firsts.get(line, b"").decode())
        value = {"id": id, "withdrawn": kind >= STANDING}
        written.setdefault(line, Written(registry()[KINDS[kind]], value, name, node))
    for problem in cross_check([written[line] for line in sorted(written)], rows.faults.lost, rows.lookup):
        unsure = rows.faults.blind and problem.code == "unknown-reference"
        if problem.where and problem.where.line in lines and not unsure:
            yield problem


def _facts(rows: FileRows, lines: Iterable[int]) -> Iterator[Written]:
    wanted = set(lines)
    for number, line in rows.source.pick(wanted).items():
        written = parsed(line.decode(), rows.source.name, number)[0]
        if written is not None:
            yield written


def _places(rows: FileRows, named: set[str]) -> dict[str, tuple[int, int]]:
    """Return kind and line of where each id first stands."""
    places: dict[str, tuple[int, int]] = {}
    for part in {part_of(id, rows.parts) for id in named}:
        for id, kind, line in rows.ids.part(part):
            if id in named:
                places.setdefault(id, (kind, line))
    return places


def _candidates(rows: FileRows) -> list[tuple[str, tuple[int, int]]]:
    """Return the first ids of every kind in the file, among which the nearest is looked for."""
    firsts: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for id, kind, line in rows.ids:
        first = firsts[kind]
        if len(first) < NAMES:
            heapq.heappush(first, (-line, id))
        elif -line > first[0][0]:
            heapq.heapreplace(first, (-line, id))
    return [(id, (kind, -line)) for kind, first in firsts.items() for line, id in first]
