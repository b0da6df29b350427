"""What the tools of the curator need of the seeds.

These are the documents, and every citation with its place in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import CallError, Location, Problem, nearest
from kg.model.citation import Citation, CitedName, TextSpan
from kg.model.kinds import Fact
from kg.model.kinds.document import Document
from kg.sources.located import Located, Seeds


@dataclass(frozen=True)
class Cite:
    """One citation: which fact cites, where it is written, and what it cites."""

    item: Located[Fact]
    path: tuple[str, int]
    citation: Citation | CitedName
    """Of a claim or judgement, or of an alias."""

    @property
    def fact(self) -> str:
        """The id of the fact that cites."""
        return self.item.id

    @property
    def kind(self) -> str:
        """The kind of the fact that cites."""
        return type(self.item.fact).KIND

    @property
    def place(self) -> Location:
        """Where the citation is written; looked up when it is asked for."""
        return self.item.place(*self.path)

    @property
    def span(self) -> TextSpan | None:
        """The words that it cites; None in what is no text."""
        return self.citation.span


def citations(seeds: Seeds) -> Iterator[Cite]:
    """Yield the citations of claims, aliases and judgements, in the order of files and lines."""
    for item in seeds.located:
        for field in ("cited", "aliases"):
            for index, citation in enumerate(getattr(item.fact, field, ())):
                yield Cite(item, (field, index), citation)


def documents(seeds: Seeds) -> dict[str, Located[Document]]:
    """Return the documents by id, in the order of files."""
    return {item.id: item for item in seeds.of(Document)}


def document(seeds: Seeds, name: str) -> Located[Document]:
    """Return one document.

    Raises:
        CallError: there is none of that id; the error has the nearest one.
    """
    known = documents(seeds)
    if name not in known:
        what = f"there is no document '{name[:80]}'"
        raise CallError(
            Problem(
                what,
                expected=f"one of {', '.join(known) or 'those under seeds/documents'}",
                nearest=nearest(name, known),
            )
        )
    return known[name]
