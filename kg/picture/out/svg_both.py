"""One SVG for light and for dark paper: which of them it is shown on is asked when it is shown."""

from __future__ import annotations

import re

_COLOUR = re.compile(r'\b(fill|stroke)="(#[0-9a-f]{6})"')
_HEAD = "</desc>\n"


def for_both(light: str, dark: str) -> str | None:
    """Return one SVG in the place of two that differ in their colours.

    The colours for light paper stay where they are, for whatever knows no styles; a style says what each of
    them is on dark paper.

    Args:
        light: the picture for light paper.
        dark: the same picture for dark paper.

    Returns:
        The picture, or None when they differ in more, or one colour of the first has several in the second.

    Example:
        >>> head = '<svg><desc id="desc">A line.</desc>\\n'
        >>> light, dark = (f'{head}<path stroke="{colour}"/></svg>' for colour in ("#111111", "#eeeeee"))
        >>> print(for_both(light, dark))
        <svg><desc id="desc">A line.</desc>
        <style>@media (prefers-color-scheme:dark){[stroke="#111111"]{stroke:#eeeeee}}</style>
        <path stroke="#111111"/></svg>
    """
    ours, theirs = _COLOUR.split(light), _COLOUR.split(dark)  # text, name, colour, text, name, ...
    if len(ours) != len(theirs) or ours[::3] != theirs[::3]:
        return None
    there: dict[tuple[str, str], str] = {}
    for name, colour, other in zip(ours[1::3], ours[2::3], theirs[2::3], strict=True):
        if there.setdefault((name, colour), other) != other:
            return None
    rules = "".join(f'[{name}="{colour}"]{{{name}:{other}}}' for (name, colour), other in there.items())
    style = f"<style>@media (prefers-color-scheme:dark){{{rules}}}</style>\n"
    return light.replace(_HEAD, _HEAD + style, 1)
