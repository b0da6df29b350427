"""Formats: one file each, found by what it declares; a new file is a new format.

A format is a module of `kg.formats` or `kg.picture.out` with these lines at its top, each with a literal:

    FORMAT = "csv"          its name, as `--format` and `kg export` take it
    OF = "answer"           what it prints, see `Of`
    ENDINGS = (".csv",)     endings of files that ask for it, the usual one first; none for a folder of files
    ABOUT = "..."           what comes out, in a few words
    NEEDS = ("x", "y")      the optional extra without which it cannot print, and the modules that this brings

and a function `render`:

    answer      render(result) -> str; where rows can be written as they come also
                pieces(result, rows) -> that text in pieces, of a result without its rows
    elements    render(title, parameters, elements) -> str
    drawing     render(drawing, theme) -> str | bytes
    page        render(drawings, **what the page needs) -> str
    graph       render(graph, **options) -> str, or the text of each file of a folder by name
    facts       render(facts, **options) -> `Exported`, see `kg.formats.leaving`: file or folder, and the loss
    tables      render(source, folder) -> number of facts; writes the folder itself, and loses nothing

A format of the whole graph or of facts may say `OPTIONS = {"name": ("default", "help")}` and what to do with
the folder (`NEXT = "sh {folder}/import.sh"`). One of facts that can say that something was withdrawn says
`WITHDRAWN = True`; the others are not given what was. The declarations are read as text, one line each, so
that a command that lists formats imports none of them.
"""

from __future__ import annotations

import os
import re
from ast import literal_eval
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from kg.errors import ExportError, Problem

if TYPE_CHECKING:
    from kg.questions.result import Result

Of = Literal["answer", "elements", "drawing", "page", "graph", "facts", "tables"]
"""What is printed: rows, the nodes and edges behind them, one drawing, several on a page, the whole graph as
a store holds it, facts for a program of others, or all rows of a graph that need not fit into memory."""

_HERE = os.path.dirname(__file__)
_FOLDERS = {"kg.formats": _HERE, "kg.picture.out": os.path.join(os.path.dirname(_HERE), "picture", "out")}
_LINE = re.compile(r"^(FORMAT|OF|ENDINGS|ABOUT|NEEDS|OPTIONS|NEXT|WITHDRAWN) = (.+)$", re.MULTILINE)
_QUOTED = re.compile(r'"([^"]*)"')


class Format(NamedTuple):
    """What a module declares; see the top of this package."""

    name: str
    of: Of
    endings: tuple[str, ...]
    about: str
    needs: tuple[str, ...]
    declared_options: str
    next: str
    module: str
    withdrawn: bool = False

    @property
    def options(self) -> Mapping[str, tuple[str, str]]:
        """Default and help of each option, by name."""
        options: dict[str, tuple[str, str]] = literal_eval(self.declared_options)
        return options

    @property
    def render(self) -> Callable[..., Any]:
        """The function that prints, imported now.

        Raises:
            ExportError: the extra that it needs is not installed.
        """
        try:
            for module in self.needs[1:]:
                import_module(module)
        except ImportError as error:
            free = ", ".join(name for name, each in formats(self.of).items() if not each.needs)
            raise ExportError(
                Problem(
                    f"format {self.name} needs the extra {self.needs[0]}",
                    todo=f"pip install 'kg-arms[{self.needs[0]}]'{free and f', or take {free}'}",
                )
            ) from error
        function: Callable[..., Any] = import_module(self.module).render
        return function

    @property
    def pieces(self) -> Callable[..., Iterator[str]] | None:
        """The function that prints rows as they come, imported now; None where all must be there."""
        return getattr(import_module(self.module), "pieces", None)


def formats(*of: Of) -> dict[str, Format]:
    """Return the formats that print something, by name: the table of a terminal first, then by the alphabet.

    Raises:
        TypeError: a module declares half of a format, or two declare the same.

    Example:
        >>> list(formats("answer"))[:3], formats("drawing")["svg"].endings
        (['table', 'csv', 'html'], ('.svg',))
    """
    return {each.name: each for each in _every() if each.of in of}


def endings(*of: Of) -> dict[str, str]:
    """Return the format that each ending of a file asks for; pages before drawings.

    Example:
        >>> endings("answer")[".md"], endings("page", "drawing")[".html"]
        ('markdown', 'html')
    """
    asked: dict[str, str] = {}
    for each in sorted(formats(*of).values(), key=lambda each: each.of != "page"):
        for ending in each.endings:
            asked.setdefault(ending, each.name)
    return asked


def renderer(name: str) -> Callable[[Result], str]:
    """Return the function that prints a result in a format.

    Example:
        >>> from kg.questions.result import Column, Result
        >>> renderer("csv")(Result("", (Column("a", "int"),), [(1,)]))
        'a\\r\\n1\\r\\n'
    """
    return formats("answer")[name].render


@cache
def _every() -> tuple[Format, ...]:
    declared: dict[tuple[Of, str], Format] = {}
    for package, folder in _FOLDERS.items():
        for module, file in _modules(folder):
            each = _declared(file, f"{package}.{module}")
            if each is None:
                continue
            other = declared.setdefault((each.of, each.name), each)
            if other is not each:
                raise TypeError(f"{each.module} and {other.module} are both the format '{each.name}'")
    return tuple(sorted(declared.values(), key=lambda each: (each.name != "table", each.name)))


def _modules(folder: str) -> list[tuple[str, str]]:
    """Return the modules and packages of a folder with the file of each, by name."""
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if not entry.name.startswith("_"))
    files = []
    for name in names:
        file = (
            os.path.join(folder, name) if name.endswith(".py") else os.path.join(folder, name, "__init__.py")
        )
        if os.path.isfile(file):
            files.append((name.removesuffix(".py"), file))
    return files


def _declared(file: str, module: str) -> Format | None:
    with open(file, encoding="utf-8") as opened:
        text = opened.read()
    if "FORMAT = " not in text:
        return None
    lines = dict(_LINE.findall(text))
    if "FORMAT" not in lines:
        return None
    said = {name: _QUOTED.findall(value) for name, value in lines.items()}
    missing = [name for name in ("OF", "ENDINGS", "ABOUT") if name not in said]
    if len(said.get("NEEDS", ())) == 1:
        missing.append("which modules its NEEDS brings")
    if missing:
        raise TypeError(f"{file}: the format '{said['FORMAT'][0]}' does not say {', '.join(missing)}")
    return Format(
        said["FORMAT"][0],
        cast("Of", said["OF"][0]),
        tuple(said["ENDINGS"]),
        said["ABOUT"][0],
        tuple(said.get("NEEDS", ())),
        lines.get("OPTIONS", "{}"),
        "".join(said.get("NEXT", ())),
        module,
        lines.get("WITHDRAWN") == "True",
    )
