"""Where things are: the curated facts, the presets, and the default store.

Paths are text here: a cold `kg ask` needs some of them, and importing pathlib takes longer than all of
its looking for files.
"""

from __future__ import annotations

import os

from kg.errors import CallError, Problem

_PACKAGE = os.path.dirname(os.path.realpath(__file__))


def _data(name: str) -> str:
    """Return a data folder: inside the installed package, or beside it in a checkout."""
    inside = os.path.join(_PACKAGE, "_data", name)
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(_PACKAGE), name)


def presets() -> str:
    """Return the folder of the presets."""
    return _data("cypher")


def glossary() -> str:
    """Return the file that defines every word, label and edge."""
    return os.path.join(_data("docs"), "glossary.md")


def history() -> str:
    """Return the file that remembers what was typed into `kg shell`, in the user's state folder."""
    from platformdirs import user_state_dir

    return os.path.join(user_state_dir("kg"), "shell-history")


def seeds(given: str | None = None) -> str:
    """Return the folder of the facts.

    It is the one given, else KG_SEEDS, else the corpus that comes with the program.

    Raises:
        CallError: the folder does not exist.
    """
    folder = given or os.environ.get("KG_SEEDS") or _data("seeds")
    if not os.path.isdir(folder):
        raise CallError(
            Problem(
                f"there is no folder {folder}",
                expected="a folder with seed files",
                todo="name it with --seeds DIR or KG_SEEDS",
            )
        )
    return folder


def default_store(folder: str) -> str:
    """Return where the default store of a seeds folder is.

    It is `build/kg.grafeo` beside the folder, or in the user's cache.
    """
    folder = os.path.realpath(folder)
    parent = os.path.dirname(folder)
    if folder == os.path.join(_PACKAGE, "_data", "seeds") or not os.access(parent, os.W_OK):
        from hashlib import sha256

        from platformdirs import user_cache_dir

        name = f"{sha256(folder.encode()).hexdigest()[:12]}.grafeo"
        return os.path.join(user_cache_dir("kg"), name)
    return os.path.join(parent, "build", "kg.grafeo")


def building(store: str) -> str:
    """Return the folder in which the file of a store is built, beside it."""
    return f"{store}.building"
