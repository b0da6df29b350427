"""Names and days of the facts as drawings say them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.language import ENGLISH
from kg.language.directions import joined
from kg.language.interface.words import Words
from kg.model.rows import NodeRow
from kg.model.weighing import AHEAD
from kg.picture.metrics import plain


def day(w: Words, properties: Mapping[str, Any], field: str) -> str:
    """Say the day or span of days in a field; empty when it is unknown.

    Example:
        >>> day(Words(), {"said_text": "../2024-10-13"}, "said")
        'by 13 Oct 2024'
    """
    return w.day(plain(properties.get(f"{field}_text") or properties.get(field) or "", 60))


def ahead(w: Words, stage: object, status: object) -> str:
    """Say that an event has not happened, as far as claims say; empty for one that is said to have happened.

    Args:
        w: the words.
        stage: how far it is alleged to have come.
        status: how it stands.

    Example:
        >>> ahead(Words(), "planned", "expected"), ahead(Words("de"), "expected", "expected")
        ('planned, expected', 'erwartet')
        >>> ahead(Words(), "delivered", "supported")
        ''
    """
    told = [w.value("stage", stage)] if stage in AHEAD else []
    told += [w("status.expected")] if status == "expected" else []
    return joined(dict.fromkeys(told))


MOST_DOTS = 6
"""Roots that are shown as dots; of more the numbers follow."""


def dots(least: int, most: int) -> str:
    """Return a filled dot for each independent root at the least, and hollow ones up to the most.

    Example:
        >>> dots(2, 4), dots(0, 0), dots(5, 15)
        ('●●○○', '', '●●●●●○ 5–15')
    """
    shown = min(most, MOST_DOTS)
    filled = min(least, shown)
    return "●" * filled + "○" * (shown - filled) + (f" {least}–{most}" if most > shown else "")


def name_of(node: NodeRow, language: str = ENGLISH) -> str:
    """Return the words for a node: its name in a language, else its caption, its name or its id; never empty.

    Example:
        >>> korea = NodeRow("kp", ("State", "Kg"), {"name": " North  Korea ", "name_de": "Nordkorea"})
        >>> name_of(korea), name_of(korea, "de"), name_of(korea, "fr")
        ('North Korea', 'Nordkorea', 'North Korea')
    """
    for key in (f"name_{language}", "caption", "name", "title", "paraphrase"):
        text = plain(node.properties.get(key))
        if text:
            return text
    return plain(node.id) or "?"


def iso(value: Any) -> str:
    """Return a day as text that sorts by day; empty when there is none."""
    return plain(value, 40) if value is not None else ""
