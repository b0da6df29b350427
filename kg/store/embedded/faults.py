"""What the embedded engine says, in words that a person can act on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import grafeo

from kg.errors import Problem, StoreError
from kg.system.full_disk import is_full, refused

HELD = "held"
"""The code of a problem that passes when another process lets go."""


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turn what the engine says of a store into an error of ours.

    Raises:
        StoreError: the engine or the operating system refused.
    """
    try:
        yield
    except grafeo.GrafeoError as error:
        if is_full(error):
            todo = "name another with --store"
            raise StoreError(refused(f"cannot write the store {name}", error, todo)) from error
        raise StoreError(problem(str(error), name)) from error
    except OSError as error:
        todo = "check folder and rights, or name another with --store"
        raise StoreError(refused(f"cannot open or write the store {name}", error, todo)) from error


def held(name: str) -> Problem:
    """Return the problem of a store that another process writes."""
    return Problem(
        f"another process holds the store {name}",
        todo="wait until it has finished, or use --store with another path",
        code=HELD,
    )


def damaged(name: str, said: str) -> Problem:
    """Return the problem of a store that cannot be read any more, and why."""
    todo = "delete it and load it again, or put a copy back"
    return Problem(f"the store {name} is damaged ({said})", todo=todo)


def problem(said: str, name: str) -> Problem:
    """Return what the engine said of a store as a problem; its own words come last, without their code.

    Example:
        >>> print(problem("GRAFEO-S002: the file a.grafeo is damaged at byte 0: checksum", "a.grafeo"))
        the store a.grafeo is damaged (at byte 0: checksum); delete it and load it again, or put a copy back
    """
    if "locked" in said:
        return held(name)
    own = re.sub(r"^GRAFEO-\w+: ([\w/]+ error: )?(the file .+? is damaged )?", "", said.partition("\n")[0])
    own = own.replace(name, "the store")
    if said.startswith(("GRAFEO-S", "GRAFEO-X002")) and "not a Grafeo database" not in said:
        return damaged(name, own)
    other = "the store {name} refused ({said})", "'kg doctor' looks at the store"
    what, todo = next(((what, todo) for applies, what, todo in _KNOWN if applies(said)), other)
    return Problem(what.format(name=name, said=own), todo=todo)


_KNOWN: tuple[tuple[Callable[[str], bool], str, str], ...] = (
    (
        lambda t: "not a Grafeo database" in t,
        "{name} is not a store of this program, or it is damaged",
        "name another path with --store, or delete the file: 'kg load' builds it again",
    ),
    (lambda t: "Q003" in t, "the statement took longer than the engine allows (30 s)", "narrow the question"),
    (
        lambda t: "read-only" in t,
        "the statement would write, and {name} is open for reading",
        "use a statement that only reads",
    ),
    (
        lambda t: "migration lock" in t or "Permission" in t or "os error" in t,
        "cannot open or write the store {name} ({said})",
        "check folder and rights, or name another with --store",
    ),
)
