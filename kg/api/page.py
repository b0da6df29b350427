"""The HTML page of an answer: its picture, or its table when it draws nothing.

The one place that calls the exports.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.picture.contents import Seen
    from kg.picture.drawing import Drawing
    from kg.questions.result import Result
    from kg.store import Element


def page(
    answer: Result,
    elements: Sequence[Element],
    look: Callable[[date | None], Seen] | None,
    title_de: str = "",
    language: str = "en",
) -> str:
    """Return the page as text.

    Args:
        answer: title and rows; its parameter `as_of` is the day of knowledge of the whole page.
        elements: what to draw; without nodes the page is the table.
        look: reads the whole graph as known on a day, from which the page tells what is not drawn.
        title_de: the question in German.
        language: of the picture, and in which the page opens; a table has English words only.

    Raises:
        CallError: there are no words of that language.
    """
    from kg.formats import renderer
    from kg.picture.words import Words

    Words(language)
    title_de = title_de if language == "de" else ""
    if not any(not element.type for element in elements):
        return renderer("html")(answer)
    from kg.picture.out.page import render

    drawing, seen = drawn(answer, elements, look, title_de=title_de, language=language)
    if seen is None:
        return render([drawing], title=answer.title, title_de=title_de, language=language)
    return render(
        [drawing],
        title=answer.title,
        title_de=title_de,
        context=seen.whole,
        world=seen.world,
        as_of=seen.as_of,
        language=language,
    )


def drawn(
    answer: Result,
    elements: Sequence[Element],
    look: Callable[[date | None], Seen] | None,
    kind: str | None = None,
    *,
    title_de: str = "",
    language: str = "en",
) -> tuple[Drawing, Seen | None]:
    """Return the drawing of an answer, and the graph that it was read from.

    Args:
        answer: as for `page`.
        elements: as for `page`.
        look: as for `page`.
        kind: which drawing; None for the one that fits.
        title_de: the question in German.
        language: of the words of the drawing.

    Raises:
        CallError: there is no such drawing, or there are no words of that language.
    """
    from kg.picture.contents import draw_elements

    day = answer.parameters.get("as_of")
    seen = look(day if isinstance(day, date) else None) if look else None
    seen = seen._replace(language=language) if seen else None
    return draw_elements(answer.title, elements, seen, kind, title_de, language=language), seen
