"""Citations against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from kg.curate.check.rule import Corpus, rule
from kg.errors import Location, Problem
from kg.model.citation import TextSpan


@rule(
    "overlapping-citation",
    "warning",
    "A claim cites two spans of one paragraph that overlap. One span that holds both is enough.",
)
def overlapping(corpus: Corpus) -> Iterator[Problem]:
    """Find claims with two citations that share characters."""
    for item in corpus.claims:
        inside: dict[tuple[str, int], list[tuple[int, TextSpan]]] = {}
        for index, cited in enumerate(item.fact.cited):
            if cited.span:
                inside.setdefault((cited.document, cited.span.paragraph), []).append((index, cited.span))
        for (document, _), places in inside.items():
            (_, a), *others = sorted(places, key=lambda place: (place[1].start, -place[1].end))
            for index, b in others:
                widest, a = a, max(a, b, key=lambda span: span.end)
                if b.start >= widest.end:
                    continue
                where = corpus.paragraph(document, b.paragraph)
                what = (
                    f"claim '{item.fact.id}' cites {where} of '{document}' at"
                    f" {widest.start}-{widest.end} and {b.start}-{b.end}"
                )
                yield Problem(
                    what, item.place("cited", index), "spans that do not overlap", todo="keep the wider one"
                )


@rule(
    "citation-conflict",
    "error",
    "One span is cited with two hashes, so one of them is wrong. 'kg verify' with the text at hand says"
    " which.",
)
def conflicts(corpus: Corpus) -> Iterator[Problem]:
    """Find spans of one document that are cited with different hashes."""
    seen: dict[tuple[str, int, int, int], tuple[str, Callable[[], Location]]] = {}
    for item in corpus.located:
        for field in ("cited", "aliases"):
            for index, cited in enumerate(getattr(item.fact, field, ())):
                c: TextSpan | None = cited.span
                if c is None:
                    continue
                place = partial(item.place, field, index, "sha256")
                digest, first = seen.setdefault((cited.document, *c[:3]), (c.sha256, place))
                if digest != c.sha256:
                    where = corpus.paragraph(cited.document, c.paragraph)
                    what = (
                        f"'{item.fact.id}' cites {where}, {c.start}-{c.end} of"
                        f" '{cited.document}'"
                        f" with another hash than {first()}"
                    )
                    yield Problem(what, place(), "one hash per span", todo="run 'kg cite' for the span")
