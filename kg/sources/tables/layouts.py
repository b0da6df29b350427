"""Layouts by name: those that come with kg, and those beside a corpus; each checked before it is used."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from kg.errors import CallError, Problem, SeedError, nearest
from kg.model.parts import Strict
from kg.model.pydantic_errors import problems_of
from kg.sources import yaml_tree
from kg.sources.tables.checking import Piece, problems_in
from kg.sources.tables.layout import Entry, Layout, Part
from kg.sources.yaml_tree import Tree
from kg.system.from_here import from_here

SHIPPED = Path(os.path.dirname(os.path.realpath(__file__))).parent / "layouts"
OWN_FIRST = ("leave_out",)
"""Lists in which the entries of a layout come before those that it includes: the first reason counts."""
FOLDER = "layouts"
"""The folder of a corpus that holds layouts of its own."""


class Lookup(Strict):
    """A list of meanings in a file of its own."""

    entries: list[Entry]


def folders(seeds: str | Path) -> list[Path]:
    """Return where layouts are looked for: beside the seeds of a corpus, then those that come with kg."""
    return [Path(seeds).absolute().parent / FOLDER, SHIPPED]


def names(where: Sequence[Path]) -> dict[str, Path]:
    """Return every layout by its name; one beside the corpus takes the place of one that comes with kg."""
    return {file.stem: file for folder in reversed(where) for file in sorted(folder.glob("*.yaml"))}


def layout_named(name: str, where: Sequence[Path]) -> Layout:
    """Return a layout by its name, or by the path of its file.

    Raises:
        CallError: there is none of the name.
        SeedError: it is wrong; every problem with file, line and column.
    """
    known = names(where)
    if name.endswith((".yaml", ".yml")) and Path(name).is_file():
        return read(Path(name))
    if name not in known:
        raise CallError(
            Problem(
                f"there is no layout '{name}'",
                expected=f"one of {', '.join(sorted(known))}, or a file that ends in .yaml",
                nearest=nearest(name, known),
                todo="'kg import --list' shows them; docs/importing.md says how to write one",
            )
        )
    return read(known[name])


def read(path: Path) -> Layout:
    """Read and check a layout with all that it includes.

    Raises:
        SeedError: with every problem found.
    """
    problems: list[Problem] = []
    pieces = list(_pieces(path, Layout, problems, ()))
    if problems:
        raise SeedError(*problems)
    layout = _together(pieces)
    if layout.name not in (None, path.stem):
        place = pieces[-1].tree.place(("name",))
        problems.append(Problem(f"'{layout.name}' is not the name of its file", place, f"'{path.stem}'"))
    layout = layout.model_copy(update={"name": path.stem})
    problems += problems_in(layout, pieces)
    if problems:
        raise SeedError(*problems)
    return layout


def _pieces(path: Path, model: type[Part], problems: list[Problem], way: tuple[Path, ...]) -> Iterator[Piece]:
    """Yield the parts of a layout in the order in which they count, itself last."""
    tree, part = _read(path, model, problems)
    if tree is None or part is None:
        return
    for index, name in enumerate(part.include):
        other = path.parent / name
        if other in (*way, path) or not other.is_file():
            what = (
                f"'{name}' includes itself"
                if other in (*way, path)
                else f"there is no file '{name}' beside it"
            )
            problems.append(Problem(what, tree.place(("include", index)), "a file with parts of layouts"))
        else:
            yield from _pieces(other, Part, problems, (*way, path))
    tables: dict[str, str | list[Entry]] = {}
    for name, table in part.lookups.items():
        tables[name] = table
        if isinstance(table, str):
            file = path.parent / table
            if file.is_file():
                _, found = _read(file, Lookup, problems)
                tables[name] = found.entries if found else []
            else:
                problems.append(
                    Problem(
                        f"there is no file '{table}' beside it",
                        tree.place(("lookups", name)),
                        "a file with entries:",
                    )
                )
    yield Piece(part.model_copy(update={"lookups": tables}), tree)


def _read[Model: BaseModel](
    path: Path, model: type[Model], problems: list[Problem]
) -> tuple[Tree | None, Model | None]:
    tree, wrong = yaml_tree.read(path, from_here(path), path.parent)
    problems += wrong
    if tree is None:
        return None, None
    try:
        return tree, model.model_validate(tree.value)
    except ValidationError as error:
        problems += problems_of(error, model, tree.value, partial(yaml_tree.place_in, tree.file, tree.node))
        return tree, None


def _together(pieces: list[Piece]) -> Layout:
    """Return the last part with all that those before it add."""
    last = pieces[-1].part
    assert isinstance(last, Layout)
    merged: dict[str, Any] = {}
    for name in Part.model_fields:
        values = [getattr(piece.part, name) for piece in pieces]
        merged[name] = (
            {key: item for value in values for key, item in value.items()}
            if isinstance(values[0], dict)
            else [item for value in (values[::-1] if name in OWN_FIRST else values) for item in value]
        )
    return last.model_copy(update=merged)
