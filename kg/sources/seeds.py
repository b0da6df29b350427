"""Seed files to facts, each knowing its file and line; every problem of a run is reported at once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import Location, Problem, SeedError, nearest
from kg.model.kinds import registry
from kg.sources import imports, repeated, reviews, yaml_tree
from kg.sources.cross_check import UNRESOLVED, cross_check
from kg.sources.fingerprint import is_import, is_reviews, seed_files
from kg.sources.located import Located, Seeds, Written, in_order, validated
from kg.sources.missing import Definition, Naming, gathered
from kg.sources.references import references
from kg.system import reading

_ID_LINE = re.compile(r"""\bid["']?\s*:\s*["']?([a-z0-9-]+)""")


def load(folder: str | os.PathLike[str]) -> Seeds:
    """Read every `.yaml` file below a folder, and the imports beside them.

    Raises:
        SeedError: with every problem found, in the order of file and line; nothing is returned then.
    """
    files = seed_files(folder)
    if not files:
        raise SeedError(
            Problem(
                "no seed files",
                Location(str(folder)),
                "*.yaml files with facts",
                todo="name the folder with --seeds DIR",
            )
        )
    written: list[Written] = []
    problems: list[Problem] = []
    lost: set[str] = set()
    blind = False
    beside: list[reviews.Beside] = []
    contents: dict[str, str] = {}
    for path in files:
        name = _short(path, Path(folder))
        if is_reviews(path):
            beside.append(reviews.read(path, name, Path(folder)))
            problems += beside[-1].problems
            continue
        if is_import(path):
            imported = imports.read(path, name, folder)
            contents[name] = imported.content
            written += imported.written
            problems += imported.problems
            lost |= imported.lost
            blind |= imported.blind
            continue
        in_file, wrong, complete = _read_file(path, Path(folder))
        written += in_file
        problems += wrong
        if not complete:
            ids = _ids_in(path, Path(folder))
            blind |= ids is None
            lost |= ids or set()
    problems += [p for p in cross_check(written, lost) if not (blind and p.code == UNRESOLVED)]
    if problems:
        total = len(problems)
        problems = in_order(gathered(problems, _namings(written), _definitions(written)))
        raise SeedError(*repeated.once(problems), total=total)
    written, gone = reviews.attached(written, beside, contents)
    return Seeds(tuple(item for item in written if isinstance(item, Located)), tuple(gone))


def _namings(written: Sequence[Written]) -> Iterator[Naming]:
    for item in written:
        for path, other, labels in references(item.model, item.value):
            yield Naming(other, labels, item, path)


def _definitions(written: Sequence[Written]) -> list[Definition]:
    return [Definition(item) for item in written if item.id]


def _short(path: Path, folder: Path) -> str:
    """Name a file as the person at the prompt would: relative to where they stand, if below it."""
    base = Path.cwd() if path.absolute().is_relative_to(Path.cwd()) else folder.absolute().parent
    return path.absolute().relative_to(base).as_posix()


def _ids_in(path: Path, folder: Path) -> set[str] | None:
    """Return what look like ids in a broken file, of which none is missed then; None if it is not read."""
    try:
        raw = reading.read(path, reading.FACTS, folder)
        return set(_ID_LINE.findall(raw.replace(b"\0", b"").decode(errors="replace")))
    except OSError:
        return None


def _read_file(path: Path, folder: Path) -> tuple[list[Written], list[Problem], bool]:
    """Return what was written, every problem, and whether nothing was left out."""
    name = _short(path, folder)
    tree, problems = yaml_tree.read(path, name, folder)
    if tree is None:
        return [], problems, False
    complete = not problems
    refused = {problem.where for problem in problems}
    plurals = {model.PLURAL: model for model in registry().values()}
    spoken = {name: model.PLURAL for model in registry().values() for name in (model.KIND, model.PLURAL)}
    if not isinstance(tree.value, dict):
        problems.append(
            Problem(
                "the file does not hold lists of facts",
                tree.place(()),
                "keys such as claims: with a list below",
            )
        )
        return [], problems, False
    written: list[Written] = []
    for key, items in tree.value.items():
        model = plurals.get(key)
        place = tree.place((key,), key=True)
        if model is None:
            expected = f"one of {', '.join(sorted(plurals))}"
            close = spoken.get(nearest(key, spoken) or "")
            problems.append(Problem(f"unknown kind of fact '{key}'", place, expected, close))
            complete = False
        elif not isinstance(items, list):
            what = f"'{key}' is {'empty' if items is None else 'not a list'}"
            problems.append(Problem(what, place, "facts that start with '- id:'"))
            complete = False
        else:
            for item, node in zip(items, tree.node.fields[key][1].items, strict=True):
                one, wrong = validated(model, item, name, node)
                written.append(one)
                problems += [problem for problem in wrong if problem.where not in refused]
    return written, problems, complete
