"""`docs/reliability.md` shows every part of the campaign, tried often enough and with nothing gone bad."""

from __future__ import annotations

from tests.campaign.page import MADE, PAGE, counts_of, page
from tests.campaign.table import PARTS


def test_the_page_is_fresh() -> None:
    """`KG_UPDATE_DOCS=1 make campaign` writes it anew; what it was counted with may differ here."""
    text = PAGE.read_text(encoding="utf-8")
    counts = counts_of(text)
    made = MADE.search(text)
    assert made, "it says what it was counted with"
    assert page(counts, made[0]) == text, "run KG_UPDATE_DOCS=1 make campaign"
    assert [*counts] == [*PARTS]
    for part, count in counts.items():
        assert count.tried >= PARTS[part].least, part
        assert (count.lost, count.torn, count.wrong) == (0, 0, 0), part
