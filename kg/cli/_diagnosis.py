"""What a check of `kg doctor` says."""

from __future__ import annotations

from typing import Literal, NamedTuple

Condition = Literal["ok", "missing", "problem"]


class Diagnosis(NamedTuple):
    """One line: what was looked at, how it stands, what was found, what to do, and whether kg needs it."""

    what: str
    state: Condition
    found: str
    todo: str = ""
    needed: bool = False
