"""What docs, docstrings and comments name is there: paths of files, modules, and what is in them."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.imports import CODE

ROOT = CODE.parent
PATH = re.compile(r"(?<![\w./-])(?:kg|tests|bench|docs|cypher|schemas)/[\w./-]*[\w/]")
NAME = re.compile(r"(?<![\w./-])kg(?:\.[a-z_]\w*)+(?:\.[A-Z]\w*)?(?![\w/-])")
ENDINGS = ("toml", "json", "html", "grafeo", "bash", "zsh")
"""What makes `kg.html` the name of a file that somebody has."""
PLACEHOLDER = re.compile(r"\b[A-Z]{2,}\b")
"""A word in capitals stands for what the reader chooses: some file must be there that it could be."""
TO_BE_MADE = frozenset({"kg/model/kinds/exercise.py"})
"""Files that a guide has its reader make."""
TEXTS = sorted(
    file
    for file in (
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *CODE.rglob("*.py"),
    )
)


def missing(text: str) -> Iterator[str]:
    """Yield the paths and names of ours in a text that do not exist."""
    for path in sorted(set(PATH.findall(text))):
        pattern = PLACEHOLDER.sub("*", path)
        if path not in TO_BE_MADE and not list(ROOT.glob(pattern)) and not list(ROOT.glob(f"{pattern}*")):
            yield path
    for name in sorted(set(NAME.findall(text))):
        if name.rpartition(".")[2] not in ENDINGS and not exists(name):
            yield name


def exists(name: str) -> bool:
    """Return whether a dotted name is a module, or something in one.

    Example:
        >>> exists("kg.store.protocol.Store"), exists("kg.store.nothing")
        (True, False)
    """
    first, *rest = name.split(".")
    value = importlib.import_module(first)
    for place, part in enumerate(rest, 1):
        if not hasattr(value, part):
            try:
                importlib.import_module(".".join([first, *rest[:place]]))
            except ModuleNotFoundError:
                return False
        value = getattr(value, part)
    return True


@pytest.mark.parametrize("file", [pytest.param(f, id=f.relative_to(ROOT).as_posix()) for f in TEXTS])
def test_what_a_text_names_is_there(file: Path) -> None:
    assert list(missing(file.read_text(encoding="utf-8"))) == []


def test_a_path_and_a_name_that_are_not_there_are_found() -> None:
    text = "see kg/loader/bulk.py and `kg.loader.bulk`; kg/store/ and kg.store.protocol are there"
    assert list(missing(text)) == ["kg/loader/bulk.py", "kg.loader.bulk"]
