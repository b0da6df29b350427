"""A run of tests that is killed leaves no server behind, though servers are started detached."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guard import naming
from tests.servers import jars_of
from tests.waiting import until

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.neo4j
WAITS = """
import signal
import pytest

@pytest.mark.neo4j
def test_that_never_ends(servers):
    print(servers.address("5.26").uri, flush=True)
    signal.pause()
"""


@pytest.mark.parametrize(
    "more", [("-n", "1"), pytest.param((), marks=pytest.mark.slow)], ids=["a worker", "one process"]
)
def test_a_killed_run_leaves_no_server(more: tuple[str, ...], tmp_path: Path) -> None:
    jars_of("5.26")
    (tmp_path / "test_waits.py").write_text(WAITS)
    home = tmp_path / "run"
    words = [
        "-q",
        "-s",
        "-p",
        "no:cacheprovider",
        "-p",
        "tests.conftest",
        "-c",
        str(ROOT / "pyproject.toml"),
        f"--basetemp={home}",
    ]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    run = subprocess.Popen(
        [sys.executable, "-m", "pytest", *words, *more, str(tmp_path / "test_waits.py")],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        until(
            lambda: any("CommunityEntryPoint" in line for line in naming(f"={home}/").values()),
            120,
            lambda: run.poll() is None,
        )
    finally:
        os.kill(run.pid, signal.SIGKILL)
        said = run.communicate()[0]
    assert "passed" not in said
    until(lambda: not naming(f"={home}/"))
