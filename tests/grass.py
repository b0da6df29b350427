"""A stylesheet read as Neo4j Browser 5 reads it."""

from __future__ import annotations

import re
from collections.abc import Sequence


def rules_of(text: str) -> dict[str, dict[str, str]]:
    """Return the properties by selector: quotes are dropped, values are cut at colons and semicolons."""
    rules = {}
    for selector, body in re.findall(r"([^{}]+)\{((?:'[^']*'|[^'}])*)\}", text):
        pairs = [part.replace("'", "").replace('"', "").split(":") for part in body.split(";")]
        rules["".join(selector.split())] = {
            pair[0].strip(): pair[1].strip() for pair in pairs if len(pair) == 2
        }
    return rules


def look(rules: dict[str, dict[str, str]], tag: str, names: Sequence[str]) -> dict[str, str]:
    """Return what holds for a node with these labels, or a relationship of this type: later rules win."""
    style: dict[str, str] = {}
    for selector, values in rules.items():
        kind, *classes = selector.split(".")
        if kind == tag and set(classes) <= set(names):
            style |= values
    return style
