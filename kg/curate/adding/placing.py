"""Where the text and the facts of a document are written; what is there already is never touched."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kg.errors import CallError, Problem
from kg.sources import texts
from kg.sources.originals.derived import Derived
from kg.system import reading


@dataclass(frozen=True)
class Places:
    """Where documents are written.

    Attributes:
        seeds: folder of the facts.
        texts: folders of the texts, the first for new ones.
    """

    seeds: Path
    texts: tuple[Path, ...]


def text_place(path: Path, name: str, derived: Derived, places: Places) -> tuple[Path, bool]:
    """Return where the text belongs, and whether it is the file itself, which lies among the texts.

    Args:
        path: the file.
        name: id of the document.
        derived: the text.
        places: where documents are written.

    Raises:
        CallError: another text lies there.
    """
    here = path.resolve()
    if any(here.is_relative_to(each) for each in places.texts) and derived.media_type == "text/plain":
        held = texts.of_bytes(reading.read(path, reading.TEXT)).paragraphs
        if held == derived.lines:
            return here, True
    target = places.texts[0] / f"{name}.txt"
    if os.path.lexists(target) and (not target.is_file() or target.read_bytes() != derived.text.encode()):
        return free(target), False
    return target, False


def free(target: Path) -> Path:
    """Return a place where nothing is.

    Raises:
        CallError: something is.
    """
    if not os.path.lexists(target):
        return target
    what = f"{target} exists already"
    todo = "move it away first, or name another id with --id; nothing was changed"
    raise CallError(Problem(what, expected="a file that is new", todo=todo))
