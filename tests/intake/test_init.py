"""A stranger starts a corpus, in several languages, and every command works in it at once."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
import yaml

from tests.cli.tools import run

pytestmark = pytest.mark.usefixtures("desk")

NONE = "there are no claims here yet"


def states(folder: Path) -> dict[str, dict[str, object]]:
    read = yaml.safe_load((folder / "seeds" / "starter" / "states.yaml").read_text(encoding="utf-8"))
    return {state["iso"]: state for state in read["states"]}


@pytest.mark.parametrize(
    ("languages", "name", "more"),
    [
        ("uk", "Північна Корея", ["North Korea", "북한", "DPRK"]),
        ("ko,en", "북한", ["North Korea", "Северная Корея"]),
        ("ar,fr", "كوريا الشمالية", ["Corée du Nord", "North Korea"]),
        ("fr", "Corée du Nord", ["North Korea", "Nordkorea"]),
    ],
)
def test_names_are_in_its_languages(
    languages: str, name: str, more: list[str], desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("init", "mine", "--languages", languages).done()
    kp = states(desk / "mine")["KP"]
    assert kp["name"] == name
    assert set(more) <= set(kp["known_as"])  # type: ignore[call-overload]
    assert "name_de" not in kp
    monkeypatch.chdir(desk / "mine")
    assert ": no finding" in run("check", "--strict").done()
    assert json.loads(run("find", name).out)[0]["id"] == "kp"
    assert json.loads(run("find", "Nordkorea").out)[0]["id"] == "kp"


def test_german_names_have_their_field_where_they_are_wanted(desk: Path) -> None:
    run("init", "mine", "--languages", "en,de").done()
    assert states(desk / "mine")["UA"]["name"] == "Ukraine"
    assert "name_de" not in states(desk / "mine")["UA"], "it is the same name"
    assert states(desk / "mine")["RU"]["name_de"] == "Russland"


def test_every_command_works_at_once_and_says_that_there_is_nothing(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    run("init", "mine", "--languages", "uk,en", "--title", "Хто кого озброїв").done()
    monkeypatch.chdir(desk / "mine")
    for call in (
        ["ask", "index"],
        ["ask", "who-sourced", "--format", "table"],
        ["status"],
        ["roots"],
        ["keystones", "--format", "html"],
        ["view"],
        ["view", "figures", "-o", "f.svg"],
        ["coverage"],
        ["verify"],
        ["demo"],
    ):
        ran = run(*call)
        assert ran.code == 0, ran
        assert NONE in " ".join((ran.out + ran.err).split()), ran
        wide = [line for line in ran.err.splitlines() if sum(_width(c) for c in line) > 80]
        assert wide == [], call
    run("ask", "contents").refused("needs --document", "there is none yet")
    run("ask", "dossier").refused("needs --weapon", "aircraft")
    assert "Хто кого озброїв" in (desk / "mine" / "build" / "kg.html").read_text(encoding="utf-8")


def _width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("languages", "said"), [("uk,en", "There are no claims here yet"), ("de", "noch keine")]
)
def test_a_site_of_it(languages: str, said: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("init", "mine", "--languages", languages).done()
    monkeypatch.chdir(desk / "mine")
    ran = run("site", "public")
    assert (ran.code, NONE in ran.err) == (0, True), ran
    assert said in (desk / "mine" / "public" / "index.html").read_text(encoding="utf-8")
    pages = [
        path.read_text(encoding="utf-8") for path in (desk / "mine" / "public" / "preset").glob("*.html")
    ]
    assert pages
    assert not [
        word for word in ("troop-numbers", "kn-23", "newspaper-2024") for page in pages if word in page
    ]


def test_texts_stay_out_of_git_and_the_readme_says_what_to_do(desk: Path) -> None:
    run("init", "mine", "--title", 'A "quoted" title').done()
    ignored = (desk / "mine" / ".gitignore").read_text(encoding="utf-8").split()
    assert {"/texts/", "/build/"} <= set(ignored)
    readme = (desk / "mine" / "README.md").read_text(encoding="utf-8")
    assert readme.startswith('# A "quoted" title\n')
    assert "kg add" in readme
    assert run("doctor", "--corpus", "mine").out.count('A \\"quoted\\" title') == 1


def test_nothing_that_is_there_is_touched(desk: Path) -> None:
    (desk / "mine").mkdir()
    (desk / "mine" / "README.md").write_text("mine", encoding="utf-8")
    run("init", "mine").refused("mine holds README.md already", "nothing was changed")
    assert [path.name for path in (desk / "mine").iterdir()] == ["README.md"]
    (desk / "file").write_text("", encoding="utf-8")
    run("init", "file").refused("file is a file")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("en,xx", ["there is no language 'xx'", "codes of ISO 639"]),
        ("", ["'' does not fit", "each language once"]),
        ("en,en", ["'en,en' does not fit"]),
    ],
)
def test_languages_that_do_not_fit(given: str, said: list[str], desk: Path) -> None:
    run("init", "mine", "--languages", given).refused(*said)
    assert not (desk / "mine").exists()
