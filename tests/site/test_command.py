"""`kg site` as somebody calls it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.load.seeds import plan_facts
from kg.model.kinds.claim import Claim
from kg.sources.seeds import load
from kg.store import connect
from tests.cli.tools import run
from tests.second import SEEDS


def texts_in(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small corpus in a file."""
    path = tmp_path_factory.mktemp("store") / "second.grafeo"
    opened = connect(str(path))
    plan_facts(load(SEEDS).facts, opened, "second").run()
    opened.close()
    return path


def call(folder: Path, store: Path, *more: str | Path) -> str:
    ran = run("site", folder, "--store", store, "--seeds", SEEDS, *more)
    assert ran.code == 0, ran
    return ran.out


@pytest.mark.slow
def test_twice_and_after_a_change(tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = call(tmp_path / "out", store)
    assert re.fullmatch(r"wrote [\d,]+ files, 0 were the same, removed 0; next: open .*index\.html\n", first)
    before = texts_in(tmp_path / "out")
    with monkeypatch.context() as now:
        now.delattr("kg.site.make._Builder")  # nothing is made
        now.delattr("kg.site.make.arranged")  # or asked
        assert call(tmp_path / "out", store).startswith("nothing changed: all ")
    assert texts_in(tmp_path / "out") == before
    (tmp_path / "out/index.html").unlink()
    assert call(tmp_path / "out", store).startswith("wrote 1 file, ")
    assert texts_in(tmp_path / "out") == before
    (tmp_path / "memory.txt").write_text("mine")
    facts = load(SEEDS).facts
    unused = {f.id for f in facts if type(f).KIND == "place"} - {
        i
        for f in facts
        for i in (
            *getattr(f, "places", []),
            *getattr(f, "route", []),
            *getattr(f, "mentions", []),
            getattr(f, "place", None),
            getattr(f, "within", None),
        )
        if i
    }
    claim = next(f for f in facts if isinstance(f, Claim))
    changed = [
        f.model_copy(update={"note": "Looked at again."}) if f.id == claim.id else f
        for f in facts
        if f.id not in unused
    ]
    other = tmp_path / "other.grafeo"
    opened = connect(str(other))
    plan_facts(changed, opened, "second").run()
    opened.close()
    said = call(tmp_path / "out", other)
    written = re.match(r"wrote ([\d,]+) files, ([\d,]+) were the same, removed (\d+)", said)
    assert written
    assert int(written[1]) < int(written[2]) / 4, said
    assert (int(written[3]) > 0) == bool(unused)
    assert b"Looked at again." in (tmp_path / f"out/event/{claim.about}.html").read_bytes()


def test_sources_are_quoted_only_when_asked_for_and_with_a_warning(tmp_path: Path, store: Path) -> None:
    held = tmp_path / "texts"
    held.mkdir()
    for fact in load(SEEDS).facts:
        if getattr(fact, "held", False):
            (held / getattr(fact, "file")).write_text("Not what was cited.\n" * 3)  # noqa: B009  # only documents have a file
    ran = run("site", tmp_path / "out", "--store", store, "--seeds", SEEDS, "--sources", held)
    assert ran.code == 0
    assert "copyrighted" in ran.err
    text = b"".join(
        content for path, content in texts_in(tmp_path / "out").items() if path.startswith("event/")
    )
    assert b"The text at hand does not say this here." in text
    assert b"Not what was cited" not in text, "a span that its hash does not prove is not quoted"


@pytest.mark.parametrize(
    "bad",
    [
        "example.org",
        "ftp://example.org/",
        "https://",
        "javascript:alert(1)",
        "https://example.org/?q=1",
        "https://example.org/#x",
        "https://a b/",
        "https://[",
        "https://x\n.org",
    ],
)
def test_a_wrong_base_url_is_refused(tmp_path: Path, store: Path, bad: str) -> None:
    run("site", tmp_path / "out", "--store", store, "--seeds", SEEDS, "--base-url", bad).refused(
        "--base-url", "is no address"
    )
    assert not (tmp_path / "out").exists()


def test_wrong_calls(tmp_path: Path, store: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("x")
    run("site", tmp_path / "mine", "--store", store, "--seeds", SEEDS).refused(
        "holds other things: letter.txt", "--force"
    )
    run("site", tmp_path / "mine/letter.txt", "--store", store).refused("letter.txt")
    run("site", tmp_path / "out", "--lang", "fr").refused("'fr' is not one of en, de")
    run("site", tmp_path / "out", "--as-of", "yesterday").refused("--as-of")
    run("site", tmp_path / "out", "--sources", tmp_path / "nowhere").refused("nowhere")
    run("site").refused("DIR")
    assert not (tmp_path / "out").exists()


def test_a_title_of_ones_own_is_text(tmp_path: Path, store: Path) -> None:
    call(tmp_path / "out", store, "--title", '<b>Arms & "us"</b>')
    page = (tmp_path / "out/index.html").read_text()
    assert "&lt;b&gt;Arms &amp; &#34;us&#34;&lt;/b&gt;" in page
    assert "<b>Arms" not in page
