"""Amounts of memory, as somebody writes them who gives an engine so much."""

from __future__ import annotations

import re

from kg.errors import CallError, Problem

_SIZE = re.compile(r"0*[1-9][0-9]{0,6} ?(MB|GB|TB)", re.I)


def size(text: str) -> str:
    """Return an amount of memory as it was written.

    Raises:
        CallError: it is none.

    Example:
        >>> size("4GB")
        '4GB'
    """
    if not _SIZE.fullmatch(text):
        what = f"'{text[:80]}' is no amount of memory"
        raise CallError(Problem(what, expected="a number with MB, GB or TB, such as 4GB"))
    return text


def for_java(text: str) -> str:
    """Return an amount of memory as Java takes it.

    Raises:
        CallError: it is none.

    Example:
        >>> for_java("4 GB")
        '4G'
    """
    return size(text)[:-1].replace(" ", "").upper()
