"""The walk through docs/curating.md, step by step as it is printed there."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from tests.cli.tools import ROOT, clean

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def test_the_walk_in_the_docs_works_as_printed(tmp_path: Path) -> None:
    """Every command of docs/curating.md runs in a checkout, with each YAML block where the text says."""
    for name in ("docs", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    printed = []
    for language, body in BLOCK.findall((ROOT / "docs" / "curating.md").read_text("utf-8")):
        if language == "yaml":
            first, _, rest = body.partition("\n")
            target = tmp_path / first.removeprefix("# ")
            assert target.is_file(), first
            with target.open("a", encoding="utf-8") as stream:
                stream.write(rest)
        elif language == "sh":
            for line in body.splitlines():
                if not line.startswith("#"):
                    done = subprocess.run(
                        ["bash", "-c", line],
                        cwd=tmp_path,
                        env=clean({"COLUMNS": "80"}),
                        capture_output=True,
                        text=True,
                        check=False,
                    )
                    printed.append((line, done.returncode, done.stdout + done.stderr))
    failed = [p for p in printed if p[1] and "kg check" not in p[0]]
    assert failed == []
    checks = [p for p in printed if "kg check" in p[0]]
    assert checks[0][1] == 1, "the first check is to show what is missing"
    assert "event-without-claims" in checks[0][2]
    assert checks[-1][1] == 0, checks[-1]
    assert "warning" not in checks[-1][2], checks[-1]
    assert "verified, 0 unverifiable, 0 wrong" in next(p for p in printed if "kg verify" in p[0])[2]
