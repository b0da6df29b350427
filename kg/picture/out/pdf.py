"""A drawing as one PDF page of its own size, with text that can be searched and copied."""

from __future__ import annotations

from kg.picture.drawing import Drawing
from kg.picture.metrics import plain
from kg.picture.out import svg
from kg.picture.out.typeset import typeset


def render(drawing: Drawing, theme: svg.Theme = "light") -> bytes:
    """Return the bytes of a PDF.

    Args:
        drawing: what to paint.
        theme: `light` (for print) or `dark`.

    Raises:
        ExportError: the extra `print` is not installed.
    """
    return typeset(
        svg.render(drawing, theme),
        "pdf",
        title=plain(drawing.heading),
        alt=plain(drawing.caption),
        language=drawing.language,
    )
