"""Which Neo4j releases are offered, pinned to the patch level, and the pom that resolves each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kg.errors import CallError, Problem, nearest

BROWSER_VERSION = "5.24.0"
"""Neo4j Browser; the same build serves both releases."""

ADMIN_ENTRY = "org.neo4j.server.startup.Neo4jAdminCommand"
"""Main class of `neo4j-admin`, the same in both releases."""


@dataclass(frozen=True)
class Release:
    """One Neo4j release that can be started.

    Attributes:
        key: what people type, `5.26` or `2026`.
        version: the pinned version of the jars.
        javas: Java majors the server itself accepts without a warning, ascending.
        entry: main class of the server.
        image: the official Docker image.
        settings: settings that only this release knows.
    """

    key: str
    version: str
    javas: tuple[int, ...]
    entry: str
    image: str
    settings: Mapping[str, str] = field(default_factory=dict)


RELEASES: Mapping[str, Release] = MappingProxyType(
    {
        release.key: release
        for release in (
            Release(
                key="5.26",
                version="5.26.30",
                javas=(17, 21),
                entry="org.neo4j.server.CommunityEntryPoint",
                image="neo4j:5.26-community",
            ),
            Release(
                key="2026",
                version="2026.08.1",
                javas=(21, 25),
                entry="org.neo4j.server.Neo4jCommunity",
                image="neo4j:2026.08.1-community",
                # On by default since 2026: announcing the server on the local network every 30 s.
                settings=MappingProxyType(
                    {"server.fleet_discovery.enabled": "false", "dbms.fleet_manager.enabled": "false"}
                ),
            ),
        )
    }
)

DEFAULT = "5.26"
"""The release started when nobody asks for another: the long-term support one."""


def release_named(key: str) -> Release:
    """Return the release people mean by a key.

    Args:
        key: `5.26` or `2026`; the full pinned version is accepted as well.

    Returns:
        The release.

    Raises:
        CallError: no release has this name.

    Example:
        >>> release_named("2026").javas
        (21, 25)
    """
    for release in RELEASES.values():
        if key in (release.key, release.version):
            return release
    raise CallError(
        Problem(
            f"no Neo4j release '{key}' is known",
            expected=" or ".join(RELEASES),
            nearest=nearest(key, RELEASES),
            todo="choose one with --version",
        )
    )


_DEPENDENCY = """    <dependency>
      <groupId>{group}</groupId>
      <artifactId>{artifact}</artifactId>
      <version>{version}</version>
    </dependency>
"""

_POM = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>kg</groupId>
  <artifactId>neo4j-server-jars</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
{dependencies}  </dependencies>
</project>
"""


def pom(release: Release) -> str:
    """Return the Maven project whose runtime dependencies are the server and its Browser.

    Example:
        >>> "<version>5.26.30</version>" in pom(release_named("5.26"))
        True
    """
    wanted = (
        ("org.neo4j", "neo4j", release.version),
        ("org.neo4j.app", "neo4j-server", release.version),
        ("org.neo4j.client", "neo4j-browser", BROWSER_VERSION),
    )
    return _POM.format(
        dependencies="".join(
            _DEPENDENCY.format(group=group, artifact=artifact, version=version)
            for group, artifact, version in wanted
        )
    )
