"""Where things are: the curated facts, the presets, and the default store.

Paths are text here: a cold `kg ask` needs some of them, and importing pathlib takes longer than all of
its looking for files.
"""

from __future__ import annotations

import os

from kg import corpus
from kg.errors import CallError, Problem


def presets() -> str:
    """Return the folder of the presets."""
    return os.path.join(corpus.home(), "cypher")


def sql() -> str:
    """Return the folder of the analyses in SQL."""
    return os.path.join(corpus.home(), "sql")


def glossary() -> str:
    """Return the file that defines every word, label and edge."""
    return os.path.join(corpus.home(), "docs", "glossary.md")


def history() -> str:
    """Return the file that remembers what was typed into `kg shell`, in the user's state folder."""
    from platformdirs import user_state_dir

    return os.path.join(user_state_dir("kg"), "shell-history")


def seeds(given: str | None = None) -> str:
    """Return the folder of the facts.

    It is the one given, else KG_SEEDS, else that of the corpus that is open.

    Raises:
        CallError: the folder does not exist, or the one named for the corpus is none.
        SeedError: the `kg.toml` of the corpus is wrong.
    """
    folder = given or os.environ.get("KG_SEEDS") or corpus.open_corpus().seeds
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

    It is the one that the `kg.toml` beside the folder names, else `build/kg.grafeo` beside it, or in the
    user's cache where nothing can be written.
    """
    folder = os.path.realpath(folder)
    parent = os.path.dirname(folder)
    installed = parent == corpus.home() and os.path.basename(parent) == "_data"
    if installed or not os.access(parent, os.W_OK):
        from hashlib import sha256

        from platformdirs import user_cache_dir

        name = f"{sha256(folder.encode()).hexdigest()[:12]}.grafeo"
        return os.path.join(user_cache_dir("kg"), name)
    return corpus.at(parent).store


def building(store: str) -> str:
    """Return the folder in which the file of a store is built, beside it."""
    return f"{store}.building"
