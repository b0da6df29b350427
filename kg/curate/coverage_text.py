"""Coverage as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.curate.coverage import Coverage, Paragraph, percent
from kg.errors import agreed, number_of
from kg.formats.table import fit, wrapped
from kg.formats.text import visible
from kg.questions.result import Column, Result


def summary(coverages: Sequence[Coverage], columns: int) -> str:
    """Return one row per document, and below it the sentences of each that carry no claim."""
    head = (
        ("document", "str"),
        ("claims", "int"),
        ("sentences", "int?"),
        ("with_a_claim", "str?"),
        ("characters", "str?"),
    )
    rows: list[tuple[object, ...]] = []
    for c in coverages:
        shares = (
            (c.sentences[1], _share(c.sentences), percent(*c.characters)) if c.at_hand else (None, None, None)
        )
        rows.append((c.document, len(c.facts), *shares))
    title = "Which sentences carry claims?"
    text = fit(Result(title, tuple(Column(*h) for h in head), rows), columns)
    for c in coverages:
        text += "\n" + "\n".join(_bare(c, columns)) + "\n"
    return text


def detail(coverage: Coverage, columns: int) -> str:
    """Return every paragraph of one document with its spans and the claims on each."""
    lines = wrapped(visible(f"{coverage.document}: {coverage.title}"), columns)
    if coverage.at_hand:
        cited = percent(*coverage.characters)
        carry = agreed(coverage.sentences[1], "sentence carries", "sentences carry")
        lines.append(f"{_share(coverage.sentences)} {carry} a claim, {cited} of the characters are cited")
    for paragraph in coverage.paragraphs:
        lines += ["", *_paragraph(paragraph, columns)]
    return "\n".join([*lines, "", *_bare(coverage, columns)]) + "\n"


def _share(pair: tuple[int, int]) -> str:
    return f"{pair[0]} of {pair[1]} ({percent(*pair)})"


def _paragraph(paragraph: Paragraph, columns: int) -> Iterator[str]:
    head = paragraph.words
    if paragraph.text is not None:
        carry, every = sum(bool(s.facts) for s in paragraph.sentences), len(paragraph.sentences)
        head += (
            f": {carry} of {number_of(every, 'sentence carries', 'sentences carry')} a claim,"
            f" {percent(*paragraph.characters)} of the"
            " characters"
        )
    yield head
    for span in paragraph.spans:
        place = f"{span.start}-{span.end}"
        yield from wrapped(", ".join(span.facts), columns, f"  {place:<10} ", " " * 13)


def _bare(coverage: Coverage, columns: int) -> Iterator[str]:
    """List the sentences without a claim."""
    if not coverage.at_hand:
        yield from wrapped(
            f"{coverage.document}: its text is not at hand; name the folder with --sources to see sentences",
            columns,
        )
        return
    bare = [(p.number, s) for p in coverage.paragraphs for s in p.bare]
    count = number_of(len(bare), "sentence") if bare else "no sentence"
    yield f"{coverage.document}: {count} without a claim"
    for number, sentence in bare:
        place = f"{number}:{sentence.start}-{sentence.end}"
        yield from wrapped(visible(sentence.text), columns, f"  {place:<14} ", " " * 17)
