"""Opening the file of a store for reading."""

from __future__ import annotations

import os
from time import monotonic, sleep
from typing import Any

import grafeo

from kg.errors import Problem, StoreError
from kg.store.embedded.faults import damaged, explained

PATIENCE = 2.0
"""Seconds to wait for a program that writes the file itself."""
EMPTY = 40_960
"""Bytes that the file of an empty graph has at most, its index among them. The engine answers from such a
graph when the block that names the saved one is damaged."""


def read_only(path: str) -> Any:
    """Return the engine on a file, which can only be read; one that is written is waited for a little.

    Raises:
        StoreError: it is damaged, of another kind, or cannot be read.
    """
    if not os.path.isfile(path):
        what = f"{path} is {'a folder' if os.path.isdir(path) else 'no regular file'}"
        raise StoreError(Problem(what, expected="the file of a store", todo="name a file with --store"))
    end = monotonic() + PATIENCE
    with explained(path):
        while True:
            try:
                db = grafeo.GrafeoDB.open_read_only(path)
                break
            except grafeo.GrafeoError as error:
                if "locked" not in str(error) or monotonic() >= end:
                    raise
            sleep(0.05)
    if not db.node_count and os.path.getsize(path) > EMPTY:
        db.close()
        raise StoreError(damaged(path, "it is long, and opens as an empty graph"))
    return db
