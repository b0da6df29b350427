"""How many curated figures the candidates of a text find.

The texts must be at hand (KG_SOURCES).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg import paths
from kg.curate.candidates import Candidate, candidates
from kg.curate.corpus import documents
from kg.language.known_names import KnownNames
from kg.language.numbers import numbers
from kg.sources import texts
from kg.sources.located import Seeds
from kg.sources.seeds import load


@dataclass(frozen=True)
class Figure:
    """A curated figure: whether a candidate stands where it is cited, and whether one has the same bounds."""

    document: str
    claim: str
    wording: str
    seen: bool
    read: bool


def figures(seeds: Seeds, source: Path) -> Iterator[Figure]:
    """Yield every figure of a claim once, and once more for each document that prints it otherwise.

    A figure that several places print counts as found where any of them has it: the others may only allude to
    it.
    """
    held = {
        name: texts.read(source, item.fact.model_dump()["file"]) for name, item in documents(seeds).items()
    }
    spoken = {name: item.fact.model_dump()["language"] for name, item in documents(seeds).items()}
    for item in seeds.located:
        claim: Any = item.fact
        if type(claim).KIND != "claim":
            continue
        places = [(c.quantity, [c]) for c in claim.cited if c.quantity]
        shared = [c for c in claim.cited if not c.quantity]
        if claim.quantity and shared:
            places.append((claim.quantity, shared))
        for quantity, cited in places:
            here = [n for c in cited for n in numbers(_span(held[c.document], c), spoken[c.document])]
            wanted = (quantity.low, quantity.high, quantity.low_open, quantity.high_open)
            same = any(n.bounds == wanted and n.vague == quantity.vague for n in here)
            yield Figure(cited[0].document, claim.id, quantity.wording, bool(here), same)


def _span(text: texts.DocumentText | None, citation: Any) -> str:
    if text is None or text.paragraphs is None:
        return ""
    span: str = text.paragraphs[citation.paragraph - 1][citation.start : citation.end]
    return span


def per_kind(seeds: Seeds, source: Path) -> dict[str, int]:
    """Return how many candidates of each kind the texts give."""
    names, every = KnownNames(seeds.facts), list[Candidate]()
    for item in documents(seeds).values():
        text = texts.read(source, item.fact.model_dump()["file"])
        every += [
            c
            for p in (text.paragraphs if text and text.paragraphs else ())
            for c in candidates(p, names, item.fact.model_dump()["language"])
        ]
    return {kind: sum(c.kind == kind for c in every) for kind in ("number", "day", "name", "reporting")}


def main() -> None:
    """Print recall per document and what was missed."""
    source = texts.folder(None)
    if source is None:
        print("set KG_SOURCES to the folder of the texts to measure")
        return
    seeds = load(paths.seeds())
    given = list(figures(seeds, source))
    for document in dict.fromkeys(f.document for f in given):
        own = [f for f in given if f.document == document]
        print(f"{document:<26} {len(own):>3} figures, {sum(f.read for f in own):>3} found with their bounds")
    seen, read = sum(f.seen for f in given), sum(f.read for f in given)
    print(
        f"{'all':<26} {len(given):>3} figures, {read:>3} found with their bounds ({read / len(given):.0%}); a"
        f" candidate at {seen} of them"
    )
    for f in given:
        if not f.read:
            print(f"  not read: {f.claim} : '{f.wording}'")
    print("candidates: " + ", ".join(f"{count} {kind}" for kind, count in per_kind(seeds, source).items()))
