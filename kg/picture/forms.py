"""The forms of one picture: in every language of the interface, on wide paper and on narrow paper."""

from __future__ import annotations

from collections.abc import Callable

from kg.language.interface import languages
from kg.picture.contents import Seen
from kg.picture.drawing import Drawing
from kg.picture.telling import retold

MOST = 3_000
"""Nodes and edges of a picture of which every form is made; of a larger one only that which was asked for."""


def in_every_form(picture: Callable[[Seen], Drawing], seen: Seen, *, translated: bool = True) -> Drawing:
    """Draw a picture in the language of what is given, with the same in every other form beside it.

    Args:
        picture: what draws it.
        seen: what it is drawn from, as a reader of one language on wide paper has it.
        translated: whether other languages are wanted as well.

    Returns:
        The drawing; its `others` are those in the other languages, then those for narrow paper in each
        language. A very large one has none.
    """
    own = picture(seen)
    if len(own.nodes) + len(own.edges) > MOST:
        return own
    codes = sorted(languages() if translated else [seen.language], key=lambda code: code != seen.language)
    forms = [(code, thin) for thin in (False, True) for code in codes]
    others = (
        retold(picture(seen._replace(language=code, narrow=thin, silent=True)), own)
        for code, thin in forms[1:]
    )
    return own._replace(others=tuple(others))
