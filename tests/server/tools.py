"""Small programs that stand for Java, Maven and Docker, and what all tests of the server name."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kg.server.releases import RELEASES

ROOT = Path(__file__).parents[2]
LTS, NEW = RELEASES["5.26"], RELEASES["2026"]
ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a local server is for Linux and macOS")


def script(path: Path, text: str) -> Path:
    """Write a program in this Python."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!{sys.executable}\n{text}")
    path.chmod(0o755)
    return path


def jdk(home: Path, version: str) -> Path:
    script(home / "bin" / "java", "")
    (home / "release").write_text(f'IMPLEMENTOR="X"\nJAVA_VERSION="{version}"\n')
    return home
