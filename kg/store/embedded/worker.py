"""One reading statement in a process of its own, which has nothing to lose.

Started by `kg.store.embedded.free_statements`.

The engine opens the file read-only. Before the statement runs, the process gives up the right to open any
file and to take more than some memory, so that neither `LOAD CSV` nor an endless list does harm.
"""

from __future__ import annotations

import pickle
import re
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

import grafeo

from kg.store.protocol import Element
from kg.store.values import Cut, Limits, Path

READS_FILES = re.compile(r"^ *LoadCsv \(|LoadCsv\(LoadCsvOp", re.M)
"""How a plan shows an operator that reads a file."""


class Job(NamedTuple):
    """What to run: a statement on a file, or only its plan."""

    file: str
    cypher: str
    parameters: dict[str, Any]
    limits: Limits
    plan: bool = False


class Refused(NamedTuple):
    """Why there is no answer: `reads files`, `engine` or `crash`, and what the engine said."""

    why: str
    said: str = ""


def main() -> None:
    """Read a job from standard input, write a `Cut` or `Refused` to standard output."""
    job: Job = pickle.load(sys.stdin.buffer)
    try:
        done: Cut | Refused = _run(job)
    except grafeo.GrafeoError as error:
        done = Refused("engine", str(error))
    except BaseException as error:  # the engine's panics are no Exception
        done = Refused("crash", f"{type(error).__name__}: {error}")
    pickle.dump(done, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)


def _run(job: Job) -> Cut | Refused:
    db = grafeo.GrafeoDB.open_read_only(job.file)
    _give_up_rights(job.limits)
    try:
        plan = db.execute_cypher(f"EXPLAIN {job.cypher}", job.parameters).to_list()[0]["plan"]
    except grafeo.GrafeoError:  # schema commands have no plan; running them says what is wrong
        plan = ""
    if READS_FILES.search(plan):
        return Refused("reads files")
    if job.plan and plan:
        return Cut(("plan",), [(plan.rstrip(),)], False)
    result = db.execute_cypher(job.cypher, job.parameters)
    columns = tuple(result.columns)
    rows: list[tuple[Any, ...]] = []
    for row in result:
        if job.limits.rows and len(rows) == job.limits.rows:
            break
        rows.append(tuple(value_of(row[name], db.get_node) for name in columns))
    return Cut(columns, rows, len(result) > len(rows))


def _give_up_rights(limits: Limits) -> None:
    """Let the operating system hold the engine to its limits; there are none where it cannot (Windows)."""
    import datetime  # noqa: F401  the engine imports it when it returns a day; afterwards nothing can be read
    import decimal  # noqa: F401
    import os

    try:
        import resource
        import signal
    except ImportError:
        return
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)  # nobody handles the signal: it ends the process
    seconds = (int(limits.seconds) + 5) * (os.cpu_count() or 1)
    held = (
        ("RLIMIT_CORE", 0),
        ("RLIMIT_CPU", seconds),
        ("RLIMIT_DATA", limits.memory),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_NOFILE", 0),
    )
    for name, most in held:
        kind = getattr(resource, name)
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(
            kind, (most, most) if hard == resource.RLIM_INFINITY else (min(most, hard), min(most, hard))
        )


def value_of(value: Any, node: Callable[[int], Any]) -> Any:
    """Return a value of the engine in our types.

    Args:
        value: as the engine returned it.
        node: finds a node by the engine's own number.
    """
    if isinstance(value, list):
        return [value_of(item, node) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"nodes", "edges"} and all(isinstance(part, list) for part in value.values()):
        return Path(*(tuple(value_of(item, node) for item in value[part]) for part in ("nodes", "edges")))
    own = {key: value_of(item, node) for key, item in value.items() if not key.startswith("_")}
    if "_labels" in value and "_id" in value:
        return Element(str(own.get("id", value["_id"])), tuple(value["_labels"]), own)
    if "_source" in value and "_target" in value:
        ends = [_id(node(value[end]), value[end]) for end in ("_source", "_target")]
        return Element(str(value["_id"]), (), own, value["_type"], *ends)
    if value.keys() == {"months", "days", "nanos"}:
        return f"P{value['months']}M{value['days']}DT{value['nanos'] / 1e9:g}S"
    return {key: value_of(item, node) for key, item in value.items()}


def _id(found: Any, number: int) -> str:
    return str(number if found is None else found.properties().get("id", number))
