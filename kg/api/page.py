"""The HTML page of an answer: its picture, or its table when it draws nothing.

This is the one place that calls the exports.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from kg.language import ENGLISH

if TYPE_CHECKING:
    from kg.picture.contents import Seen
    from kg.picture.drawing import Drawing
    from kg.questions.result import Result
    from kg.store import Element


def page(
    answer: Result,
    elements: Sequence[Element],
    seen_on: Callable[[date | None], Seen] | None,
    language: str = ENGLISH,
) -> str:
    """Return the page as text.

    Args:
        answer: title and rows; its parameter `as_of` is the day of knowledge of the whole page.
        elements: what to draw; without nodes the page is the table.
        seen_on: reads the whole graph as known on a day, from which the page tells what is not drawn.
        language: of the picture, and in which the page opens; a table has English words only.

    Raises:
        CallError: there are no words of that language.
    """
    from kg.formats import renderer
    from kg.language.interface.words import Words
    from kg.store import Node

    Words(language)
    if not any(isinstance(element, Node) for element in elements):
        return renderer("html")(answer)
    from kg.picture.forms import in_every_form
    from kg.picture.out.page import render

    drawing, seen = drawn(answer, elements, seen_on, language=language)
    if seen is None:
        return render([drawing], title=answer.title, language=language)

    def form(seen: Seen) -> Drawing:
        return drawn(answer, elements, lambda _: seen, language=seen.language)[0]

    return render(
        [in_every_form(form, seen)],
        title=answer.title,
        context=seen.graph,
        world=seen.world,
        as_of=seen.as_of,
        language=language,
    )


def drawn(
    answer: Result,
    elements: Sequence[Element],
    seen_on: Callable[[date | None], Seen] | None,
    kind: str | None = None,
    *,
    language: str = ENGLISH,
) -> tuple[Drawing, Seen | None]:
    """Return the drawing of an answer, and the graph that it was read from.

    Args:
        answer: as for `page`.
        elements: as for `page`.
        seen_on: as for `page`.
        kind: which drawing; None for the one that fits.
        language: of the words of the drawing.

    Raises:
        CallError: there is no such drawing, or there are no words of that language.
    """
    from kg.picture.contents import draw_elements
    from kg.picture.telling import answered
    from kg.questions import library

    named = library.question(answer.question).drawing if answer.question else None
    day = answer.parameters.get("as_of")
    seen = seen_on(day if isinstance(day, date) else None) if seen_on else None
    seen = seen._replace(language=language) if seen else None
    drawing = draw_elements(answer.title, elements, seen, kind or named, language=language)
    told = seen and answer.question and not seen.silent
    return (answered(drawing, answer, seen.graph) if seen and told else drawing), seen
