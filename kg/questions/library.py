"""Finding questions: one file each, in Cypher in a folder per topic, in Python in `kg/questions/analyses`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg import paths
from kg.errors import CallError, Location, PresetError, Problem, nearest
from kg.questions.header import Question
from kg.questions.parse import read_question

CHECKS = "checks"
"""The folder of queries whose every row is an error."""
ANALYSES = Path(__file__).with_name("analyses")
"""The folder of the questions in Python."""


@cache
def files() -> dict[str, Path]:
    """Return the file of every question by name, checks left out.

    Raises:
        PresetError: two files have the same name.
    """
    by_name: dict[str, Path] = {}
    for path in (*sorted(paths.presets().glob("*/*.cypher")), *sorted(ANALYSES.glob("[!_]*.py"))):
        name = path.stem.replace("_", "-") if path.suffix == ".py" else path.stem
        if path.parent.name != CHECKS:
            if name in by_name:
                raise PresetError(
                    Problem(
                        f"two questions are called '{name}'",
                        Location(str(path)),
                        todo=f"rename one; the other is {by_name[name]}",
                    )
                )
            by_name[name] = path
    return dict(sorted(by_name.items(), key=lambda item: (item[1].parent.name, item[0])))


def question(name: str) -> Question:
    """Return one question.

    Raises:
        CallError: there is none of that name.
        PresetError: its file is wrong.
    """
    path = files().get(name)
    if path is None:
        raise CallError(
            Problem(
                f"there is no question '{name[:80]}'",
                expected="one of those that 'kg presets' lists",
                nearest=nearest(name, files()),
            )
        )
    return _read(path)


def every() -> list[Question]:
    """Return all questions by topic and name, checks left out."""
    return [_read(path) for path in files().values()]


def presets() -> list[Question]:
    """Return the questions in Cypher, by topic and name."""
    return [question for question in every() if question.in_cypher]


def checks() -> list[Question]:
    """Return the queries whose every row is an error."""
    return [_read(path) for path in sorted((paths.presets() / CHECKS).glob("*.cypher"))]


def headlines() -> list[Question]:
    """Return the questions tagged `headline-1`, `headline-2`, ..., in that order."""
    ranked = [(tag, q) for q in every() for tag in q.tags if tag.startswith("headline-")]
    return [q for _, q in sorted(ranked, key=lambda pair: pair[0])]


@cache
def _read(path: Path) -> Question:
    folder = "cypher" if path.suffix == ".cypher" else "kg/questions"
    return read_question(path, f"{folder}/{path.parent.name}/{path.name}")
