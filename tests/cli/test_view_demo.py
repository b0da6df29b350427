"""`kg view` and `kg demo`: pages and the main job from end to end."""

from __future__ import annotations

import re
import shutil
import webbrowser
from pathlib import Path

import pytest

from kg.cli._file_name import file_name
from kg.questions import library
from tests import first
from tests.cli import corpus
from tests.cli.tools import run


def _is_page(path: Path) -> bool:
    text = path.read_text(encoding="utf-8")
    return text.lstrip().lower().startswith("<!doctype html>") and text.rstrip().endswith("</html>")


def test_view_is_written_beside_the_default_store(small: Path) -> None:
    ran = run("view")
    assert (ran.code, ran.out) == (0, "wrote build/kg.html (open it in any browser, or add --open)\n")
    assert ran.err == ""
    assert _is_page(small.parent / "build" / "kg.html")
    assert sorted(path.name for path in (small.parent / "build").iterdir()) == ["kg.grafeo", "kg.html"]


def test_what_is_drawn_gets_a_file_of_its_own(small: Path) -> None:
    calls = {
        "figures": "figures",
        "figures --as-of 2026-01-05": "figures_as-of-2026-01-05",
        "timeline --param event=aa-bb-howitzers --param as-of=2026-01-05": (
            "timeline_as-of-2026-01-05_event-aa-bb-howitzers"
        ),
        "aa": "aa",
        "aa --as network --lang de": "aa_network_de",
    }
    for call, name in calls.items():
        wrote = run("view", *call.split()).done()
        assert wrote == f"wrote build/{name}.html (open it in any browser, or add --open)\n"
    folder = small.parent / "build"
    assert {path.stem for path in folder.glob("*.html")} == set(calls.values())
    names = [file_name([one]) for one in ("a/b", "a-b", "a_b", "A-b", "..", "日本", "x" * 300, "x" * 301)]
    assert len({name.lower() for name in names}) == len(names)
    assert all(re.fullmatch(r"[a-z0-9_-]{1,130}", name) for name in names)


def test_one_event_alone(small: Path) -> None:
    ran = run("view", "--event", "aa-bb-howitzers")
    assert (ran.code, ran.err) == (0, "")
    page = (small.parent / "build" / "kg_only-event-aa-bb-howitzers.html").read_text(encoding="utf-8")
    assert "only what is said about “" in page
    assert "nur, was über „" in page
    other = run("view", "--event", "aa")
    assert (other.code, other.out) == (2, "")
    assert "there is no event 'aa'" in other.err


@pytest.mark.usefixtures("small")
def test_what_was_written_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []

    def show(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", show)
    assert run("view", "aa", "--open").done() == "wrote build/aa.html\n"
    run("view", "aa", "-o", "my page.html", "--open").done()
    run("site", "public", "--open").done()
    run("site", "public", "--open").done()  # nothing changed
    files = ("build/aa.html", "my page.html", "public/index.html", "public/index.html")
    assert opened == [Path(file).resolve().as_uri() for file in files]


@pytest.mark.usefixtures("small")
def test_no_browser_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda address: False)
    ran = run("view", "aa", "-o", "a.html", "--open")
    assert (ran.code, ran.out) == (0, "wrote a.html\n")
    assert "note: no browser opens here; open a.html yourself\n" in ran.err


