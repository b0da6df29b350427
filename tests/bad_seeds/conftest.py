"""What is said about wrong seeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import SeedError
from kg.sources.seeds import load
from tests.bad_seeds.right import Wrong


@pytest.fixture
def wrong(tmp_path: Path) -> Wrong:
    """Write files below `seeds/`, load them, and return every problem without that folder's name."""

    def run(**files: str | bytes) -> list[str]:
        folder = tmp_path / "seeds"
        folder.mkdir(exist_ok=True)
        for name, content in files.items():
            (folder / f"{name}.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
        with pytest.raises(SeedError) as caught:
            load(folder)
        return [str(problem).replace("seeds/", "") for problem in caught.value.problems]

    return run
