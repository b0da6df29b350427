"""Without Java or a browser the other tests run, and the end says what was left out; on CI it fails."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
NO_JAVA = "from kg.server import java\njava.installed = lambda *given: []\n"
NEEDY = (
    "tests/integration/test_refusals.py::test_a_wrong_database_is_named",
    "tests/integration/test_killed_run.py::test_a_killed_run_leaves_no_server[a worker]",
    "tests/browser/test_page_use.py::test_axe_finds_no_violation",
)
WITHOUT = "tests/unit/test_span.py"


def run_without(folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    (folder / "no_java.py").write_text(NO_JAVA)
    ours = ("PYTEST_", "KG_", "NEO4J_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours) and name != "CI"}
    environment = {**kept, "PATH": str(folder), "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}", **more}
    words = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no_java", *NEEDY, WITHOUT]
    return subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_the_rest_runs_and_the_end_says_what_was_left_out(tmp_path: Path) -> None:
    done = run_without(tmp_path)
    end = done.stdout.partition("short test summary info")[2]
    assert done.returncode == 0, done.stdout
    assert "5.26.30 cannot run here: found no Java at all" in end
    assert "Chromium is missing" in end
    assert re.search(r"= \d+ passed, 3 skipped in ", end.splitlines()[-1])


def test_on_ci_what_is_missing_is_a_failure(tmp_path: Path) -> None:
    done = run_without(tmp_path, CI="true")
    assert done.returncode == 1, done.stdout
    assert re.search(r"= 1 failed, \d+ passed, 2 errors in ", done.stdout.splitlines()[-1])
