"""What is wrong with a layout beyond its form: names that are not there, functions, fields of facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.errors import Problem, nearest, with_article
from kg.model.kinds import registry
from kg.model.kinds.document import Document
from kg.sources.tables.compiled import ONLY_IF, case_names
from kg.sources.tables.expressions import ExpressionError, Words, template
from kg.sources.tables.functions import FUNCTIONS
from kg.sources.tables.layout import Ahead, FactRule, Layout, Part
from kg.sources.yaml_tree import Tree

START = ("published", "recorded", "file", "document")
"""Values that every layout has: days, the name of the file, the id of the document."""
_LOOKUP = re.compile(r"lookup\(\s*'([^']*)'")
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Piece:
    """A part of a layout and where everything in it stands."""

    part: Part
    tree: Tree


def problems_in(layout: Layout, pieces: list[Piece]) -> Iterator[Problem]:
    """Yield what is wrong, part by part.

    Args:
        layout: all parts together.
        pieces: the parts.
    """
    own = dict.fromkeys(layout.names, (_any, 1, None))
    functions = {
        **FUNCTIONS,
        **own,
        "known": (_any, 2, None),
        "identified": (_any, 2, 2),
        "lookup": (_any, 2, 2),
        "running": (_any, 1, None),
    }
    start = {*START, *layout.reader.titles}
    row = start | {*layout.reader.headers, *layout.ahead}
    every = row | {*layout.let}
    let = set(row)
    for piece in pieces:
        check = _Check(piece.tree, functions, layout)
        part = piece.part
        for name, ahead in part.ahead.items():
            yield from _columns(ahead, layout, piece.tree, ("ahead", name))
        for name, text in part.let.items():
            yield from check.text(text, let, ("let", name))
            let.add(name)
        for group, names in (("leave_out", every), ("lost", every), ("notes", start)):
            for index, loss in enumerate(getattr(part, group, [])):
                yield from check.text(loss.when, names, (group, index, "when"))
        for group, names in (("start", start), ("facts", every)):
            for index, rule in enumerate(getattr(part, group)):
                yield from check.rule(rule, names, (group, index))
        for sort, names_rule in part.names.items():
            for index, kind in enumerate(names_rule.of):
                yield from check.kind(kind, ("names", sort, "of", index))
            for index, case in enumerate(names_rule.cases):
                path: Path = ("names", sort, "cases", index)
                inside = every | case_names(case)
                if case.id:
                    yield from check.text(case.id, inside, (*path, "id"))
                if case.fact:
                    yield from check.rule(case.fact, inside, (*path, "fact"))
        if isinstance(part, Layout):
            yield from check.document(part, start)


def _columns(ahead: Ahead, layout: Layout, tree: Tree, path: Path) -> Iterator[Problem]:
    """Yield what names no column."""
    known = layout.reader.headers
    named: list[tuple[Path, str]] = [(("by", index), name) for index, name in enumerate(ahead.by)]
    named += [(("at", index), name) for index, name in enumerate(ahead.at)]
    named += [(("where", name), name) for name in ahead.where]
    named += [(("take",), ahead.take)] if ahead.take else []
    for way, name in named:
        if name not in known:
            what, expected = f"there is no column '{name}'", f"one of {', '.join(known)}"
            yield Problem(what, tree.place((*path, *way)), expected, nearest(name, known))


def _any(*arguments: Any) -> None:
    """Stand for a function that only a run has."""


class _Check:
    """Checks the texts of one file."""

    def __init__(self, tree: Tree, functions: dict[str, Any], layout: Layout) -> None:
        self.tree = tree
        self.functions = functions
        self.lookups = layout.lookups

    def text(self, text: str, names: set[str], path: Path) -> Iterator[Problem]:
        place = self.tree.place(path)
        try:
            template(text, Words(names, self.functions))
        except ExpressionError as error:
            yield Problem(str(error), place, error.expected, error.nearest)
        for name in _LOOKUP.findall(text):
            if name not in self.lookups:
                what = f"there is no lookup '{name}'"
                yield Problem(
                    what,
                    place,
                    f"one of {', '.join(self.lookups) or 'lookups:'}",
                    nearest(name, self.lookups),
                )

    def kind(self, kind: str, path: Path) -> Iterator[Problem]:
        if kind not in registry():
            known = list(registry())
            yield Problem(
                f"there is no sort of fact '{kind}'",
                self.tree.place(path),
                f"one of {', '.join(known)}",
                nearest(kind, known),
            )

    def rule(self, rule: FactRule, names: set[str], path: Path) -> Iterator[Problem]:
        yield from self.kind(rule.type, (*path, "type"))
        inside = names | {*rule.for_each}
        for name, text in rule.for_each.items():
            yield from self.text(text, names, (*path, "for_each", name))
        if rule.only_if:
            yield from self.text(rule.only_if, inside, (*path, ONLY_IF))
        yield from self.values(rule.fields, inside, (*path, "fields"))
        if rule.type in registry():
            yield from self.fields(rule.fields, rule.type, (*path, "fields"))

    def fields(
        self, fields: dict[str, Any], kind: str, path: Path, given: tuple[str, ...] = ("cited",)
    ) -> Iterator[Problem]:
        known = registry()[kind].model_fields
        for name in fields:
            if name not in known:
                what = f"{with_article(kind)} has no field '{name}'"
                place = self.tree.place((*path, name), key=True)
                yield Problem(what, place, f"one of {', '.join(known)}", nearest(name, known))
        for name, field in known.items():
            if (
                field.is_required()
                and name not in fields
                and name not in given
                and not _elsewhere(name, fields)
            ):
                yield Problem(
                    f"{with_article(kind)} lacks the field '{name}'",
                    self.tree.place(path),
                    todo=f"add {name}:",
                )

    def values(self, value: Any, names: set[str], path: Path) -> Iterator[Problem]:
        if isinstance(value, str):
            yield from self.text(value, names, path)
        elif isinstance(value, dict):
            for key, one in value.items():
                yield from self.values(one, names, (*path, key))
        elif isinstance(value, list):
            for index, one in enumerate(value):
                yield from self.values(one, names, (*path, index))

    def document(self, layout: Layout, names: set[str]) -> Iterator[Problem]:
        if layout.document is None:
            if not layout.called:
                yield Problem(
                    "the layout has neither a document nor a name for its imports",
                    self.tree.place(()),
                    todo="add document: with the fields of the document that the table is, or called:",
                )
            else:
                yield from self.text(layout.called, names, ("called",))
            return
        plain = {**self.functions}
        for name in (*layout.names, "known", "identified", "lookup", "running"):
            plain.pop(name, None)
        own = _Check(self.tree, plain, layout)
        yield from own.values(layout.document, names, ("document",))
        made = ("id", "published", "recorded", "language", "kind", "file", "sha256")
        yield from self.fields(layout.document, Document.KIND, ("document",), made)
        if "id" not in layout.document:
            yield Problem("the document lacks the field 'id'", self.tree.place(("document",)), todo="add id:")


def _elsewhere(name: str, fields: dict[str, Any]) -> bool:
    """Return whether another field gives what a required one would."""
    return name == "speaker" and "speakers" in fields
