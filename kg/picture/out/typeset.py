"""An SVG to a picture or a page by the library typst.

It brings letters of its own for systems that have none.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Literal

from kg.errors import ExportError, Problem
from kg.language import ENGLISH

_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt)
#set document(title: sys.inputs.title, date: none)
#set text(lang: sys.inputs.language)
#image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.alt)
"""
"""The texts come in as values, never as part of the statement."""
POINT = 0.75
"""Points in a pixel of an SVG."""


def typeset(
    svg: str,
    form: Literal["png", "pdf"],
    *,
    title: str = "",
    alt: str = "",
    language: str = ENGLISH,
    zoom: float = 1.0,
) -> bytes:
    """Return an SVG as the bytes of a PNG or PDF; equal texts give equal bytes on one machine.

    Args:
        svg: the picture.
        form: `png` or `pdf`.
        title: of the document; only a PDF keeps it.
        alt: what the picture shows, for those who cannot see it; only a PDF keeps it.
        language: of title and picture; only a PDF keeps it.
        zoom: pixels of the PNG for each pixel of the SVG; no meaning for a PDF.

    Raises:
        ExportError: typst cannot read the picture.
    """
    typst: Any = import_module("typst")
    inputs = {"svg": svg, "title": title, "alt": alt, "language": language}
    try:
        made = typst.compile(_PAGE, format=form, sys_inputs=inputs, ppi=72 * zoom / POINT)
    except Exception as error:  # the library has no common class for what it raises
        raise ExportError(
            Problem(f"typst cannot turn the picture into {form.upper()}: {str(error)[:200]}")
        ) from error
    if not isinstance(made, bytes):
        raise ExportError(Problem(f"typst made several pages of one picture, no {form.upper()}"))
    return made
