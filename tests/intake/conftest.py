"""An empty desk, for the tests that ask for it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.tools import OURS


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder with no variable set that changes the command line."""
    for name in list(os.environ):
        if name.startswith(OURS):
            monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    return tmp_path
