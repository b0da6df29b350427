"""Which cited words a text at hand does not prove."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kg.model.citation import Citation
from kg.sources.texts import DocumentText, quote_in


def unproven(
    cited: Iterable[Citation], text_of: Callable[[str], tuple[str, ...] | None]
) -> Iterator[tuple[int, str]]:
    """Yield the citations whose words cannot be compared with a text, and why: wrong or unverifiable.

    A place in what is no text is left out: people see it there.

    Args:
        cited: of a claim.
        text_of: gives the paragraphs of a document, None where they are not at hand.
    """
    for index, place in enumerate(cited):
        if place.span:
            paragraphs = text_of(place.document)
            text = None if paragraphs is None else DocumentText("", paragraphs)
            state = quote_in(text, *place.span).state
            if state != "verified":
                yield index, state
