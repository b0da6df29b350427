"""Finding presets: one `.cypher` file each, in a folder per topic."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg import paths
from kg.errors import CallError, Place, PresetError, Problem, nearest
from kg.questions.header import Preset, read_preset

CHECKS = "checks"
"""The folder of queries whose every row is an error."""


@cache
def files() -> dict[str, Path]:
    """Return the file of every preset by name, checks left out.

    Raises:
        PresetError: two files have the same name.
    """
    found: dict[str, Path] = {}
    for path in sorted(paths.presets().glob("*/*.cypher")):
        if path.parent.name != CHECKS:
            if path.stem in found:
                raise PresetError(
                    Problem(
                        f"two presets are called '{path.stem}'",
                        Place(str(path)),
                        todo=f"rename one; the other is {found[path.stem]}",
                    )
                )
            found[path.stem] = path
    return dict(sorted(found.items(), key=lambda item: (item[1].parent.name, item[0])))


def preset(name: str) -> Preset:
    """Return one preset.

    Raises:
        CallError: there is none of that name.
        PresetError: its file is wrong.
    """
    path = files().get(name)
    if path is None:
        known = list(files())
        raise CallError(
            Problem(
                f"there is no preset '{name[:80]}'",
                expected="one of those that 'kg presets' lists",
                nearest=nearest(name, known),
            )
        )
    return _read(path)


def every() -> list[Preset]:
    """Return all presets by topic and name, checks left out."""
    return [_read(path) for path in files().values()]


def checks() -> list[Preset]:
    """Return the queries whose every row is an error."""
    return [_read(path) for path in sorted((paths.presets() / CHECKS).glob("*.cypher"))]


def headlines() -> list[Preset]:
    """Return the presets tagged `headline-1`, `headline-2`, ..., in that order."""
    ranked = [(tag, p) for p in every() for tag in p.tags if tag.startswith("headline-")]
    return [p for _, p in sorted(ranked, key=lambda pair: pair[0])]


@cache
def _read(path: Path) -> Preset:
    return read_preset(path, f"cypher/{path.parent.name}/{path.name}")
