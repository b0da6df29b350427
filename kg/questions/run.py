"""Asking a preset: parameters in, result out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kg.errors import CallError, Problem, StoreError, nearest
from kg.questions.allowed import allowed, occurs
from kg.questions.fit import fitted
from kg.questions.header import Preset
from kg.questions.result import Column, Result

if TYPE_CHECKING:
    from kg.store import Element, Store


FEW = 25
"""The most allowed values that a message lists."""


def bind(preset: Preset, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters to run with: those given, else the defaults.

    Args:
        preset: what is asked.
        given: values by parameter name; text is read as the declared type.

    Raises:
        CallError: a parameter is unknown, missing, or its value does not fit.
    """
    names = [p.name for p in preset.parameters]
    for name in given:
        if name not in names:
            expected = ", ".join(names) or "no parameters"
            raise CallError(
                Problem(
                    f"the preset '{preset.name}' has no parameter '{name}'",
                    expected=expected,
                    nearest=nearest(name, names),
                )
            )
    bound = {}
    for parameter in preset.parameters:
        value = given.get(parameter.name, parameter.default)
        if isinstance(value, str) and parameter.name in given:
            value = parameter.type.read(value, parameter.name)
        if value is None and parameter.required:
            todo = f"for example: {preset.call}" if preset.example else ""
            raise CallError(
                Problem(f"'{preset.name}' needs {parameter.option}", expected=parameter.help, todo=todo)
            )
        if not parameter.type.fits(value) and value is not None:
            raise CallError(
                Problem(f"{repr(value)[:80]} does not fit {parameter.option}", expected=parameter.type.text)
            )
        if isinstance(value, str) and not _is_text(value):
            raise CallError(
                Problem(f"the value of {parameter.option} is not UTF-8 text", expected=parameter.type.text)
            )
        bound[parameter.name] = value
    return bound


def _is_text(value: str) -> bool:
    """Return whether a store can take it: half a surrogate pair, as undecodable bytes become, is no text."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def run(preset: Preset, store: Store, given: Mapping[str, Any] | None = None) -> Result:
    """Ask a preset of a store.

    Raises:
        CallError: a parameter is wrong, or names a node that does not exist.
        StoreError: the store cannot answer.
    """
    bound = bind(preset, given or {})
    answer = store.query(fitted(preset.statement, bound), bound)
    columns = tuple(Column(name, kind.text) for name, kind in preset.returns)
    if answer.columns != tuple(c.name for c in columns):
        what = f"{preset.file} returned {', '.join(answer.columns)}"
        raise StoreError(
            Problem(
                what,
                expected=", ".join(c.name for c in columns),
                todo="correct ':returns' or the RETURN clause",
            )
        )
    if not answer.rows:
        check_ids(preset, store, bound)
    return Result(preset.title, columns, answer.rows, bound, preset.table)


def graph(preset: Preset, store: Store, given: Mapping[str, Any] | None = None) -> list[Element]:
    """Return the nodes and edges of a preset's `:graph` part; empty when it has none.

    Raises:
        CallError: a parameter is wrong, or names a node that does not exist.
        StoreError: the store cannot answer.
    """
    if preset.graph is None:
        return []
    bound = bind(preset, given or {})
    found = list(store.elements(fitted(preset.graph, bound), bound))
    if not found:
        check_ids(preset, store, bound)
    return found


def check_ids(preset: Preset, store: Store, bound: Mapping[str, Any]) -> None:
    """Tell an empty answer from a mistyped value.

    An id or word that the graph does not have is the caller's error.

    Raises:
        CallError: a value is no id of a node with the label that its parameter declares, or no value of its
            property.
    """
    for parameter in preset.parameters:
        value, kind = bound[parameter.name], parameter.type
        if value is None or occurs(kind, value, store):
            continue
        known = [choice.value for choice in allowed(parameter, store)]
        what = f"no {kind.label} has the {kind.name}" if kind.name else f"there is no {kind.label}"
        expected = (
            f"a {kind.name} that occurs"
            if kind.name
            else f"the id of {'an' if kind.label[0] in 'AEIOU' else 'a'} {kind.label}"
        )
        if 0 < len(known) <= FEW:
            expected += f" ({', '.join(known)})"
        raise CallError(
            Problem(
                f"{parameter.option}: {what} '{value[:80]}'", expected=expected, nearest=nearest(value, known)
            )
        )
