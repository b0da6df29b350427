"""What `kg doctor` looks at around kg: Java, Maven, Docker, browser and terminal."""

from __future__ import annotations

import shutil
import sys

from kg.cli._diagnosis import Diagnosis


def java() -> Diagnosis:
    """Is there a Java that Neo4j runs on?"""
    from kg.server.java import installed
    from kg.server.releases import RELEASES

    found = installed()
    good = sorted({major for release in RELEASES.values() for major in release.javas})
    if not found:
        return Diagnosis(
            "java", "missing", "no Java", f"only for 'kg neo4j' without Docker: install Java {good[-1]}"
        )
    words = ", ".join(f"{jdk.major} in {jdk.home}" for jdk in found)
    fits = any(jdk.major in good for jdk in found)
    return Diagnosis(
        "java",
        "ok" if fits else "problem",
        words,
        "" if fits else f"only for 'kg neo4j' without Docker: install Java {' or '.join(map(str, good))}",
    )


def maven() -> Diagnosis:
    """Is there Maven, which fetches Neo4j?"""
    found = shutil.which("mvn")
    return Diagnosis(
        "maven",
        "ok" if found else "missing",
        found or "no 'mvn' on the path",
        "" if found else "only for 'kg neo4j' without Docker: install Maven",
    )


def docker() -> Diagnosis:
    """Does Docker answer?"""
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


def browser() -> Diagnosis:
    """Is there a browser that can be opened from here?"""
    import webbrowser

    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return Diagnosis(
            "browser",
            "missing",
            "none that can be opened from here",
            "copy the file of 'kg view' to a machine with a browser",
        )
    name = getattr(found, "name", None) or type(found).__name__
    return Diagnosis("browser", "ok", str(name))


def terminal() -> Diagnosis:
    """Can the terminal show every letter?"""
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
