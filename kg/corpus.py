"""The corpus that is open: a folder with `kg.toml`, its facts, its texts and its store.

It is the one given, else KG_CORPUS, else the nearest `kg.toml` from the current folder upwards, else what is
around KG_SEEDS, else the corpus that comes with the program. A cold `kg ask` looks here first, so paths are
text and the usual file, one value a line, is read without `tomllib`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

from kg.errors import CallError, Problem, SeedError
from kg.system import reading

FILE = "kg.toml"
"""The file that makes a folder a corpus."""
MARKS = ("clear", "green", "amber", "amber+strict", "red")
"""With whom facts may be shared, from everybody to nobody else: the marks of the Traffic Light Protocol 2.0.

Source:
    FIRST, Traffic Light Protocol 2.0, 2022.
"""
_PACKAGE = os.path.dirname(os.path.realpath(__file__))
_LARGEST = 100_000
_given: list[str] = []
"""The folder named for this process, the last one first."""


class Corpus(NamedTuple):
    """A folder of facts with what holds for all of them.

    Attributes:
        folder: where `kg.toml` lies.
        seeds: folder of the facts.
        texts: folders of the documents' texts, the first for new ones; they need not be there.
        store: file of the default store.
        title: what it is called; empty when it has no name.
        languages: ISO 639 codes of its names and answers, the most important first.
        mark: that of documents which have none; one of `MARKS`.
        defaults: of parameters of questions, by name.
        bundled: whether it is the one that comes with the program.
    """

    folder: str
    seeds: str
    texts: tuple[str, ...]
    store: str
    title: str
    languages: tuple[str, ...]
    mark: str
    defaults: Mapping[str, str]
    bundled: bool


def home() -> str:
    """Return the folder of what comes with the program: inside the package, or around it in a checkout."""
    inside = os.path.join(_PACKAGE, "_data")
    return inside if os.path.isdir(inside) else os.path.dirname(_PACKAGE)


@contextmanager
def given(folder: str) -> Iterator[None]:
    """Have a corpus open, whatever the environment says."""
    _given.insert(0, folder)
    try:
        yield
    finally:
        _given.pop(0)


def found(named: str | None = None) -> str | None:
    """Return the folder of the corpus that is meant; None when nothing says so, and it is the bundled one.

    Raises:
        CallError: the folder named has no `kg.toml`.
    """
    folder = named or (_given[0] if _given else None) or os.environ.get("KG_CORPUS")
    if not folder:
        return _upwards()
    if os.path.lexists(os.path.join(folder, FILE)):
        return folder
    what = f"there is no {FILE} in {folder}" if os.path.isdir(folder) else f"there is no folder {folder}"
    raise CallError(
        Problem(
            what,
            expected=f"the folder of a corpus, which holds {FILE}",
            todo="name it with --corpus DIR or KG_CORPUS, or make it with 'kg init DIR'",
        )
    )


def open_corpus(named: str | None = None) -> Corpus:
    """Return the corpus that is open; see `found`. Without any hint it is the one around KG_SEEDS, if set.

    Raises:
        CallError: the folder named is no corpus.
        SeedError: its `kg.toml` is wrong.

    Example:
        >>> open_corpus(home()).bundled
        True
    """
    folder = found(named)
    if folder is None and (seeds := os.environ.get("KG_SEEDS")):
        folder = os.path.dirname(os.path.realpath(seeds))
    return at(folder or home())


def at(folder: str) -> Corpus:
    """Return the corpus in a folder; without `kg.toml` it is one with nothing of its own.

    Raises:
        SeedError: its `kg.toml` is wrong.
    """
    own = settings(os.path.join(folder, FILE))
    return Corpus(
        folder,
        os.path.join(folder, "seeds"),
        tuple(os.path.join(folder, os.path.expanduser(text)) for text in own.get("texts", ("texts",))),
        os.path.join(folder, own.get("store", os.path.join("build", "kg.grafeo"))),
        own.get("title", ""),
        tuple(own.get("languages", ("en",))),
        own.get("mark", MARKS[0]),
        own.get("defaults", {}),
        os.path.realpath(folder) == os.path.realpath(home()),
    )


def settings(file: str) -> dict[str, Any]:
    """Return what a `kg.toml` says; nothing when there is none.

    Raises:
        SeedError: it cannot be read, or holds what it should not.
    """
    if not os.path.lexists(file):
        return {}
    try:
        seen = os.stat(file)
    except OSError as error:  # a link that leads nowhere, or in a circle
        from kg.system.toml_places import unreadable

        raise SeedError(unreadable(file, error)) from error
    return _settings(file, seen.st_mtime_ns, seen.st_size)


@cache
def _settings(file: str, changed: int, size: int) -> dict[str, Any]:
    """Return what a file says; it is asked for several times in a call."""
    try:
        text = reading.read(file, _LARGEST).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        from kg.system.toml_places import unreadable

        raise SeedError(unreadable(file, error)) from error
    said = _plain(text)
    if said is not None and not _faulty(said):
        return said
    from kg.system.toml_places import parsed, problem

    said = parsed(file, text)
    if faults := _faulty(said):
        raise SeedError(*(problem(file, text, *fault) for fault in faults))
    return said


def _upwards() -> str | None:
    """Return the nearest folder with `kg.toml` from the current one upwards."""
    try:
        folder = os.getcwd()
    except FileNotFoundError:  # somebody removed it
        return None
    while not os.path.lexists(os.path.join(folder, FILE)):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def _plain(text: str) -> dict[str, Any] | None:
    """Return what is said where all lines are `key = "text"`, `key = ["text"]` or `[defaults]`; else None."""
    said: dict[str, Any] = {}
    table = said
    for line in map(str.strip, text.split("\n")):
        if line == "[defaults]" and "defaults" not in said:
            table = said["defaults"] = {}
        elif line and not line.startswith("#"):
            key, _, value = (part.strip() for part in line.partition("="))
            try:
                table[key] = None if "\\" in value or key in table else json.loads(value)
            except ValueError:
                return None
            if not key.isidentifier() or not key.isascii() or not isinstance(table[key], str | list):
                return None
    return said


def _faulty(said: Mapping[str, Any]) -> list[tuple[tuple[str, ...], str, str]]:
    """Return what is wrong: the keys that lead there, what it is, and what was expected."""
    faults: list[tuple[tuple[str, ...], str, str]] = []
    for key, value in said.items():
        if key not in _FORMS:
            faults.append(((key,), f"unknown key '{key[:80]}'", f"one of {', '.join(_FORMS)}"))
        elif key == "defaults" and isinstance(value, dict):
            faults += [
                ((key, name), f"'{name[:80]}' is no text", "the value of a parameter in quotes")
                for name, one in value.items()
                if not _word(one)
            ]
        elif not _FORMS[key][0](value):
            faults.append(((key,), f"'{key}' does not fit", _FORMS[key][1]))
    return faults


def _word(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value.isprintable()


def _words(value: object) -> bool:
    return isinstance(value, list) and all(map(_word, value))


def _store(value: Any) -> bool:
    """Return whether a store is below the corpus and called like one: the file is replaced at will."""
    parts = value.replace("\\", "/").split("/") if _word(value) else [".."]
    return parts[0] != "" and ":" not in value and ".." not in parts and value.endswith(".grafeo")


def _codes(value: Any) -> bool:
    return (
        _words(value)
        and 0 < len(value) == len(set(value))
        and all(
            code.isascii() and code.isalpha() and code.islower() and len(code) in (2, 3) for code in value
        )
    )


_FORMS = {
    "title": (_word, 'a name in quotes, such as title = "Arms to Sudan"'),
    "languages": (_codes, 'ISO 639 codes, each once, such as languages = ["en", "uk"]'),
    "texts": (_words, 'folders, such as texts = ["texts"]'),
    "store": (_store, 'a file below this folder that ends in .grafeo, such as store = "build/kg.grafeo"'),
    "mark": (lambda value: value in MARKS, f"one of {', '.join(MARKS)}"),
    "defaults": (lambda value: False, 'a table [defaults] with lines such as topic = "deliveries"'),
}
"""What each key takes, and how messages say it."""
