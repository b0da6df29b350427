"""Running a free statement on the embedded engine within limits, in a process that can be ended at any time.

The engine cannot be interrupted: it looks at its own clock rarely, and a list that does not fit into memory
ends the process. So a statement that a person or a program wrote runs in a process of its own
(`kg.store.embedded.worker`).
"""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kg.errors import Location, Problem, StatementError, StoreError
from kg.store.embedded.worker import Job, Refused
from kg.store.refusals import megabytes, too_long, too_much
from kg.store.values import Answer
from kg.system.environment import for_others
from kg.system.leftovers import Folder

STARTING = 5.0
"""Seconds that a process may take before its statement starts, on a machine that has much else to do."""
ALARM = 14
"""The signal by which the process ends itself when the time is up.

Where there are no signals, its parent ends it.
"""


TOKENS = {
    "LParen": "(",
    "RParen": ")",
    "LBrace": "{",
    "RBrace": "}",
    "LBracket": "[",
    "RBracket": "]",
    "Colon": ":",
    "Comma": ",",
    "Eq": "=",
    "Arrow": "->",
}
"""How the engine calls signs in its messages."""


def run(job: Job, name: str) -> Answer:
    """Run a job in a process of its own.

    Args:
        job: what to run.
        name: how messages call the store.

    Raises:
        StatementError: the engine cannot read the statement.
        StoreError: it would write or read files, or takes longer or more memory than allowed.
    """
    with Folder() as folder:  # for what the engine does not delete when it is ended
        return _run(job, name, folder)


def _run(job: Job, name: str, folder: Path) -> Answer:
    sent = pickle.dumps(job, pickle.HIGHEST_PROTOCOL)
    command = [sys.executable, "-P", "-c", "from kg.store.embedded.worker import main; main()"]
    try:
        done = subprocess.run(
            command,
            input=sent,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(folder),
            check=False,
            timeout=job.limits.seconds + STARTING,
        )
    except subprocess.TimeoutExpired:
        raise StoreError(too_long(name, job.limits.seconds)) from None
    if done.returncode == -ALARM:
        raise StoreError(too_long(name, job.limits.seconds))
    if done.returncode or not done.stdout:
        raise StoreError(too_much(name, megabytes(job.limits.memory), ", or met a fault of the engine"))
    answer: Answer | Refused = pickle.loads(done.stdout)
    if isinstance(answer, Answer):
        return answer
    if answer.why == "reads files":
        raise StoreError(reads_files(name))
    raise explained(answer.said, name, job.limits.seconds)


@contextmanager
def lent(path: str | None, db: Any) -> Iterator[str]:
    """Yield the file of a store; a graph in memory is copied to a file for as long as it is needed."""
    if path is not None:
        yield path
        return
    with Folder() as folder:
        copy = os.path.join(folder, "memory.grafeo")
        db.save(copy)
        yield copy


def explained(said: str, name: str, seconds: float) -> StoreError | StatementError:
    """Return what the engine said of a statement as an error that a person can act on.

    Example:
        >>> said = "GRAFEO-Q001: syntax error: [Cypher] Expected RParen\\n  --> query:1:16"
        >>> print(explained(said, "x", 30))
        statement:1:16: expected ')'
    """
    if "read-only" in said:
        return StoreError(
            Problem(
                f"{name}: the statement would write, and the store is open for reading only",
                todo="use a statement that only reads",
            )
        )
    if "Q003" in said:
        return StoreError(too_long(name, seconds))
    first = re.sub(
        r"^GRAFEO-\w+: (\w+ error: )?(\[Cypher\] )?", "", said.splitlines()[0] if said else "it failed"
    )
    first = re.sub(
        r"\b([LR](?:Paren|Brace|Bracket)|Colon|Comma|Eq|Arrow)\b", lambda m: f"'{TOKENS[m[1]]}'", first
    )
    hint = re.search(r"help: (.+)", said)
    place = re.search(r"--> query:(\d+):(\d+)", said)
    line, column = (int(place[1]), int(place[2])) if place else (0, 0)
    what = first[:1].lower() + first[1:]
    todo = hint[1][:1].lower() + hint[1][1:] if hint else ""
    return StatementError(Problem(what, Location("statement", line, column), todo=todo), line, column)


def reads_files(name: str) -> Problem:
    """Return the problem of a statement that would read files or addresses (LOAD CSV)."""
    return Problem(
        f"{name}: the statement would read files, and free statements read only the graph",
        todo="use a statement without LOAD CSV",
    )


def _environment(temporary: Path) -> dict[str, str]:
    """Return the environment with this package first on the path, and a folder for temporary files."""
    folder = str(Path(__file__).resolve().parents[3])
    known = os.environ.get("PYTHONPATH")
    path = f"{folder}{os.pathsep}{known}" if known else folder
    more = {"PYTHONPATH": path, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))}
    return for_others(more)
