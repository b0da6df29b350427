"""Coverage as one HTML page that loads nothing and runs nothing; texts only where they are at hand."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise

from jinja2 import Environment, StrictUndefined

from kg.curate.coverage import Coverage, Paragraph, percent
from kg.errors import number_of


@dataclass(frozen=True)
class Stretch:
    """A run of text: the facts that cite it, or whether it belongs to a sentence that none cites."""

    text: str
    facts: tuple[str, ...]
    bare: bool


def render(coverages: Sequence[Coverage], says: Mapping[str, str], languages: Mapping[str, str]) -> str:
    """Return the page.

    Args:
        coverages: what is covered, by document.
        says: the paraphrase of each fact that is cited, by id.
        languages: the language of each document, by id.

    Returns:
        The page as text; the same input gives the same text.
    """
    css = _own("css")
    style = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_own("html"))
    return template.render(
        coverages=coverages,
        says=says,
        languages=languages,
        percent=percent,
        stretches=stretches,
        number_of=number_of,
        policy=policy,
        css=css,
    )


def stretches(paragraph: Paragraph) -> Iterator[Stretch]:
    """Cut a paragraph so that each piece is cited throughout, bare throughout, or neither.

    Example:
        >>> from kg.curate.coverage import Carried
        >>> [(s.text, s.bare) for s in stretches(Paragraph(1, "One. Two.", (Carried(0, 4, ("a",)),)))]
        [('One.', False), (' ', False), ('Two.', True)]
    """
    text = paragraph.text or ""
    bare = [(s.start, s.end) for s in paragraph.bare]
    at = 0
    for piece in paragraph.pieces():
        end = at + len(piece.text)
        cuts = sorted({at, end, *(edge for pair in bare for edge in pair if at < edge < end)})
        for a, b in pairwise(cuts):
            yield Stretch(text[a:b], piece.facts, any(x <= a and b <= y for x, y in bare))
        at = end


def _own(ending: str) -> str:
    return (resources.files("kg.curate") / f"coverage_page.{ending}").read_text("utf-8").replace("\r\n", "\n")
