"""How our page looks in a real browser without a network.

In each theme and language, on a phone, printed, saved, empty.
"""

from __future__ import annotations

import base64
import os
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from kg.picture.drawing import Drawing
from kg.picture.out.page import Assets, render, script, style
from kg.questions import library
from tests.page import test_render as small

from .page_desk import CHAIN, FIGURES, FLOW, MAP, NETWORK, Corpus, View

pytestmark = pytest.mark.browser
PAPER = (
    "const c = document.getElementById('still'), d = c.getContext('2d').getImageData(0, 0, c.width,"
    " c.height).data, n = new Map();for (let i = 0; i < d.length; i += 4) { const k = d[i] << 16 | d[i + 1]"
    " << 8 | d[i + 2]; n.set(k, (n.get(k) ?? 0) + 1); }const [k] = [...n].sort((a, b) => b[1] - a[1])[0];"
    " return [k >> 16, (k >> 8) & 255, k & 255];"
)
"""The colour that covers most of the picture."""
GOLDEN = Path(__file__).parent.parent / "golden" / "page"


# What it is


def test_each_picture_opens_from_the_disk_asks_for_nothing_and_is_drawn(view: View, drawn: Corpus) -> None:
    for number, drawing in enumerate(drawn.drawings):
        view.at(f"d={number}")
        view.clean()
        assert view.js("return kgPage.app.scene.count") == len(drawing.nodes)
        assert view.js("return kgPage.app.scene.edges") == len(drawing.edges)
        assert view.page.text("title") == drawing.headline
        assert view.page.text("question") == drawing.heading
        assert drawing.caption[:60] in view.page.text("caption")
        colours = view.js(
            "const c = document.getElementById('still'), d = c.getContext('2d').getImageData(0, 0, c.width,"
            " c.height).data, seen = new Set();for (let i = 0; i < d.length; i += 4) seen.add(d[i] << 16 |"
            " d[i + 1] << 8 | d[i + 2]); return seen.size;"
        )
        assert colours > 20
    marks = view.js("return performance.getEntriesByType('mark').map((m) => m.name)")
    assert {"kg:start", "kg:unpacked", "kg:first", "kg:facts", "kg:ready", "kg:exact"} <= set(marks)


def test_no_two_labels_overlap_in_any_picture_at_any_zoom(view: View) -> None:
    view.at()
    for number in (CHAIN, FIGURES, FLOW, NETWORK, MAP):
        view.js("kgPage.app.draw(arguments[0])", number)
        for zoom in (0.25, 0.6, 1, 2.2):
            view.js(
                "const { cam } = kgPage.app.layers; kgPage.app.layers.move({ x: cam.x, y: cam.y, k:"
                " arguments[0] })",
                zoom,
            )
            view.rest()
            boxes = view.js("return kgPage.labels().map((one) => one.box)")
            assert boxes or zoom in (0.25, 2.2)
            for i, (left, top, right, bottom) in enumerate(boxes):
                for other in boxes[i + 1 :]:
                    assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_the_menu_switches_pictures(view: View, drawn: Corpus) -> None:
    from selenium.webdriver.support.select import Select

    view.at()
    Select(view.driver.find_element("id", "drawing")).select_by_visible_text(drawn.drawings[FLOW].title)
    view.rest()
    assert view.page.text("question") == drawn.drawings[FLOW].title
    assert view.page.text("title") == drawn.drawings[FLOW].finding
    assert "d=2" in view.state()


# State, languages, themes


def test_a_link_restores_what_was_seen(view: View) -> None:
    view.at(f"d={NETWORK}")
    view.js(
        "const { app } = kgPage; app.layers.move({ x: 40, y: -30, k: 0.8 }); app.moved = true;"
        " app.switchOff('kind', 'Person', true);app.setDay('2024-10-13'); app.select('f:kp'); app.setTable({"
        " which: 'lines', sort: 'to', down: true });"
        " app.show('table');document.getElementById('language').click();"
        " document.getElementById('theme').click();"
    )
    state = view.state()
    look = (
        "const { app, filter } = kgPage, { cam } = app.layers; return [app.number, app.selected, filter.day,"
        " [...filter.off.get('kind')], app.view, app.table,cam.x, cam.y, cam.k,"
        " document.documentElement.lang, document.documentElement.dataset.theme,"
        " kgPage.app.scene.on.join(''),document.getElementById('card').textContent,"
        " document.getElementById('table').textContent]"
    )
    before = view.js(look)
    assert view.at(state).js(look) == before
    assert view.state() == state
    view.at(
        "s=f:nobody&d=99&day=never&off=x:y&off=kind:&at=a,b,c&open=%00&theme=<b>&lang=xx&rows=q&sort=__proto__"
    )
    view.clean()
    assert view.js("return kgPage.app.number") == MAP, "the last one there is"


