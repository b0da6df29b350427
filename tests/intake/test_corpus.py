"""A corpus is a folder with `kg.toml`, and every command finds it from below."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from kg import paths
from kg.cli._group import group
from kg.corpus import at, given, home, open_corpus
from kg.errors import CallError, SeedError
from kg.questions import library
from kg.sources import texts
from kg.sources.seeds import load
from tests.cli.tools import run

pytestmark = pytest.mark.usefixtures("desk")

FACTS = """\
topics:
- {id: boats, name: Boats, description: Boats handed over.}
states:
- {id: gg, name: Gammaland}
organizations:
- {id: review, name: Coast Review, kind: news-outlet}
- {id: navy, name: Navy, kind: military, part_of: [{actor: gg}]}
weapon_types:
- {id: boat, name: Patrol boats}
shipments:
- {id: gg-boats, name: Boats of Gammaland, supplier: gg, recipient: unknown, goods: boats}
documents:
- id: review-1
  title: Boats
  outlet: review
  published: 2026-03-02
  recorded: 2026-03-03
  language: en
  kind: article
  file: a.txt
  sha256: HASH
  minimum_claims: 0
  minimum_roots: 0
claims:
- id: navy-boats
  topic: boats
  stance: asserts
  speaker: navy
  said: 2026-03-01
  about: gg-boats
  paraphrase: The navy speaks of boats.
  cited: [{document: review-1, paragraph: 1, start: 0, end: 5, sha256: SPAN}]
