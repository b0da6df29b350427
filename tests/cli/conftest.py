"""A stranger's desk: an empty folder, a clean environment, and copies of the facts to work on."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kg import paths
from kg.corpus import home
from tests.cli import corpus
from tests.cli.tools import OURS, run


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder, with no variable set but the one that says whose facts these are."""
    for name in list(os.environ):
        if name.startswith(OURS):
            monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("KG_CORPUS", home())
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the facts that come with the program, and the default store built from them."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(paths.seeds(), folder / "seeds")
    assert run("load", "--seeds", folder / "seeds").code == 0
    return folder


@pytest.fixture
def corpus_folder(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand where the whole corpus is the default one; nothing there may be changed."""
    monkeypatch.setenv("KG_SEEDS", str(desk / "seeds"))
    return desk


@pytest.fixture(scope="session")
def _little(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("little")
    corpus.write(folder / "seeds")
    assert run("load", "--seeds", folder / "seeds").code == 0
    return folder


@pytest.fixture
def little(_little: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand where the small corpus is the default one, loaded; nothing there may be changed."""
    monkeypatch.setenv("KG_SEEDS", str(_little / "seeds"))
    return _little


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand where the small corpus is the default one, not loaded yet; its files may be changed."""
    corpus.write(tmp_path / "seeds")
    monkeypatch.setenv("KG_SEEDS", str(tmp_path / "seeds"))
    return tmp_path / "seeds"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with the texts of the small corpus."""
    return corpus.write_texts(tmp_path / "texts")
