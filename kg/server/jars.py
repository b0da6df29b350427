"""Keep a release's jars in a cache outside the checkout, resolved once.

A directory of jars is either whole or absent: Maven fills a working directory, a list of the files
and their sizes is written beside them, and only then it is renamed into place. One lock for the
whole cache keeps a second process waiting, because Maven's own repository has none.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path
from tempfile import mkdtemp

from platformdirs import user_cache_dir

from kg.errors import Problem, StoreError
from kg.server.java import Jdk
from kg.server.lock import locked
from kg.server.maven import COPY, FREE_SPACE, SECONDS, copy_jars, program
from kg.server.progress import Progress, silent
from kg.server.releases import BROWSER_VERSION, Release, pom
from kg.system.full_disk import FULL, refused

NEEDED = 400_000_000
"""Bytes that must be free: about 170 MB of jars, and once more in Maven's own repository."""

WORK = ".work-"
"""How the name of an unfinished directory starts."""


def cache_root() -> Path:
    """Return the directory all releases are cached under: `$KG_CACHE/neo4j` or the user's cache."""
    return Path(os.environ.get("KG_CACHE") or user_cache_dir("kg")).expanduser().absolute() / "neo4j"


def _fingerprint(release: Release) -> str:
    return hashlib.sha256(f"{COPY}\n{pom(release)}".encode()).hexdigest()


def _sizes(lib: Path) -> dict[str, int]:
    return {jar.name: jar.stat().st_size for jar in sorted(lib.glob("*.jar"))}


def is_complete(release: Release, place: Path) -> bool:
    """Say whether every jar of this release lies there, as listed when it was fetched."""
    try:
        listed = json.loads((place / "jars.json").read_text(encoding="utf-8"))
        return bool(listed["pom"] == _fingerprint(release) and listed["jars"] == _sizes(place / "lib"))
    except (OSError, ValueError, KeyError, TypeError):
        return False


def jars(release: Release, jdk: Jdk, progress: Progress = silent) -> Path:
    """Return the directory with the server's jars, fetching them when they are not there yet.

    Args:
        release: the release wanted.
        jdk: the Java that Maven itself runs on.
        progress: told when something takes time.

    Returns:
        `<cache>/neo4j/<version>/lib`, complete.

    Raises:
        StoreError: Maven is missing or failed, the disk is full, the network is down.
    """
    root = cache_root()
    place = root / release.version
    if is_complete(release, place):
        return place / "lib"
    try:
        with locked(root / "lock", SECONDS, lambda: progress("waiting: another process is fetching jars")):
            if not is_complete(release, place):
                _fetch(release, jdk, place, progress)
    except OSError as error:
        todo = "set KG_CACHE to a directory you can write to"
        what = f"the jars cannot be kept in {place}"
        raise StoreError(refused(what, error, todo, "cache")) from error
    return place / "lib"


def _sweep(root: Path) -> None:
    """Remove unfinished directories; called with the lock held, so nobody is filling one."""
    for left in root.glob(f"{WORK}*"):
        shutil.rmtree(left, ignore_errors=True)


def _fetch(release: Release, jdk: Jdk, place: Path, progress: Progress) -> None:
    """Fill a working directory beside the final one and rename it; called with the lock held."""
    root = place.parent
    maven = program(release.version)
    _sweep(root)
    if shutil.disk_usage(root).free < NEEDED:
        raise StoreError(Problem(f"{FULL}: {root}", todo=FREE_SPACE, code="disk-full"))
    progress(f"fetching Neo4j {release.version} and its Browser with Maven: about 170 MB, once")
    work = Path(mkdtemp(prefix=WORK, dir=root))
    try:
        (work / "pom.xml").write_text(pom(release), encoding="utf-8")
        copy_jars(maven, jdk, work)
        sizes = _sizes(work / "lib")
        main = {"neo4j": release.version, "neo4j-server": release.version, "neo4j-browser": BROWSER_VERSION}
        missing = [name for name, version in main.items() if not sizes.get(f"{name}-{version}.jar")]
        if missing:
            what = f"Maven ended without an error, but did not copy {', '.join(missing)}"
            raise StoreError(Problem(what, todo="try again", code="maven"))
        listed = {"pom": _fingerprint(release), "jars": sizes}
        (work / "jars.json").write_text(json.dumps(listed, indent=1), encoding="utf-8")
        if place.exists():  # damaged, or made from other pins
            place.rename(work.with_name(f"{work.name}-old"))
        work.rename(place)
    finally:
        _sweep(root)