@pytest.mark.usefixtures("corpus_folder")
@pytest.mark.parametrize("preset", [p.name for p in library.every()])
def test_every_question_can_be_drawn(preset: str) -> None:
    given = [f"--param={name}={value}" for name, value in library.question(preset).needed.items()]
    if library.question(preset) not in library.headlines():  # these are drawn with every day of both
        given += ["--collection", first.ID]
    assert run("view", preset, *given, "--output", "x.html").done() == "wrote x.html\n"
    assert _is_page(Path("x.html"))
    assert library.question(preset).title.split(",")[0] in Path("x.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("small")
def test_view_with_a_parameter() -> None:
    for name in ("as_of", "as-of"):
        args = ("--param", "event=aa-bb-howitzers", "--param", f"{name}=2026-01-05")
        assert run("view", "timeline", *args, "--output", f"{name}.html").code == 0
    assert Path("as_of.html").read_bytes() == Path("as-of.html").read_bytes()
    assert _is_page(Path("as_of.html"))


@pytest.mark.usefixtures("small")
def test_view_keeps_the_old_file_when_the_call_is_wrong() -> None:
    Path("x.html").write_text("old")
    for wrong in ("event=nope", "evnt=x", "event", "as_of=soon", "=", "=x"):
        assert run("view", "timeline", "--param", wrong, "--output", "x.html").code == 2
    assert Path("x.html").read_text() == "old"


@pytest.mark.usefixtures("small")
def test_view_of_the_same_facts_is_the_same_page() -> None:
    for name in ("a.html", "b.html"):
        assert run("view", "--output", name).code == 0
    assert Path("a.html").read_bytes() == Path("b.html").read_bytes()


def test_demo_twice(desk: Path, tmp_path: Path) -> None:
    shutil.copytree(desk / "seeds", tmp_path / "seeds")
    first = run("demo", "--seeds", "seeds").done()
    lines = first.splitlines()
    assert re.fullmatch(r"checked   [\d,]+ facts in \d+ files: no error", lines[0])
    assert re.fullmatch(r"built     build/kg\.grafeo: [\d,]+ rows written", lines[1])
    counts = re.fullmatch(
        r"holds     ([\d,]+) actors, ([\d,]+) weapon types, ([\d,]+) events, ([\d,]+) claims, ([\d,]+)"
        r" citations, ([\d,]+) documents",
        lines[2],
    )
    assert counts
    actors, weapons, events, claims, citations, documents = (
        int(number.replace(",", "")) for number in counts.groups()
    )
    assert documents >= 5
    assert citations >= claims >= 100
    assert min(actors, weapons, events) > 10
    questions = library.headlines()
    assert len(questions) == 5
    for number, preset in enumerate(questions, 1):
        assert f"[{number}] kg ask {preset.name}\n{preset.title}" in first.replace(
            "claims on a topic,\n", "claims on a topic, "
        )
    assert "wapo-source-ua-mil-int" not in first
    assert "The Washington" in first
    assert lines[-1] == "view      build/kg.html (open it in any browser; it needs no network)"
    page = tmp_path / "build" / "kg.html"
    assert _is_page(page)
    written, stored = page.read_bytes(), (tmp_path / "build" / "kg.grafeo").read_bytes()

    second = run("demo", "--seeds", "seeds").done()
    assert second.splitlines()[1] == "built     build/kg.grafeo: up to date, nothing changed"
    assert second.splitlines()[2:] == lines[2:]
    assert page.read_bytes() == written
    assert (tmp_path / "build" / "kg.grafeo").read_bytes() == stored
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "seeds"]


def test_demo_writes_the_view_where_it_is_asked_to(tmp_path: Path, desk: Path) -> None:
    shutil.copytree(desk, tmp_path / "desk")
    out = run("demo", "--seeds", "desk/seeds", "--output", "pages/my.html").done()
    assert out.endswith("view      pages/my.html (open it in any browser; it needs no network)\n")
    assert _is_page(Path("pages/my.html"))
    assert not (tmp_path / "desk" / "build" / "kg.html").exists()


@pytest.mark.usefixtures("small")
def test_demo_of_another_corpus_asks_every_headline_question() -> None:
    ran = run("demo")
    assert ran.code == 0
    assert f"checked   {corpus.COUNT} facts in 3 files: no error" in ran.out
    assert "Howitzers for Betaland" in ran.out or "howitzers" in ran.out
    assert [line for line in ran.out.splitlines() if line.startswith("[")] == [
        f"[{number}] kg ask {question.name}" for number, question in enumerate(library.headlines(), 1)
    ]
    assert ran.err == ""
