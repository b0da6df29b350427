"""XML element by element, so that a file of any size is never in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree.ElementTree import Element, indent, tostring

NAMES = {int: "long", float: "double", bool: "boolean", str: "string"}
"""What GraphML and GEXF call the types of attributes."""


def said(value: Any) -> str:
    """Return a value as XML Schema writes it.

    Example:
        >>> said(True), said(1.5), said("a")
        ('true', '1.5', 'a')
    """
    return str(value).lower() if isinstance(value, bool) else str(value)


def element(
    tag: str, attributes: Mapping[str, Any], parts: Iterable[Element] = (), text: str = ""
) -> Element:
    """Return an element with attributes and parts, or with text.

    Example:
        >>> lines(element("node", {"id": "a"}, [element("data", {"key": "n"}, text="1 < 2")]), 1)
        '  <node id="a">\\n    <data key="n">1 &lt; 2</data>\\n  </node>\\n'
    """
    made = Element(tag, {name: said(value) for name, value in attributes.items()})
    made.extend(parts)
    made.text = text or None
    return made


def lines(each: Element, depth: int) -> str:
    """Return an element as lines of ASCII, so many steps from the margin."""
    indent(each, level=depth)
    return f"{'  ' * depth}{tostring(each).decode()}\n"
