"""The name of the file that a drawing gets when none is given: what is drawn, and with which parameters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

LONGEST = 120
"""Letters of a name without its ending, at most."""


def file_name(parts: Iterable[str]) -> str:
    """Return a name, without an ending, that any file system takes and that no other parts have.

    Letters and digits stay; where anything else had to go, a few digits keep the names of different parts
    apart.

    Example:
        >>> file_name(["who-sourced", "topic-shells"]), file_name(["kg"])
        ('who-sourced_topic-shells', 'kg')
        >>> file_name(["figures", "event-a/b"])
        'figures_event-a-b_9a0bb8fa'
    """
    words = list(parts)
    name = "_".join(re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-") for word in words)
    if name == "_".join(words) and len(name) <= LONGEST:
        return name
    from hashlib import sha256

    return f"{name[:LONGEST]}_{sha256(chr(0).join(words).encode()).hexdigest()[:8]}"


def drawing_name(
    what: str | None, asked: Mapping[str, Any], kind: str | None, language: str, dark: bool, narrow: bool
) -> str:
    """Return the name of the file of a drawing: whatever makes it another one is in it.

    Example:
        >>> drawing_name("figures", {"event": "a-b", "as_of": None}, None, "de", True, False)
        'figures_event-a-b_de_dark'
    """
    from kg.language import ENGLISH

    options = [kind or "", "" if language == ENGLISH else language, "dark" * dark, "narrow" * narrow]
    return file_name(
        [
            what or "kg",
            *(f"{name.replace('_', '-')}-{value}" for name, value in sorted(asked.items()) if value),
            *filter(None, options),
        ]
    )
