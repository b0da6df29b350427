"""Imports beside the seed files: written whole, read with the same checks, told once per file."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kg.curate.check.run import check
from kg.curate.verify import verify
from kg.errors import SeedError
from kg.sources import imports
from kg.sources.fingerprint import fingerprint, seed_files
from kg.sources.seeds import load

SEEDS = """\
topics:
- id: transfers
  name: Transfers
  name_de: Transfers
  description: Reported transfers of arms.
states:
- id: alphaland
  name: Alphaland
- id: betaland
  name: Betaland
organizations:
- id: register
  name: The Register
  kind: think-tank
  compiles: true
"""
ROWS = tuple(f"Alphaland,Betaland,{2000 + n},{n + 1}" for n in range(9))
TEXT = "\n".join(ROWS) + "\n"


def table(**changed: Any) -> Iterator[dict[str, Any]]:
    """Yield the document and for each row a shipment and a claim; `changed` goes into each claim."""
    yield {
        "type": "document",
        "id": "register-2026",
        "title": "Register of 2026",
        "outlet": "register",
        "published": "2026-03-12",
        "recorded": "2026-11-28",
        "language": "en",
        "kind": "dataset",
        "file": "register-2026.txt",
        "sha256": sha256(TEXT.encode()).hexdigest(),
    }
    for number, row in enumerate(ROWS, 1):
        year, count = row.split(",")[2:]
        yield {
            "type": "shipment",
            "id": f"register-{number}",
            "name": f"Aircraft from Alphaland to Betaland in {year}",
            "supplier": ["alphaland"],
            "recipient": ["betaland"],
            "goods": "aircraft",
            "period": year,
        }
        yield {
            "type": "claim",
            "id": f"register-{number}-arrived",
            "topic": "transfers",
            "stance": "asserts",
            "speaker": "register",
            "said": "2026-03-12",
            "about": f"register-{number}",
            "quantity": {
                "low": int(count),
                "high": int(count),
                "unit": "aircraft",
                "mode": "flow",
                "stage": "arrived",
                "wording": count,
            },
            "when": year,
            "paraphrase": f"The Register: {count} aircraft came to Betaland in {year}.",
            "citations": [
                {
                    "document": "register-2026",
                    "paragraph": number,
                    "start": 0,
                    "end": len(row),
                    "sha256": sha256(row.encode()).hexdigest(),
                }
            ],
            **changed,
        }


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder of seeds with one import, and beside it the text of its table."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "facts.yaml").write_text(SEEDS, encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "register-2026.txt").write_text(TEXT, encoding="utf-8")
    imports.write(folder, "register-2026", table())
    return folder


def problems(folder: Path) -> list[str]:
    """Return what is said about a folder of seeds, a line each."""
    with pytest.raises(SeedError) as raised:
        load(folder)
    return [str(problem) for problem in raised.value.problems]


def test_equal_facts_give_equal_bytes(seeds: Path) -> None:
    path = imports.place(seeds, "register-2026")
    before = path.read_bytes()
    assert imports.write(seeds, "register-2026", table()) == imports.Stored(path, 19, len(before))
    assert path.read_bytes() == before


def test_a_fault_on_the_way_leaves_what_stood_there(seeds: Path) -> None:
    path = imports.place(seeds, "register-2026")
    before = path.read_bytes()

    def broken() -> Iterator[dict[str, Any]]:
        yield from table()
        raise ValueError("the table ends in the middle of a row")

    with pytest.raises(ValueError, match="middle of a row"):
        imports.write(seeds, "register-2026", broken())
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_imports_are_seeds(seeds: Path) -> None:
    path = imports.place(seeds, "register-2026")
    assert seed_files(seeds) == [seeds / "facts.yaml", path]
    assert len(load(seeds).located) == 4 + 19
    known = fingerprint(seeds)
    imports.write(seeds, "register-2026", table(hedge="likely"))
    assert fingerprint(seeds) != known


def test_each_row_is_proven(seeds: Path, tmp_path: Path) -> None:
    assert verify(load(seeds), tmp_path / "texts").verified == len(ROWS)
    text = tmp_path / "texts" / "register-2026.txt"
    text.write_text(TEXT.replace("2003,4", "2003,5"), encoding="utf-8")
    found = verify(load(seeds), tmp_path / "texts")
    assert (found.verified, [problem.where for problem in found.wrong if problem.where]) == (
        len(ROWS) - 1,
        [load(seeds).located[4 + 8].place("cited", 0)],
    )
    assert found.wrong[0].where is not None
    assert found.wrong[0].where.file.endswith("imports/register-2026.jsonl.gz")
    assert found.wrong[0].where.line == 9


def test_facts_of_the_seeds_may_name_facts_of_an_import(seeds: Path) -> None:
    answer = """\
