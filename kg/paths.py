"""Where things are: the curated facts, the presets, and the default store."""

from __future__ import annotations

import os
from pathlib import Path

from kg.errors import CallError, Problem

_PACKAGE = Path(__file__).resolve().parent


def _data(name: str) -> Path:
    """Return a data folder: inside the installed package, or beside it in a checkout."""
    inside = _PACKAGE / "_data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def presets() -> Path:
    """Return the folder of the presets."""
    return _data("cypher")


def glossary() -> Path:
    """Return the file that defines every word, label and edge."""
    return _data("docs") / "glossary.md"


def history() -> Path:
    """Return the file that remembers what was typed into `kg shell`, in the user's state folder."""
    from platformdirs import user_state_path

    return user_state_path("kg") / "shell-history"


def seeds(given: str | None = None) -> Path:
    """Return the folder of the facts.

    The one given, else KG_SEEDS, else the corpus that comes with the program.

    Raises:
        CallError: the folder does not exist.
    """
    where = given or os.environ.get("KG_SEEDS")
    folder = Path(where) if where else _data("seeds")
    if not folder.is_dir():
        raise CallError(
            Problem(
                f"there is no folder {folder}",
                expected="a folder with seed files",
                todo="name it with --seeds DIR or KG_SEEDS",
            )
        )
    return folder


def default_store(folder: Path) -> Path:
    """Return where the default store of a seeds folder is.

    `build/kg.grafeo` beside it, or the user's cache.
    """
    folder = folder.resolve()
    if folder == (_PACKAGE / "_data" / "seeds") or not os.access(folder.parent, os.W_OK):
        from hashlib import sha256

        from platformdirs import user_cache_path

        return user_cache_path("kg") / f"{sha256(str(folder).encode()).hexdigest()[:12]}.grafeo"
    return folder.parent / "build" / "kg.grafeo"
