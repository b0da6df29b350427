from __future__ import annotations

import re
import struct
import sys
import zlib
from typing import Any
from xml.etree import ElementTree

import pytest

from kg.errors import ExportError
from kg.formats import formats
from kg.language.interface.words import Words
from kg.picture.credit import Credit
from kg.picture.drawing import Drawing, Edge, Node, Theme
from kg.picture.looks import PAPER
from kg.picture.out import pdf, png, svg
from kg.picture.out.svg_both import for_both
from kg.picture.out.svg_lines import edge
from kg.picture.out.svg_shapes import node
from kg.picture.out.svg_tags import Paint
from kg.questions.drawings import KINDS

NS = "{http://www.w3.org/2000/svg}"
DOT = Node("a", "a", "State", "circle", 0, 0, 20, 20, ("A state",), (0, 22, "middle"))


def shape(**more: Any) -> str:
    return node(DOT._replace(**more), Paint("light"))


def line(**more: Any) -> str:
    return edge(
        Edge("e", "a", "b", "DELIVERED", "asserts", ((0, 0), (10, 0)))._replace(**more), Paint("light")
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_one_well_formed_picture_with_title_and_caption(kind: str, theme: Theme, ask: Any) -> None:
    drawing = ask("who-sourced" if kind == "chain" else "ledger" if kind == "flow" else "figures", kind)
    text = svg.render(drawing, theme)
    root = ElementTree.fromstring(text)
    assert root.find(f"{NS}title").text == drawing.finding  # type: ignore[union-attr]
    assert root.find(f"{NS}desc").text == drawing.caption  # type: ignore[union-attr]
    words = " ".join(t.text or "" for t in root.iter(f"{NS}text"))
    assert drawing.caption in words
    for shown in (n for n in drawing.nodes if n.shown and not any(n.id in c.members for c in drawing.nodes)):
        assert all(part in words for part in shown.label)
    assert text == svg.render(drawing, theme)
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


def test_nothing_is_drawn_outside_of_the_picture(ask: Any) -> None:
    drawing = ask("figures")
    root = ElementTree.fromstring(svg.render(drawing))
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    assert left <= drawing.box[0]
    assert left + width >= drawing.box[2]
    for text in root.iter(f"{NS}text"):
        assert top <= float(text.attrib["y"]) <= top + height


def test_a_ring_lets_the_paper_through_in_either_theme(ask: Any) -> None:
    ring = DOT._replace(shape="interval", left="open", right="closed")
    assert [f'fill="{PAPER[theme]}"' in node(ring, Paint(theme)) for theme in PAPER] == [True, True]
    assert PAPER["light"] not in svg.render(ask("figures", "figures"), "dark")


@pytest.mark.parametrize("kind", KINDS)
def test_one_picture_is_for_light_and_for_dark_paper(kind: str, ask: Any) -> None:
    drawing = ask("ledger" if kind == "flow" else "figures", kind)
    light, dark = svg.render(drawing, "light"), svg.render(drawing, "dark")
    both = for_both(light, dark)
    assert both is not None
    ElementTree.fromstring(both)
    before, style, after = re.split(r"(<style>.*</style>\n)", both)
    assert before + after == light
    there = dict(re.findall(r'\[(\w+="#\w+)"\]\{\w+:(#\w+)\}', style))
    assert re.sub(r'((?:fill|stroke)=")#\w{6}', lambda c: c[1] + there[c[0]], light) == dark


def test_a_colour_that_becomes_two_needs_two_pictures() -> None:
    light, dark = '<a fill="#111111"/><a fill="#111111"/>', '<a fill="#eeeeee"/><a fill="#cccccc"/>'
    assert for_both(light, dark) is None
    assert for_both(light, f"{dark}<a/>") is None


def test_long_names_are_whole_for_those_who_point() -> None:
    assert "<title>A very long name</title>" in shape(full="A very long name")


def test_each_shape_has_a_form_of_its_own() -> None:
    shapes = (
        "circle",
        "square",
        "diamond",
        "triangle",
        "hexagon",
        "box",
        "gap",
        "interval",
        "bracket",
        "bar",
        "cluster",
        "cross",
    )
    forms = [shape(shape=each, left="closed", right="closed", kind="Situation") for each in shapes]
    assert len(set(forms)) == len(forms)


@pytest.mark.parametrize("form", ["interval", "bracket"])
def test_ends_of_an_interval_differ_in_form(form: str) -> None:
    forms = {
        ending: shape(shape=form, left=ending, right=ending) for ending in ("closed", "open", "unbounded")
    }
    assert ("<circle" in forms["open"]) is (form == "interval")
    assert "<circle" not in forms["closed"]
    assert "<path" in forms["unbounded"]
    assert len(set(forms.values())) == 3


def test_what_is_uncertain_is_hatched_around_what_is_certain() -> None:
    widths = [float(w) for w in re.findall(r'stroke-width="([\d.]+)"', line(low=10.0, high=30.0))]
    assert 30 in widths
    assert 10 in widths
    assert "url(#hatch0)" in line(low=10.0, high=30.0)
    assert "url" not in line(low=30.0, high=30.0)
    assert (
        len(re.findall("<path", line(low=0.0, high=30.0))) == 3
    )  # outline, hatching and arrow, nothing solid
    assert (
        line(low=10.0, high=30.0).count("<path")
        == line(low=10.0, high=30.0, unbounded=True).count("<path") + 1
    )


def test_ends_of_lines_tell_the_stance() -> None:
    assert "Z" in line(style="asserts")
    assert "Z" not in line(style="denies")
    assert "<circle" in line(style="doubts")
    assert "Z" not in line(style="asserts", arrow="none")


def test_derived_lines_are_dotted() -> None:
    assert 'stroke-dasharray="1 4"' in line(derived=True)
    assert "dasharray" not in line()


def test_members_of_a_cluster_stay_inside() -> None:
    cluster = DOT._replace(id="c", kind="Cluster", shape="cluster", members=("a",), label=("Group",))
    inside = Edge("in", "a", "c", "", "asserts", ((0, 0), (1, 1)))
    text = svg.render(Drawing("network", "", "", (cluster, DOT), (inside,), box=(-50, -50, 50, 50)))
    assert "Group" in text
    assert "A state" not in text
    assert "<path" not in text


def test_an_empty_drawing_says_so(ask: Any) -> None:
    assert "Nothing to draw." in svg.render(ask("figures", as_of="1999-01-01"))


# ------------------------------------------------------------------ PNG and PDF


def decoded(data: bytes) -> tuple[int, int, set[bytes]]:
    """Return width, height and the first colours of each row of a PNG, checked chunk by chunk."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at, packed, size = 8, b"", (0, 0)
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        assert zlib.crc32(name + body) == struct.unpack(">I", data[at + 8 + length : at + 12 + length])[0]
        if name == b"IHDR":
            size = struct.unpack(">II", body[:8])
        packed += body if name == b"IDAT" else b""
        at += 12 + length
    rows = zlib.decompress(packed)
    step = len(rows) // size[1]
    return *size, {rows[i * step : (i + 1) * step] for i in range(size[1])}


@pytest.mark.parametrize("kind", KINDS)
def test_png_is_a_picture_of_twice_the_size(kind: str, ask: Any) -> None:
    pytest.importorskip("typst")
    drawing = ask("ledger" if kind == "flow" else "who-sourced", kind)
    width, height, rows = decoded(png.render(drawing))
    root = ElementTree.fromstring(svg.render(drawing))
    zoom = min(2, png.LARGEST / max(drawing.box[2] - drawing.box[0], drawing.box[3] - drawing.box[1]))
    assert width == pytest.approx(float(root.attrib["width"]) * zoom, abs=2)
    assert height == pytest.approx(float(root.attrib["height"]) * zoom, abs=2)
    assert len(rows) > 100


@pytest.mark.parametrize("kind", KINDS)
def test_pdf_is_one_page_whose_text_can_be_read(kind: str, ask: Any) -> None:
    pytest.importorskip("typst")
    pypdf = pytest.importorskip("pypdf")
    from io import BytesIO

    drawing = ask("ledger" if kind == "flow" else "who-sourced", kind)
    data = pdf.render(drawing)
    reader = pypdf.PdfReader(BytesIO(data))
    assert len(reader.pages) == 1
    assert reader.metadata.title == drawing.finding
    text = re.sub(r"\s+", " ", reader.pages[0].extract_text())
    assert "As known from all that was published by" in text
    assert drawing.finding[:30] in text
    assert drawing.title[:30] in text
    assert data == pdf.render(drawing)


def test_without_typst_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    told = r"format png needs the extra print; pip install 'kg-arms\[print\]', or take json, pyvis, svg"
    with pytest.raises(ExportError, match=told):
        formats("drawing")["png"].render(Drawing("network", "", "", (DOT,), ()))


def test_a_picture_carries_the_signs_that_stand_in_it_and_who_published_it() -> None:
    line = Edge("e", "a", "b", "RELAYS", "denies", ((0, 0), (9, 0)), derived=True)
    ends = tuple(Node(i, i, "State", "circle", x, 0, 10, 10) for i, x in (("a", 0), ("b", 9)))
    drawing = Drawing("network", "Who?", "", ends, (line,), box=(-300, -50, 300, 50), language="de")
    text = svg.render(drawing, credit=Credit("The <Desk>", "https://example.org/a.html"))
    told = [each.text for each in ElementTree.fromstring(text).iter("{http://www.w3.org/2000/svg}text")]
    assert told[1:-2] == ["Staat", "bestreitet", Words("de")("derived")]
    assert told[-2:] == ["Herausgegeben von The <Desk>", "https://example.org/a.html"]
