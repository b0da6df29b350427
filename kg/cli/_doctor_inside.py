"""What `kg doctor` looks at in kg itself: Python, packages, engine, questions, facts and stores."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from kg.cli._diagnosis import Condition, Diagnosis
from kg.errors import StoreError, number_of
from kg.store import connect

OLDEST = (3, 12)
TRUST = (
    "native code opens a .grafeo file with your rights: open none of strangers, exchange lines of JSON"
    " ('kg export jsonl')"
)
"""What is said of a store file that somebody named, whoever made it."""


def python() -> Diagnosis:
    """Is this Python new enough?"""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] < OLDEST:
        return Diagnosis(
            "python", "problem", version, f"install Python {'.'.join(map(str, OLDEST))} or newer", True
        )
    return Diagnosis("python", "ok", f"{version} in {sys.prefix}", "", True)


def packages() -> Diagnosis:
    """Are the packages there that kg was installed with?"""
    from importlib.metadata import PackageNotFoundError, requires, version

    again = "install kg again, for example with 'make demo'"
    try:
        wanted = [
            re.split(r"[^\w.-]", line, maxsplit=1)[0]
            for line in requires("kg-arms") or ()
            if "extra ==" not in line
        ]
    except PackageNotFoundError:
        return Diagnosis("packages", "problem", "kg runs without being installed", again)
    missing = []
    for name in wanted:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        return Diagnosis("packages", "missing", ", ".join(missing), again, True)
    return Diagnosis("packages", "ok", number_of(len(wanted), "package"), "", True)


def engine() -> Diagnosis:
    """Does the embedded engine answer?"""
    from importlib.metadata import version

    answer = connect("memory").query("RETURN 1 AS one", {}).rows
    good = answer == [(1,)]
    return Diagnosis(
        "engine",
        "ok" if good else "problem",
        f"grafeo {version('grafeo')}",
        "" if good else "install kg again",
        True,
    )


def presets() -> Diagnosis:
    """Can the questions be read?"""
    from kg.questions import library

    return Diagnosis(
        "presets", "ok", f"{number_of(len(library.every()), 'question')}; 'kg presets' lists them", "", True
    )


def corpus() -> Diagnosis:
    """Which corpus is open, and what does its kg.toml say?"""
    from kg.corpus import found, open_corpus

    opened = open_corpus()
    which = (
        f"'{opened.title}'" if opened.title else "that comes with kg" if opened.bundled else "without a title"
    )
    said = f"{which}, in {', '.join(opened.languages)}, marked {opened.mark}: {opened.folder}"
    todo = "" if found() else "'kg init DIR' starts your own"
    return Diagnosis("corpus", "ok", said, todo, True)


def facts(seeds: str | None) -> Diagnosis:
    """Are there seed files?"""
    from kg import paths
    from kg.sources.fingerprint import seed_files

    folder = paths.seeds(seeds)
    files = seed_files(folder)
    if not files:
        return Diagnosis(
            "facts",
            "missing",
            f"no seed file in {folder}",
            "name another folder with --seeds or KG_SEEDS",
            True,
        )
    return Diagnosis("facts", "ok", f"{number_of(len(files), 'file')} in {folder}", "", True)


def store(seeds: str | None, store: str | None) -> Diagnosis:
    """Is the store there, and up to date?"""
    from kg import paths
    from kg.load.opening import chosen
    from kg.sources.fingerprint import fingerprint
    from kg.store import is_server

    folder = paths.seeds(seeds)
    where, default = chosen(store, folder)
    if where == "memory":
        return Diagnosis("store", "ok", "in memory, built anew for each call", "", True)
    if is_server(where):
        return Diagnosis("store", "ok", "a Neo4j server, see below", "", True)
    return _default_file(where, fingerprint(folder)) if default else _named_file(where, fingerprint(folder))


def _named_file(where: str, wanted: str) -> Diagnosis:
    if not Path(where).exists():
        return Diagnosis("store", "missing", f"not built yet: {where}", "run 'kg load' with the same --store")
    with connect(where) as opened:
        loaded = opened.fingerprint()
    if loaded == wanted:
        return Diagnosis("store", "ok", f"{where}, up to date", TRUST, True)
    found = f"{where} {'holds nothing' if loaded is None else 'is older than the facts'}"
    return Diagnosis("store", "problem", found, f"run 'kg load' with the same --store; {TRUST}")


def _default_file(where: str, wanted: str) -> Diagnosis:
    """Say how the default file stands; whatever is wrong with it, questions are answered."""
    from kg.load.opening import is_from_file
    from kg.store.embedded.turn import may_put

    condition: Condition = "missing"
    found, todo = f"not built yet: {where}", "nothing: the next question builds it"
    if Path(where).exists():
        try:
            with connect(where) as opened:
                loaded = opened.fingerprint()
        except StoreError as error:
            condition, found = "problem", f"{error.problems[0].what}; it is the default one"
            todo = "nothing: the next question builds it again, or answers from memory"
        else:
            if loaded == wanted:
                return Diagnosis("store", "ok", f"{where}, up to date", "", True)
            if is_from_file(loaded):
                found = f"{where}, loaded from a file, which is what questions are asked of"
                return Diagnosis("store", "ok", found, "'kg load' brings the facts of the folder back", True)
            if loaded is not None:
                condition, found = "ok", f"{where}, older than the facts; the next question builds it again"
    if not may_put(where):
        found = f"{found}; it cannot be written, so that every answer comes from memory"
        return Diagnosis("store", condition, found, "check folder and rights, or use --store")
    return Diagnosis("store", condition, found, "" if condition == "ok" else todo, condition == "ok")


def neo4j(store: str | None) -> Diagnosis:
    """Does the Neo4j server that was named answer?"""
    from kg.store import is_server

    where = store if store and is_server(store) else os.environ.get("NEO4J_URI")
    if not where:
        todo = (
            "nothing for the embedded store; to use a server set NEO4J_URI, NEO4J_USERNAME and"
            " NEO4J_PASSWORD, or run 'kg neo4j start'"
        )
        return Diagnosis("neo4j", "missing", "no address in NEO4J_URI", todo)
    opened = connect(where)
    try:
        loaded = opened.fingerprint()
        name = opened.name
    finally:
        opened.close()
    return Diagnosis(
        "neo4j",
        "ok",
        f"{name} answers, {'a graph is loaded' if loaded else 'nothing is loaded'}",
        "" if loaded else "run 'kg load'",
        True,
    )
