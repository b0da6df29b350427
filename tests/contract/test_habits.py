"""The same checks everywhere: what people run, what the hooks run and what CI runs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

import kg

ROOT = Path(__file__).parents[2]


def _read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def _needed(target: str) -> list[str]:
    """Return what a target of the Makefile needs."""
    needed = re.search(rf"^{target}:([^#\n]*)", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert needed
    return needed[1].split()


def test_hooks_run_what_make_lint_runs() -> None:
    [ours] = _read(".pre-commit-config.yaml")["repos"]
    assert [hook["entry"] for hook in ours["hooks"]] == [f"make {target}" for target in _needed("lint")]


def test_ci_leaves_out_of_lint_only_what_is_among_the_tests() -> None:
    assert [*_needed("static"), "fresh"] == _needed("lint")
    text = (ROOT / "Makefile").read_text("utf-8").replace("\\\n", " ")
    fresh = re.search(r"^FRESH := (.*)", text, re.M)
    assert fresh
    assert all(test.startswith("tests/") for test in fresh[1].split())


def test_ci_runs_what_ci_run_runs() -> None:
    steps = _read(".github/workflows/ci.yml")["jobs"]["run"]["steps"]
    assert steps[-1] == {"run": ".ci/run"}
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    made = {word for line in lines if line.startswith("make ") for word in line.split()}
    assert made >= {"demo", "static", "test-all"}


def test_no_lock_names_an_address() -> None:
    packages = json.loads((ROOT / "tests" / "scripts" / "package-lock.json").read_text("utf-8"))["packages"]
    assert all("integrity" in one and "resolved" not in one for name, one in packages.items() if name)
    for lock in ROOT.glob("*.lock"):
        assert "://" not in lock.read_text("utf-8")


def test_the_citation_names_the_version() -> None:
    assert _read("CITATION.cff")["version"] == kg.__version__
