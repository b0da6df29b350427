"""Programs of others that read what we wrote, in an environment of their own with versions of its own."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

_HERE = Path(__file__).parent
PYTHON = Path(os.environ.get("KG_PEERS") or _HERE.parents[1] / ".venv-peers" / "bin" / "python")
"""The Python of that environment; `make test` makes it."""


def read_by(reader: str, *given: str | Path, timeout: float = 600) -> Any:
    """Run a script of `tests/leaving/readers` with the programs of others and return what it prints as JSON.

    Where that environment is missing, the test is skipped, and on CI it fails.
    """
    if not PYTHON.exists():
        said = f"no environment of the readers at {PYTHON}: run 'make {PYTHON.parents[1].name}/.made'"
        pytest.fail(said) if os.environ.get("CI") else pytest.skip(said)
    command = [str(PYTHON), str(_HERE / "readers" / f"{reader}.py"), *map(str, given)]
    own = {**os.environ, "PYTHONPATH": str(_HERE.parents[1])}  # what hands our SQL to Spark is ours
    done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False, env=own)
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout)
