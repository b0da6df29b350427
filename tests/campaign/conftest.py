"""A warm process for each test file, and files of several sizes that loads can be told apart by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench.generate import generate
from tests.campaign.zygote import Zygote

Made = Callable[[int, int], Path]
"""Return a file of so many claims, drawn from a seed; made once."""


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with Zygote() as one:
        yield one


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("made")

    def file(claims: int, seed: int) -> Path:
        path = folder / f"{claims}-{seed}.jsonl"
        if not path.exists():
            path.write_text("\n".join(generate(claims, seed)) + "\n", encoding="utf-8")
        return path

    return file
