"""A language is two new files and no code: Esperanto is added to a copy and looked for everywhere."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.contract.house import ROOT, House, Ran, packed, viewer

INTERFACE = {
    "language.name": "Esperanto",
    "number.group": " ",
    "number.decimal": ",",
    "plural.1": "^1$",
    "find": "Serĉi",
    "nav.events": "Eventoj",
    "n.claims": "{n} asertoj",
    "n.claims.1": "{n} aserto",
    "status.disputed": "disputata",
    "kind.Shipment.one": "Sendaĵo",
    "column.root": "Radiko",
    "many.about": "ĉirkaŭ {text}",
}
READING: dict[str, Any] = {
    "stopwords": ["la", "kaj", "estas", "de", "en"],
    "abbreviations": ["ekz"],
    "endings": {"ojn": 3, "oj": 3, "ajn": 3},
    "months": (
        "januaro februaro marto aprilo majo junio julio aŭgusto septembro oktobro novembro decembro".split()
    ),
    "until": ["ĝis"],
    "the": ["la"],
    "ordinal": ["-an?"],
    "of_month": ["de"],
    "numbers": {
        "ones": {"du": 2, "tri": 3, "dudek": 20},
        "scales": {"cent": 100, "mil": 1000, "milionoj": 1000000},
        "alone": ["cent", "mil"],
        "hedges": {"more-than": ["pli ol"]},
        "vague": {"dozens": ["dekduoj da"]},
        "units": {"obusoj?n?": "shells", "kanonoj?n?": "guns"},
    },
    "reporting": ["diris"],
    "who": ["kiu"],
    "directions": {"about": "pri"},
    "stop": "la de kaj en estas",
    "phrases": [["de kie venas", "source"]],
    "meanings": {"source": "fonto fontoj", "number": "nombro nombroj", "deny": "neis neas"},
}
TEXT = "La ŝtato sendis pli ol tri mil obusojn, ekz. Kanonojn, diris Betaland la 4-an de januaro 2026.\n"


class Copy(House):
    """A copy of the program with one more language, the first corpus and the example."""

    def __init__(self, path: Path) -> None:
        """Copy what is needed, and add the two files of the language and the title of a question."""
        super().__init__(path)
        shutil.copytree(ROOT / "seeds", path / "first" / "seeds")
        shutil.copytree(ROOT / "docs" / "example", path / "example")
        for folder, words in (("interface", INTERFACE), ("reading", READING)):
            self.add(f"kg/language/{folder}/eo.json", json.dumps(words))
        (preset,) = (path / "cypher").rglob("who-sourced.cypher")
        title, rest = preset.read_text("utf-8").split("\n", 1)
        preset.write_text(f"{title}\n// :title-eo Kiu diris tion?\n{rest}", "utf-8")
        self.add("teksto.txt", TEXT)

    def run(self, *arguments: str, corpus: str = "first") -> Ran:
        """Run `kg` on one of the corpora."""
        ran = self.python("-m", "kg", *arguments, env={"KG_SEEDS": str(self.path / corpus / "seeds")})
        assert ran.code == 0, ran.err
        return ran


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The copy; no test changes what another one looks at."""
    return Copy(tmp_path_factory.mktemp("copy"))


def test_help_offers_it(copy: Copy) -> None:
    for command in ("view", "site"):
        assert "--lang en|de|eo" in copy.run(command, "--help").out


def test_a_drawing_speaks_it_and_english_where_it_has_no_words(copy: Copy) -> None:
    drawing = copy.run("view", "who-sourced", "--lang", "eo", "--format", "svg", "--output", "-").out
    assert 'xml:lang="eo"' in drawing
    assert "Kiu diris tion?" in drawing
    assert "Radiko" in drawing
    assert "Read from left to right" in drawing


def test_the_page_switches_to_it(copy: Copy) -> None:
    page = copy.run("view", "who-sourced", "--lang", "eo", "--output", "-").out
    assert '<html lang="eo"' in page
    assert "Kiu diris tion?" in json.dumps(packed(page), ensure_ascii=False)
    assert 'const LANGUAGES = ["en","de","eo"]' in viewer(page)
    assert r'"find":["Find","Suchen","Ser\u0109i"]' in viewer(page)
    assert '<button type="button" id="language" lang="en">English</button>' in page
    german = copy.run("view", "who-sourced", "--lang", "de", "--output", "-").out
    assert '<button type="button" id="language" lang="eo">Esperanto</button>' in german


def test_the_site_speaks_it(copy: Copy) -> None:
    copy.run("site", "public", "--lang", "eo", corpus="example")
    start = (copy.path / "public" / "index.html").read_text("utf-8")
    assert '<html lang="eo"' in start
    assert "Eventoj" in start
    assert "The main questions" in start
    question = (copy.path / "public" / "preset" / "who-sourced.html").read_text("utf-8")
    assert "Kiu diris tion?" in question
    assert '<p lang="en">' in question
    assert 'lang="de"' in question


def test_texts_are_read_in_it(copy: Copy) -> None:
    sources = ("--sources", str(copy.path / "example" / "texts"))
    dated = ("--language", "eo", "--published", "2026-01-05", "teksto.txt")
    copy.run("add", "--outlet", "harbour-post", *dated, *sources, corpus="example")
    shown = copy.run("candidates", *dated, corpus="example").out
    assert re.search(r"number +pli ol tri mil \| low: 3000, low_open: true, unit: shells", shown)
    assert re.search(r"day +4-an de januaro 2026 \| 2026-01-04", shown)
    assert re.search(r"reporting +diris", shown)
    copy.run("load", corpus="example")
    cited = copy.run(
        "cite", "harbour-post-2026-01-05", "sendis pli ol tri", "--sentence", *sources, corpus="example"
    ).out
    assert f"start: 0, end: {len(TEXT) - 1}," in cited
    rows = json.loads(
        copy.run("coverage", "harbour-post-2026-01-05", "--format", "json", *sources, corpus="example").out
    )
    assert "harbour-post-2026-01-05" in json.dumps(rows)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "Kiu diris tion? Fontoj de nombroj ĝis la 14-a de oktobro 2024",
            "who-sourced --as-of 2024-10-14",
        ),
        ("Who sourced the troop numbers?", "who-sourced"),
        ("Wer steht hinter den Zahlen?", "who-sourced"),
    ],
)
def test_questions_are_understood_in_it(copy: Copy, question: str, asked: str) -> None:
    told = copy.run("ask", question, "--topic", "troop-numbers").err  # standard error: what was understood
    assert "who-sourced" in copy.run("presets", "--search", "de kie venas").out
    assert all(word in told for word in asked.split()), told
