"""Run `neo4j-admin` with the same jars and the same home as the server."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from kg.errors import Problem, StoreError
from kg.server import conf, java
from kg.server.home import Home
from kg.server.jars import jars
from kg.server.log_tail import digest
from kg.server.ports import choose
from kg.server.progress import Progress, silent
from kg.server.releases import ADMIN_ENTRY, DEFAULT, release_named
from kg.system.full_disk import is_full, refused


def admin(
    arguments: Sequence[str],
    *,
    release: str = DEFAULT,
    home: Path | str | None = None,
    heap: str | None = None,
    progress: Progress = silent,
) -> str:
    """Run any `neo4j-admin` command on a home, for instance a bulk import before the first start.

    Args:
        arguments: the command and its options. Name files by absolute paths: 2026 refuses bare names.
        release: `5.26` or `2026`.
        home: the server's home; the default one of the release when None. It is made if absent.
        heap: memory for the command, e.g. `2g`; Neo4j's own choice when None.
        progress: told when jars have to be fetched first.

    Returns:
        Everything the command printed.

    Raises:
        StoreError: the command failed; the end of what it printed is in the message.

    Example:
        admin(["database", "import", "full", "neo4j", "--nodes=/data/nodes.csv", "--overwrite-destination"])
    """
    wanted = release_named(release)
    place = Home(wanted.key, home)
    jdk = java.pick(wanted)
    lib = jars(wanted, jdk, progress)
    with place.lock():
        place.prepare("local", wanted.version)
        settings = place.path / "conf" / "neo4j.conf"
        if not settings.is_file():
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
        what = f"neo4j-admin {' '.join(arguments[:2])} failed"
        why = done.stdout if is_full(done.stdout) else digest(done.stdout.splitlines())
        raise StoreError(refused(what, why, f"look at its home {home.path}", "neo4j-admin"))
    return done.stdout


def first_password(home: Home, jdk: java.Jdk, lib: Path, progress: Progress = silent) -> None:
    """Set a random password once, before the first start; it never stands on a command line.

    `neo4j-admin` reads arguments from a file named after an @, and hands that name on to the
    process it starts in turn, so it is given the password file itself.

    Args:
        home: a prepared home.
        jdk: the Java to use.
        lib: the jars to use.
        progress: told before it begins; it takes a few seconds.

    Raises:
        StoreError: the password file is gone, or there is a database with an unknown password.
    """
    if home.state().get("password_set"):
        home.password()  # complains when the file is gone
        return
    if (home.path / "data" / "databases" / "system").exists():
        what = f"{home.path} holds a database whose password is not known here"
        raise StoreError(Problem(what, todo="begin anew: kg neo4j start --fresh", code="password"))
    progress("setting a random password")
    run(["dbms", "set-initial-password", f"@{home.write_password()}"], home, jdk, lib)
    home.remember(password_set=True)
