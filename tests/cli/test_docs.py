"""The user docs say what is so: tables as the models have them, examples that load and commands that run."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import click
import pytest

from kg import errors
from kg.cli._group import group
from kg.model import quantity
from kg.model.bounds import VAGUE
from kg.model.derived import DERIVED as SHORTCUTS
from kg.model.edtf import Precision
from kg.model.kinds import Fact, claim, links, registry
from kg.model.shape import shape
from kg.model.span import Span
from kg.model.stances import SIDES
from kg.sources.json_lines import DERIVED
from tests.cli.doc_blocks import MARK, SHARED, citation_fields, fields_of, renewed
from tests.cli.tools import ROOT, run

DOCS = ROOT / "docs"
RENEW = bool(os.environ.get("KG_UPDATE_DOCS"))  # read before the desk is cleared of our variables
OURS = [DOCS / name for name in ("adding-an-article.md", "glossary.md", "jsonl.md", "review.md")]
PAGES = [*OURS, ROOT / "CHANGELOG.md"]
EVERY = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "cypher").glob("*.md")])


def _text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def _table(text: str, heading: str) -> list[list[str]]:
    """Return the cells of the first table below a heading, without its head."""
    part = re.split(rf"^#+ {re.escape(heading)}\n", text, flags=re.M)[1]
    rows = re.search(r"(^\|.*\n)+", part, re.M)
    assert rows, heading
    return [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in rows[0].splitlines()[2:]
    ]


@pytest.mark.parametrize(
    "page", [p for p in OURS if MARK.search(p.read_text(encoding="utf-8"))], ids=lambda p: p.name
)
def test_what_is_read_off_the_models_is_fresh(page: Path) -> None:
    """KG_UPDATE_DOCS=1 writes the tables anew."""
    text = page.read_text(encoding="utf-8")
    wanted = renewed(text)
    if RENEW:
        page.write_text(wanted, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == wanted, (
        "run the tests with KG_UPDATE_DOCS=1 and look at what changed"
    )


# ---- docs/glossary.md


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Stances", claim.Stance),
        ("Certainty", claim.Hedge),
        ("Mode", quantity.Mode),
        ("Measure", quantity.Measure),
        ("Stage", quantity.Stage),
    ],
)
def test_glossary_has_every_word_and_no_other(heading: str, words: Any) -> None:
    rows = _table(_text("glossary.md"), heading)
    assert [row[0].strip("`") for row in rows] == list(get_args(words))
    assert all(row[1] for row in rows)


def test_glossary_has_every_side() -> None:
    assert [row[0].strip("`") for row in _table(_text("glossary.md"), "Sides")] == list(SIDES)


def test_glossary_has_every_vague_word_with_its_bounds() -> None:
    rows = {row[0].strip("`"): row[1] for row in _table(_text("glossary.md"), "Vague words")}
    assert rows.keys() == VAGUE.keys()
    for word, (low, high) in VAGUE.items():
        assert rows[word] == f"at least {low:,}, " + (f"under {high:,}" if high else "no upper bound")


def test_glossary_reads_quantities_as_the_program_does() -> None:
    rows = _table(_text("glossary.md"), "Quantities")
    assert len(rows) == 6
    for printed, low, high, shown in rows:
        ends = [(int(end.split(",")[0]) if end else None, "excluded" in end) for end in (low, high)]
        made = quantity.Quantity(
            low=ends[0][0],
            low_open=ends[0][1],
            high=ends[1][0],
            high_open=ends[1][1],
            unit="soldiers",
            mode="stock",
            wording=printed,
        )
        assert made.words() == shown


def test_glossary_reads_days_as_the_program_does() -> None:
    rows = _table(
        _text("glossary.md").replace("\n\nDays are written", "\n\n# forms\n\nDays are written"), "forms"
    )
    assert {Span.model_validate(row[0].strip("`")).precision for row in rows} == set(get_args(Precision))
    for written, first, last, _ in rows:
        span = Span.model_validate(written.strip("`"))
        assert [day.isoformat() if day else "open" for day in (span.first, span.last)] == [first, last]


def test_glossary_has_every_label_and_edge() -> None:
    text = _text("glossary.md")
    labels = {label for row in _table(text, "Labels") for label in re.findall(r"\w+", row[0])}
    assert labels == {label for model in registry().values() for label in model.LABELS}
    edges = {edge for row in _table(text, "Edges") for edge in re.findall(r"\[:(\w+)\]", row[0])}
    models = registry().values()
    declared = {link.edge for model in models for link in links(model).values()} | {
        tie.EDGE for m in models for tie in shape(m).ties.values()
    }
    assert edges == declared
    assert {row[0].strip("`") for row in _table(text, "Derived edges")} == SHORTCUTS.keys()


def test_glossary_has_every_exit_code() -> None:
    codes = {
        "0",
        *(
            str(error.exit_code)
            for error in vars(errors).values()
            if isinstance(error, type) and issubclass(error, errors.KgError)
        ),
    }
    assert {row[0] for row in _table(_text("glossary.md"), "Exit codes")} == codes


def test_glossary_says_what_not_to_say_only_once() -> None:
    words = [row[0] for row in _table(_text("glossary.md"), "Words")]
    assert len(words) == len(set(words))
    assert {
        "actor",
        "weapon type",
        "event",
        "shipment",
        "claim",
        "stance",
        "relay",
        "root",
        "document",
        "citation",
        "quantity",
        "preset",
        "store",
    } <= set(words)


# ---- docs/jsonl.md


def _documented(heading: str) -> dict[str, bool]:
    return {row[0].strip("`"): row[2] == "yes" for row in _table(_text("jsonl.md"), heading)}


def _fields(kind: str) -> dict[str, bool]:
    """Return the fields that the page gives a type, shared ones too, and whether they are always there."""
    part = re.split(rf"^### `{kind}`\n", _text("jsonl.md"), flags=re.M)[1].split("\n### ")[0]
    own = _documented(f"`{kind}`") if "\n|" in part else {}
    for heading in SHARED:
        if f"(#fields-of-{heading.replace(' ', '-')})" in part:
            own = _documented(f"Fields of {heading}") | own
    return {"type": True, "id": True, **own}


@pytest.mark.parametrize("kind", registry())
def test_jsonl_page_has_every_field_of_every_type(kind: str) -> None:
    assert _fields(kind) == fields_of(kind)


@pytest.mark.usefixtures("corpus_folder")
def test_jsonl_page_is_true_of_every_line() -> None:
    citation, quantities = citation_fields(), _documented("quantity")
    assert _documented("citation") == citation
    for line in run("export", "jsonl").done().splitlines():
        record = json.loads(line)
        fields = _fields(record["type"])
        assert record.keys() <= fields.keys()
        assert {name for name, always in fields.items() if always} <= record.keys()
        for place in record.get("citations", ()):
            assert place.keys() <= citation.keys()
            assert {name for name, always in citation.items() if always} <= place.keys()
        if record.get("quantity"):
            assert record["quantity"].keys() == quantities.keys()


def _examples() -> Iterator[dict[str, Any]]:
    for block in re.findall(r"^```json\n(.*?)^```", _text("jsonl.md"), re.M | re.S):
        yield json.loads(block)


def test_jsonl_examples_are_valid_lines() -> None:
    records = list(_examples())
    assert [record["type"] for record in records] == ["claim", "shipment"]
    for record in records:
        fields = fields_of(record["type"])
        assert list(record) == [name for name in fields if name in record]
        assert {name for name, always in fields.items() if always} <= record.keys()
        kept = {
            name: value
            for name, value in record.items()
            if name not in (*DERIVED, "type", "citations") and value is not None
        }
        if "citations" in record:
            kept |= {"speaker": record["speaker"]}
            kept["cited"] = [
                {k: v for k, v in place.items() if k not in DERIVED} for place in record["citations"]
            ]
        fact: Fact = registry()[record["type"]].model_validate(kept)
        assert fact.id == record["id"]


@pytest.mark.usefixtures("corpus_folder")
def test_jsonl_claim_is_the_real_one() -> None:
    """Remarks and paraphrases may be bettered in the seeds.

    Who said what, when and where it stands is compared.
    """
    example = next(_examples())
    lines = {record["id"]: record for record in map(json.loads, run("export", "jsonl").done().splitlines())}
    real = lines[example["id"]]
    for name in (
        "id",
        "topic",
        "stance",
        "speaker",
        "speaker_name",
        "said",
        "quantity",
        "relays",
        "citations",
    ):
        assert example[name] == real[name], name


# ---- docs/adding-an-article.md


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """The files of the example, written as the page shows them."""
    for name, text in re.findall(
        r"^`([\w./-]+)`:\n\n```\w+\n(.*?)^```", _text("adding-an-article.md"), re.M | re.S
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


def test_the_article_is_right_and_proven(article: Path) -> None:
    ran = run("check", "--seeds", "seeds")
    assert ran.code == 0, ran
    assert "error:" not in ran.err
    asked = run(
        "explain", "review-boats-2026-02", "--seeds", "seeds", "--sources", "texts", "--format", "table"
    ).done()
    out = " ".join(asked.split())
    assert "Coast Guard Review asserts between 2026-02-23 and 2026-03-01: more than 12 boats" in out
    assert "root: described, not named" in out
    for name in (
        "review-boats-2026-02",
        "worker-boats-2026-02",
        "navy-denial-2026-03-02",
        "sailors-training-2026-03",
    ):
        paths = json.loads(run("explain", name, "--seeds", "seeds", "--sources", "texts").done())
        assert {place["citation"] for path in paths for hop in path["hops"] for place in hop["printed"]} == {
            "verified"
        }
    assert json.loads(run("ask", "denied-or-doubted", "--seeds", "seeds").done())[0]["answers"] == [
        "review-boats-2026-02"
    ]
    assert (
        json.loads(run("ask", "who-sourced", "--topic", "boats", "--seeds", "seeds").done())[0]["root"]
        == "shipyard-worker-2026"
    )


def test_the_commands_of_the_page_run(article: Path) -> None:
    [block] = re.findall(r"^```console\n(.*?)^```", _text("adding-an-article.md"), re.M | re.S)
    for line in block.splitlines():
        ran = run(*shlex.split(line.removeprefix("$ kg ")))
        assert ran.code == 0, (line, ran)
        assert ran.out


def test_the_snippet_prints_the_citation_of_the_example(article: Path) -> None:
    [snippet] = re.findall(r"^```python\n(.*?)^```", _text("adding-an-article.md"), re.M | re.S)
    done = subprocess.run(
        [sys.executable, "-c", snippet], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip()
    assert done.stdout.strip() in _text("adding-an-article.md")


# ---- all pages


def _calls(text: str) -> Iterator[list[str]]:
    """Yield the words of every call of `kg` that a page shows in code."""
    for code in [*re.findall(r"`(kg [^`\n]+)`", text), *re.findall(r"^\$ (kg .*)$", text, re.M)]:
        yield shlex.split(re.split(r" [|>] ", code)[0])[1:]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_command_and_option_on_the_page_exists(page: Path) -> None:
    calls = list(_calls(page.read_text(encoding="utf-8")))
    assert calls or page.name == "glossary.md"
    for words in calls:
        command: click.Command = group
        for word in words:
            if isinstance(command, click.Group):
                if " " in word and command.name == "ask":
                    break  # a question in words
                below = command.get_command(click.Context(command), word)
                assert below is not None, words
                command = below
        known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        assert {word for word in words if word.startswith("--")} <= known, words


@pytest.mark.parametrize("page", EVERY, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith("http"):
            continue
        file, _, anchor = target.partition("#")
        to = (page.parent / file) if file else page
        assert to.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", to.read_text(encoding="utf-8"), re.M)
            assert anchor in {
                re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings
            }, target


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_no_path_of_a_machine(page: Path) -> None:
    assert not re.search(r"(?<![\w.])/(home|root|work|tmp|Users)/", page.read_text(encoding="utf-8"))


def test_changelog_keeps_its_form() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert text.startswith("# Changelog\n")
    headings = re.findall(r"^## (.*)$", text, re.M)
    assert headings[0] == "[Unreleased]"
    assert all(
        re.fullmatch(r"\[Unreleased\]|\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}", heading) for heading in headings
    )
    assert set(re.findall(r"^### (.*)$", text, re.M)) <= {
        "Added",
        "Changed",
        "Deprecated",
        "Removed",
        "Fixed",
        "Security",
    }


def test_no_picture_is_left_over() -> None:
    told = "".join(page.read_text(encoding="utf-8") for page in EVERY)
    assert [path.name for path in (DOCS / "images").iterdir() if path.name not in told] == []
