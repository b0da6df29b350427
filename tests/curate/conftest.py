"""Texts and facts of our own for the curator's tools, and the real texts where they are at hand."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.sources.texts import folders
from tests.cli import corpus as small

if TYPE_CHECKING:
    from tests.curate.desk import Desk


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """The small corpus as seed files, to be changed at will."""
    return write(tmp_path / "seeds", small.facts())


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """The texts of the small corpus, to be changed at will."""
    return small.write_texts(tmp_path / "texts")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The small corpus for one check, to be changed at will."""
    from tests.curate.desk import Desk

    return Desk(tmp_path)


@pytest.fixture(autouse=True)
def _desk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable changes where facts and texts are looked for, and lines have 80 columns."""
    for name in ("KG_CORPUS", "KG_SEEDS", "KG_SOURCES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


def write(folder: Path, facts: dict[str, Any]) -> Path:
    """Write facts as seed files into a folder; JSON is YAML with every value written out."""
    for name, part in facts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(part, ensure_ascii=False, indent=1), encoding="utf-8")
    return folder


SOURCES = os.environ.get("KG_SOURCES")
TEXTS = [text for each in folders(Path(SOURCES)) for text in sorted(each.glob("*.txt"))] if SOURCES else []
"""The texts that are at hand, of one corpus or of several."""

needs_texts = pytest.mark.skipif(
    not SOURCES,
    reason="the articles are not ours: KG_SOURCES names the folder of their texts where they are at hand",
)
