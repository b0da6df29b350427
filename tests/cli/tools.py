"""Running the command line as a person would: in this process, or in one of its own."""

from __future__ import annotations

import ctypes
import io
import os
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.cli import main
from kg.corpus import home

ROOT = Path(kg.__file__).resolve().parent.parent
KG = Path(sys.executable).with_name("kg")
OURS = (
    "KG_",
    "NEO4J_",
    "COLUMNS",
    "LINES",
    "PYTHONIOENCODING",
    "PYTHONUTF8",
    "LC_ALL",
    "LANG",
    "FORCE_COLOR",
    "NO_COLOR",
)
"""Beginnings of the environment variables that change what the command line does."""


def shown_on(terminal: int, seen: Callable[[bytes], None] = lambda so_far: None) -> bytes:
    """Return what is shown on a pseudo-terminal until nobody writes there any more, and close it.

    `seen` gets all that was shown so far.
    """
    shown = b""
    while True:
        try:
            part = os.read(terminal, 65_536)
        except OSError:
            break
        if not part:
            break
        shown += part
        seen(shown)
    os.close(terminal)
    return shown


@dataclass(frozen=True)
class Ran:
    """What a run left: exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    def refused(self, *words: str) -> None:
        """Assert that the call was wrong (exit 2), with one line that holds these words and no output."""
        self._failed(2, words)

    def failed(self, *words: str) -> None:
        """Assert that it failed (exit 1), with a message that holds these words and no output."""
        self._failed(1, words)

    def _failed(self, code: int, words: Sequence[str]) -> None:
        assert (self.code, self.out) == (code, ""), self
        assert self.err.startswith("error: "), self.err
        for word in words:
            assert word in self.err, self.err

    def done(self) -> str:
        """Assert that it was done without a word on standard error, and return standard output."""
        assert (self.code, self.err) == (0, ""), self
        return self.out


class _Stream(io.TextIOWrapper):
    def __init__(self, tty: bool) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="")
        self.tty = tty

    def isatty(self) -> bool:
        return self.tty

    def text(self) -> str:
        self.flush()
        held = self.buffer
        assert isinstance(held, io.BytesIO)
        return held.getvalue().decode()


def run(
    *args: str | Path, tty: bool = False, err_tty: bool = False, stdin: bytes = b"", both: bool = False
) -> Ran:
    """Run `kg` in this process; `tty` makes standard output a terminal, `err_tty` standard error.

    With `both` errors and notes stand in the output where a terminal shows them.
    """
    out = _Stream(tty)
    err = out if both else _Stream(err_tty)
    before = sys.stdout, sys.stderr, sys.stdin
    sys.stdout, sys.stderr, sys.stdin = out, err, io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    code: Any = "main returned"
    try:
        main([str(arg) for arg in args])
    except SystemExit as done:
        code = done.code or 0
    finally:
        sys.stdout, sys.stderr, sys.stdin = before
    return Ran(code, out.text(), "" if both else err.text())


def clean(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment without what changes the command line, but for whose facts, and with `more`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    path = f"{KG.parent}{os.pathsep}{kept.get('PATH', '')}"
    return {**kept, "KG_CORPUS": home(), "PATH": path, **(more or {})}


def spawn(
    *args: str | Path, env: Mapping[str, str] | None = None, before: Sequence[str] = (), **more: Any
) -> Ran:
    """Run `.venv/bin/kg` in a process of its own, with a clean environment and `env`."""
    command = [*before, str(KG), *map(str, args)]
    done = subprocess.run(command, capture_output=True, env=clean(env), timeout=120, check=False, **more)
    ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ran.err, ran.err
    return ran


def without_rights() -> list[str]:
    """Return what to put before a command so that file permissions hold for it even for root."""
    if os.geteuid():
        return []
    code = (  # PR_CAPBSET_DROP of CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
        "import ctypes, os, sys; c = ctypes.CDLL(None); "
        "[c.prctl(24, right, 0, 0, 0) for right in (1, 2)]; os.execv(sys.argv[1], sys.argv[1:])"
    )
    before = [sys.executable, "-c", code]
    probe = subprocess.run(
        [*before, shutil.which("cat") or "cat", "/dev/null"], check=False, capture_output=True
    )
    if not hasattr(ctypes.CDLL(None), "prctl") or probe.returncode:
        pytest.skip("root whose rights cannot be dropped here")
    return before


def widest(text: str) -> int:
    """Return how many terminal cells the longest line takes."""
    return max((sum(_cells(char) for char in line) for line in text.split("\n")), default=0)


def _cells(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
