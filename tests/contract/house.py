"""A copy of the program to which a test adds files, as somebody does who extends it."""

from __future__ import annotations

import base64
import gzip
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tests.cli import corpus
from tests.cli.tools import clean

ROOT = Path(__file__).resolve().parents[2]


class Ran(NamedTuple):
    """How a call ended and what it said."""

    code: int
    out: str
    err: str


class House:
    """A copy of `kg/`, `cypher/`, `schemas/` and `pyproject.toml` with the small corpus as `seeds/`.

    Attributes:
        path: its folder, in which calls run.
        built: where what is written belongs.
    """

    def __init__(self, path: Path) -> None:
        """Copy what is needed into a folder, with what Python has compiled of it."""
        self.path, self.built = path, path / "build"
        self._own = {"PYTHONPATH": str(path), "KG_CORPUS": str(path)}
        for name in ("kg", "cypher", "schemas"):
            shutil.copytree(ROOT / name, path / name)
        shutil.copy(ROOT / "pyproject.toml", path)
        corpus.write(path / "seeds")
        (path / "kg.toml").write_text("", "utf-8")

    def add(self, file: str, text: str) -> Path:
        """Write one more file."""
        path = self.path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def python(self, *arguments: str, env: Mapping[str, str] | None = None) -> Ran:
        """Run Python with this copy of the program, with `env` beside it."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.path,
            # What changes is compiled once, whatever is the custom where the tests run.
            env=clean({**self._own, "PYTHONDONTWRITEBYTECODE": "", **(env or {})}),
            capture_output=True,
            timeout=300,
            check=False,
        )
        ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in ran.err, ran.err
        return ran

    def kg(self, *arguments: str, code: int = 0) -> str:
        """Run `kg`, and return what it says."""
        ran = self.python("-m", "kg", *arguments)
        assert ran.code == code, ran.err
        return ran.out + (ran.err if code else "")

    def read(self, file: str) -> str:
        """Return the text of a file below `built`."""
        return (self.built / file).read_text("utf-8")


def packed(page: str) -> list[Any]:
    """Return the packed data in an HTML page."""
    texts = re.findall(r'<script type="application/[^"]*" id="(?:shown|known)">([^<]+)</script>', page)
    return [json.loads(gzip.decompress(base64.b64decode(text))) for text in texts]


def viewer(page: str) -> str:
    """Return the script of a page that is one file."""
    packed_script = page.partition('id="viewer">')[2].partition("<")[0]
    return gzip.decompress(base64.b64decode(packed_script)).decode()