def test_german_says_everything_in_german(view: View) -> None:
    view.at(f"d={CHAIN}&s=f:isw-troops-arrived-2024-10-12")
    view.click("#language")
    assert view.js("return document.documentElement.lang") == "de"
    assert view.page.text("brand") == "Wer sagt, wer wen bewaffnet?"
    assert view.page.text("question") == library.question("who-sourced").title.said("de")
    assert view.driver.title == view.page.text("title")
    assert view.driver.title.startswith("Truppenzahlen: Sechs Wurzeln, vier davon")
    for words in (
        "behauptet",
        "Gesagt von",
        "mehrere tausend Soldaten",
        "2.000 bis 10.000 (ausgeschlossen)",
        "umstritten",
        "behauptet und bestritten",
        "Absatz 4, Zeichen 147 bis 400",
    ):
        assert words in view.card(), words
    english = view.js(
        "return [...document.querySelectorAll('button, summary, label, th')].map((e) =>"
        " e.textContent).filter((w) => /\\b(Table|Picture|Legend|Copy|Print|Find|Whole)\\b/.test(w))"
    )
    assert english == []
    view.click("#language")
    assert "asserts" in view.card()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_follows_the_theme_and_fits_a_phone(view: View, theme: str) -> None:
    view.page.theme(theme)
    view.page.size(375, 800)
    for number in range(4):
        view.at(f"d={number}")
        assert view.js("return document.documentElement.scrollWidth") <= 375
    view.js("kgPage.app.show('table')")
    assert view.js("return document.documentElement.scrollWidth") <= 375
    view.js("kgPage.app.show('picture')")
    view.rest()
    assert view.js(PAPER) == ([255, 255, 255] if theme == "light" else [20, 24, 29])
    view.clean()


# Out of the page


def test_svg_and_png_are_made_in_the_page(view: View, drawn: Corpus) -> None:
    for number, drawing in enumerate(drawn.drawings):
        view.at(f"d={number}")
        text = view.js("return kgPage.svg()")
        tree = ElementTree.fromstring(text)
        words = " ".join("".join(node.itertext()) for node in tree.iter("{http://www.w3.org/2000/svg}text"))
        assert drawing.title in words
        assert "Rests on" in words
        assert "<script" not in text
        assert text.count("<path") + text.count("<rect") >= len(drawing.nodes) // 2
    size = view.driver.execute_async_script(
        "const done = arguments[0]; kgPage.png().then(async (blob) => { const b = await"
        " createImageBitmap(blob); done([blob.type, b.width, b.height]); })"
    )
    assert size[0] == "image/png"
    assert size[1] > 800
    view.click("#save-svg")
    view.click("#save-png")
    view.clean()


@pytest.mark.slow
def test_an_embedded_page_is_picture_finding_and_source(view: View) -> None:
    view.page.size(640, 480)
    view.at(f"embed&d={CHAIN}&lang=de")
    assert view.js("return document.documentElement.scrollHeight <= innerHeight")
    seen = view.js(
        "return [...document.querySelectorAll('button, input, select, a')].filter((one) =>"
        " one.checkVisibility()).map((one) => one.textContent)"
    )
    assert seen == ["Ganze Seite öffnen"]
    assert "Erstellt mit kg" in view.page.text("source")
    assert view.state().startswith("embed=")
    view.at()
    view.click("#embed")
    assert "opened from a file" in view.js("return document.querySelector('.save .by-hand').textContent")
    view.js("document.getElementById('caption').dataset.at = 'https://example.org/view.html'")
    view.js("navigator.clipboard.writeText = async (words) => { window.copied = words; }")
    view.click("#embed")
    code = view.js("return window.copied")
    assert code.startswith('<iframe src="https://example.org/view.html#embed')
    assert 'width="640" height="480" loading="lazy" sandbox="allow-scripts' in code
    view.clean()


