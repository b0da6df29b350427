"""Seed files to facts, each knowing its file and line; every problem of a run is reported at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kg import yamltree
from kg.errors import Place, Problem, SeedError, nearest
from kg.facts import Fact, links, registry
from kg.fingerprint import seed_files
from kg.modelerrors import problems_of
from kg.rows import shape


@dataclass(frozen=True)
class Located:
    """A fact and where it was written; `node` finds the place of each of its fields."""

    fact: Fact
    file: str
    node: Any

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Return the place of a field, or of the fact itself without arguments."""
        if self.node is None:
            return Place(self.file, path[0] if path and isinstance(path[0], int) else 0)
        return yamltree.place_in(self.file, self.node, path, key)


@dataclass(frozen=True)
class Seeds:
    """Every fact below one folder, valid and with all references resolved."""

    located: tuple[Located, ...]

    @property
    def facts(self) -> list[Fact]:
        """The facts alone, in the order of files and lines."""
        return [item.fact for item in self.located]


def load(folder: Path) -> Seeds:
    """Read every `.yaml` file below a folder.

    Raises:
        SeedError: with every problem found, in the order of file and line; nothing is returned then.
    """
    files = seed_files(folder)
    if not files:
        raise SeedError(Problem("no seed files", Place(str(folder)), "*.yaml files with facts", todo="name the folder with --seeds DIR"))
    located: list[Located] = []
    problems: list[Problem] = []
    broken: set[str] = set()
    for path in files:
        found, wrong = _read_file(path, _short(path, folder), broken)
        located += found
        problems += wrong
    problems += cross_check(located, broken)
    if problems:
        raise SeedError(*sorted(problems, key=lambda p: (p.where or Place(""), p.what)))
    return Seeds(tuple(located))


def _short(path: Path, folder: Path) -> str:
    """Name a file as the person at the prompt would: relative to where they stand, if below it."""
    for base in (Path.cwd(), folder.resolve().parent):
        try:
            return path.resolve().relative_to(base).as_posix()
        except ValueError:
            continue
    return str(path)


def _read_file(path: Path, name: str, broken: set[str]) -> tuple[list[Located], list[Problem]]:
    tree, problems = yamltree.read(path, name)
    if tree is None:
        return [], problems
    plurals = {model.PLURAL: model for model in registry().values()}
    if not isinstance(tree.value, dict):
        what = Problem("the file does not hold lists of facts", tree.place(()), "keys such as claims: with a list below")
        return [], [*problems, what]
    located = []
    for key, items in tree.value.items():
        model = plurals.get(key)
        if model is None:
            expected = f"one of {', '.join(sorted(plurals))}"
            problems.append(Problem(f"unknown kind of fact '{key}'", tree.place((key,), key=True), expected, nearest(key, plurals)))
        elif not isinstance(items, list):
            problems.append(Problem(f"'{key}' is not a list", tree.place((key,), key=True), "facts that start with '- id:'"))
        else:
            nodes = next(v for k, v in tree.node.value if k.value == key).value
            for item, node in zip(items, nodes, strict=True):
                try:
                    located.append(Located(model.model_validate(item), name, node))
                except ValidationError as error:
                    if isinstance(item, dict):
                        broken.add(str(item.get("id")))
                    problems += problems_of(error, model, item, lambda path, on_key, node=node: yamltree.place_in(name, node, path, on_key))
    return located, problems


def cross_check(located: Iterable[Located], broken: Collection[str] = ()) -> list[Problem]:
    """Check what one fact alone cannot show: duplicate ids, references, and days after publication.

    Args:
        located: all facts that are valid by themselves.
        broken: ids of facts that are not; references to them are no further fault.
    """
    located = list(located)
    problems = []
    by_id: dict[str, Located] = {}
    for item in located:
        first = by_id.setdefault(item.fact.id, item)
        if first is not item:
            what = f"the id '{item.fact.id}' is taken: {first.place('id')} has it"
            problems.append(Problem(what, item.place("id"), "an id of its own", todo="rename one, or merge the two facts"))
    for item in located:
        problems += _references(item, by_id, broken)
        if type(item.fact).KIND == "claim":
            problems += _days(item, by_id)
    return problems


def references(fact: Fact) -> Iterator[tuple[tuple[str | int, ...], str, tuple[str, ...]]]:
    """Yield every reference of a fact: path of the field, referenced id, labels of which it needs one."""
    for name, link in links(type(fact)).items():
        value = getattr(fact, name)
        if isinstance(value, list):
            for index, other in enumerate(value):
                yield (name, index), other, link.to
        elif value is not None:
            yield (name,), value, link.to
    for name, tie in shape(type(fact)).ties.items():
        for index, part in enumerate(getattr(fact, name)):
            yield (name, index, tie.TARGET), getattr(part, tie.TARGET), tie.TO


def _references(item: Located, by_id: dict[str, Located], broken: Collection[str]) -> Iterator[Problem]:
    for path, other, labels in references(item.fact):
        target = by_id.get(other)
        field = next(str(p) for p in reversed(path) if isinstance(p, str))
        wanted = " or ".join(labels)
        if target is None and other in broken:
            continue
        if target is None:
            known = [k for k, v in by_id.items() if set(labels) & set(type(v.fact).LABELS)]
            what = f"{type(item.fact).KIND} '{item.fact.id}' names an unknown {wanted} '{other}' in '{field}'"
            yield Problem(what, item.place(*path), f"the id of a {wanted}", nearest(other, known), "add the fact or correct the id")
        elif not set(labels) & set(type(target.fact).LABELS):
            what = f"'{other}' in '{field}' is a {type(target.fact).KIND}"
            known = [k for k, v in by_id.items() if set(labels) & set(type(v.fact).LABELS)]
            yield Problem(what, item.place(*path), f"the id of a {wanted}", nearest(other, known))


def _days(item: Located, by_id: dict[str, Located]) -> Iterator[Problem]:
    claim: Any = item.fact
    for index, citation in enumerate(claim.cited):
        document: Any = by_id[citation.document].fact if citation.document in by_id else None
        if document is None or type(document).KIND != "document":
            continue
        said = citation.said or claim.said
        if said.last is not None and said.last > document.published.last:
            path = ("cited", index, "said") if citation.said else ("said",)
            what = f"claim '{claim.id}' was said on {said.last} but document '{document.id}' that cites it appeared on {document.published.last}"
            yield Problem(what, item.place(*path), "a day on or before publication", todo="correct the day or the citation")
