"""Asking a preset: parameters in, result out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kg.errors import CallError, Problem, StoreError, nearest
from kg.presets.header import Preset
from kg.result import Column, Result
from kg.store import statements

if TYPE_CHECKING:
    from kg.store import Element, Store


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
            raise CallError(Problem(f"the preset '{preset.name}' has no parameter '{name}'", expected=expected, nearest=nearest(name, names)))
    bound = {}
    for parameter in preset.parameters:
        value = given.get(parameter.name, parameter.default)
        if isinstance(value, str) and parameter.name in given:
            value = parameter.type.read(value, parameter.name)
        if value is None and parameter.required:
            raise CallError(Problem(f"'{preset.name}' needs {parameter.option}", expected=parameter.help))
        if not parameter.type.fits(value) and value is not None:
            raise CallError(Problem(f"{value!r} does not fit {parameter.option}", expected=parameter.type.text))
        bound[parameter.name] = value
    return bound


def run(preset: Preset, store: Store, given: Mapping[str, Any] | None = None) -> Result:
    """Ask a preset of a store.

    Raises:
        CallError: a parameter is wrong, or names a node that does not exist.
        StoreError: the store cannot answer.
    """
    bound = bind(preset, given or {})
    answer = store.query(preset.statement, bound)
    columns = tuple(Column(name, kind.text) for name, kind in preset.returns)
    if answer.columns != tuple(c.name for c in columns):
        what = f"{preset.file} returned {', '.join(answer.columns)}"
        raise StoreError(Problem(what, expected=", ".join(c.name for c in columns), todo="correct ':returns' or the RETURN clause"))
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
    found = list(store.elements(preset.graph, bound))
    if not found:
        check_ids(preset, store, bound)
    return found


def check_ids(preset: Preset, store: Store, bound: Mapping[str, Any]) -> None:
    """Tell an empty answer from a mistyped id: an id that names nothing is the caller's error.

    Raises:
        CallError: a value is no id of a node with the label that its parameter declares.
    """
    for parameter in preset.parameters:
        value = bound[parameter.name]
        if parameter.type.label and value is not None:
            known = [row[0] for row in store.query(statements.IDS, {"label": parameter.type.label}).rows]
            if value not in known:
                label = parameter.type.label
                expected = f"the id of {'an' if label[0] in 'AEIOU' else 'a'} {label}"
                if len(known) <= 25:
                    expected += f" ({', '.join(known)})"
                raise CallError(Problem(f"{parameter.option}: there is no {label} '{value[:80]}'", expected=expected, nearest=nearest(value, known)))

