"""Tables on the pages of a PDF: marks between cells and around rows, and none elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument
from reportlab.pdfbase.pdfmetrics import stringWidth

from kg.language.sentences import sentences
from kg.sources.originals.read import derive
from kg.sources.originals.tables import AROUND, CELL, marked
from tests.cli.tools import ROOT
from tests.intake.originals import made

type Texts = list[tuple[float, float, str]]
TABLE = (("Vessel", "Sent from", "Number"), ("Maria", "Alphaland", "12"), ("Old Angara", "Betaland", "7"))
ROWS = "|| Vessel | Sent from | Number || Maria | Alphaland | 12 || Old Angara | Betaland | 7 ||"
BEFORE, AFTER = "The ministry of Alphaland named the ships.", "The last of them left on 3 March."
RUNNING = (
    "the ministry said that ships from Alphaland carried forty containers to a port in Gammaland".split()
)


def grid(
    rows: Sequence[Sequence[str]],
    columns: Sequence[float] = (60, 180, 300),
    top: float = 640,
    step: float = 18,
) -> Texts:
    """Return the cells of rows, each at the left edge of its column; an empty one is left out."""
    return [
        (x, top - step * n, cell)
        for n, row in enumerate(rows)
        for x, cell in zip(columns, row, strict=False)
        if cell
    ]


def around(table: Texts) -> Texts:
    """Return a table with a sentence before it and one after it."""
    return [(60, 700, BEFORE), *table, (60, 500, AFTER)]


def read(tmp_path: Path, texts: Texts, rules: Sequence[float] = ()) -> str:
    """Return the line of a page with these texts."""
    (derived,) = derive(made.placed(tmp_path / "a.pdf", texts, rules))
    (line,) = derived.lines
    return line


def newspaper(columns: int, *, across: bool, words: int) -> Texts:
    """Return running text in columns, written column by column or line by line across them."""
    wide = 495 / columns
    every = [(column, line) for column in range(columns) for line in range(12)]
    return [
        (
            50 + wide * column,
            700 - 13 * line,
            " ".join(RUNNING[(column * 5 + line * 3 + n) % 15] for n in range(words)),
        )
        for column, line in (sorted(every, key=lambda place: place[1]) if across else every)
    ]


def contents(leader: str) -> Texts:
    """Return a table of contents with its numbers, titles and pages in columns."""
    titles = ("Summary", "Ships and ports", "Findings", "What was not found")
    rows = [(f"{n}.", f"{title} {leader * 20}", str(3 * n)) for n, title in enumerate(titles, 1)]
    return grid(rows, (60, 90, 460))


def justified() -> Texts:
    """Return lines of three words that fill 130 points; by chance the words in the middle begin alike."""
    texts: Texts = []
    for n, words in enumerate((("Ships", "Of", "Betaland"), ("From", "Other", "Ports"))):
        widths = [stringWidth(word, "Helvetica", 10) for word in words]
        gap = (130 - sum(widths)) / 2
        places = (60, 60 + widths[0] + gap, 190 - widths[2])
        texts += [(x, 700 - 13 * n, word) for x, word in zip(places, words, strict=True)]
    return texts


def test_a_table_is_its_rows_and_runs_into_no_sentence(tmp_path: Path) -> None:
    line = read(tmp_path, around(grid(TABLE)))
    assert line == f"{BEFORE} {ROWS} {AFTER}"
    assert [line[a:b] for a, b in sentences(line)] == [BEFORE, *ROWS.strip("| ").split(" || "), AFTER]


def test_a_table_of_two_columns_needs_lines_between_its_rows(tmp_path: Path) -> None:
    table = around(grid([row[:2] for row in TABLE]))
    assert "|" not in read(tmp_path, table)
    assert "|| Maria | Alphaland ||" in read(tmp_path, table, rules=(652, 634, 616, 598))


def test_a_row_may_have_empty_cells_and_numbers_may_end_in_one_line(tmp_path: Path) -> None:
    rows = (("", "Sent from", "Number"), *TABLE[1:], ("Third", "", "9"))
    numbers = [(340 - 5.56 * len(cell) if cell.isdecimal() else x, y, cell) for x, y, cell in grid(rows)]
    assert (
        "|| Sent from | Number || Maria | Alphaland | 12 || Old Angara | Betaland | 7 || Third | 9 ||"
        in read(tmp_path, around(numbers))
    )


@pytest.mark.parametrize(
    "texts",
    [
        *(newspaper(n, across=across, words=14 // n) for n in (2, 3, 4) for across in (False, True)),
        contents("."),
        contents(". "),
        justified(),
        [(x, y, text.title()) for x, y, text in newspaper(3, across=True, words=4)],
        newspaper(6, across=True, words=1),
        [(60, 810 - 14 * n, f"Panel {n}") for n in range(2)] + grid(TABLE[:2], top=820, step=14),
        grid([(f"{n}.", f"Alphaland sent {n} ships.") for n in range(1, 9)]),
        around([(60, 652, "Vessels that were"), *grid([("seen", "Rajin", "12"), ("Maria", "Dunay", "7")])]),
    ],
    ids=[f"{n} columns{', across' * across}" for n in (2, 3, 4) for across in (False, True)]
    + [
        "contents",
        "contents with blanks",
        "justified",
        "capitals",
        "narrow columns",
        "running head",
        "list",
        "cell of two lines",
    ],
)
def test_what_may_be_no_table_is_left_as_it_is(texts: Texts, tmp_path: Path) -> None:
    assert "|" not in read(tmp_path, texts)


def test_no_mark_divides_a_word_that_goes_on_in_the_next_row(tmp_path: Path) -> None:
    broken = [*TABLE[:2], ("Third", "Betaland", "half-"), ("sister", "Alphaland", "9")]
    line = read(tmp_path, [*grid(TABLE, top=780), *grid(broken)])
    assert line.startswith(ROWS.strip("| ")), "the other table has its marks"
    assert line.endswith("Third Betaland halfsister Alphaland 9")


def test_the_annex_of_the_example_is_a_table() -> None:
    (derived,) = derive(ROOT / "docs" / "example" / "afternoon" / "ministry-statement.pdf")
    assert "|" not in derived.lines[0]
    assert "|| Heron drones | Alphaland | 6 || Pelican aircraft | Gammaland | 2 || The" in derived.lines[1]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from((60, 62, 150, 180, 260, 300, 420)),
            st.integers(3, 55).map(lambda line: 15 * line),
            st.sampled_from(
                ("Maria", "the port of", "12", "-", "Old-", "ff\u2013", "3.5 t", "S/2026/101", "Straße")
            ),
        ),
        min_size=1,
        max_size=60,
    ),
    st.booleans(),
)
def test_only_marks_are_added(tmp_path_factory: pytest.TempPathFactory, texts: Texts, in_rows: bool) -> None:
    placed = sorted(texts, key=lambda text: (-text[1], text[0])) if in_rows else texts
    path = made.placed(tmp_path_factory.mktemp("law") / "a.pdf", placed)
    with PdfDocument(path) as document:
        page = document[0]
        found = page.get_textpage()
        text = found.get_text_range()
        once, again = marked(page, found, text), marked(page, found, text)
        found.close()
        page.close()
    assert once.replace(AROUND, "").replace(CELL, "") == text
    assert once.replace(AROUND, " ").replace(CELL, " ").split() == text.split()
    assert once == again
