"""Citations against each other."""

from __future__ import annotations

from collections.abc import Iterator

from kg.curate.check.rule import Corpus, rule
from kg.errors import Location, Problem


@rule(
    "overlapping-citation",
    "warning",
    "A claim cites two spans of one paragraph that overlap. One span that holds both is enough.",
)
def overlapping(corpus: Corpus) -> Iterator[Problem]:
    """Find claims with two citations that share characters."""
    for item in corpus.claims:
        cited = item.fact.cited
        inside: dict[tuple[str, int], list[int]] = {}
        for index, span in enumerate(cited):
            inside.setdefault((span.document, span.paragraph), []).append(index)
        for places in inside.values():
            widest, *others = sorted(places, key=lambda i: (cited[i].start, -cited[i].end))
            for index in others:
                a, b = cited[widest], cited[index]
                if b.end > a.end:
                    widest = index
                if b.start >= a.end:
                    continue
                what = (
                    f"claim '{item.fact.id}' cites paragraph {a.paragraph} of '{a.document}' at"
                    f" {a.start}-{a.end} and {b.start}-{b.end}"
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
    seen: dict[tuple[str, int, int, int], tuple[str, Location]] = {}
    for item in corpus.located:
        for field in ("cited", "aliases"):
            for index, c in enumerate(getattr(item.fact, field, ())):
                place = item.place(field, index, "sha256")
                digest, first = seen.setdefault((c.document, c.paragraph, c.start, c.end), (c.sha256, place))
                if digest != c.sha256:
                    what = (
                        f"'{item.fact.id}' cites paragraph {c.paragraph}, {c.start}-{c.end} of '{c.document}'"
                        f" with another hash than {first}"
                    )
                    yield Problem(what, place, "one hash per span", todo="run 'kg cite' for the span")
