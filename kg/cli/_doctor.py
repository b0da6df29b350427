"""What `kg doctor` looks at: each check is a function that says what it found.

None of them changes anything or waits long.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from kg.errors import KgError

Condition = Literal["ok", "missing", "problem"]
SECONDS = 3.0
"""How long a server, a program or a folder may take to answer."""
OLDEST = (3, 12)


class Diagnosis(NamedTuple):
    """One line: what was looked at, how it stands, what was found, what to do, and whether kg needs it."""

    what: str
    state: Condition
    found: str
    todo: str = ""
    needed: bool = False


def checks(seeds: str | None, store: str | None) -> Iterator[Diagnosis]:
    """Yield every check, what is needed first.

    Args:
        seeds: folder of the facts, as for every command.
        store: path or address of the store, as for every command.
    """
    looks: tuple[tuple[str, Callable[[], Diagnosis]], ...] = (
        ("python", _python),
        ("packages", _packages),
        ("engine", _engine),
        ("presets", _presets),
        ("facts", lambda: _facts(seeds)),
        ("store", lambda: _store(seeds, store)),
        ("neo4j", lambda: _neo4j(store)),
        ("java", _java),
        ("maven", _maven),
        ("docker", _docker),
        ("browser", _browser),
        ("terminal", _terminal),
    )
    for what, look in looks:
        needed = what in NEEDED  # a Neo4j that fails was asked for
        try:
            diagnosis = within(SECONDS, look)
        except KgError as error:
            problem = error.problems[0]
            todo = "; ".join(
                part
                for part in (f"expected {problem.expected}" if problem.expected else "", problem.todo)
                if part
            )
            diagnosis = Diagnosis(what, "problem", problem.what, todo, needed)
        except Exception as error:
            diagnosis = Diagnosis(what, "problem", f"{type(error).__name__}: {error}", needed=needed)
        if diagnosis is None:
            diagnosis = Diagnosis(
                what, "problem", f"did not answer within {SECONDS:.0f} seconds", needed=needed
            )
        yield diagnosis._replace(
            found=_without_secrets(diagnosis.found), todo=_without_secrets(diagnosis.todo)
        )


NEEDED = ("python", "packages", "engine", "presets", "facts", "store", "neo4j")
"""Checks that fail only when kg cannot do what it was set up for."""


def within[T](seconds: float, work: Callable[[], T]) -> T | None:
    """Return what a function returns, or None when it takes longer.

    It is then left behind, and ends with the process.

    Raises:
        Exception: what the function raised.
    """
    got: list[T] = []
    failed: list[Exception] = []

    def run() -> None:
        try:
            got.append(work())
        except Exception as error:
            failed.append(error)

    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    worker.join(seconds)
    if failed:
        raise failed[0]
    return got[0] if got else None


def _without_secrets(text: str) -> str:
    password = os.environ.get("NEO4J_PASSWORD")
    return text.replace(password, "***") if password and len(password) > 2 else text


def _python() -> Diagnosis:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] < OLDEST:
        return Diagnosis(
            "python", "problem", version, f"install Python {'.'.join(map(str, OLDEST))} or newer", True
        )
    return Diagnosis("python", "ok", f"{version} in {sys.prefix}", "", True)


def _packages() -> Diagnosis:
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
    return Diagnosis("packages", "ok", f"{len(wanted)} packages", "", True)


def _engine() -> Diagnosis:
    from importlib.metadata import version

    from kg.store import connect

    answer = connect("memory").query("RETURN 1 AS one", {}).rows
    good = answer == [(1,)]
    return Diagnosis(
        "engine",
        "ok" if good else "problem",
        f"grafeo {version('grafeo')}",
        "" if good else "install kg again",
        True,
    )


def _presets() -> Diagnosis:
    from kg.questions import library

    return Diagnosis("presets", "ok", f"{len(library.every())} questions; 'kg presets' lists them", "", True)


def _facts(seeds: str | None) -> Diagnosis:
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
    return Diagnosis("facts", "ok", f"{len(files)} files in {folder}", "", True)


def _store(seeds: str | None, store: str | None) -> Diagnosis:
    from kg import paths
    from kg.load.opening import chosen
    from kg.sources.fingerprint import fingerprint
    from kg.store import connect, is_server

    folder = paths.seeds(seeds)
    where, default = chosen(store, folder)
    if where == "memory":
        return Diagnosis("store", "ok", "in memory, built anew for each call", "", True)
    if is_server(where):
        return Diagnosis("store", "ok", "a Neo4j server, see below", "", True)
    if not Path(where).exists():
        todo = "nothing: the next question builds it" if default else "run 'kg load' with the same --store"
        return Diagnosis("store", "missing", f"not built yet: {where}", todo)
    opened = connect(where)
    try:
        loaded = opened.fingerprint()
    finally:
        opened.close()
    if loaded == fingerprint(folder):
        return Diagnosis("store", "ok", f"{where}, up to date", "", True)
    if loaded is None or not default:
        return Diagnosis(
            "store",
            "problem",
            f"{where} {'holds nothing' if loaded is None else 'is older than the facts'}",
            "run 'kg load'",
        )
    return Diagnosis(
        "store", "ok", f"{where}, older than the facts; the next question builds it again", "", True
    )


def _neo4j(store: str | None) -> Diagnosis:
    from kg.store import connect, is_server

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


def _java() -> Diagnosis:
    from kg.server.java import installed
    from kg.server.releases import RELEASES

    jdks = installed()
    good = sorted({major for release in RELEASES.values() for major in release.javas})
    if not jdks:
        return Diagnosis(
            "java", "missing", "no Java", f"only for 'kg neo4j' without Docker: install Java {good[-1]}"
        )
    words = ", ".join(f"{jdk.major} in {jdk.home}" for jdk in jdks)
    fits = any(jdk.major in good for jdk in jdks)
    return Diagnosis(
        "java",
        "ok" if fits else "problem",
        words,
        "" if fits else f"only for 'kg neo4j' without Docker: install Java {' or '.join(map(str, good))}",
    )


def _maven() -> Diagnosis:
    program = shutil.which("mvn")
    return Diagnosis(
        "maven",
        "ok" if program else "missing",
        program or "no 'mvn' on the path",
        "" if program else "only for 'kg neo4j' without Docker: install Maven",
    )


def _docker() -> Diagnosis:
    if not shutil.which("docker"):
        return Diagnosis(
            "docker",
            "missing",
            "no 'docker' on the path",
            "only for 'docker compose up' and 'kg neo4j': install Docker, or use Java",
        )
    from kg.server.docker import engine_answers

    if engine_answers():
        return Diagnosis("docker", "ok", "the engine answers")
    return Diagnosis(
        "docker",
        "problem",
        "the engine does not answer",
        "only for 'docker compose up' and 'kg neo4j': start Docker",
    )


def _browser() -> Diagnosis:
    import webbrowser

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return Diagnosis(
            "browser",
            "missing",
            "none that can be opened from here",
            "copy the file of 'kg view' to a machine with a browser",
        )
    name = getattr(browser, "name", None) or type(browser).__name__
    return Diagnosis("browser", "ok", str(name))


def _terminal() -> Diagnosis:
    encoding = (getattr(sys.stdout, "encoding", None) or "none").lower()
    size = shutil.get_terminal_size((80, 24))
    where = (
        f"{size.columns} columns"
        if sys.stdout is not None and sys.stdout.isatty()
        else "no terminal: a pipe or file"
    )
    if encoding.replace("-", "") != "utf8":
        return Diagnosis("terminal", "problem", f"{encoding}, {where}", "set PYTHONUTF8=1")
    return Diagnosis("terminal", "ok", f"{encoding}, {where}")
