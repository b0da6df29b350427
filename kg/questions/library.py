"""Finding questions: one file each, in Cypher in a folder per topic, in Python in `kg/questions/analyses`.

They are as the corpus that is open asks them, with its defaults.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache

from kg import paths
from kg.corpus import open_corpus
from kg.errors import CallError, Location, PresetError, Problem, nearest
from kg.questions.header import Question
from kg.questions.parse import name_of, read_question, topic_of

CHECKS = "checks"
"""The folder of queries whose every row is an error."""
ANALYSES = os.path.join(os.path.dirname(__file__), "analyses")
"""The folder of the questions in Python."""


@cache
def files() -> dict[str, str]:
    """Return the file of every question by name, checks left out.

    Raises:
        PresetError: two files have the same name.
    """
    with os.scandir(paths.presets()) as entries:
        topics = sorted(entry.path for entry in entries if entry.is_dir() and entry.name != CHECKS)
    by_name: dict[str, str] = {}
    for path in (*(path for topic in topics for path in _in_cypher(topic)), *_in_python()):
        name = name_of(path)
        if name in by_name:
            raise PresetError(
                Problem(
                    f"two questions are called '{name}'",
                    Location(path),
                    todo=f"rename one; the other is {by_name[name]}",
                )
            )
        by_name[name] = path
    return dict(sorted(by_name.items(), key=lambda item: (topic_of(item[1]), item[0])))


def _in_cypher(folder: str) -> list[str]:
    return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".cypher"))


def _in_python() -> list[str]:
    names = (name for name in os.listdir(ANALYSES) if name.endswith(".py") and not name.startswith("_"))
    return sorted(os.path.join(ANALYSES, name) for name in names)


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
    return _in_corpus([_read(path)])[0]


def every() -> list[Question]:
    """Return all questions by topic and name, checks left out."""
    return _in_corpus(map(_read, files().values()))


def presets() -> list[Question]:
    """Return the questions in Cypher, by topic and name."""
    return [question for question in every() if question.in_cypher]


def checks() -> list[Question]:
    """Return the queries whose every row is an error."""
    return [_read(path) for path in _in_cypher(os.path.join(paths.presets(), CHECKS))]


def headlines() -> list[Question]:
    """Return the questions tagged `headline-1`, `headline-2`, ..., in that order."""
    ranked = [(tag, q) for q in every() for tag in q.tags if tag.startswith("headline-")]
    return [q for _, q in sorted(ranked, key=lambda pair: pair[0])]


def _in_corpus(questions: Iterable[Question]) -> list[Question]:
    opened = open_corpus()
    return [question.in_corpus(opened.defaults, bundled=opened.bundled) for question in questions]


@cache
def _read(path: str) -> Question:
    folder = "cypher" if path.endswith(".cypher") else "kg/questions"
    return read_question(path, f"{folder}/{topic_of(path)}/{os.path.basename(path)}")
