"""Who makes a claim, as drawings say it."""

from __future__ import annotations

from typing import NamedTuple


class Speaker(NamedTuple):
    """Who speaks: name, and how: `named`, `described` (an unnamed source) or `unknown`."""

    id: str
    name: str
    how: str
