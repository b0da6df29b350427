"""The checks of `kg doctor`, one after the other; each is a function that says what it found.

None of them changes anything or waits long.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from kg.cli import _doctor_inside as inside
from kg.cli import _doctor_outside as outside
from kg.cli._diagnosis import Diagnosis
from kg.errors import KgError
from kg.system.deadline import within

SECONDS = 3.0
"""How long a server, a program or a folder may take to answer."""


def checks(seeds: str | None, store: str | None) -> Iterator[Diagnosis]:
    """Yield every check, what is needed first.

    Args:
        seeds: folder of the facts, as for every command.
        store: path or address of the store, as for every command.
    """
    looks: tuple[tuple[str, Callable[[], Diagnosis]], ...] = (
        ("python", inside.python),
        ("packages", inside.packages),
        ("engine", inside.engine),
        ("corpus", inside.corpus),
        ("presets", inside.presets),
        ("facts", lambda: inside.facts(seeds)),
        ("store", lambda: inside.store(seeds, store)),
        ("neo4j", lambda: inside.neo4j(store)),
        ("java", outside.java),
        ("maven", outside.maven),
        ("docker", outside.docker),
        ("browser", outside.browser),
        ("terminal", outside.terminal),
    )
    for what, look in looks:
        needed = what in NEEDED  # a Neo4j that fails was asked for
        try:
            diagnosis = within(SECONDS, look)
        except KgError as error:
            problem = error.problems[0]
            todo = "; ".join(
                part
                for part in (f"expected {problem.expected}" if problem.expected else "", problem.todo)
                if part
            )
            found = f"{problem.where}: {problem.what}" if problem.where else problem.what
            diagnosis = Diagnosis(what, "problem", found, todo, needed)
        except Exception as error:
            diagnosis = Diagnosis(what, "problem", f"{type(error).__name__}: {error}", needed=needed)
        if diagnosis is None:
            diagnosis = Diagnosis(
                what, "problem", f"did not answer within {SECONDS:.0f} seconds", needed=needed
            )
        yield diagnosis._replace(
            found=_without_secrets(diagnosis.found), todo=_without_secrets(diagnosis.todo)
        )


NEEDED = ("python", "packages", "engine", "corpus", "presets", "facts", "store", "neo4j")
"""Checks that fail only when kg cannot do what it was set up for."""


def _without_secrets(text: str) -> str:
    password = os.environ.get("NEO4J_PASSWORD")
    return text.replace(password, "***") if password and len(password) > 2 else text
