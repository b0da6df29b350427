"""One hash over everything a store is built from: the seed files and the code that reads them."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from typing import TYPE_CHECKING

from kg.system import reading

if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
_CODE = os.path.join(_PACKAGE, "model")
_RULES = ("language", "load", "model", "sources", "store")
"""Packages whose code decides what is read, what is refused and what a store gets."""
_ENDINGS = (".yaml", ".yml")
IMPORTED = ".jsonl.gz"
"""How a file of imported facts ends; docs/importing.md says what it holds."""
REVIEWED = ".reviews.yaml"
"""How the file beside it ends that holds what people found there; docs/review.md says what it holds."""


def seed_files(folder: str | os.PathLike[str]) -> list[Path]:
    """Return every seed file below a folder, imports last, in a fixed order; hidden files are left out.

    What is named like a seed file and is none (a folder, a link to nothing), and a folder that may not be
    opened, is returned as well: reading it tells the person, passing over it would lose facts.
    """
    from pathlib import Path

    return sorted((Path(folder, name) for name in _below(folder, *_ENDINGS, IMPORTED)), key=is_import)


def is_reviews(path: str | os.PathLike[str]) -> bool:
    """Return whether a seed file holds reviews of imported facts, going by its name."""
    return os.fspath(path).endswith(REVIEWED)


def is_import(path: str | os.PathLike[str]) -> bool:
    """Return whether a seed file holds imported facts, going by its name."""
    return os.fspath(path).endswith(IMPORTED)


def _below(folder: str | os.PathLike[str], *endings: str) -> list[str]:
    """Return how everything below a folder that ends so is called from there, folder by folder."""
    names: list[str] = []

    def closed(error: OSError) -> None:
        names.append(os.path.relpath(error.filename, folder))

    for root, folders, files in os.walk(folder, onerror=closed):
        place = os.path.relpath(root, folder)
        inside = "" if place == os.curdir else place + os.sep
        names += [inside + n for n in (*files, *folders) if n.endswith(endings) and not n.startswith(".")]
        folders[:] = [f for f in folders if not f.startswith(".") and not f.endswith(endings)]
    return sorted(names, key=lambda name: name.split(os.sep))


def fingerprint(folder: str | os.PathLike[str]) -> str:
    """Return the SHA-256 of seeds and builder; equal fingerprints build equal graphs.

    A file that cannot be read counts by name alone: no load of it can have succeeded.
    """
    total = hashlib.sha256()
    seeds = [
        (name.replace(os.sep, "/"), os.path.join(folder, name), folder)
        for name in _below(folder, *_ENDINGS, IMPORTED)
    ]
    code = [(os.path.basename(name), os.path.join(_CODE, name), None) for name in _below(_CODE, ".py")]
    for name, path, inside in (*seeds, *code):
        try:
            most = reading.IMPORT if is_import(name) else reading.FACTS
            content = reading.read(path, most, inside)
        except OSError:
            content = b""
        total.update(os.fsencode(name) + b"\0" + hashlib.sha256(content).digest())
    return total.hexdigest()


@cache
def rules() -> str:
    """Return one hash over the code that reads, checks and stores facts.

    With the same rules what was accepted once is accepted again.
    """
    total = hashlib.sha256()
    for package in _RULES:
        folder = os.path.join(_PACKAGE, package)
        for name in _below(folder, ".py"):
            with open(os.path.join(folder, name), "rb") as code:
                total.update(f"{package}/{name}\0".encode() + hashlib.sha256(code.read()).digest())
    return total.hexdigest()