@pytest.mark.slow
def test_no_label_is_wider_than_its_room(view: View) -> None:
    """What the layout kept; the pen condenses letters that are wider here."""
    view.page.size(1200, 800)
    for state in (f"d={CHAIN}", f"d={FIGURES}", f"d={FLOW}&lang=de", f"d={NETWORK}"):
        view.at(state)
        view.js("kgPage.app.fit()")
        view.rest()
        wide, painted = view.js(WIDER)
        assert wide == []
        assert painted > 5


WIDER = """
const { scene, layers } = kgPage.app, k = layers.cam.k, paint = CanvasRenderingContext2D.prototype.fillText;
const wide = [], labels = kgPage.labels();
for (const label of labels) {
  const { i, text, inside, size } = label;
  const boxed = inside && ["box", "cluster", "gap"].includes(scene.shape[i]);
  const box = boxed ? scene.w[i] * k : Infinity;
  const kept = text === undefined ? Infinity : scene.texts[text].room * Math.max(k, size / 12);
  if (label.width > Math.min(box, kept) * 1.02) wide.push([label.lines, label.width, box, kept]);
}
const rooms = new Map(labels.flatMap((one) => one.lines.map((line) => [line, one.width]))), asked = [];
CanvasRenderingContext2D.prototype.fillText = function (words, x, y, room) {
  asked.push([words, room]);
  paint.call(this, words, x, y, room);
};
layers.redraw(true);
CanvasRenderingContext2D.prototype.fillText = paint;
const free = asked.filter(([words, room]) => rooms.has(words) && !(room > 0));
return [[...wide, ...free], labels.length];
"""


def test_print_shows_the_whole_picture_on_white_paper_without_controls(view: View, drawn: Corpus) -> None:
    view.page.theme("dark")
    view.at(f"d={FIGURES}")
    view.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        view.js("dispatchEvent(new Event('beforeprint'))")
        assert view.js("return getComputedStyle(document.querySelector('header')).display") == "none"
        assert not view.js("return document.querySelector('.save').checkVisibility()")
        words = view.js("return document.querySelector('#paper').textContent")
        assert all(text.text in words for text in drawn.drawings[FIGURES].texts), (
            "the whole picture, not what was on the screen"
        )
        assert view.js("return document.querySelector('.sheet rect').getAttribute('fill')") == "#ffffff"
        assert drawn.drawings[FIGURES].caption in words
        assert "Made with kg" in words
        assert view.js("return document.querySelectorAll('#paper tbody tr').length") == len(view.claims())
        view.js("dispatchEvent(new Event('afterprint'))")
        assert view.js("return document.querySelectorAll('#paper').length") == 0
    finally:
        view.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    printed = base64.b64decode(
        view.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    )
    assert printed.startswith(b"%PDF")
    assert b"/MediaBox [0 0 595" in printed or b"/MediaBox [0 0 841" in printed, "A4"


