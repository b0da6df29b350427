"""The articles are not ours: no file of the repository holds more than a few of their words in a row."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.cli._group import group
from tests.cli.tools import ROOT, clean
from tests.curate.conftest import SOURCES, needs_texts

MOST = 5
NAMES = (
    "carnegie endowment for international peace", "institute for the study of war", "stiftung wissenschaft und politik",
)  # fmt: skip
"""Names and titles are nobody's text; longer runs that hold one of these count without it."""


def _runs(text: str) -> Iterator[str]:
    plain = " ".join(re.findall(r"\w+", text.casefold()))
    for number, name in enumerate(NAMES):
        plain = plain.replace(name, f"name{number}")
    words = plain.split()
    for i in range(len(words) - MOST):
        yield " ".join(words[i : i + MOST + 1])


@needs_texts
def test_no_file_copies_an_article() -> None:
    articles = {run for file in Path(str(SOURCES)).glob("*.txt") for run in _runs(file.read_text("utf-8"))}
    assert len(articles) > 1000
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    found = []
    for name in filter(None, listed.decode().split("\0")):
        path = ROOT / name
        if path.is_file() and path.stat().st_size < 2_000_000:
            found += [f"{name}: {run}" for run in _runs(path.read_bytes().decode("utf-8", "replace")) if run in articles]
    assert found == []


def _examples(*path: str) -> list[str]:
    command = group
    for name in path:
        command = command.get_command(None, name)  # type: ignore[assignment, arg-type]
    text = (command.help or "").split("Example:\n")[1]
    return [line.strip() for line in text.split("\n") if line.strip().startswith("kg ")]


OURS = [("check",), ("verify",), ("cite",), ("coverage",), ("new",), ("new", "document")]


@needs_texts
@pytest.mark.parametrize("path", OURS, ids=" ".join)
def test_examples_run(path: tuple[str, ...], tmp_path: Path) -> None:
    import shutil

    shutil.copytree(ROOT / "docs" / "example", tmp_path / "docs" / "example")
    (tmp_path / "build").mkdir()
    (tmp_path / "texts").symlink_to(str(SOURCES))
    examples = _examples(*path)
    assert examples
    for line in examples:
        done = subprocess.run(["bash", "-c", line], cwd=tmp_path, env=clean({"KG_SOURCES": str(SOURCES)}), capture_output=True, text=True, check=False)
        assert done.returncode == 0, (line, done.stderr)