"""


@pytest.fixture
def corpus(desk: Path) -> Path:
    """A corpus with one claim and its text."""
    folder = desk / "mine"
    (folder / "seeds").mkdir(parents=True)
    (folder / "texts").mkdir()
    (folder / "texts" / "a.txt").write_text("Boats have come.\n", encoding="utf-8")
    facts = FACTS.replace("HASH", texts.of_bytes(b"Boats have come.\n").sha256)
    (folder / "seeds" / "all.yaml").write_text(facts.replace("SPAN", texts.digest("Boats")), encoding="utf-8")
    (folder / "kg.toml").write_text('title = "Boats"\nlanguages = ["en"]\n', encoding="utf-8")
    return folder


def test_it_is_found_upwards_and_holds_for_every_command(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = corpus / "notes" / "today"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert open_corpus().title == "Boats"
    assert "Coast Review" in run("ask", "index", "--format", "csv").done()
    assert (corpus / "build" / "kg.grafeo").exists()
    assert "1 citation: 1 verified" in run("verify").done()
    assert "Navy" in run("ask", "who-sourced", "--format", "csv").done(), "all topics without a default"
    run("ask", "chains").refused("needs --topic", "(boats)")
    assert "'Boats', in en, marked clear" in run("doctor").out


@pytest.mark.parametrize("how", ["option", "option=", "variable"])
def test_it_can_be_named(how: str, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options: dict[str, list[str]] = {"option": ["--corpus", str(corpus)], "option=": [f"--corpus={corpus}"]}
    named = options.get(how, [])
    if how == "variable":
        monkeypatch.setenv("KG_CORPUS", str(corpus))
    assert "Boats of Gammaland" in run("show", "gg-boats", *named).done()
    assert paths.seeds() == os.path.join(home() if named else corpus, "seeds"), "only for that call"


def test_without_one_it_is_said_once_whose_facts_these_are(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "note: no kg.toml here or above, so this is the corpus that comes with kg"
    assert run("ask", "who", "supplied", "Russia", "--seeds", home() + "/seeds").err.count(told) == 0
    assert run("check", "--list").err.count(told) == 1
    monkeypatch.chdir(home())
    assert run("check", "--list").done()


def test_a_folder_that_is_no_corpus(desk: Path) -> None:
    run("ask", "index", "--corpus", "gone").refused("there is no folder gone", "'kg init DIR'")
    with (
        given(str(desk)),
        pytest.raises(CallError, match=r"there is no kg.toml in .*--corpus DIR or KG_CORPUS"),
    ):
        open_corpus()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('titles = "x"', "kg.toml:1:1: unknown key 'titles'; expected one of title, .*did you mean 'title'?"),
        ("# x\n  title = 3", "kg.toml:2:3: 'title' does not fit; expected a name in quotes"),
        ("title = Boats", "kg.toml:1:9: it is not TOML: invalid value"),
        ('title = "x"\ntitle = "y"', "kg.toml:2:12: it is not TOML: cannot overwrite a value"),
        ('languages = ["English"]', "kg.toml:1:1: 'languages' does not fit; expected ISO 639 codes"),
        ('store = "../../x.grafeo"', "kg.toml:1:1: 'store' does not fit; expected a file below this folder"),
        ('store = "seeds/all.yaml"', "that ends in .grafeo"),
        ('mark = "secret"', "kg.toml:1:1: 'mark' does not fit; expected one of clear, green, amber"),
        ("[defaults]\n\ntopic = 7", "kg.toml:3:1: 'topic' is no text"),
        ("[default]\n", "kg.toml:1:1: unknown key 'default'; .*did you mean 'defaults'?"),
        ("title = '\xff'".encode("latin-1"), "kg.toml:1:10: byte 0xff is not UTF-8; save it as UTF-8"),
    ],
)
def test_what_is_wrong_in_it_is_said_with_its_place(text: str | bytes, said: str, corpus: Path) -> None:
    (corpus / "kg.toml").write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(SeedError) as refused:
        at(str(corpus))
    assert re.search(said.replace("?", r"\?").replace("(", r"\("), str(refused.value)), refused.value
    assert run("--help", "--corpus", corpus).code == 0
    run("check", "--corpus", corpus).failed("kg.toml:")


@pytest.mark.parametrize("target", ["kg.toml", "nowhere"])
def test_a_link_that_leads_nowhere_is_no_reason_to_open_another_corpus(
    target: str, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpus)
    (corpus / "kg.toml").unlink()
    (corpus / "kg.toml").symlink_to(target)
    for named in ((), ("--corpus", corpus)):
        run("check", *named).failed("kg.toml: cannot read it: ")


def test_any_toml_will_do(corpus: Path) -> None:
    (corpus / "kg.toml").write_text(
        "\ufefftitle = 'Boats'\nlanguages = [\n 'uk', # first\n 'en']\nstore = 'a/b.grafeo'\n"
        "texts=['x', '/y']\n"
        "[defaults]\ntopic = 'boats'\n",
        encoding="utf-8",
    )
    read = at(str(corpus))
    assert (read.title, read.languages, dict(read.defaults)) == ("Boats", ("uk", "en"), {"topic": "boats"})
    assert (read.texts, read.mark) == ((str(corpus / "x"), "/y"), "clear")
    assert paths.default_store(read.seeds) == str(corpus / "a" / "b.grafeo")


def test_its_texts_are_found_and_may_be_absent(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with given(str(corpus)):
        assert texts.folder(None) == corpus / "texts"
        (corpus / "texts" / "a.txt").unlink()
        (corpus / "texts").rmdir()
        assert texts.folder(None) is None
        monkeypatch.setenv("KG_SOURCES", str(corpus))
        assert texts.folder(None) == corpus


def test_a_default_counts_only_where_the_graph_holds_it(corpus: Path) -> None:
    (corpus / "kg.toml").write_text('[defaults]\ntopic = "boats"\n', encoding="utf-8")
    ask: list[str | Path] = ["ask", "who-sourced", "--format", "csv", "--corpus", corpus]
    assert "[default: boats]" in run(*ask, "--help").out
    assert "Navy" in run(*ask).done()
    (corpus / "kg.toml").write_text('[defaults]\ntopic = "gone"\n', encoding="utf-8")
    assert "Navy" in run(*ask).done()


def test_a_default_that_counts_for_nothing_is_a_warning(corpus: Path) -> None:
    (corpus / "kg.toml").write_text('[defaults]\ntopic = "boat"\ntopics = "boats"\n', encoding="utf-8")
    told = run("check", "--corpus", corpus).err
    assert "kg.toml:2:1: the default 'boat' of 'topic' names nothing here; expected the id of a Topic" in told
    assert "kg.toml:3:1: unknown key 'topics' under [defaults]; expected one of topic; did you mean" in told


def test_the_first_corpus_answers_for_each_collection() -> None:
    rows = run("ask", "who-sourced", "--collection", "ir-ru", "--format", "csv", "--corpus", home())
    assert rows.code == 0
    assert rows.out.count("\n") > 20


def test_help_names_nothing_of_a_corpus_that_is_not_open(corpus: Path) -> None:
    ids = {fact.id for fact in load(Path(home()) / "seeds").facts}
    named = re.compile(
        r"(?<![\w-])({})(?![\w-])".format("|".join(sorted({i for i in ids if "-" in i} | {"kp"})))
    )
    with given(str(corpus)):
        texts_ = [click.Context(group, info_name="kg").get_help()]
        for name in group.list_commands(click.Context(group)):
            command = group.get_command(click.Context(group), name)
            assert command is not None
            texts_.append(command.get_help(click.Context(command, info_name=name)))
        texts_ += [call for question in library.every() for call in question.calls(question.name)]
    assert [found[0] for text in texts_ for found in named.finditer(text)] == []


def test_a_cold_question_reads_it_without_a_toml_library(corpus: Path) -> None:
    code = (
        "import sys; from kg.corpus import open_corpus; c = open_corpus();"
        " print(c.title, 'tomllib' in sys.modules)"
    )
    for folder, said in ((corpus, "Boats False"), (corpus.parent, " False")):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == said.strip()
