"""Find the Java installations of this machine and pick one that a Neo4j release accepts."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import Problem, StoreError
from kg.server.releases import RELEASES, Release
from kg.system.environment import for_others

ROOTS = (
    "/usr/lib/jvm/*",
    "/opt/java/*",
    "~/.sdkman/candidates/java/*",
    "~/.jdks/*",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home",
    "~/Library/Java/JavaVirtualMachines/*/Contents/Home",
    "/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
    "/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
)
"""Where packages, SDKMAN, IntelliJ, Homebrew and the macOS installers put Java."""

_MAJOR = re.compile(r'(?:JAVA_VERSION|java\.specification\.version)\s*=\s*"?(?:1\.)?(\d+)')
_HOME = re.compile(r"java\.home\s*=\s*(.+)")


@dataclass(frozen=True)
class Jdk:
    """One Java installation: its directory and its major version (17, 21, 25, ...)."""

    home: Path
    major: int

    @property
    def java(self) -> Path:
        """The `java` program."""
        return self.home / "bin" / "java"


def environment(jdk: Jdk) -> dict[str, str]:
    """Return the environment for a Java process: this JDK, no `NEO4J_*`, file names in UTF-8.

    Java takes the encoding of file names from the locale: with the plain C locale it cannot
    open a path with an umlaut.
    """
    env = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    env["JAVA_HOME"] = str(jdk.home)
    locale = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    if "utf" not in locale.lower() and sys.platform != "darwin":
        env["LC_ALL"] = "C.UTF-8"
    return env


def _asked(java: Path) -> Jdk | None:
    """Ask a `java` program who it is; None when it does not run (the macOS stub, a broken link)."""
    try:
        done = subprocess.run(
            [str(java), "-XshowSettings:properties", "-version"],
            env=for_others(),
            capture_output=True,
            text=True,
            errors="replace",
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    major, home = _MAJOR.search(done.stderr), _HOME.search(done.stderr)
    return Jdk(Path(home[1].strip()), int(major[1])) if major and home and not done.returncode else None


def _described(home: Path) -> Jdk | None:
    """Read a Java home by its `release` file, or ask its `java`; None when there is no Java in it."""
    if not os.access(home / "bin" / "java", os.X_OK):
        return None
    try:
        major = _MAJOR.search((home / "release").read_text(encoding="utf-8", errors="replace"))
    except OSError:
        major = None
    return Jdk(home, int(major[1])) if major else _asked(home / "bin" / "java")


def _candidates(env: Mapping[str, str], roots: Sequence[str]) -> Iterator[Jdk | None]:
    if env.get("JAVA_HOME"):
        yield _described(Path(env["JAVA_HOME"]))
    on_path = shutil.which("java", path=env.get("PATH", ""))
    if on_path:
        home = Path(on_path).resolve().parent.parent
        yield _described(home) if (home / "release").is_file() else _asked(Path(on_path))
    for root in roots:
        pattern = Path(root).expanduser()
        for home in sorted(Path(pattern.anchor).glob(str(pattern.relative_to(pattern.anchor)))):
            yield _described(home)


def installed(env: Mapping[str, str] | None = None, roots: Sequence[str] = ROOTS) -> list[Jdk]:
    """List the Java installations: JAVA_HOME first, then PATH, then the usual directories.

    Args:
        env: the environment to look in; this process's when None.
        roots: glob patterns of Java homes.

    Returns:
        One entry per installation, links to the same one counted once; empty list if none.
    """
    by_home: dict[Path, Jdk] = {}
    for jdk in _candidates(os.environ if env is None else env, roots):
        if jdk is not None:
            by_home.setdefault(jdk.home.resolve(), jdk)
    return list(by_home.values())


def pick(release: Release, jdks: Sequence[Jdk] | None = None) -> Jdk:
    """Choose the newest Java that the release accepts; of two equal ones the first found.

    Args:
        release: the Neo4j release to run.
        jdks: the installations to choose from; `installed()` when None.

    Returns:
        The Java to start it with.

    Raises:
        StoreError: no Java at all, or none that fits; says what to install.

    Example:
        >>> pick(RELEASES["5.26"], [Jdk(Path("/a"), 17), Jdk(Path("/b"), 25)]).major
        17
    """
    jdks = installed() if jdks is None else jdks
    fitting = [jdk for jdk in jdks if jdk.major in release.javas]
    if fitting:
        return max(fitting, key=lambda jdk: jdk.major)
    newest = release.javas[-1]
    others = [other.key for other in RELEASES.values() if any(jdk.major in other.javas for jdk in jdks)]
    todo = (
        f"install Java {newest} ('apt install openjdk-{newest}-jre-headless' or "
        f"'brew install openjdk@{newest}'), or set JAVA_HOME to one"
    )
    if others:
        todo += f", or take the release that fits this Java: --version {others[0]}"
    seen = ", ".join(f"Java {jdk.major} in {jdk.home}" for jdk in jdks) or "no Java at all"
    raise StoreError(
        Problem(
            f"Neo4j {release.version} cannot run here: found {seen}",
            expected=" or ".join(f"Java {major}" for major in release.javas),
            todo=todo,
            code="no-java",
        )
    )
