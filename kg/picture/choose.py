"""Which of the drawings an answer is shown as, and drawing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from kg.errors import CallError, Problem, nearest
from kg.model import table
from kg.model.stances import side_of
from kg.picture.drawing import Drawing
from kg.picture.subject import Subject
from kg.questions.drawings import KINDS, Kind


def kind_for(elements: Iterable[Any]) -> Kind:
    """Return the drawing that fits an answer whose question names none.

    Relays are a chain; shipments with both ends and no claims are a flow; claims of which half give a number
    or deny one are figures; anything else is a network.

    Args:
        elements: nodes and edges, as rows or as a store returned them.

    Example:
        >>> from kg.model.rows import EdgeRow
        >>> kind_for([EdgeRow("RELAYS", "a", "b", "", {})])
        'chain'
    """
    types: Counter[str] = Counter()
    claims = figures = numbers = 0
    for element in elements:
        if kind := getattr(element, "type", ""):
            types[kind] += 1
        elif "Claim" in element.labels:
            claims += 1
            side = side_of(element.properties.get("stance"))
            numbers += bool(element.properties.get("unit")) or side in ("against", "doubt")
            figures += bool(element.properties.get("unit"))
    if types["RELAYS"]:
        return "chain"
    supplied, received = (any(types[t] for t in table.types(role)) for role in ("supplier", "recipient"))
    if supplied and received and not claims:
        return "flow"
    return "figures" if figures >= 2 and 2 * numbers >= claims else "network"


def draw(subject: Subject, kind: str) -> Drawing:
    """Draw an answer.

    Raises:
        CallError: there is no such drawing.

    Example:
        >>> draw(Subject("Nothing?", [], []), "chain").caption
        'No claim fits.'
    """
    if kind not in KINDS:
        raise CallError(
            Problem(
                f"there is no drawing '{str(kind)[:80]}'",
                expected=", ".join(KINDS),
                nearest=nearest(kind, KINDS),
            )
        )
    return _painters()[kind](subject)._replace(language=subject.words.language, narrow=subject.narrow)


def _painters() -> dict[str, Callable[[Subject], Drawing]]:
    from kg.picture.kinds.answers import answers
    from kg.picture.kinds.chain import chain
    from kg.picture.kinds.figures import figures
    from kg.picture.kinds.flow import flow
    from kg.picture.kinds.map import on_map
    from kg.picture.kinds.matrix import matrix
    from kg.picture.kinds.network import network
    from kg.picture.kinds.timeline import timeline

    return {
        "chain": chain,
        "flow": flow,
        "figures": figures,
        "map": on_map,
        "matrix": matrix,
        "answers": answers,
        "timeline": timeline,
        "network": network,
    }
