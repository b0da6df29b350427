"""The pages that are made from the program are fresh; KG_UPDATE_DOCS=1 writes them anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.cli.reference import commands, reference, tour
from tests.cli.tools import ROOT, widest

RENEW = bool(os.environ.get("KG_UPDATE_DOCS"))  # read before the desk is cleared of our variables
CLI, TOUR = ROOT / "docs" / "cli.md", ROOT / "docs" / "tour.md"


def _fresh(page: Path, wanted: str) -> None:
    if RENEW:
        page.write_text(wanted, encoding="utf-8", newline="\n")
    assert page.read_text(encoding="utf-8") == wanted, (
        "run the test with KG_UPDATE_DOCS=1 and look at what changed"
    )


def test_reference_is_fresh() -> None:
    _fresh(CLI, reference())


def test_reference_has_every_command_and_fits_a_page() -> None:
    text = CLI.read_text(encoding="utf-8")
    for words in commands():
        assert re.search(rf"^#+ {' '.join(('kg', *words))}$", text, re.M), words
    for block in re.findall(r"```text\n(.*?)```", text, re.S):
        assert (
            widest("\n".join(line for line in block.splitlines() if not line.strip().startswith("kg "))) <= 80
        )


@pytest.mark.usefixtures("corpus_folder")
def test_tour_shows_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    _fresh(TOUR, tour(TOUR.read_text(encoding="utf-8")))


def test_tour_fits_a_terminal() -> None:
    for block in re.findall(r"```console\n\$ [^\n]*\n(.*?)```", TOUR.read_text(encoding="utf-8"), re.S):
        assert block
        lines = [
            line
            for line in block.splitlines()
            if not line.startswith(
                ("error:", "note:", "  ", ":param", "MATCH", "RETURN", "WITH", "OPTIONAL", "WHERE")
            )
        ]
        assert widest("\n".join(lines)) <= 80


def test_no_page_names_a_machine() -> None:
    for page in (CLI, TOUR):
        assert not re.search(r"(?<![\w.])/(home|root|work|tmp|Users)/", page.read_text(encoding="utf-8"))
