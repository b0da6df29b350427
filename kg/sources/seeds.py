"""Seed files to facts, each knowing its file and line; every problem of a run is reported at once."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, cast

from pydantic import ValidationError

from kg.errors import Location, Problem, SeedError, nearest, with_article
from kg.model.characters import odd
from kg.model.kinds import Fact, registry
from kg.model.kinds.document import Document
from kg.model.pydantic_errors import problems_of
from kg.model.quantity import COUNTED
from kg.sources import texts, yaml_tree
from kg.sources.across import faults
from kg.sources.fingerprint import seed_files
from kg.sources.missing import Definition, Naming, gathered
from kg.sources.references import counted, field, references
from kg.sources.yaml_tree import Node
from kg.system import reading

_UNRESOLVED = "unknown-reference"
_ID_LINE = re.compile(r"""\bid["']?\s*:\s*["']?([a-z0-9-]+)""")


@dataclass(frozen=True)
class Written:
    """What somebody wrote as a fact of a kind, right or wrong, and where it stands."""

    model: type[Fact]
    value: Any
    """The fact when it is valid, else the fields as they were written."""
    file: str
    node: Node

    @property
    def id(self) -> str:
        """The id; empty when it is none."""
        value = field(self.value, "id")
        return value if isinstance(value, str) and odd(value) is None else ""

    def place(self, *path: str | int, key: bool = False) -> Location:
        """Return the place of a field, or of the fact itself without arguments."""
        return yaml_tree.place_in(self.file, self.node, path, key)


@dataclass(frozen=True)
class Located[F: Fact](Written):
    """A valid fact and where it stands."""

    value: F

    @property
    def fact(self) -> F:
        """The fact."""
        return self.value


@dataclass(frozen=True)
class Seeds:
    """Every fact below one folder, valid and with all references resolved."""

    located: tuple[Located[Fact], ...]

    def of[F: Fact](self, kind: type[F]) -> list[Located[F]]:
        """Return the facts of a class, such as `Claim` or `Event`, in the order of files and lines."""
        return [cast("Located[F]", item) for item in self.located if isinstance(item.fact, kind)]

    @property
    def facts(self) -> list[Fact]:
        """The facts alone, in the order of files and lines."""
        return [item.fact for item in self.located]


def load(folder: str | os.PathLike[str]) -> Seeds:
    """Read every `.yaml` file below a folder.

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
    for path in files:
        in_file, wrong, complete = _read_file(path, Path(folder))
        written += in_file
        problems += wrong
        if not complete:
            ids = _ids_in(path, Path(folder))
            blind |= ids is None
            lost |= ids or set()
    problems += [p for p in cross_check(written, lost) if not (blind and p.code == _UNRESOLVED)]
    if problems:
        raise SeedError(*in_order(gathered(problems, _namings(written), _definitions(written))))
    return Seeds(tuple(item for item in written if isinstance(item, Located)))


def in_order(problems: Sequence[Problem]) -> list[Problem]:
    """Return problems in the order of file and line, each behind what it follows from."""
    return sorted(problems, key=lambda p: (p.cause or p.where or Location(""), bool(p.cause), p.what))


def _namings(written: Sequence[Written]) -> Iterator[Naming]:
    for item in written:
        for path, other, labels in references(item.model, item.value):
            yield Naming(other, labels, item.place(*path))


def _definitions(written: Sequence[Written]) -> list[Definition]:
    return [Definition(item.id, item.model, item.place("id")) for item in written if item.id]


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


def validated(model: type[Fact], value: Any, file: str, node: Node) -> tuple[Written, list[Problem]]:
    """Return a located fact, or what was written and every problem with it."""
    try:
        fact = model.model_validate(value)
    except ValidationError as error:
        problems = problems_of(error, model, value, partial(yaml_tree.place_in, file, node))
        return Written(model, value, file, node), problems
    located = Located(model, fact, file, node)
    named = fact.file if isinstance(fact, Document) else None
    wrong = named and texts.outside(named, f"document '{fact.id}'", located.place("file"))
    return located, [wrong] if wrong else []


def cross_check(
    written: Sequence[Written], lost: Collection[str] = (), known: Mapping[str, Any] | None = None
) -> list[Problem]:
    """Check what one fact alone cannot show: duplicate ids, references, and what `faults` finds.

    Args:
        written: all facts, also those that are not valid: references to them are no further fault.
        lost: ids of facts that could not be read; the same goes for them.
        known: what `faults` looks up; without it the valid ones among `written`.
    """
    problems = []
    if known is None:
        known = {item.id: item.fact for item in reversed(written) if isinstance(item, Located)}
    by_id: dict[str, Written] = {}
    for item in written:
        first = by_id.setdefault(item.id, item) if item.id else item
        if first is not item:
            what = f"the id '{item.id}' is taken: {first.place('id')} has it"
            problems.append(
                Problem(
                    what,
                    item.place("id"),
                    "an id of its own",
                    todo="rename one, or merge the two facts",
                    code="duplicate-id",
                )
            )
    for item in written:
        problems += _references(item, by_id, lost)
        problems += _counted(item, by_id)
        if isinstance(item, Located):
            problems += (
                Problem(found.what, item.place(*found.path), found.expected, todo=found.todo, code=found.code)
                for found in faults(item.fact, known)
            )
    return problems


def _counted(item: Written, by_id: dict[str, Written]) -> Iterator[Problem]:
    for path, other in counted(item.value):
        target = by_id.get(other)
        if target and not set(COUNTED) & set(target.model.LABELS):
            yield Problem(
                f"{item.model.KIND} '{item.id}' counts '{other}', which is {with_article(target.model.KIND)}",
                item.place(*path),
                "the id of a WeaponType, or a word that is no id",
                todo="name the weapon type, or take another word",
                code="counts-no-weapon",
            )


def _references(item: Written, by_id: dict[str, Written], lost: Collection[str]) -> Iterator[Problem]:
    who = f"{item.model.KIND} '{item.id}'"
    for path, other, labels in references(item.model, item.value):
        target = by_id.get(other)
        if (target is None and other in lost) or (target and set(labels) & set(target.model.LABELS)):
            continue
        where = next(str(p) for p in reversed(path) if isinstance(p, str))
        what = (
            f"{who} names '{other}' in '{where}', which is {with_article(target.model.KIND)}"
            if target
            else f"{who} names an unknown '{other}' in '{where}'"
        )
        close = nearest(
            other, [k for k, v in by_id.items() if v is not item and set(labels) & set(v.model.LABELS)]
        )
        expected = f"the id of {' or '.join(map(with_article, labels))}"
        yield Problem(what, item.place(*path), expected, close, "add the fact or correct the id", _UNRESOLVED)
