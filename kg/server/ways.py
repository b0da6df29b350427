"""Choose how the server is run on this machine."""

from __future__ import annotations

from pathlib import Path

from kg.server import conf, docker
from kg.server.base import Server
from kg.server.home import Home
from kg.server.process import LocalServer
from kg.server.releases import DEFAULT, release_named


def find(
    release: str = DEFAULT,
    home: Path | str | None = None,
    *,
    heap: str = conf.HEAP,
    pagecache: str = conf.PAGECACHE,
) -> Server:
    """Return the server to use: the kind that holds the data already, else Docker where it runs.

    Args:
        release: `5.26` or `2026`.
        home: the server's directory; the default one of the release when None.
        heap: memory for the server's objects when it is started, e.g. `512m`.
        pagecache: memory for the graph's pages when it is started, e.g. `256m`.

    Returns:
        A `DockerServer` when a Docker engine answers, otherwise a `LocalServer`. A home that was
        started one way keeps it, so that the graph does not seem to vanish when Docker comes or goes.

    Raises:
        CallError: no release has this name, or a size is none.

    Example:
        find("5.26").start()
    """
    engine = Home(release_named(release).key, home).engine()
    if engine == "docker" or (engine is None and docker.engine_answers()):
        return docker.DockerServer(release, home, heap=heap, pagecache=pagecache)
    return LocalServer(release, home, heap=heap, pagecache=pagecache)
