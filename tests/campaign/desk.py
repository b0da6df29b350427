"""Folders in which commands run, and what a command must have left there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.campaign.zygote import Ended, Job, Zygote

OWN = {"tmp", "home", "job.out", "job.err"}
"""What a desk itself puts into its folder."""
TRIAL = re.compile(r"[a-z0-9_]{8}")
"""What Python calls a file with which it tries a folder."""


class Desk:
    """A folder with a home and a place for temporary files, where a warm process runs commands.

    Attributes:
        folder: where commands run.
        env: variables of all of them.
    """

    def __init__(self, zygote: Zygote, folder: Path, env: Mapping[str, str] = {}) -> None:
        """Make the folder."""
        self._zygote, self.folder = zygote, folder
        self.env = {"TMPDIR": str(folder / "tmp"), "HOME": str(folder / "home"), **env}
        self.clear()

    def clear(self) -> None:
        """Empty the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
        for name in ("tmp", "home"):
            (self.folder / name).mkdir(parents=True)

    def job(self, *words: str | Path, **more: Any) -> Job:
        """Return the job of one command; see `Job`."""
        return Job([[*map(str, words)]], str(self.folder), env=self.env, **more)

    def kg(self, *words: str | Path, **more: Any) -> Ended:
        """Run one command."""
        return self._zygote.do(self.job(*words, **more))[0]

    def export(self, *words: str | Path, store: str = "") -> str:
        """Run a command and export what is in a store then, both without a fault; return what was exported.

        Args:
            words: of the command.
            store: for both; empty for the default one.
        """
        where = ("--store", store) if store else ()
        done, shown = self.kg(*words, *where), self.kg("export", "jsonl", *where)
        assert (done.code, shown.code) == (0, 0), (done, shown)
        return shown.out

    def strays(self, *known: str) -> list[str]:
        """Return what else lies about in the folder or the one for temporary files.

        Not counted is the file of four bytes with which Python tries a folder for temporary files: who is
        killed in that moment leaves it, whatever the program.
        """
        return [
            str(path.relative_to(self.folder))
            for path in sorted((self.folder).iterdir())
            if path.name not in {*OWN, *known}
        ] + [f"tmp/{path.name}" for path in sorted((self.folder / "tmp").iterdir()) if not _is_trial(path)]


def _is_trial(path: Path) -> bool:
    """Return whether a file is Python's trial of a folder (`tempfile.gettempdir`), written or not yet."""
    return bool(TRIAL.fullmatch(path.name)) and path.is_file() and path.read_bytes() in (b"", b"blat")
