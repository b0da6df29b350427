"""Ends what a run of tests has started, should the run be killed.

Servers run detached, as they do for people, and browsers have helpers: they would go on for ever. This
program is started beside each run and reads its standard input: a word when the run ends as it should, the
end of the pipe when the run is no more. Then every process that names the run's folder on its command line,
as servers and browsers do, is ended.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

GRACE = 20.0
"""Seconds for which what the killed run's workers may still start is ended, too."""


class Guard:
    """A process that outlives this one by moments, and ends what this one leaves."""

    def __init__(self, folder: Path) -> None:
        """Watch over what names a path below the folder on its command line."""
        command = [sys.executable, "-S", __file__, str(folder)]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Say that the run ended as it should, and wait until nothing of it is left."""
        self._process.communicate("done")

    def __enter__(self) -> None:
        """Nothing more to do: it watches already."""


def naming(text: str) -> dict[int, str]:
    """Return every process of this machine whose command line holds a text: command lines by process id."""
    command = ["ps", "-ww", "-A", "-o", "pid=,command="]
    listed = subprocess.run(command, capture_output=True, text=True, errors="replace", check=True).stdout
    return {
        int(pid): line
        for pid, _, line in (one.strip().partition(" ") for one in listed.splitlines())
        if text in line
    }


def end_all(folder: str) -> None:
    """Kill every process that names a path below the folder as a value on its command line."""
    for pid in naming(f"={folder}/"):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    ended = sys.stdin.read() == "done"
    until = time.monotonic() + (0 if ended else GRACE)
    end_all(sys.argv[1])
    while time.monotonic() < until:
        time.sleep(0.5)
        end_all(sys.argv[1])
