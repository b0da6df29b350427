"""Start the server's process, detached from this one."""

from __future__ import annotations

import subprocess
from pathlib import Path

from kg.server import conf, java
from kg.server.releases import Release

CONSOLE = "console.log"
"""What the server prints, in logs/; the file of the start before is kept as `console.log.1`."""


def marks(release: Release, home: Path) -> list[str]:
    """Return what the command line of exactly this server holds, and no other process's."""
    return [release.entry, f"--home-dir={home} --config-dir={home / 'conf'}"]


def launch(release: Release, home: Path, jdk: java.Jdk, lib: Path, heap: str) -> int:
    """Start the server in a session of its own, so that no Ctrl-C or closed terminal ends it.

    Args:
        release: the release to start.
        home: a prepared home with a `conf/neo4j.conf`.
        jdk: the Java to start it with.
        lib: its jars.
        heap: memory for its objects, e.g. `512m`.

    Returns:
        The id of the process.
    """
    console = home / "logs" / CONSOLE
    if console.exists():
        console.replace(console.with_name(f"{CONSOLE}.1"))
    command = [str(jdk.java), *conf.jvm_options(jdk.major, heap), "-cp", f"{lib}/*"]
    command += [release.entry, f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    command.append("--console-mode")  # otherwise it prints nothing and a failed start cannot be explained
    with console.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=home,
            env=java.environment(jdk),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    process.returncode = 0  # it outlives this program: nobody waits for it, and that is no leak
    return process.pid


def has_bolt(home: Path) -> bool:
    """Say whether this server itself says that it listens.

    Whoever answers on its port before that is another server, which was quicker to take the port.
    """
    console = home / "logs" / CONSOLE
    return not console.exists() or any("Bolt enabled" in line for line in printed(home, 1000))


def printed(home: Path, lines: int) -> list[str]:
    """Return the last lines the server printed since its last start; empty list if it never ran."""
    try:
        text = (home / "logs" / CONSOLE).read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, NotADirectoryError):
        return []
    return text.splitlines()[-lines:] if lines > 0 else []
