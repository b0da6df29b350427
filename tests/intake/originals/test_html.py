"""HTML: one block of the article is one line, whatever the page is built of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import CallError
from kg.sources.originals.derived import Derived
from kg.sources.originals.read import derive
from tests.intake.originals import made

P = made.PARAGRAPHS
Of = Callable[[str | bytes], Derived]
TITLE = "Containers by rail"


@pytest.fixture
def of(tmp_path: Path) -> Of:
    def derived(text: str | bytes) -> Derived:
        file = tmp_path / "page.html"
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        (one,) = derive(file)
        return one

    return derived


def _in_rows(before: str, after: str) -> str:
    return f"<div class='page'><h1>{TITLE}</h1>" + "".join(before + p + after for p in P) + "</div>"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(made.story(), id="an article of paragraphs"),
        pytest.param(made.story(tag="div"), id="divs without paragraphs"),
        pytest.param(f"<div id='text'><h1>{TITLE}</h1>{'<br><br>'.join(P)}</div>", id="two breaks between"),
        pytest.param(f"<div class='text'><h1>{TITLE}</h1>{'<br>&nbsp; '.join(P)}</div>", id="a break"),
        pytest.param(_in_rows("<div class='row'><div><div><p>", "</p></div></div></div>"), id="one box each"),
        pytest.param(
            _in_rows("<div class='elementor-widget'><p>", "</p></div>"), id="names readability shuns"
        ),
        pytest.param(
            f"<form id='all'><div><h1>{TITLE}</h1>{''.join(f'<p>{p}' for p in P)}</div></form>", id="a form"
        ),
        pytest.param(
            f"<table><tr><td><h1>{TITLE}</h1>{''.join(f'<p>{p}' for p in P)}</table>", id="a table as layout"
        ),
        pytest.param(
            f"<h1>{TITLE}</h1><p class='lead'>{P[0]}</p><div class='body'><p>{P[1]}</p><p>{P[2]}</p></div>",
            id="the lead beside the body",
        ),
        pytest.param(
            made.story() + "".join(f"<div class='comment'><p>{made.TELLS * 3}</p></div>" for _ in range(9)),
            id="more comments than text",
        ),
    ],
)
def test_the_same_article_in_any_markup_has_the_same_lines(of: Of, body: str) -> None:
    derived = of(made.page(body))
    assert derived.lines == (TITLE, *P)
    assert derived.rule == "html-blocks-1"


def test_what_stands_in_an_article_comes_with_it(of: Of) -> None:
    inner = (
        "<div class='cookie-banner'>We use cookies. <button>Accept</button></div>"
        f"<p>{P[0]}</p><div class='ad-slot'>Advertisement</div><p>Kyiv denies.</p><script>var a;</script>"
        "<ul><li>First</li><li>Second, <a href='/x'>as reported</a></li></ul><h2>The ships</h2>"
        "<figure><img src='x'><figcaption>A ship.&nbsp;<em>Photo:</em>&#8239;AP</figcaption></figure>"
        "<blockquote>“No,” he said.<footer>A spokesman</footer></blockquote>"
        "<table><tr><th>Ship<th>Boxes</tr><tr><td><p>Angara</p></td><td>230</td></tr></table>"
        f"<p>{P[1]}</p><p>un<b>bro</b>ken wo&shy;rd<br>goes on</p>"
        f"<section id='social-unrest'><p>{P[2]}</p></section>"
        "<div class='related'><a href='/y'>Read more</a></div><p style='display: none'>hidden</p>"
    )
    derived = of(made.page(f"<article><h1>{TITLE}</h1>{inner}</article>", html="style='visibility:hidden'"))
    assert derived.lines == (
        TITLE, P[0], "Kyiv denies.", "First", "Second, as reported", "The ships", "A ship. Photo: AP",
        "“No,” he said.", "A spokesman", "Ship | Boxes", "Angara | 230", P[1], "unbroken word goes on", P[2],
    )  # fmt: skip


def test_what_a_page_says_of_itself_is_kept_with_its_place(of: Of) -> None:
    ld = (
        '{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"], "headline": "Вагони",'
        ' "datePublished": "2023-02-01T01:00:00+02:00", "author": [{"name": "Олена"}, {"name": "Іван"}]}]}'
    )
    head = (
        f"<title>Вагони - Видання</title><script type='application/ld+json'>{ld}</script>"
        "<meta property='og:site_name' content='Видання'><meta property='og:locale' content='en_US'>"
        "<link rel='canonical' href='https://web.archive.org/web/20230202030405/https://v.example/1'>"
    )
    says = of(made.page(made.story(title="Вагони"), head, "lang='uk-UA'")).says
    assert {key: said and (str(said.value), said.where) for key, said in vars(says).items()} == {
        "title": ("Вагони", "JSON-LD headline"),
        "outlet": ("Видання", "og:site_name"),
        "author": ("Олена, Іван", "JSON-LD author"),
        "published": ("2023-02-01", "JSON-LD datePublished"),
        "language": ("uk", "html lang"),
        "url": ("https://v.example/1", "canonical"),
        "archived": ("https://web.archive.org/web/20230202030405/https://v.example/1", "canonical"),
    }


def test_a_page_says_nothing_that_it_does_not_say(of: Of) -> None:
    says = of(made.page("<p>" + "</p><p>".join(P))).says
    assert set(vars(says).values()) == {None}


def test_encodings_are_those_that_the_page_names_or_that_fit(of: Of) -> None:
    text = made.page(f"<h1>Потяги</h1><p>{'Міністерство повідомило про триста контейнерів. ' * 9}</p>")
    named = of(text.replace("<head>", "<head><meta charset=windows-1251>").encode("cp1251"))
    assert (named.encoding, named.lines[0], named.notes) == (
        "windows-1251", "Потяги", ("converted from windows-1251",),
    )  # fmt: skip
    assert of(text.replace("<head>", "<head><meta charset=iso-8859-1>")).encoding is None
    broken = of(text.encode().replace(" про".encode(), b"\xd0 ", 1))
    assert (broken.encoding, broken.notes) == (None, ("1 character could not be read and stands as \ufffd",))


def test_pages_without_text_or_too_large_are_refused(of: Of, tmp_path: Path) -> None:
    with pytest.raises(
        CallError, match=r"no article in the page: it may be a list of links.*print the page to a PDF"
    ):
        of("<html><title>A</title><body><div id=root></div><script>run()</script></body></html>")
    with pytest.raises(CallError, match="nested too deeply"):
        of("<html><body>" + "<div>" * 5000 + "text")
    large = tmp_path / "large.html"
    with large.open("wb") as file:
        file.write(b"<html>")
        file.truncate(50_000_000)  # a hole, which takes no room
    with pytest.raises(CallError, match=r"50,000,000 bytes.*save the article alone"):
        derive(large)


def test_a_page_that_asks_for_a_password_is_said_to(of: Of) -> None:
    form = "<form><label>Mail</label><input name=m><input type=password name=p></form>"
    asked = of(f"<html><title>A</title><body><h1>Sign in</h1><p>Subscribe to read this.</p>{form}</html>")
    assert [note for note in asked.notes if "asks for a password" in note]
    whole = of(f"<html><title>A</title><body><article>{'<p>' + 'Words of it. ' * 30 + '</p>'}" * 4 + form)
    assert not whole.notes
