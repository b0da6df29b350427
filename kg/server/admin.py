"""Run `neo4j-admin` with the same jars and the same home as the server."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from kg.errors import Problem, StoreError
from kg.server import conf, java
from kg.server.base import Progress, quiet
from kg.server.home import Home
from kg.server.jars import jars
from kg.server.ports import choose
from kg.server.releases import ADMIN_ENTRY, DEFAULT, release_named


def admin(
    arguments: Sequence[str],
    *,
    release: str = DEFAULT,
    home: Path | str | None = None,
    heap: str | None = None,
    progress: Progress = quiet,
) -> str:
    """Run any `neo4j-admin` command on a home, for instance a bulk import.

    Args:
        arguments: the command and its options. Name files by absolute paths: 2026 refuses bare names.
        release: `5.26` or `2026`.
        home: the server's home; the default one of the release when None. It is made if absent.
        heap: memory for the command, e.g. `2g`; Neo4j's own choice when None.
        progress: told when jars have to be fetched first.

    Returns:
        Everything the command printed.

    Raises:
        StoreError: the command failed; its last lines are in the message.

    Example:
        admin(["database", "import", "full", "neo4j", "--nodes=/data/nodes.csv", "--overwrite-destination"])
    """
    wanted = release_named(release)
    place = Home(wanted.key, home)
    jdk = java.pick(wanted)
    lib = jars(wanted, jdk, progress)
    settings = place.path / "conf" / "neo4j.conf"
    if not settings.is_file():
        with place.lock():
            place.prepare()
            settings.write_text(conf.text(wanted, *choose()), encoding="utf-8")
    return run(arguments, place, jdk, lib, heap)


def run(arguments: Sequence[str], home: Home, jdk: java.Jdk, lib: Path, heap: str | None = None) -> str:
    """Run a `neo4j-admin` command on a prepared home; see `admin`."""
    env = java.environment(jdk)
    env |= {"NEO4J_HOME": str(home.path), "NEO4J_CONF": str(home.path / "conf")}
    if heap:
        env["HEAP_SIZE"] = heap
    done = subprocess.run(
        [str(jdk.java), "-cp", f"{lib}/*", ADMIN_ENTRY, *arguments],
        env=env,
        cwd=home.path,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        last = "\n".join(done.stdout.strip().splitlines()[-15:])
        what = f"neo4j-admin {' '.join(arguments[:2])} ended with {done.returncode}:\n{last}"
        raise StoreError(Problem(what, todo=f"its home is {home.path}", code="neo4j-admin"))
    return done.stdout
