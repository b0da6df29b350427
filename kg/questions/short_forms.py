"""The questions that are commands of their own, `kg roots` for `kg ask roots`, read off their files."""

from __future__ import annotations

import os
import re
from typing import NamedTuple

_FOLDER = os.path.join(os.path.dirname(__file__), "analyses")
_SHORT = re.compile(r"^:short +(\S+)", re.M)


class ShortForm(NamedTuple):
    """A question with the words that a list of commands says of it."""

    question: str
    title: str


def short_forms() -> dict[str, ShortForm]:
    """Return every question in Python by the command that it is: its name, or what its header says.

    Lists of commands are made from this, so it reads the few files and parses nothing.
    """
    forms = {}
    for file in sorted(os.listdir(_FOLDER)):
        if file.endswith(".py") and not file.startswith("_"):
            with open(os.path.join(_FOLDER, file), encoding="utf-8") as opened:
                text = opened.read()
            name = file.removesuffix(".py").replace("_", "-")
            short = _SHORT.search(text)
            forms[short[1] if short else name] = ShortForm(
                name, text.lstrip().removeprefix('"""').split("\n")[0]
            )
    return forms
