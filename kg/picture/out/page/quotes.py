"""The quoted spans, for pages that are built with the texts at hand; such a page is not for publishing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.picture.out.page.index import Index
from kg.sources import texts


def quotes(index: Index, claims: Iterable[str], source: Path | None) -> dict[str, list[str]]:
    """Return for each citation of some claims what the text says there.

    Args:
        index: the rows, with documents.
        claims: ids of claims.
        source: folder of the texts, or None.

    Returns:
        By `claim|document|paragraph|start|end`: the state (`verified` or `wrong`) and, when verified, the
        span. Nothing for a text that is not at hand: unverifiable is neither.
    """
    by_place: dict[str, list[str]] = {}
    read: dict[str, texts.DocumentText | None] = {}
    for claim in claims if source else ():
        for edge in index.out.get(claim, ()):
            document = index.nodes.get(edge.end)
            own = edge.properties
            if (
                edge.type != "CITED_IN"
                or document is None
                or not {"paragraph", "start", "end", "sha256"} <= own.keys()
            ):
                continue
            file = str(document.properties.get("file") or "")
            if file not in read:
                read[file] = texts.read(source, file)
            quote = texts.quote_in(read[file], own["paragraph"], own["start"], own["end"], own["sha256"])
            if quote.state != "unverifiable":
                by_place[
                    "|".join(map(str, (claim, edge.end, own["paragraph"], own["start"], own["end"])))
                ] = [
                    quote.state,
                    quote.text or "" if quote.state == "verified" else "",
                ]
    return by_place
