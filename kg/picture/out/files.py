"""The files that pages are made of: scripts, styles and templates beside the modules."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_TYPES = re.compile(r"^ */\*\*.*?\*/\n", re.MULTILINE | re.DOTALL)
"""Comments that tell the types of a script, each on lines of its own: for `make lint`, not for readers."""


@cache
def text_of(package: str, name: str) -> str:
    """Return a file of a package as pages hold it: plain newlines, a script without what tells its types."""
    text = (resources.files(package) / name).read_text("utf-8").replace("\r\n", "\n")
    return _TYPES.sub("", text) if name.endswith(".js") else text
