"""A draft for the person who decides, in a terminal of 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from kg.curate.drafts.draft import Draft
from kg.curate.drafts.open_points import Looked
from kg.curate.drafts.writing import claim_yaml
from kg.formats.text import visible
from kg.language.sentences import sentences
from kg.model.kinds.document import Document
from kg.model.spots import paragraph_words
from kg.sources.texts import DocumentText, quote_in

COLUMNS = 80
_AROUND = 1
"""Sentences before and after the cited words that are shown with them."""
OPENS, CLOSES = "[[", "]]"
"""What stands before and behind the cited words."""


def shown(
    draft: Draft,
    document: Document | None,
    text: DocumentText | None,
    found: Looked,
    heading: Callable[[str], str] = str,
) -> str:
    """Return a draft as text: the cited words, the proposal, what is missing, and why it is as it is.

    Args:
        draft: the draft.
        document: of which it is; None when the facts have it no more.
        text: of the document; None when it is not at hand.
        found: what a look at the claim finds.
        heading: gives a heading its look.
    """
    paged = document is not None and document.paged
    decided = "" if draft.state == "open" else f", {draft.state}"
    reason = f": {draft.reason}" if draft.reason else ""
    lines = [
        heading(f"Draft {draft.number} of {draft.document}, by {visible(draft.by)}{decided}{reason}"),
        "",
    ]
    lines += [line for place in _places(draft) for line in (*cited_words(place, text, paged), "")]
    lines += [visible(line) for line in claim_yaml(_short(draft.claim), width=COLUMNS - 24).split("\n")]
    lines += _listed(heading("Missing"), found.open)
    lines += _listed(heading("Wrong"), [str(problem) for problem in found.wrong])
    lines += _listed(heading("Why"), draft.proposal.why)
    return "\n".join(lines)


def _short(claim: Mapping[str, Any]) -> dict[str, Any]:
    """Return a claim with hashes cut to what a line of the terminal holds."""
    cited = [
        {**place, "sha256": f"{str(place['sha256'])[:8]}..."}
        if isinstance(place, Mapping) and "sha256" in place
        else place
        for place in claim.get("cited") or ()
    ]
    return {**claim, "cited": cited}


def in_list(draft: Draft) -> str:
    """Return a draft on one line: number, document, who says how many of what, and its state."""
    claim, figure = draft.claim, draft.claim.get("quantity") or {}
    figure_words = figure.get("wording", "") if isinstance(figure, dict) else ""
    words = " ".join(
        str(part) for part in (claim.get("speaker", "?"), claim.get("stance", "?"), figure_words) if part
    )
    state = "" if draft.state == "open" else f" ({draft.state})"
    line = f"{draft.number:>4}  {draft.document}  "
    return line + textwrap.shorten(
        f"{visible(words)}{state}", max(20, COLUMNS - len(line)), placeholder="..."
    )


def _places(draft: Draft) -> list[dict[str, object]]:
    return [place for place in draft.claim.get("cited") or () if isinstance(place, dict)]


def cited_words(place: Mapping[str, object], text: DocumentText | None, paged: bool) -> Iterator[str]:
    """Yield the cited words, marked, between the sentences beside them.

    Args:
        place: document, paragraph, start, end and hash of a citation.
        text: of the document; None when it is not at hand.
        paged: whether a paragraph of it is a page.
    """
    number, start, end, sha = (place.get(name) for name in ("paragraph", "start", "end", "sha256"))
    if not (
        isinstance(number, int) and isinstance(start, int) and isinstance(end, int) and isinstance(sha, str)
    ):
        yield "  (cited is no span of a text)"
        return
    words = paragraph_words(number, paged)
    yield f"  {words[:1].upper()}{words[1:]}:"
    state = quote_in(text, number, start, end, sha).state
    if state != "verified" or text is None or text.paragraphs is None:
        yield (
            "  (the text is not at hand; name its folder with --sources or KG_SOURCES)"
            if state == "unverifiable"
            else "  (the words do not stand there any more)"
        )
        return
    paragraph = text.paragraphs[number - 1]
    spans = sentences(paragraph)
    touched = [i for i, (a, b) in enumerate(spans) if a < end and b > start] or [0]
    first = min(start, spans[max(0, touched[0] - _AROUND)][0])
    last = max(end, spans[min(len(spans) - 1, touched[-1] + _AROUND)][1])
    marked = f"{paragraph[first:start]}{OPENS}{paragraph[start:end]}{CLOSES}{paragraph[end:last]}"
    yield from textwrap.wrap(
        visible(marked), COLUMNS - 2, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
    )


def _listed(heading: str, points: Sequence[str]) -> list[str]:
    if not points:
        return []
    wrapped = (
        textwrap.wrap(visible(point), COLUMNS - 2, initial_indent="- ", subsequent_indent="  ")
        for point in points
    )
    return ["", f"{heading}:", *(line for some in wrapped for line in some)]
