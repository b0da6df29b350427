"""A drawing as one PDF page of its own size, with text that can be searched and copied."""

from __future__ import annotations

from kg.picture.credit import NOBODY, Credit
from kg.picture.drawing import Drawing, Theme
from kg.picture.metrics import plain, shown
from kg.picture.out import svg
from kg.picture.out.typeset import typeset

FORMAT = "pdf"
OF = "drawing"
ENDINGS = (".pdf",)
ABOUT = "page of its own size"
NEEDS = ("print", "typst")


def render(drawing: Drawing, theme: Theme = "light", credit: Credit = NOBODY) -> bytes:
    """Return the bytes of a PDF.

    Args:
        drawing: what to paint.
        theme: `light` (for print) or `dark`.
        credit: who publishes it, and where.

    Raises:
        ExportError: typst cannot read the picture.
    """
    return typeset(
        svg.render(drawing, theme, credit),
        "pdf",
        title=shown(drawing.finding) or plain(drawing.heading),
        alt=plain(drawing.caption),
        language=drawing.language,
    )
