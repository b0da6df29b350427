"""What the Tab key offers: commands, presets, options, and values and ids from the store.

It stays silent when it has nothing to offer or fails.

A shell calls `kg` with `_KG_COMPLETE` set. Nothing is built then: a store that is not there offers nothing.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NoReturn

import click
from click.shell_completion import CompletionItem

from kg.model import OWNED

if TYPE_CHECKING:
    from kg.questions.allowed import Choice
    from kg.questions.header import Parameter
    from kg.store import Store

VARIABLE = "_KG_COMPLETE"
MOST = 60
"""Values that are offered at most."""
SECONDS = 1.5
"""How long a server may take; a person waits for the Tab key."""
_LABELS = {
    "ACTOR": "Actor",
    "EVENT": "Event",
    "TOPIC": "Topic",
    "DOCUMENT": "Document",
    "CLAIM": "Claim",
    "COLLECTION": "Collection",
    "ID": OWNED,
    "NAME": OWNED,
}
"""The label of the nodes whose ids stand for an option or argument that is written so in the help."""
_FILES = {"DIR": "dir", "FOLDER": "dir", "FILE": "file", "PATH|URI": "file", "[FILE.JSONL[.GZ]]": "file"}
_Shell = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def run(group: click.Group) -> NoReturn:
    """Answer the shell; whatever goes wrong, nothing is offered and nothing is said.

    Raises:
        SystemExit: always.
    """
    try:
        with open(os.devnull, "w", encoding="utf-8") as nowhere:
            sys.stderr = nowhere
            group.main(prog_name="kg", complete_var=VARIABLE)
    except Exception:
        os._exit(1)
    finally:
        sys.stdout.flush()
        os._exit(0)  # a server that does not answer is not waited for


def attach(command: click.Command) -> click.Command:
    """Give every option and argument of a command its values, and return the command.

    Which values they are follows from how the help writes them.
    """
    for parameter in command.params:
        written = str(getattr(parameter, "metavar", None) or parameter.name).upper()
        offer = _offer(written, str(getattr(parameter, "metavar", None) or ""))
        if offer is not None:
            setattr(parameter, "shell_complete", _bound(parameter, offer))  # noqa: B010
    return command


def attach_question(
    command: click.Command, parameters: Iterable[Parameter], columns: list[str]
) -> click.Command:
    """Return the command of a question, whose options now complete.

    They offer what the graph allows, and `--columns` offers its columns.
    """
    attach(command)
    by_name = {p.name: p for p in parameters}
    if first := next((p for p in by_name.values() if p.required), None):
        by_name["alone"] = first
    for option in command.params:
        if option.name == "columns":
            names = _bound(option, lambda _context, _option, start: _listed(columns, start))
            setattr(option, "shell_complete", names)  # noqa: B010
        elif option.name in by_name:
            setattr(option, "shell_complete", _bound(option, _values(by_name[option.name])))  # noqa: B010
    return command


def _layouts() -> list[str]:
    """Return the names of the layouts, those beside the corpus included."""
    from kg import paths
    from kg.sources.tables.layouts import folders, names

    return sorted(names(folders(paths.seeds())))


def _bound(parameter: click.Parameter, offer: _Shell) -> Callable[[click.Context, str], list[CompletionItem]]:
    return lambda context, start: offer(context, parameter, start)


def _offer(written: str, metavar: str) -> _Shell | None:
    if written in _FILES:
        return lambda context, parameter, start: [CompletionItem(start, type=_FILES[written])]
    if re.fullmatch(r"[a-z0-9-]+(\|[a-z0-9-]+)+", metavar):
        return lambda context, parameter, start: [
            CompletionItem(word) for word in metavar.split("|") if word.startswith(start)
        ]
    if written == "LABEL":
        return lambda context, parameter, start: _from_store(context, lambda store: _kinds(store, start))
    if written == "LAYOUT":
        return lambda context, parameter, start: _listed(_layouts(), start)
    if written == "NAME=VALUE":
        return _pairs
    parts = written.strip("[]").split("|")
    labels = [_LABELS[part] for part in parts if part in _LABELS]
    if "PRESET" in parts:
        return lambda context, parameter, start: [
            *questions(start),
            *_from_store(context, lambda store: _ids(store, labels, start)),
        ]
    return (
        (lambda context, parameter, start: _from_store(context, lambda store: _ids(store, labels, start)))
        if labels
        else None
    )


def questions(start: str) -> list[CompletionItem]:
    """Return the questions whose names begin so, with their titles."""
    from kg.questions import library

    return [
        CompletionItem(name, help=library.question(name).title)
        for name in library.files()
        if name.startswith(start)
    ]


def _values(parameter: Parameter) -> _Shell:
    from kg.questions.allowed import allowed

    if words := parameter.type.words:
        return lambda context, option, start: [CompletionItem(w) for w in words if w.startswith(start)]
    return lambda context, option, start: _from_store(
        context, lambda store: allowed(parameter, store, start, MOST)
    )


def _ids(store: Store, labels: list[str], start: str) -> list[Choice]:
    from kg.questions.allowed import Choice
    from kg.store import statements

    asked = {"start": start, "most": MOST}
    return [
        Choice(id, caption or "")
        for label in labels
        for id, caption in store.query(statements.choices(label), asked).rows
    ]


def _kinds(store: Store, start: str) -> list[Choice]:
    from kg.questions.allowed import Choice
    from kg.questions.names import names_of

    return [
        Choice(label)
        for label in sorted({label for name in names_of(store) for label in name.labels})
        if label.startswith(start)
    ]


def _listed(columns: list[str], start: str) -> list[CompletionItem]:
    """Return what goes on a list with commas."""
    before, comma, last = start.rpartition(",")
    return [
        CompletionItem(before + comma + name)
        for name in columns
        if name.startswith(last) and name not in before.split(",")
    ]


def _pairs(context: click.Context, parameter: click.Parameter, start: str) -> list[CompletionItem]:
    """Return names of the parameters of the preset named before, then their values."""
    from kg.questions import library
    from kg.questions.allowed import allowed

    words = [*context.params.values(), *context.args]  # an option without its value leaves the rest unread
    preset = library.question(
        next(word for word in words if isinstance(word, str) and word in library.files())
    )
    name, equals, value = start.partition("=")
    if not equals:
        return [
            CompletionItem(f"{p.name}=", help=p.help) for p in preset.parameters if p.name.startswith(name)
        ]
    preset_parameter = preset.parameter(name.replace("-", "_"))
    if preset_parameter is None:
        return []
    return [
        CompletionItem(f"{name}={item.value}", help=item.help)
        for item in _from_store(context, lambda store: allowed(preset_parameter, store, value, MOST))
    ]


def _from_store(context: click.Context, ask: Callable[[Any], Iterable[Choice]]) -> list[CompletionItem]:
    """Return what a store offers; nothing when it is not there, not readable, or too slow."""
    from kg import paths
    from kg.load.opening import chosen
    from kg.store import connect
    from kg.system.deadline import within

    given: dict[str, Any] = context.params
    where, _ = chosen(given.get("store"), paths.seeds(given.get("seeds")))

    def asked() -> list[CompletionItem]:
        store = connect(where)
        try:
            return [CompletionItem(choice.value, help=choice.help or None) for choice in ask(store)]
        finally:
            store.close()

    return within(SECONDS, asked) or []
