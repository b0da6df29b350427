"""Choose the two ports of a server: the remembered ones, the usual ones, or any free ones."""

from __future__ import annotations

import socket

HOST = "127.0.0.1"
USUAL = (7687, 7474)
"""Bolt and HTTP, as every Neo4j manual says."""


def is_free(port: int) -> bool:
    """Say whether nothing listens on a port of this machine's loopback address."""
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex((HOST, port)) == 0:
            return False
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            server.bind((HOST, port))
        except OSError:
            return False
    return True


def choose(remembered: tuple[int | None, int | None] = (None, None)) -> tuple[int, int]:
    """Return free ports for (bolt, http).

    Args:
        remembered: the ports of the last start; addresses people saved stay right.

    Returns:
        Two different ports, each the remembered one if free, else the usual one, else any.
    """
    chosen: list[int] = []
    for old, usual in zip(remembered, USUAL, strict=True):
        wanted = [port for port in (old, usual) if port and port not in chosen and is_free(port)]
        chosen.append(wanted[0] if wanted else _any(chosen))
    return chosen[0], chosen[1]


def _any(taken: list[int]) -> int:
    while True:
        with socket.socket() as server:
            server.bind((HOST, 0))
            port: int = server.getsockname()[1]
        if port not in taken:
            return port
