"""Small generated files, and what they must become."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bench.generate import generate

Writer = Callable[..., str]


@pytest.fixture(scope="session")
def lines() -> list[str]:
    """A generated corpus of 200 claims."""
    return list(generate(200, seed=7))


@pytest.fixture
def write(tmp_path: Path) -> Writer:
    """Write lines to a file and return its path."""

    def write(lines: Sequence[str], name: str = "facts.jsonl") -> str:
        path = tmp_path / name
        path.write_bytes(("\n".join(lines) + "\n").encode())
        return str(path)

    return write
