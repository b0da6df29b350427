"""Coverage as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.curate.coverage import Coverage, Paragraph, percent
from kg.formats.table import fit, wrapped
from kg.formats.text import visible
from kg.questions.result import Column, Result


def summary(found: Sequence[Coverage], columns: int) -> str:
    """Return one row per document, and below it the sentences of each that carry no claim."""
    head = (
        ("document", "str"),
        ("claims", "int"),
        ("sentences", "int?"),
        ("with_a_claim", "str?"),
        ("characters", "str?"),
    )
    rows: list[tuple[object, ...]] = []
    for c in found:
        shares = (
            (c.sentences[1], _share(c.sentences), percent(*c.characters)) if c.at_hand else (None, None, None)
        )
        rows.append((c.document, len(c.facts), *shares))
    title = "Which sentences carry claims?"
    text = fit(Result(title, tuple(Column(*h) for h in head), rows), columns)
    for c in found:
        text += "\n" + "\n".join(_bare(c, columns)) + "\n"
    return text


def detail(found: Coverage, columns: int) -> str:
    """Return every paragraph of one document with its spans and the claims on each."""
    lines = wrapped(visible(f"{found.document}: {found.title}"), columns)
    if found.at_hand:
        cited = percent(*found.characters)
        lines.append(
            f"{_share(found.sentences)} sentences carry a claim, {cited} of the characters are cited"
        )
    for paragraph in found.paragraphs:
        lines += ["", *_paragraph(paragraph, columns)]
    return "\n".join([*lines, "", *_bare(found, columns)]) + "\n"


def _share(pair: tuple[int, int]) -> str:
    return f"{pair[0]} of {pair[1]} ({percent(*pair)})"


def _paragraph(paragraph: Paragraph, columns: int) -> Iterator[str]:
    head = f"paragraph {paragraph.number}"
    if paragraph.text is not None:
        carry, every = sum(bool(s.facts) for s in paragraph.sentences), len(paragraph.sentences)
        head += (
            f": {carry} of {every} sentences carry a claim, {percent(*paragraph.characters)} of the"
            " characters"
        )
    yield head
    for span in paragraph.spans:
        place = f"{span.start}-{span.end}"
        yield from wrapped(", ".join(span.facts), columns, f"  {place:<10} ", " " * 13)


def _bare(found: Coverage, columns: int) -> Iterator[str]:
    """List the sentences without a claim."""
    if not found.at_hand:
        yield from wrapped(
            f"{found.document}: its text is not at hand; name the folder with --sources to see sentences",
            columns,
        )
        return
    bare = [(p.number, s) for p in found.paragraphs for s in p.bare]
    count = f"{len(bare)} sentence{'s' if len(bare) != 1 else ''}" if bare else "no sentence"
    yield f"{found.document}: {count} without a claim"
    for number, sentence in bare:
        place = f"{number}:{sentence.start}-{sentence.end}"
        yield from wrapped(visible(sentence.text), columns, f"  {place:<14} ", " " * 17)
