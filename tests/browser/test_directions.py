"""Names from right to left turn nothing beside them, in a real browser: drawings, page, site and answers.

Every name, wording and title of a small corpus is Arabic or Hebrew. Of each line with a day the browser is
asked where every letter stands: the day runs from left to right, what is read before it stands left of it,
what is read after it stands right of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.formats.html import render as answer_page
from kg.language.title import Title
from kg.model.convert import facts_of
from kg.picture.contents import Seen, draw_graph, draw_preset, see
from kg.picture.drawing import Drawing
from kg.picture.out import svg
from kg.picture.out.page import render
from kg.questions import library
from kg.questions.result import Column, Result
from kg.questions.run import run
from kg.site.write import publish
from kg.store import Store
from tests.drawing.tools import claim, number, world
from tests.site.conftest import built, stored

from .chrome import Page
from .page_desk import View

pytestmark = pytest.mark.browser

NAMES = {
    "troops": "القوات",
    "kp": "كوريا الشمالية",
    "ru": "רוסיה",
    "daily": "صحيفة الشرق",
    "isw": "מכון המחקר",
    "spokesman": "علي حسن",
    "insider": "مصدر مطلع",
    "shells": "قذائف",
    "rockets": "רקטות",
    "dispatch": "إرسال القوات",
    "ship": "قذائف إلى روسيا",
    "back": "מערכות בתמורה",
}
TITLES = {"paper": "مقال عن القوات", "late": "כתבה מאוחרת"}
LINES = """
const day = /\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\s[A-Z][a-z]+\\s\\d{4}/g, wrong = [];
let checked = 0;
const look = (text, boxes) => {
  for (const match of text.matchAll(day)) {
    const end = match.index + match[0].length, own = boxes.slice(match.index, end), last = own.at(-1);
    if (own.some((box) => !box) || Math.abs(own[0].y - last.y) > 2) continue;
    checked += 1;
    const left = own[0].x, right = last.x + last.w;
    const middle = own[0].y + own[0].h / 2;
    const line = (box) => box && box.w && Math.abs(box.y + box.h / 2 - middle) < 4;
    const runs = own.every((box, i) => !i || box.x > own[i - 1].x);
    const before = boxes.slice(0, match.index).filter(line).every((box) => box.x < left + 1);
    const rest = boxes.slice(end).filter(line);
    const after = rest.every((box) => box.x > right - box.w - 1);
    if (!runs || !before || !after) wrong.push(text.trim().slice(0, 200));
  }
};
for (const text of document.querySelectorAll("svg text")) {
  const words = text.textContent, boxes = [];
  for (let i = 0; i < words.length; i++) {
    const box = text.getExtentOfChar(i);
    boxes.push({ x: box.x, y: box.y, w: box.width, h: box.height });
  }
  look(words, boxes);
}
const blocks = new Map(), range = document.createRange();
const top_ = document.body ?? document.documentElement;
const walk = document.createTreeWalker(top_, NodeFilter.SHOW_TEXT);
for (let node = walk.nextNode(); node; node = walk.nextNode()) {
  let block = node.parentElement;
  if (!block || block.closest("svg, script, style, template")) continue;
  const inline = () => getComputedStyle(block).display.startsWith("inline");
  while (block.parentElement && inline()) block = block.parentElement;
  const held = blocks.get(block) ?? blocks.set(block, { text: "", boxes: [] }).get(block);
  for (let i = 0; i < node.data.length; i++) {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const box = range.getClientRects()[0];
    held.text += node.data[i];
    held.boxes.push(box && { x: box.x, y: box.y, w: box.width, h: box.height });
  }
}
for (const { text, boxes } of blocks.values()) look(text, boxes);
return { wrong, checked };
"""


def facts() -> list[Any]:
    """The small world of the drawings with every name and wording from right to left."""
    wording: dict[str, Any] = {"wording": "نحو عشرة آلاف"}
    made = facts_of(
        world(
            claim("root", "insider", quantity=number(2000, 9000, **wording), paraphrase="أرسلت قوات"),
            claim("heard", "spokesman", relays=["root"], quantity=number(10_000, **wording), paraphrase="כך"),
            claim("no", "ru", "denies", said="2024-10-12", paraphrase="لم يحدث ذلك"),
            claim("later", None, document="late", attribution="مصادر", paraphrase="סיפר", said="2024-10-19"),
            claim("ship-claim", "isw", about="ship", quantity=number(5000, unit="shells"), paraphrase="שלח"),
            claim("back-claim", "isw", about="back", paraphrase="קיבל"),
        )
    )
    out = []
    for one in made:
        more: dict[str, Any] = {}
        if one.id in NAMES:
            more = {"name": NAMES[one.id]} | ({"wording": "مصدر مطلع"} if one.id == "insider" else {})
        if one.id in TITLES:
            more = {"title": TITLES[one.id]}
        out.append(type(one).model_validate({**one.model_dump(exclude_unset=True), **more}))
    return out


@pytest.fixture(scope="module")
def held() -> Iterator[tuple[Store, Seen]]:
    with stored(facts()) as store:
        yield store, see(store)


@pytest.fixture(scope="module")
def drawings(held: tuple[Store, Seen]) -> list[Drawing]:
    store, seen = held
    asked = library.question("who-sourced")
    made = [draw_preset(asked, store, seen, {"topic": "troops"}, kind) for kind in ("chain", "figures")]
    made += [draw_preset(library.question("ledger"), store, seen, {}, "flow"), draw_graph(seen)]
    return [*made, draw_preset(asked, store, seen, {"topic": "troops"}, "network")]


def straight(page: Page, least: int) -> None:
    seen = page.js(LINES)
    assert seen["wrong"] == []
    assert seen["checked"] >= least, seen


@pytest.mark.parametrize("number", range(5), ids=["chain", "figures", "flow", "all", "network"])
def test_drawings(
    number: int, drawings: list[Drawing], open_page: Callable[[Path], Page], tmp_path: Path
) -> None:
    path = tmp_path / "drawing.svg"
    path.write_text(svg.render(drawings[number]), encoding="utf-8")
    page = open_page(path)
    straight(page, 2)
    page.driver.save_screenshot(str(tmp_path / "drawing.png"))
    assert (tmp_path / "drawing.png").stat().st_size > 5_000


@pytest.fixture
def viewer(driver: Any, held: tuple[Store, Seen], drawings: list[Drawing], tmp_path: Path) -> View:
    seen = held[1]
    path = tmp_path / "view.html"
    path.write_text(
        render(drawings, title=Title("من قال؟"), context=seen.graph, world=seen.world), encoding="utf-8"
    )
    page = Page(driver)
    page.size(1400, 900)
    page.theme("light")
    return View(page, path)


@pytest.mark.parametrize("chosen", ["f:heard", "f:no", "f:daily", "f:dispatch", "f:paper", "f:spokesman"])
def test_cards(viewer: View, chosen: str) -> None:
    viewer.at("d=0")
    viewer.js("kgPage.app.select(arguments[0])", chosen)
    viewer.rest()
    straight(viewer.page, 1)


def test_the_table_and_the_line_below_the_pointer(viewer: View) -> None:
    viewer.at("d=0")
    viewer.js("kgPage.app.setTable({ which: 'claims' }); kgPage.app.show('table')")
    viewer.rest()
    straight(viewer.page, 4)
    rows = str(viewer.js("return kgPage.csv()"))
    assert "علي حسن" in rows
    assert not set(rows) & set("\u200e\u2068\u2069")


@pytest.mark.parametrize("number", range(5))
def test_saved_pictures(viewer: View, number: int, open_page: Callable[[Path], Page], tmp_path: Path) -> None:
    viewer.at(f"d={number}")
    path = tmp_path / "saved.svg"
    path.write_text(str(viewer.js("return kgPage.svg()")), encoding="utf-8")
    straight(open_page(path), 1)


@pytest.mark.slow
def test_the_site(open_page: Callable[[Path], Page], tmp_path: Path) -> None:
    site = built(facts())
    publish(tmp_path / "site", site.site)
    pages = [path for path in site.pages if not path.endswith("view.html") and path != "explore.html"]
    assert len(pages) > 15
    checked = 0
    for path in pages:
        page = open_page(tmp_path / "site" / path)
        page.size(700, 900)
        seen = page.js(LINES)
        assert seen["wrong"] == [], path
        checked += seen["checked"]
    assert checked > 60


def test_answers(held: tuple[Store, Seen], open_page: Callable[[Path], Page], tmp_path: Path) -> None:
    result = run(library.question("who-sourced"), held[0], {"topic": "troops"})
    path = tmp_path / "answer.html"
    path.write_text(answer_page(result), encoding="utf-8")
    straight(open_page(path), 3)
    columns = (Column("who", "str"), Column("said", "list<str>"))
    path.write_text(answer_page(Result("?", columns, [("علي", ["2024-10-11", "حسن"])])), encoding="utf-8")
    straight(open_page(path), 1)


LONG = (
    "Which reports of artillery shells, rockets and soldiers go back to one single unnamed official, and who"
    " denied them on which day?"
)


@pytest.mark.parametrize(
    "title", [LONG, "W" * 60, "ill " * 60, "من قال إن القوات وصلت " * 6, "Юго-восточный " * 9]
)
def test_titles_of_narrow_pictures_wrap_inside_them(
    title: str, drawings: list[Drawing], open_page: Callable[[Path], Page], tmp_path: Path
) -> None:
    path = tmp_path / "narrow.svg"
    path.write_text(
        svg.render(drawings[4]._replace(title=title, finding="", box=(0, 0, 300, 200))), encoding="utf-8"
    )
    page = open_page(path)
    boxes = page.js(
        "const edge = document.documentElement.viewBox.baseVal; return [...document.querySelectorAll("
        "\"text[font-weight=bold][font-size='18']\")].map((one) => { const box = one.getBBox();"
        " return [one.textContent, box.x - edge.x, edge.x + edge.width - box.x - box.width]; });"
    )
    assert len(boxes) > 1
    assert all(left >= 0 and right >= 0 for _, left, right in boxes), boxes
    shown = "".join(text for text, *_ in boxes).translate(str.maketrans("", "", "\u2068\u2069 "))
    assert shown == title.replace(" ", "")
    sizes = [page.js("return document.documentElement.viewBox.baseVal.width")]
    assert sizes == [480]
