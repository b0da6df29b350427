"""Who publishes a site, and what other programs read of its pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import SeedError
from kg.language.interface.words import Words
from kg.site.publication import NOBODY, Publication, read
from kg.site.sharing import SHARE, can_share
from tests.site.conftest import BASE, Built

pytestmark = pytest.mark.xdist_group("site")


def linked(page: str) -> Any:
    return json.loads(page.partition('<script type="application/ld+json">')[2].partition("</script>")[0])


def test_every_page_says_who_publishes_it_and_under_what_terms(published: Built) -> None:
    pages = {p: c.decode() for p, c in published.files.items() if p.endswith(".html") and "/view" not in p}
    for path, page in pages.items():
        if path == "explore.html":
            continue
        for words in (
            "Example Desk &lt;/script&gt;",
            "mailto:desk@example.org",
            "licenses/by/4.0/",
            "The desk",
        ):
            assert words in page, (path, words)
    assert "Write to us." in pages["about.html"]


def test_what_nobody_says_is_said_to_be_missing(small: Built) -> None:
    w = Words()
    about = small.files["about.html"].decode()
    for key in ("imprint.no.corrections", "imprint.no.contact", "imprint.no.publisher"):
        assert w(key) in about


def test_programs_read_the_same_facts_as_people(published: Built) -> None:
    start = published.files["index.html"].decode()
    told = linked(start)
    assert (told["@type"], told["name"], told["publisher"]["name"]) == (
        "Dataset",
        "Arms & the rest <b>",
        "Example Desk </script>",
    )
    for part in told["distribution"]:
        assert part["contentUrl"].removeprefix(BASE) in published.files
    assert f'content="{BASE}"' in start
    assert (f'content="{BASE}{SHARE}"' in start) == (SHARE in published.files) == can_share()
    for path, page in published.files.items():
        if path.startswith("document/") and path.endswith(".html"):
            about = linked(page.decode())["about"]
            assert about["name"].startswith("[")
            assert about["datePublished"]


def test_the_page_for_lost_addresses_works_below_any_of_them(published: Built) -> None:
    page = published.pages["404.html"]
    links = [tag["href"] for name in ("a", "link") for tag in page.of(name)]
    assert [link for link in links if not link.startswith(("https://", "mailto:"))] == ["#main"]
    assert f'href="{BASE}site/site.css"' in published.files["404.html"].decode()
    assert b"404" not in published.files["sitemap.xml"]
    assert published.files["robots.txt"].decode().endswith(f"Sitemap: {BASE}sitemap.xml\n")


def test_the_worked_example_counts_what_its_page_shows(published: Built) -> None:
    page = published.files["how-we-count.html"].decode()
    event = page.partition("kg explain ")[2].partition("<")[0]
    claims = [f for f in published.facts.values() if getattr(f, "about", "") == event]
    assert f"{len(claims)} claims about it" in page
    assert page.count('<li class="brief') == len(claims)


@pytest.mark.parametrize("text", ["", "---\n", "# title: A\n", "{}"])
def test_settings_that_say_nothing_settle_nothing(text: str, tmp_path: Path) -> None:
    file = tmp_path / "site.yaml"
    file.write_text(text)
    assert read(file) == NOBODY


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("publisher: {name: A, urll: x}", "1:22", "unknown field 'urll'"),
        ("title: A\ncontact: nowhere", "2:10", "an e-mail address or a web address"),
        ("language: fr", "1:11", "one of en, de"),
        ("- a", "1:1", "expected fields: title"),
        ("licence: {url: javascript:alert(1), name: X}", "1:16", "does not fit 'licence.url'"),
    ],
)
def test_wrong_settings_are_told_with_place_and_remedy(
    text: str, line: str, words: str, tmp_path: Path
) -> None:
    file = tmp_path / "site.yaml"
    file.write_text(text)
    with pytest.raises(SeedError) as error:
        read(file)
    assert f"site.yaml:{line}: " in str(error.value)
    assert words in str(error.value)


def test_names_alone_are_enough() -> None:
    own = Publication.model_validate({"publisher": "Desk", "licence": "ODbL-1.0"})
    assert own.publisher
    assert own.licence
    assert own.licence.address.endswith("odbl/1-0/")
