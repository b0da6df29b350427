"""A warm process that does jobs in forked children: it has imported the program already and holds no store.

It reads one line of JSON for some jobs at once and answers with one line: how each ended. `Zygote` is the
other end. A child may be killed with SIGKILL at a given moment, and children never outlive their jobs.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from tests.cli.tools import ROOT, clean

WAIT = 0.002
"""Seconds between two looks at the children."""
WARM = (
    "kg.cli.ask", "kg.cli.export", "kg.cli.load", "kg.cli.show", "kg.formats.facts_jsonl", "kg.formats.json",
    "kg.load.opening", "kg.load.seeds", "kg.load.stream.plan", "kg.model.convert", "kg.questions.run",
    "kg.sources.seeds", "kg.store.embedded.store", "kg.store.embedded.values", "kg.store.neo4j.store",
    "kg.store.read_rows",
)  # fmt: skip
"""Modules of the program that most jobs need."""
MOST = 120.0
"""Seconds after which a child is ended and counts as one that hangs."""


class Job(NamedTuple):
    """Commands for one child, one after the other as long as they succeed.

    Attributes:
        commands: arguments of `kg`, without its name.
        folder: in which they run, and which gets what they print, as `NAME.out` and `NAME.err`.
        name: of those two files.
        env: variables beside a clean environment.
        kill: seconds after which the child is killed; None for never.
        cold: start Python anew rather than fork; for a single command.
        wait: seconds before the child begins.
    """

    commands: Sequence[Sequence[str]]
    folder: str
    name: str = "job"
    env: Mapping[str, str] = {}
    kill: float | None = None
    cold: bool = False
    wait: float = 0.0

    def said(self, stream: str) -> str:
        """Return what it printed to `out` or `err`."""
        return Path(self.folder, f"{self.name}.{stream}").read_text("utf-8", "replace")


class Ended(NamedTuple):
    """How a child ended: its exit code or minus its signal, what it printed, how long it took in seconds."""

    code: int
    out: str
    err: str
    seconds: float

    @property
    def killed(self) -> bool:
        """Whether it was killed before its end."""
        return self.code == -signal.SIGKILL


class Zygote:
    """The warm process, as a context; `do` may be called by one thread at a time."""

    def __enter__(self) -> Self:
        """Start it."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__], cwd=ROOT, env=clean({"PYTHONPATH": str(ROOT), "COLUMNS": "80"}),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        return self

    def do(self, *jobs: Job) -> list[Ended]:
        """Do some jobs at once and wait until all of them ended."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(jobs) + "\n")
        self._process.stdin.flush()
        ended = json.loads(self._process.stdout.readline())
        return [
            Ended(code, job.said("out"), job.said("err"), took)
            for job, (code, took) in zip(jobs, ended, strict=True)
        ]

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        self._process.communicate()


def serve() -> None:
    """Answer lines of jobs until there are no more."""
    for line in sys.stdin:
        jobs = [Job(*one) for one in json.loads(line)]
        sys.stdout.write(f"{json.dumps(_all(jobs))}\n")
        sys.stdout.flush()


def _all(jobs: Sequence[Job]) -> list[tuple[int, float]]:
    begun = time.monotonic()
    running = {_fork(job): number for number, job in enumerate(jobs)}
    ended: dict[int, tuple[int, float]] = {}
    while running:
        now = time.monotonic() - begun
        for pid, number in [*running.items()]:
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                ended[running.pop(pid)] = (os.waitstatus_to_exitcode(status), now)
            elif now >= (MOST if (at := jobs[number].kill) is None else at):
                os.kill(pid, signal.SIGKILL if at is not None else signal.SIGABRT)
        time.sleep(WAIT)
    return [ended[number] for number in range(len(jobs))]


def _fork(job: Job) -> int:
    names = (os.devnull, *(os.path.join(job.folder, f"{job.name}.{kind}") for kind in ("out", "err")))
    streams = [os.open(name, os.O_RDWR | os.O_CREAT | os.O_TRUNC) for name in names]
    if pid := os.fork():
        for stream in streams:
            os.close(stream)
        return pid
    code = 70
    try:
        os.chdir(job.folder)
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        os.environ.update(job.env)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        time.sleep(job.wait)
        if job.cold:
            os.execv(sys.executable, [sys.executable, "-m", "kg", *job.commands[0]])
        code = run(job)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def run(job: Job) -> int:
    """Run the commands of a job in this process; return the code of the last."""
    from kg.cli import main

    for words in job.commands:
        try:
            main([*words])
        except SystemExit as done:
            if done.code:
                return done.code if isinstance(done.code, int) else 1
    return 0


def warm() -> None:
    """Import what the commands need, so that children have it at once."""
    for name in WARM:
        import_module(name)


if __name__ == "__main__":
    warm()
    serve()
