from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.analysis import grading
from kg.errors import ExportError
from kg.model.convert import rows_of
from kg.model.kinds import registry
from kg.model.rows import Graph
from kg.picture.drawing import Drawing, Edge, Node, TextBlock
from kg.picture.out.page import Assets, render, script, style
from kg.picture.out.page import assets as assets_module
from kg.picture.out.page.assets import SCRIPTS, STYLES, opener, own, words
from kg.picture.out.page.pack import pack, unpack, unpack_text
from kg.sources import texts

FOLDER = Path(assets_module.__file__).parent
SPAN = "Several thousand are there."
TEXT = f"A heading\n\n{SPAN} Nobody confirms it.\n"


def graph() -> Graph:
    def cited(span: str) -> dict[str, object]:
        return {
            "document": "paper",
            "paragraph": 2,
            "start": 0,
            "end": len(SPAN),
            "sha256": texts.digest(span),
        }

    facts: dict[str, list[dict[str, Any]]] = {
        "topic": [{"id": "troops", "name": "Troops", "name_de": "Truppen", "description": "How many."}],
        "state": [
            {"id": "kp", "name": "North Korea"},
            {"id": "ru", "name": "Russia"},
            {"id": "aside", "name": "Not part of it"},
        ],
        "organization": [{"id": "daily", "name": "A daily", "kind": "news-outlet"}],
        "document": [
            {
                "id": "paper",
                "title": "An article",
                "outlet": "daily",
                "published": "2024-10-13",
                "recorded": "2024-11-01",
                "language": "en",
                "file": "a.txt",
                "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
            }
        ],
        "deployment": [
            {"id": "dispatch", "name": "Dispatch", "sender": "kp", "host": "ru", "period": "2024-10"}
        ],
        "claim": [
            {
                "id": "first",
                "topic": "troops",
                "stance": "asserts",
                "speaker": "kp",
                "said": "2024-10-11",
                "about": "dispatch",
                "paraphrase": "They are there.",
                "cited": [cited(SPAN)],
            },
            {
                "id": "second",
                "topic": "troops",
                "stance": "asserts",
                "speaker": "daily",
                "said": "2024-10-12",
                "about": "dispatch",
                "paraphrase": "It is said.",
                "relays": ["first"],
                "cited": [cited("x")],
            },
        ],
    }
    return rows_of(
        [registry()[kind].model_validate(fact) for kind, several in facts.items() for fact in several]
    )


def drawing(**more: Any) -> Drawing:
    nodes = (
        Node("first", "first", "Claim", "box", 10, 20.06, 100, 30, ("They are", "there"), claims=("first",)),
        Node("gap:first", "", "Gap", "gap", -50, 20, 30, 30),
    )
    edge = Edge(
        "e",
        "gap:first",
        "first",
        "",
        "gap",
        ((-35, 20), (0, 5), (-40, 20)),
        claims=("first", "nobody"),
        label="who?",
        label_at=(1, 2),
    )
    return Drawing(
        "chain", "Who?", "One.", nodes, (edge,), (TextBlock(0, 0, "Root", fact="kp"),), box=(-70, 0, 70, 40)
    )._replace(**more)


def parts(page: str) -> tuple[dict[str, Any], dict[str, Any]]:
    packed = re.findall(
        r'<script type="application/octet-stream" id="(?:shown|known)">([A-Za-z0-9+/=]*)</script>', page
    )
    assert len(packed) == 2
    return unpack(packed[0]), unpack(packed[1])


def test_what_is_packed_comes_back_and_is_always_the_same() -> None:
    value = {"a": ["</script>", "\u2028", "\ud800", 1.5, None]}
    assert unpack(pack(value)) == value
    assert pack(value) == pack(value)
    assert re.fullmatch(r"[A-Za-z0-9+/=]+", pack(value))


def test_the_same_input_gives_the_same_page() -> None:
    assert render([drawing()], title="T", context=graph()) == render([drawing()], title="T", context=graph())


def test_the_policy_lets_only_our_script_and_style_run() -> None:
    page = render([drawing()], title="<b>'\"&", context=graph())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    rules = policy[1].replace("&#39;", "'")
    assert rules.startswith("default-src 'none'; ")
    for text in (opener(), style()):
        assert text in page
    assert unpack_text(re.search(r'id="viewer">([^<]+)<', page)[1]) == script()  # type: ignore[index]
    for text in (opener(), script(), style()):
        assert f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in rules
    assert "unsafe" not in rules
    assert "http" not in rules
    assert page.count("<script") == 4
    assert "&lt;b&gt;" in page
    assert "<b>'" not in page


def test_script_and_style_can_be_files_that_pages_share() -> None:
    page = render([drawing()], title="T", assets=Assets("../page.js", "../page.css"))
    assert '<script src="../page.js"></script>' in page
    assert '<link rel="stylesheet" href="../page.css">' in page
    assert "script-src 'self' file:; style-src 'self' file:" in page.replace("&#39;", "'")
    assert "<script>" not in page
    assert 'id="viewer"' not in page
    assert len(page) < 12_000


def test_every_part_is_used_and_nothing_in_them_reaches_for_a_network_or_for_markup() -> None:
    assert sorted(f"{part}.js" for part in SCRIPTS) == sorted(file.name for file in (FOLDER / "js").iterdir())
    assert sorted(f"{part}.css" for part in STYLES) == sorted(
        file.name for file in (FOLDER / "css").iterdir()
    )
    for file in (FOLDER / "js").iterdir():
        text = file.read_text("utf-8")
        assert text.count("\n") <= 300, file.name
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new"
            r" Function|fetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(|localStorage|cookie",
            text,
        ), file.name
        assert text.startswith("// "), f"{file.name} says what it is for"
    assert "url(" not in style().replace("url(#", "")
    assert "@import" not in style()
    assert "</script" not in script().lower()
    assert "<!--" not in script()
    assert "</style" not in style().lower()


