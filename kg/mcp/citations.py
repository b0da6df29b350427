"""The citations behind an answer.

They are those of the claims that it names or is drawn from, and else of those about what it names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import number_of
from kg.formats.text import plain
from kg.mcp.answers import Citation
from kg.questions.result import texts_in
from kg.sources import texts
from kg.store import Node, statements

if TYPE_CHECKING:
    from kg.store import Element, Store

MOST = 100
"""The most citations in one answer."""
MOST_ABOUT = 20
"""The most claims that are cited when the rows name things, but no claims."""
NONE = (
    "no citation: the rows name no claim, and nothing that claims are about; return claim ids (c.id) to get"
    " them"
)
ABOUT = "the rows name no claims; cited are claims about what they name, or by it"


def citations(
    store: Store,
    rows: Sequence[dict[str, Any]],
    elements: Iterable[Element],
    sources: Path | None,
    until: date | None = None,
) -> tuple[list[Citation], list[str]]:
    """Return the citations behind rows, and remarks on them.

    Args:
        store: what was asked.
        rows: as they are shown; only what they name is cited.
        elements: the nodes and edges behind the answer; the claims among them are cited, too.
        sources: folder of the documents' texts, to prove and quote the places; None when they are not at
            hand.
        until: only documents published on or before this day, as the question was asked; None for all.
    """
    named = sorted({text for row in rows for text in texts_in(row)})
    behind = {e.id for e in elements if isinstance(e, Node) and "Claim" in e.labels} if rows else set()
    cited = _cited(store, sorted({*named, *behind}), sources, until)
    notes: list[str] = []
    if not cited and rows:
        about = [row[0] for row in store.query(statements.CLAIMS_OF, {"ids": named}).rows]
        cited = _cited(store, about[:MOST_ABOUT], sources, until)
        notes.append(ABOUT if cited else NONE)
    if len(cited) > MOST:
        more = number_of(len(cited) - MOST, "more citation is", "more citations are")
        notes.append(f"{more} left out; ask for fewer rows, or explain a claim")
    return cited[:MOST], notes


def _cited(store: Store, ids: list[str], sources: Path | None, until: date | None) -> list[Citation]:
    if not ids:
        return []
    cited = []
    read = cache(partial(texts.read, sources))
    for row in store.query(statements.CLAIM_CITATIONS, {"ids": ids}).rows:
        *told, file = row
        place = dict(
            zip(
                ("claim", "says", "document", "outlet", "day", "paragraph", "start", "end", "sha256", "spot"),
                told,
                strict=True,
            )
        )
        if until is not None and place["day"] > until:
            continue
        quote = texts.quote_in(read(file), place["paragraph"], place["start"], place["end"], place["sha256"])
        cited.append(
            Citation(**place | {"day": plain(place["day"]), "state": quote.state, "quote": quote.text})
        )
    return cited
