"""The example that each command prints in its help runs as it is printed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import click
import pytest

from kg.cli._group import group
from tests.cli.tools import ROOT, clean
from tests.curate.conftest import SOURCES, TEXTS, needs_texts


def _examples(*path: str) -> list[str]:
    command: click.Command | None = group
    for name in path:
        assert isinstance(command, click.Group)
        command = command.get_command(click.Context(command), name)
    assert command
    text = (command.help or "").split("Example:\n")[1]
    return [line.strip() for line in text.split("\n") if line.strip().startswith("kg ")]


OURS = [("check",), ("verify",), ("cite",), ("coverage",), ("add",), ("draft",)]


@needs_texts
@pytest.mark.parametrize("path", OURS, ids=" ".join)
def test_examples_run(path: tuple[str, ...], tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs" / "example", tmp_path / "docs" / "example")
    (tmp_path / "build").mkdir()
    (tmp_path / "texts").mkdir()
    for text in TEXTS:
        shutil.copy(text, tmp_path / "texts")
    examples = _examples(*path)
    assert examples
    for line in examples:
        done = subprocess.run(
            ["bash", "-c", line],
            cwd=tmp_path,
            env=clean({"KG_SOURCES": str(SOURCES)}),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (line, done.stderr)