def test_every_word_that_script_and_template_ask_for_is_there() -> None:
    code = script()
    asked = (
        set(re.findall(r'\bt\("([^"]+)"[,)]', code))
        | set(re.findall(r'data-[wap]="([^"]+)"', own("template.html")))
        | set(re.findall(r'\bw\("([^"]+)"\)', own("template.html")))
    )
    assert len(asked) > 100
    assert sorted(asked - words().keys()) == []
    for prefix in set(re.findall(r'wordFor\("([a-z]+\.)"', code)) | set(
        re.findall(r"\bt\(`([a-z]+\.)\$\{", code)
    ):
        assert any(key.startswith(prefix) for key in words()), prefix


def test_every_reason_for_a_status_has_words() -> None:
    source = Path(str(grading.__file__)).read_text("utf-8")
    reasons = re.findall(r'return (?:"\w+"|None|\d), "([^"]+)"', source) + re.findall(
        r'\(\d, "([^"]+)"\)', source
    )
    assert len(reasons) >= 14
    assert [reason for reason in reasons if f"why.{reason}" not in words()] == []


def test_every_kind_stance_and_status_has_words() -> None:
    from kg.picture import looks

    keys = [
        *(f"kind.{k}.one" for k in looks.KINDS),
        *(f"stance.{k}" for k in looks.STANCES),
        *(f"status.{k}" for k in looks.STATUSES),
        *(f"extra.{k}" for k in looks.EXTRAS if k not in looks.HEATS),
    ]
    assert [key for key in keys if key not in words()] == []


def test_lines_have_the_dashes_and_dots_of_every_other_output() -> None:
    from kg.picture.looks import dashes_of
    from kg.picture.out.page.looks import looks

    styled = looks()
    styles = {
        "": styled["plain"],
        **styled["links"],
        **styled["extras"],
        **styled["statuses"],
        **styled["stances"],
    }
    assert {style: (look["dashes"], look["dots"]) for style, look in styles.items()} == {
        s: (list(dashes_of(s, False)), list(dashes_of(s, True))) for s in styles
    }
    assert len({tuple(look["dots"]) for look in styled["stances"].values()}) == len(styled["stances"])


def test_a_drawing_is_columns_that_say_the_same() -> None:
    shown, known = parts(render([drawing()], title="T", context=graph()))
    (one,) = shown["drawings"]
    nodes, edges, said = one["n"], one["e"], shown["words"]
    assert [said[i] for i in nodes["f"]] == ["first", ""]
    assert [said[i] for i in nodes["id"]] == ["", "gap:first"]
    assert (nodes["x"], nodes["y"]) == ([100, -500], [201, 200])
    assert said[nodes["l"][0]] == "They are\nthere"
    first = known["facts"]["ids"].index("first")
    assert nodes["c"] == [first, []]
    assert edges["c"] == [first], "a claim that the graph does not hold hides nothing"
    assert edges["p"] == [150, 0, 500, -150, -500, -1], "from the centre of the node where it starts or ends"
    assert edges["l"] == {"0": ["who?", 10, 20, 30]}
    texts = one["t"]
    assert [said[i] for name in "lrf" for i in texts[name]] == ["Root", "note", "kp"]
    assert [texts[name] for name in "xyac"] == [[0], [0], [0], [[]]]
    german = parts(render([drawing()._replace(language="de")], title="T", language="en"))[0]["drawings"][0]
    assert (one["lang"], german["lang"]) == (
        "en",
        "de",
    ), "the picture keeps its language whatever that of the interface"


def test_the_page_knows_what_is_drawn_its_chains_and_their_neighbours_and_nothing_else() -> None:
    _, known = parts(render([drawing()], title="T", context=graph()))
    assert set(known["facts"]["ids"]) == {
        "first",
        "second",
        "dispatch",
        "paper",
        "daily",
        "kp",
        "troops",
        "ru",
    }
    assert "aside" not in known["facts"]["ids"]
    assert known["days"] == ["2024-10-13"]
    assert known["quotes"] == {}
    assert "file" not in str(known["facts"]["props"])


def test_spans_are_quoted_only_with_the_texts_at_hand_and_only_when_they_are_verified(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    _, known = parts(render([drawing()], title="T", context=graph(), sources=tmp_path))
    key = f"2|0|{len(SPAN)}"
    assert known["quotes"] == {f"first|paper|{key}": ["verified", SPAN], f"second|paper|{key}": ["wrong", ""]}
    assert known["sourced"]
    _, known = parts(render([drawing()], title="T", context=graph(), sources=tmp_path / "nowhere"))
    assert known["quotes"] == {}


def test_pictures_of_days_stand_beside_the_whole_one() -> None:
    day = date(2024, 10, 13)
    shown, _ = parts(
        render(
            [drawing(), drawing()], title="T", context=graph(), by_day=[{}, {day: drawing(caption="Then.")}]
        )
    )
    assert shown["days"][0] == []
    assert [(when, one["caption"]) for when, one in shown["days"][1]] == [("2024-10-13", "Then.")]


def test_an_edge_without_its_end_is_refused_with_its_name() -> None:
    with pytest.raises(ExportError, match="edge 'e' lacks its end 'gap:first'"):
        render([drawing(nodes=drawing().nodes[:1])], title="T")
    with pytest.raises(ExportError, match="nothing to draw"):
        render([], title="T")
