"""A real Neo4j server with its Browser, for people without Docker and for the tests.

    find()        the server to use here: Docker where an engine answers, else a local one
    LocalServer   Neo4j Community run with a JDK of this machine, jars resolved once by Maven
    DockerServer  the official image through the `docker` command, bound to 127.0.0.1
    admin()       any `neo4j-admin` command with the same jars, for bulk import and dumps

Neo4j is GPL software: it is downloaded by the person who runs it, never shipped with this package.

Example:
    with LocalServer("5.26", home=path) as server:
        driver = GraphDatabase.driver(server.uri, auth=(server.user, server.password))
"""

from __future__ import annotations

from kg.server.admin import admin
from kg.server.base import Progress, Server, Status
from kg.server.docker import DockerServer
from kg.server.process import LocalServer
from kg.server.releases import DEFAULT, RELEASES, Release, release_named
from kg.server.ways import find

__all__ = [
    "DEFAULT",
    "RELEASES",
    "DockerServer",
    "LocalServer",
    "Progress",
    "Release",
    "Server",
    "Status",
    "admin",
    "find",
    "release_named",
]
