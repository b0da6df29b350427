"""The settings a server is started with."""

from __future__ import annotations

import re

from kg.errors import CallError, Problem
from kg.server.ports import HOST
from kg.server.releases import Release

HEAP = "512m"
PAGECACHE = "256m"
TIMEOUT = "10m"
"""How long a statement may run that comes without a limit of its own."""

# What Neo4j's own neo4j.conf passes to Java; without it the network code falls back to slower ways.
_JVM = (
    "-XX:+UseG1GC",
    "-XX:-OmitStackTraceInFastThrow",
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:+DisableExplicitGC",
    "-Dfile.encoding=UTF-8",
    "-Dlog4j2.disable.jmx=true",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
)
# Java 24 and later warn about what the server's libraries do; these options exist since 22 and 23.
_JVM_FROM_24 = ("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")


def memory(size: str, what: str) -> str:
    """Return a size as Neo4j and Java both take it.

    Raises:
        CallError: it is none.

    Example:
        >>> memory("2G", "heap")
        '2g'
    """
    if not re.fullmatch(r"[1-9][0-9]{0,5}[kmg]", size.lower()):
        raise CallError(
            Problem(
                f"'{size[:80]}' is no size for the {what}",
                expected="a number with k, m or g, such as 512m or 4g",
            )
        )
    return size.lower()


def _part(size: str, parts: int) -> str:
    """Return one of so many parts of a size.

    Example:
        >>> _part("512m", 4), _part("1g", 4), _part("2m", 4)
        ('128m', '256m', '512k')
    """
    kilobytes = int(size[:-1]) * {"k": 1, "m": 1024, "g": 1024**2}[size[-1]] // parts
    return f"{kilobytes // 1024}m" if kilobytes % 1024 == 0 else f"{kilobytes}k"


def jvm_options(major: int, heap: str = HEAP) -> list[str]:
    """Return Java's own options.

    Args:
        major: the Java version they are for.
        heap: memory for the server's objects, e.g. `512m` or `4g`.
    """
    return [f"-Xms{heap}", f"-Xmx{heap}", *_JVM, *(_JVM_FROM_24 if major >= 24 else ())]


def settings(release: Release, heap: str = HEAP, pagecache: str = PAGECACHE) -> dict[str, str]:
    """Return the settings that hold however the server is run.

    Args:
        release: the release they are for.
        heap: memory for the server's objects, e.g. `512m`.
        pagecache: memory for the graph's pages, e.g. `256m`.
    """
    return {
        "server.https.enabled": "false",
        "dbms.security.auth_enabled": "true",
        # Neither the server nor the Browser's page reports anything to anybody.
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        **release.settings,
        "server.memory.heap.initial_size": heap,
        "server.memory.heap.max_size": heap,
        "server.memory.pagecache.size": pagecache,
        # What one statement and all together may keep of the heap. Neo4j does not count what a single
        # expression builds (kg.store.neo4j.growth does): the other half of the heap is for that.
        "db.memory.transaction.max": _part(heap, 4),
        "dbms.memory.transaction.total.max": _part(heap, 2),
        # Whoever asks may set a shorter or a longer one for a statement.
        "db.transaction.timeout": TIMEOUT,
        # Queries and their parameters are not written down.
        "db.logs.query.enabled": "OFF",
        # A new home takes a few MB instead of 500.
        "db.tx_log.preallocate": "false",
    }


def text(release: Release, bolt: int, http: int, heap: str = HEAP, pagecache: str = PAGECACHE) -> str:
    """Return `neo4j.conf` for a local server: loopback only, password on, nothing reported, little memory.

    Args:
        release: the release it is for.
        bolt: port of the bolt protocol.
        http: port of Neo4j Browser.
        heap: memory for the server's objects, e.g. `512m`.
        pagecache: memory for the graph's pages, e.g. `256m`.

    Returns:
        The file's text. It holds no path: all directories are below the home.
    """
    local = {
        "server.default_listen_address": HOST,
        "server.default_advertised_address": HOST,
        "server.bolt.listen_address": f"{HOST}:{bolt}",
        "server.bolt.advertised_address": f"{HOST}:{bolt}",
        "server.http.listen_address": f"{HOST}:{http}",
        "server.http.advertised_address": f"{HOST}:{http}",
        # LOAD CSV reads below import/ only, not the home with its password.
        "server.directories.import": "import",
        # On stopping, each of bolt's two doors waits this long for threads that have nothing to do: 5 s if
        # not told.
        "internal.server.bolt.thread_pool_shutdown_wait_time": "1s",
    }
    # neo4j-admin reads Java's options here; the server gets them on its command line.
    java = [f"server.jvm.additional={option}" for option in _JVM]
    lines = [f"{name}={value}" for name, value in {**local, **settings(release, heap, pagecache)}.items()]
    return "\n".join(["# Written by kg at each start; changes made here are lost.", *lines, *java]) + "\n"