claims:
- id: betaland-answers
  topic: transfers
  stance: denies
  speaker: betaland
  said: 2026-03-01
  about: register-3
  answers: [register-3-arrived]
  paraphrase: Betaland says that no aircraft came.
  cited:
  - {document: register-2026, page: 1}
"""
    (seeds / "facts.yaml").write_text(SEEDS + answer, encoding="utf-8")
    assert len(load(seeds).located) == 5 + 19
    (seeds / "facts.yaml").write_text(SEEDS + answer.replace("register-3-", "register-3x-"), encoding="utf-8")
    (found,) = [line for line in problems(seeds) if "register-3x-arrived" in line]
    assert "facts.yaml:23:13" in found
    assert "did you mean 'register-3-arrived'?" in found


def test_what_an_import_names_wrongly_is_told_once(seeds: Path) -> None:
    imports.write(seeds, "register-2026", table(place="dunay"))
    (found,) = problems(seeds)
    assert "imports/register-2026.jsonl.gz:3:" in found
    assert "'dunay' is named in 9 places but defined nowhere" in found


def test_different_faults_of_one_sort_are_told_once(seeds: Path) -> None:
    imports.write(seeds, "register-2026", table(stance="sings"))
    with pytest.raises(SeedError) as raised:
        load(seeds)
    (problem,) = raised.value.problems
    assert str(problem).startswith(f"{problem.where}: ")
    assert "(and 8 more like this in the file, the next in line 5)" in problem.what
    assert raised.value.total == 9


def test_an_id_that_seeds_and_import_have_is_one_clear_error(seeds: Path) -> None:
    state = {"type": "state", "id": "alphaland", "name": "Alphaland"}
    imports.write(seeds, "register-2026", [state, *table()])
    (found,) = problems(seeds)
    assert "imports/register-2026.jsonl.gz:1:25: the id 'alphaland' is taken: " in found
    assert "facts.yaml:7:7 has it" in found
    assert "import the table again" in found


def test_warnings_of_an_import_are_grouped(seeds: Path) -> None:
    imports.write(seeds, "register-2026", table(when="2031"))
    grouped = [f for f in check(seeds).findings if "more like this in the file" in f.problem.what]
    assert grouped
    assert len({(f.rule, f.level) for f in grouped}) == len(grouped)


def test_an_import_that_unpacks_to_too_much_is_not_read_on(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "UNPACKED", 1000)
    (found,) = problems(seeds)
    assert "register-2026.jsonl.gz:4: it holds more than 1,000 bytes" in found


def test_a_damaged_import_is_said_and_blames_nothing_else(seeds: Path) -> None:
    path = imports.place(seeds, "register-2026")
    path.write_bytes(path.read_bytes()[:-30])
    (found,) = problems(seeds)
    assert "damaged gzip file" in found
    path.write_bytes(gzip.compress(b""))
    (found,) = problems(seeds)
    assert "the file is empty" in found
    path.unlink()
    path.symlink_to("/etc/hostname")
    (found,) = problems(seeds)
    assert "leads out of" in found


def test_thousands_of_wrong_ids_are_told_in_few_lines(seeds: Path) -> None:
    claims = [fact for fact in table() if fact["type"] == "claim"][:1]
    many = [{**claims[0], "id": f"c-{n}", "about": f"gone-{n}"} for n in range(3000)]
    imports.write(seeds, "more", many)
    with pytest.raises(SeedError) as raised:
        load(seeds)
    assert (len(raised.value.problems), raised.value.total) == (1, 3000)