def test_spans_are_quoted_where_the_texts_were_at_hand_and_a_wrong_one_says_so(
    view: View, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(small.TEXT, encoding="utf-8")
    view.path = tmp_path / "quoted.html"
    view.path.write_text(
        render([small.drawing()], title="Quoted", context=small.graph(), sources=tmp_path), encoding="utf-8"
    )
    view.at()
    assert "for your own use, not for publishing" in view.card()
    view.js("kgPage.app.select('f:first')")
    assert view.js("return document.querySelector('#card blockquote').textContent") == small.SPAN
    view.js("kgPage.app.select('f:second')")
    assert view.js("return document.querySelectorAll('#card blockquote').length") == 0
    assert "does not say this here" in view.card()
    view.clean()


def test_pages_in_a_folder_share_script_and_style(view: View, drawn: Corpus, tmp_path: Path) -> None:
    for name, text in (("page.js", script()), ("page.css", style())):
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    view.path = tmp_path / "deep" / "view.html"
    view.path.parent.mkdir()
    view.path.write_text(
        render(drawn.drawings[:1], title="Shared", assets=Assets("../page.js", "../page.css")),
        encoding="utf-8",
    )
    view.at()
    assert view.page.complaints() == []
    assert {Path(url).name for url in view.page.requests()} == {"view.html", "page.js", "page.css"}
    assert view.js("return getComputedStyle(document.querySelector('.stage')).position") == "relative"


# Pictures


@pytest.mark.parametrize(
    ("name", "theme", "width", "state"),
    [
        ("chain", "light", 1400, "d=0"),
        ("figures", "dark", 1400, "d=1"),
        ("flow", "light", 1400, "d=2"),
        ("network-phone", "light", 375, "d=3"),
        ("card", "light", 1400, "d=0&s=f:isw-troops-arrived-2024-10-12"),
    ],
)
def test_it_looks_as_it_did(view: View, name: str, theme: str, width: int, state: str) -> None:
    view.page.theme(theme)
    view.page.size(width, 900)
    view.at(state)
    now, golden = view.picture(), GOLDEN / f"{name}.png"
    if os.environ.get("KG_UPDATE_GOLDEN"):
        GOLDEN.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(now)
    far = cells_apart(view, now, golden.read_bytes())
    assert far is not None, "another size"
    assert far < 0.06, f"{far:.3f} of the cells differ from {golden.name}"


CELLS = """
const done = arguments[2], load = (data) => new Promise((ok) => {
  const i = new Image();
  i.onload = () => ok(i);
  i.src = "data:image/png;base64," + data;
});
Promise.all([load(arguments[0]), load(arguments[1])]).then(([a, b]) => {
  if (Math.abs(a.width - b.width) > 2 || Math.abs(a.height - b.height) > 2) return done(null);
  const read = (image) => {
    const pen = new OffscreenCanvas(28, 18).getContext("2d");
    pen.imageSmoothingQuality = "high";
    pen.drawImage(image, 0, 0, 28, 18);
    return pen.getImageData(0, 0, 28, 18).data;
  };
  const x = read(a), y = read(b); let far = 0;
  const apart = (i) => Math.abs(x[i] - y[i]);
  for (let i = 0; i < x.length; i += 4) far += apart(i) + apart(i + 1) + apart(i + 2) > 60;
  done(far / (28 * 18));
});
"""


def cells_apart(view: View, one: bytes, other: bytes) -> float | None:
    """Return which share of 28 by 18 cells differs in its mean colour.

    Other fonts move letters, not cells.
    """
    view.driver.get("about:blank")
    share: float | None = view.driver.execute_async_script(
        CELLS, *(base64.b64encode(image).decode() for image in (one, other))
    )
    return share


# Empty, too much


def test_an_empty_answer_says_so(view: View, tmp_path: Path) -> None:
    view.path = tmp_path / "empty.html"
    view.path.write_text(
        render([Drawing("network", "Nothing", "No claim fits.", (), ())], title="Empty"), encoding="utf-8"
    )
    view.at()
    assert "the answer is empty" in view.page.text("note")
    assert view.js("return document.getElementById('note').checkVisibility()")
    view.js("kgPage.app.show('table')")
    view.clean()


def test_too_much_says_how_much_is_left_out_and_how_to_narrow_it(
    view: View, drawn: Corpus, tmp_path: Path
) -> None:
    view.path = tmp_path / "much.html"
    view.path.write_text(
        render([drawn.drawings[CHAIN]._replace(left_out=12345)], title="Much"), encoding="utf-8"
    )
    view.at()
    note = view.page.text("note")
    assert "12,345 more" in note
    assert "one event, topic or actor" in note
    view.clean()


def test_without_facts_the_page_still_shows_what_is_drawn(view: View, drawn: Corpus, tmp_path: Path) -> None:
    view.path = tmp_path / "bare.html"
    view.path.write_text(render(drawn.drawings, title="Bare"), encoding="utf-8")
    view.at(f"d={NETWORK}")
    view.js(
        "kgPage.app.pick(0, { toggle: false }); kgPage.app.show('table'); kgPage.app.setTable({ which:"
        " 'shapes' })"
    )
    assert view.js("return document.querySelectorAll('#table tbody tr').length") > 100
    view.clean()
