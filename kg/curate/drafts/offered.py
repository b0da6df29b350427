"""A claim that an assistant proposes: checked against the text and the facts, then kept as a draft."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from kg.curate.check.rules.figures import measured_otherwise
from kg.curate.corpus import document as document_of
from kg.curate.drafts.draft import Draft, Proposal
from kg.curate.drafts.folder import folder_of
from kg.curate.drafts.ids import claim_id, unlike
from kg.curate.drafts.open_points import looked
from kg.curate.drafts.worth import worth
from kg.curate.held import held_text, paragraphs_of
from kg.curate.phrases import Spot, nearest_passage, spots
from kg.errors import CallError, Problem
from kg.formats.text import visible
from kg.language.wordings import read_whole
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.quantity import Quantity
from kg.model.weighing import UNKNOWN
from kg.sources.located import Seeds
from kg.sources.seeds import load
from kg.sources.texts import digest

MOST_OPEN = 100
"""Open drafts of one document beyond which an assistant proposes none."""
LONGEST_QUOTE = 2_000
"""Characters of the words that a proposal cites."""
LONGEST_NAME = 60
"""Characters kept of the name of a client."""
_NEEDED = ("stance", "said", "paraphrase")
"""What a proposal must fill in itself; the rest may be left to the person."""


class Offer(NamedTuple):
    """What an assistant proposes.

    Attributes:
        document: id of the document.
        paragraph: counted from 1.
        quote: the words that are cited, as they stand in the paragraph.
        fields: fields of the claim, without `id` and `cited`.
    """

    document: str
    paragraph: int
    quote: str
    fields: Mapping[str, Any]


def keep(
    seeds: str | os.PathLike[str], sources: Path | None, by: str, offer: Offer
) -> tuple[Draft, tuple[str, ...]]:
    """Check what an assistant proposes and keep it as a draft; return it with what is still open.

    Args:
        seeds: the folder of the facts.
        sources: folder of the texts; the text of the document must be at hand and unchanged.
        by: name of the client.
        offer: the proposal.

    Raises:
        CallError: with every fault found; nothing was written.
    """
    facts = load(seeds)
    document = document_of(facts, offer.document).fact
    paragraphs = paragraphs_of(document, held_text(document, sources))
    spot = _spot(offer, paragraphs)
    words = paragraphs[offer.paragraph - 1][spot.start : spot.end]
    folder = folder_of(seeds)
    there = folder.drafts(document.id)
    claim = _claim(offer, document, spot, words, {d.claim.get("id") for d in folder.drafts()}, facts)
    figure = claim.get("quantity")
    proposal = Proposal(claim, worth(claim), _why(figure, document.language))
    found = looked(claim, facts)
    needed = [point for point in found.open if point.partition(":")[0] in (*_NEEDED, *_inside(figure))]
    problems = [*found.wrong, *(Problem(f"the proposal lacks {point}") for point in needed)]
    problems += _of_words(claim, words, paragraphs[offer.paragraph - 1], document.language)
    problems += _again(proposal, there, facts)
    if problems:
        raise CallError(*problems)
    if sum(draft.state == "open" for draft in there) >= MOST_OPEN:
        what = f"document '{document.id}' has {MOST_OPEN} open drafts"
        raise CallError(Problem(what, todo="a person decides about some of them first: kg draft next"))
    return folder.add(document.id, visible(by)[:LONGEST_NAME].strip() or "an assistant", [proposal])[
        0
    ], found.open


def _spot(offer: Offer, paragraphs: Sequence[str]) -> Spot:
    """Return where the cited words stand."""
    if not 1 <= offer.paragraph <= len(paragraphs):
        what = f"'{offer.document}' has no paragraph {offer.paragraph:,}"
        raise CallError(Problem(what, expected=f"1 to {len(paragraphs):,}"))
    if len(offer.quote) > LONGEST_QUOTE:
        what = f"the quote has {len(offer.quote):,} characters"
        raise CallError(Problem(what, expected=f"at most {LONGEST_QUOTE:,}, such as one sentence"))
    paragraph = paragraphs[offer.paragraph - 1]
    found = spots([paragraph], offer.quote)
    if len(found) != 1:
        close = None if found else nearest_passage([paragraph], offer.quote)
        stands = "stands more than once" if found else "does not stand"
        raise CallError(
            Problem(
                f"the quote {stands} in paragraph {offer.paragraph}",
                expected="words that stand there once, exactly as printed",
                nearest=paragraph[close.start : close.end] if close else None,
            )
        )
    return found[0]


def _claim(
    offer: Offer, document: Document, spot: Spot, words: str, drafted: set[Any], facts: Seeds
) -> dict[str, Any]:
    given = {name: value for name, value in offer.fields.items() if value not in (None, "", {}, [])}
    figure = given.get("quantity")
    unit = figure.get("unit") if isinstance(figure, dict) else None
    speaker = str(given.get("speaker", UNKNOWN))
    name = claim_id(
        speaker if speaker != UNKNOWN else document.outlet or document.id, unit, str(given.get("said", ""))
    )
    place = {"document": document.id, "paragraph": offer.paragraph, "start": spot.start, "end": spot.end}
    return {
        "id": unlike(name, {*drafted, *(fact.id for fact in facts.facts)}),
        "speaker": UNKNOWN,
        **given,
        "cited": [{**place, "sha256": digest(words)}],
    }


def _inside(figure: Any) -> tuple[str, ...]:
    return tuple(f"quantity.{name}" for name in ("wording", "unit")) if figure else ()


def _of_words(claim: Mapping[str, Any], words: str, paragraph: str, language: str) -> list[Problem]:
    """Return what the printed words of a claim have against them."""
    problems = []
    figure = claim.get("quantity")
    wording = figure.get("wording") if isinstance(figure, dict) else None
    if isinstance(figure, dict) and isinstance(wording, str):
        if not spots([words], wording):
            what = f"the wording '{wording[:80]}' does not stand in the quote"
            problems.append(Problem(what, expected="the number as the cited words print it"))
        elif said := _other_bounds(figure, wording, language):
            what = f"the wording '{wording[:80]}' gives other bounds than the quantity"
            problems.append(Problem(what, expected=said))
    attribution = claim.get("attribution")
    if isinstance(attribution, str) and not spots([paragraph], attribution):
        what = f"the attribution '{attribution[:80]}' does not stand in the paragraph"
        problems.append(Problem(what, expected="the printed words that stand in for who speaks"))
    return problems


def _other_bounds(fields: Mapping[str, Any], wording: str, language: str) -> str:
    """Return the bounds that printed words give, empty where they are those of the figure or are not read."""
    read = read_whole(wording, language) or []
    try:
        figure = Quantity.model_validate(fields)
    except ValidationError:
        return ""
    if len(read) != 1 or measured_otherwise(read[0], figure):
        return ""
    same = (
        read[0].tabled == figure.vague
        if read[0].tabled or figure.vague
        else read[0].bounds == (figure.low, figure.high, figure.low_open, figure.high_open)
    )
    return "" if same else read[0].reading(unit=False)


def _why(figure: Any, language: str) -> tuple[str, ...]:
    """Return what a person should know of a proposal: a figure that kg could not read."""
    wording = figure.get("wording") if isinstance(figure, dict) else None
    if not isinstance(wording, str) or len(read_whole(wording, language) or []) == 1:
        return ()
    return (f"quantity: kg cannot read '{wording}'; compare the bounds yourself",)


def _again(proposal: Proposal, there: Sequence[Draft], facts: Seeds) -> list[Problem]:
    """Return what says that the same was proposed or is a claim already."""
    for draft in there:
        if draft.proposal.key == proposal.key and draft.claim.get("speaker") == proposal.claim.get("speaker"):
            reason = f": {draft.reason}" if draft.reason else ""
            state = "is open" if draft.state == "open" else f"was {draft.state}"
            return [Problem(f"the same is draft {draft.number}, which {state}{reason}")]
    place, asked = proposal.claim["cited"][0], ("speaker", "stance", "about")
    for item in facts.of(Claim):
        same = all(getattr(item.fact, name) == proposal.claim.get(name) for name in asked)
        if same and any(
            (c.document, c.sha256) == (place["document"], place["sha256"]) for c in item.fact.cited
        ):
            return [Problem(f"claim '{item.id}' says this already")]
    return []
