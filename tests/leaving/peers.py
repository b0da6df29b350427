"""Programs of others that read what we wrote, in an environment of their own with versions of its own."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.leaving.environment import python

_HERE = Path(__file__).parent


def read_by(reader: str, *given: str | Path, timeout: float = 600) -> Any:
    """Run a script of `tests/leaving/readers` with the programs of others and return what it prints as JSON.

    Where that environment is missing, the test is skipped, and on CI it fails.
    """
    program = python()
    if not program.exists():
        said = f"no environment of the readers at {program.parents[1]}: run 'make peers'"
        pytest.fail(said) if os.environ.get("CI") else pytest.skip(said)
    command = [str(program), str(_HERE / "readers" / f"{reader}.py"), *map(str, given)]
    own = {**os.environ, "PYTHONPATH": str(_HERE.parents[1])}  # what hands our SQL to Spark is ours
    done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False, env=own)
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout)
