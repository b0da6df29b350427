"""Is this process really that server? And end it. Linux and macOS, without a library."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from kg.system.environment import for_others


def arguments(pid: int) -> str:
    """Return the command line of a process, one space between arguments; empty if it does not live.

    A process that has ended but was not yet waited for (a zombie) has none.
    """
    with contextlib.suppress(ChildProcessError, OSError):
        os.waitpid(pid, os.WNOHANG)  # only has an effect on our own children
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        if Path("/proc/self/cmdline").exists():
            return ""
    command = ["ps", "-ww", "-o", "command=", "-p", str(pid)]  # macOS has no /proc
    done = subprocess.run(
        command, env=for_others(), capture_output=True, text=True, errors="replace", check=False
    )
    return done.stdout.strip()


def is_that(pid: int | None, marks: Sequence[str]) -> bool:
    """Say whether the process lives and its command line holds every mark.

    A stale pid file names a process that is gone, or by now somebody else's.
    """
    if not pid or pid < 2:
        return False
    line = arguments(pid)
    return bool(line) and all(mark in line for mark in marks)


def end(pid: int, marks: Sequence[str], timeout: float) -> bool:
    """End a process: politely first, by force after the timeout.

    Args:
        pid: the process.
        marks: what its command line holds; checked again before each signal.
        timeout: seconds it may take to end by itself.

    Returns:
        True when it ended by itself, False when it had to be killed.
    """
    for sign, patience in ((signal.SIGTERM, timeout), (signal.SIGKILL, 10.0)):
        if not is_that(pid, marks):
            return True
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, sign)
        until = time.monotonic() + patience
        while time.monotonic() < until:
            if not is_that(pid, marks):
                _reap(pid)
                return sign == signal.SIGTERM
            time.sleep(0.05)
    return False


def _reap(pid: int) -> None:
    """Wait for a child of ours that is ending; its command line is empty a moment before it has ended."""
    until = time.monotonic() + 2
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(pid, os.WNOHANG) == (0, 0) and time.monotonic() < until:
            time.sleep(0.01)
