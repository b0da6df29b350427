"""`kg new document` and the walk through docs/curating.md, step by step as it is printed there."""

from __future__ import annotations

import re
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from kg.curate.candidates import MOST_WORDS
from kg.curate.draft import slug
from kg.sources.texts import paragraphs
from tests.cli.tools import ROOT, clean, run

EXAMPLE = ROOT / "docs" / "example"
TEXT = EXAMPLE / "texts" / "harbour-post.txt"
DAY = ("--outlet", "harbour-post", "--published", "2026-01-05")


@pytest.fixture
def tour(tmp_path: Path) -> Path:
    """A copy of the example, to be changed at will."""
    shutil.copytree(EXAMPLE, tmp_path / "tour")
    return tmp_path / "tour"


def _new(tour: Path, *more: str, text: Path = TEXT) -> Path:
    ran = run("new", "document", "--seeds", tour / "seeds", *DAY, *more, text)
    assert ran.code == 0, ran
    return Path(ran.err.split("wrote ")[1].split(": ")[0])


def test_fills_in_the_document_and_nothing_else(tour: Path) -> None:
    made = _new(tour)
    assert made.name == "2026-01-05-harbour-post.yaml"
    text = made.read_text("utf-8")
    parsed = yaml.safe_load(text)
    assert list(parsed) == ["documents"]
    (document,) = parsed["documents"]
    assert document["sha256"] == sha256(TEXT.read_bytes()).hexdigest()
    assert (document["id"], document["language"], document["file"]) == (
        "harbour-post-2026-01-05",
        "en",
        "harbour-post.txt",
    )
    assert "# 4 paragraphs, 6 sentences." in text
    assert re.search(r"number +at least 40 \| low: 40, unit: guns", text)
    assert re.search(r"number +Several dozen \| vague: dozens, unit: engineers", text)
    assert re.search(r"name +Betaland \| bb", text)
    assert re.search(r"reporting +denied", text)
    assert re.search(r"day +4 January 2026 \| 2026-01-04", text)


def test_comments_hold_no_sentence_and_every_citation_holds(tour: Path) -> None:
    text = _new(tour).read_text("utf-8")
    lines = paragraphs(TEXT.read_text("utf-8"))
    for paragraph in lines:
        words = paragraph.split()
        for i in range(len(words) - MOST_WORDS):
            assert " ".join(words[i : i + MOST_WORDS + 1]) not in text
    cited = [yaml.safe_load(line.strip("# -")) for line in text.split("\n") if line.startswith("# - {")]
    assert len(cited) == 6
    for c in cited:
        assert sha256(lines[c["paragraph"] - 1][c["start"] : c["end"]].encode()).hexdigest() == c["sha256"]


def test_known_names_in_other_scripts(tour: Path, tmp_path: Path) -> None:
    text = tmp_path / "ru.txt"
    text.write_text("Альфа передала гаубицы. 40 Haubitzen.", encoding="utf-8")
    made = _new(tour, "--id", "other", "--language", "ru", text=text).read_text("utf-8")
    assert re.search(r"name +гаубицы \| howitzer", made)
    assert re.search(r"name +Haubitzen \| howitzer", made)


def test_refuses(tour: Path, tmp_path: Path) -> None:
    made = _new(tour)
    before = made.read_bytes()
    base = ("new", "document", "--seeds", tour / "seeds")
    run(*base, *DAY, TEXT).refused("the id 'harbour-post-2026-01-05' is taken")
    run(*base, *DAY, "--id", "again", TEXT).refused("has this text already")
    other = tmp_path / "other.txt"
    other.write_text("Something else.", encoding="utf-8")
    (made.parent / "2026-01-05-mine.yaml").write_text("topics: []\n", encoding="utf-8")
    run(*base, *DAY, "--id", "mine", other).refused("exists already", "nothing was changed")
    run(*base, "--outlet", "harbor-post", "--published", "2026-01-05", other).refused(
        "did you mean 'harbour-post'?"
    )
    run(*base, *DAY, "--id", "Not An Id", other).refused("lower case")
    run(*base, *DAY, "--id", "b", "--language", "german!", other).refused("language")
    run(*base, "--outlet", "harbour-post", "--published", "5.1.2026", other).refused("--published")
    other.write_bytes(b"\xff\xfe")
    run(*base, *DAY, "--id", "mine-2", other).refused("no text in UTF-8")
    other.write_text("\n\n", encoding="utf-8")
    run(*base, *DAY, "--id", "mine-2", other).refused("no text")
    assert made.read_bytes() == before


def test_control_characters_of_the_text_stay_out(tour: Path, tmp_path: Path) -> None:
    text = tmp_path / "odd.txt"
    text.write_text("Mehr als\u00a040\x1b[31m Raketen\u2028sagte er.\n# claims: x: [", encoding="utf-8")
    made = _new(tour, "--id", "odd", text=text).read_text("utf-8")
    assert "\x1b" not in made
    assert list(yaml.safe_load(made)) == ["documents"]


def test_slug() -> None:
    assert slug("Straße 5") == "strasse-5"
    assert slug("北") == ""


BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def test_the_walk_in_the_docs_works_as_printed(tmp_path: Path) -> None:
    """Every command of docs/curating.md runs in a checkout, with each YAML block where the text says."""
    for name in ("docs", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    printed = []
    for language, body in BLOCK.findall((ROOT / "docs" / "curating.md").read_text("utf-8")):
        if language == "yaml":
            first, _, rest = body.partition("\n")
            target = tmp_path / first.removeprefix("# ")
            assert target.is_file(), first
            with target.open("a", encoding="utf-8") as stream:
                stream.write(rest)
        elif language == "sh":
            for line in body.splitlines():
                if not line.startswith("#"):
                    done = subprocess.run(
                        ["bash", "-c", line],
                        cwd=tmp_path,
                        env=clean({"COLUMNS": "80"}),
                        capture_output=True,
                        text=True,
                        check=False,
                    )
                    printed.append((line, done.returncode, done.stdout + done.stderr))
    failed = [p for p in printed if p[1] and "kg check" not in p[0]]
    assert failed == []
    checks = [p for p in printed if "kg check" in p[0]]
    assert checks[0][1] == 1, "the first check is to show what is missing"
    assert "event-without-claims" in checks[0][2]
    assert checks[-1][1] == 0, checks[-1]
    assert "warning" not in checks[-1][2], checks[-1]
    assert "verified, 0 unverifiable, 0 wrong" in next(p for p in printed if "kg verify" in p[0])[2]
