"""A language is two new files and no code: Esperanto is added to a copy and looked for everywhere."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
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
    "ones": {"du": 2, "tri": 3, "dudek": 20},
    "hundred": "cent",
    "thousand": "mil",
    "scales": {"mil": 1000, "milionoj": 1000000},
    "hedges": {"more-than": ["pli ol"]},
    "vague": {"dozens": ["dekduoj da"]},
    "units": {"obusoj?n?": "shells", "kanonoj?n?": "guns"},
    "reporting": ["diris"],
    "who": ["kiu"],
    "stop": "la de kaj en estas",
    "phrases": [["de kie venas", "source"]],
    "meanings": {"source": "fonto fontoj", "number": "nombro nombroj", "deny": "neis neas"},
}
TEXT = "La ŝtato sendis pli ol tri mil obusojn, ekz. Kanonojn, diris Betaland la 4-an de januaro 2026.\n"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with one more language, and a small corpus."""
    root = tmp_path_factory.mktemp("copy")
    for name in ("kg", "cypher", "seeds"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root)
    shutil.copytree(ROOT / "docs" / "example", root / "example")
    for folder, words in (("interface", INTERFACE), ("reading", READING)):
        (root / "kg" / "language" / folder / "eo.json").write_text(json.dumps(words), encoding="utf-8")
    (preset,) = (root / "cypher").rglob("who-sourced.cypher")
    lines = preset.read_text("utf-8").split("\n")
    preset.write_text("\n".join([lines[0], "// :title-eo Kiu diris tion?", *lines[1:]]), encoding="utf-8")
    (root / "teksto.txt").write_text(TEXT, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def kg(copy: Path) -> Run:
    """Run the copied program."""

    def run(*arguments: str, seeds: str = "example/seeds") -> subprocess.CompletedProcess[str]:
        own = {"PYTHONPATH": str(copy), "KG_SEEDS": str(copy / seeds), "HOME": str(copy), "NO_COLOR": "1"}
        env = {**{k: v for k, v in os.environ.items() if not k.startswith(("KG_", "NEO4J_"))}, **own}
        done = subprocess.run(
            [sys.executable, "-m", "kg", *arguments],
            cwd=copy,
            env={**env, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done

    return run


def test_help_offers_it(kg: Run) -> None:
    for command in ("view", "site"):
        assert "--lang en|de|eo" in kg(command, "--help").stdout


def test_a_drawing_speaks_it_and_english_where_it_has_no_words(kg: Run) -> None:
    drawing = kg(
        "view", "who-sourced", "--lang", "eo", "--format", "svg", "--output", "-", seeds="seeds"
    ).stdout
    assert 'xml:lang="eo"' in drawing
    assert "Kiu diris tion?" in drawing
    assert "Radiko" in drawing
    assert "Read from left to right" in drawing


def test_the_page_switches_to_it(kg: Run) -> None:
    page = kg("view", "who-sourced", "--lang", "eo", "--output", "-", seeds="seeds").stdout
    assert '<html lang="eo"' in page
    assert "<title>Kiu diris tion?</title>" in page
    assert 'const LANGUAGES = ["en","de","eo"]' in page
    assert r'"find":["Find","Suchen","Ser\u0109i"]' in page
    assert '<button type="button" id="language" lang="en">English</button>' in page
    german = kg("view", "who-sourced", "--lang", "de", "--output", "-", seeds="seeds").stdout
    assert '<button type="button" id="language" lang="eo">Esperanto</button>' in german


def test_the_site_speaks_it(kg: Run, copy: Path) -> None:
    kg("site", "public", "--lang", "eo")
    start = (copy / "public" / "index.html").read_text("utf-8")
    assert '<html lang="eo"' in start
    assert "Eventoj" in start
    assert "Headline questions" in start
    question = (copy / "public" / "preset" / "who-sourced.html").read_text("utf-8")
    assert "<h1>Kiu diris tion?</h1>" in re.sub(r"</?bdi>| id=\"\w+\"", "", question)
    assert '<p class="lead" lang="en">' in question
    assert '<p class="lead" lang="de">' in question


def test_texts_are_read_in_it(kg: Run, copy: Path) -> None:
    made = kg("new", "document", "--outlet", "harbour-post", "--published", "2026-01-05", "teksto.txt")
    text = (copy / made.stderr.split("wrote ")[1].split(": ")[0]).read_text("utf-8")
    assert "language: eo" in text
    assert "1 paragraphs, 1 sentences." in text or "1 paragraph, 1 sentence." in text
    assert re.search(r"number +pli ol tri mil \| low: 3000, low_open: true, unit: shells", text)
    assert re.search(r"day +4-an de januaro 2026 \| 2026-01-04", text)
    assert re.search(r"reporting +diris", text)
    shutil.copy(copy / "teksto.txt", copy / "example" / "texts")
    sources = ("--sources", str(copy / "example" / "texts"))
    kg("load")
    cited = kg("cite", "harbour-post-2026-01-05", "sendis pli ol tri", "--sentence", *sources).stdout
    assert f"start: 0, end: {len(TEXT) - 1}," in cited
    rows = json.loads(kg("coverage", "harbour-post-2026-01-05", "--format", "json", *sources).stdout)
    assert "harbour-post-2026-01-05" in json.dumps(rows)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("fontoj de la nombroj ĝis la 14-a de oktobro 2024", "who-sourced --as-of 2024-10-14"),
        ("Who sourced the troop numbers?", "who-sourced"),
        ("Wer steht hinter den Zahlen?", "who-sourced"),
    ],
)
def test_questions_are_understood_in_it(kg: Run, question: str, asked: str) -> None:
    told = kg("ask", question, seeds="seeds").stderr
    assert "who-sourced" in kg("presets", "--search", "de kie venas").stdout
    assert all(word in told for word in asked.split()), told
