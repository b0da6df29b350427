"""Run Maven once to copy a release's jars into a directory, and say what went wrong in plain words."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from kg.errors import Problem, StoreError
from kg.server.java import Jdk, environment
from kg.system.full_disk import FULL, is_full

COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
"""The pinned Maven goal that copies a project's dependencies."""

SECONDS = 1800
"""How long a download may take before it is given up."""

FREE_SPACE = "free 400 MB, or set KG_CACHE to a directory with more space"

# What Maven prints, what happened, what to do. The first that matches counts.
_CAUSES = (
    (
        "checksum validation failed|checksum verification failed",
        "a jar does not match its checksum",
        "try again; if it stays, something between here and the repository alters downloads",
    ),
    (
        "could not transfer|unknown host|offline mode|timed out|connection refused|network is unreachable",
        "Maven cannot reach its repository",
        "check the network, or the proxy or mirror in ~/.m2/settings.xml, and try again",
    ),
)


def program(version: str) -> str:
    """Return the path of `mvn`.

    Args:
        version: the Neo4j version that is to be fetched, for the message.

    Raises:
        StoreError: Maven is not installed.
    """
    maven = shutil.which("mvn")
    if maven is None:
        raise StoreError(
            Problem(
                f"Maven is not installed, and Neo4j {version} is not in the cache yet",
                expected="the command 'mvn' on the PATH",
                todo="install Maven ('apt install maven' or 'brew install maven'), or start Docker",
                code="no-maven",
            )
        )
    return maven


def copy_jars(maven: str, jdk: Jdk, work: Path) -> None:
    """Copy the runtime dependencies of `work/pom.xml` into `work/lib`, with strict checksums.

    Args:
        maven: the `mvn` program.
        jdk: the Java that Maven runs on.
        work: a directory of our own; Maven runs in it, so that no `.mvn` of a checkout counts.

    Raises:
        StoreError: Maven failed or took too long.
    """
    command = [maven, "-q", "-B", "-C", "-Dstyle.color=never", "-f", str(work / "pom.xml"), COPY]
    command += ["-DincludeScope=runtime", f"-DoutputDirectory={work / 'lib'}"]
    try:
        done = subprocess.run(
            command,
            cwd=work,
            env=environment(jdk),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        what = f"Maven did not finish within {SECONDS // 60} minutes"
        raise StoreError(Problem(what, todo=_CAUSES[-1][2], code="network")) from None
    if done.returncode:
        raise StoreError(explain(done.stdout))


def explain(output: str) -> Problem:
    """Turn the output of a failed Maven run into a problem that says what to do.

    Example:
        >>> explain("[ERROR] No space left on device").what
        'the disk is full: [ERROR] No space left on device'
    """
    lines = re.sub(r"\x1b\[[0-9;]*m", "", output).strip().splitlines() or ["it printed nothing"]
    said = next((line for line in lines if "ERROR" in line), lines[-1]).strip()[:400]
    if is_full(output):
        return Problem(f"{FULL}: {said}", todo=FREE_SPACE, code="maven")
    for pattern, what, todo in _CAUSES:
        if re.search(pattern, output, re.IGNORECASE):
            return Problem(f"{what}: {said}", todo=todo, code="maven")
    return Problem(f"Maven failed: {said}", todo="run 'mvn -v' to see whether it works at all", code="maven")
