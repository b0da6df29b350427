"""Opening the file of a store for reading."""

from __future__ import annotations

import os
from time import monotonic, sleep
from typing import Any

import grafeo

from kg.errors import Problem, StoreError
from kg.store.embedded.faults import explained

PATIENCE = 2.0
"""Seconds to wait for a program that writes the file itself."""


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
                return grafeo.GrafeoDB.open_read_only(path)
            except grafeo.GrafeoError as error:
                if "locked" not in str(error) or monotonic() >= end:
                    raise
            sleep(0.05)
