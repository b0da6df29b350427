"""Asking a question: parameters in, result out."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from kg.errors import CallError, Problem, StoreError, nearest, with_article
from kg.questions.corrected import any_corrected, corrections_noted
from kg.questions.fit import fitted
from kg.questions.header import Parameter, Question
from kg.questions.judged import ONCE, any_judged, noted, sentences
from kg.questions.result import Column, Result, Streamed

if TYPE_CHECKING:
    from kg.analysis.world import World
    from kg.model.rows import Graph
    from kg.questions.scope import Scope
    from kg.store import Element, Store


NARROWED = ("collection", "mark", "reviewed")
"""Beside the parameters of a question, what the answer is narrowed to."""
FEW = 25
"""The most allowed values that a message lists."""


def bind(question: Question, values: Mapping[str, Any], store: Store | None = None) -> dict[str, Any]:
    """Return the parameters to run with: the values, else the defaults.

    Args:
        question: what is asked.
        values: by parameter name; text is read as the declared type, and null means left out.
        store: whom it is asked of: a default of the corpus that it does not hold is left out, and an error
            says what may be given.

    Raises:
        CallError: a parameter is unknown, missing, or its value does not fit.
    """
    names = [p.name for p in question.parameters]
    for name in values:
        if name not in names:
            expected = ", ".join(names) or "no parameters"
            raise CallError(
                Problem(
                    f"'{question.name}' has no parameter '{name}'",
                    expected=expected,
                    nearest=nearest(name, names),
                )
            )
    bound = {}
    for parameter in question.parameters:
        given = values.get(parameter.name)
        value = parameter.default if given is None else parameter.type.taken(given, parameter.name)
        if store and parameter.of_corpus and given is None and value is not None:
            from kg.questions.allowed import occurs

            value = value if occurs(parameter.type, value, store) else None
        if value is None and not parameter.type.optional:
            raise _lacking(question, parameter, store)
        if isinstance(value, str) and not _is_text(value):
            raise CallError(
                Problem(f"the value of {parameter.option} is not UTF-8 text", expected=parameter.type.text)
            )
        bound[parameter.name] = value
    return bound


def _lacking(question: Question, parameter: Parameter, store: Store | None) -> CallError:
    """Return the error for a parameter that must be given, with an example or what the store holds."""
    what, expected = f"'{question.name}' needs {parameter.option}", parameter.help
    if store is None:
        todo = f"for example: {question.call}" if question.examples else ""
        return CallError(Problem(what, expected=expected, todo=todo))
    known = _known(parameter, store)
    listed = ", ".join(known[:FEW]) + (f" and {len(known) - FEW:,} more" if len(known) > FEW else "")
    listed = f" ({listed})" if known else ", and there is none yet" if parameter.type.label else ""
    return CallError(Problem(what, expected=f"{expected}{listed}"))


def _is_text(value: str) -> bool:
    """Return whether a store can take it: half a surrogate pair, as undecodable bytes become, is no text."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def run(question: Question, store: Store, values: Mapping[str, Any] | None = None) -> Result:
    """Ask a question of a store.

    Raises:
        CallError: a parameter is wrong, or names a node that does not exist.
        StoreError: the store cannot answer.
    """
    parameters = bind(question, values or {}, store)
    if not question.in_cypher:
        return _from_world(question, store, parameters)[0]
    rows = store.query(fitted(question.statement, parameters), parameters)
    columns = tuple(Column(name, kind.text) for name, kind in question.returns)
    if rows.columns != tuple(c.name for c in columns):
        what = f"{question.file} returned {', '.join(rows.columns)}"
        raise StoreError(
            Problem(
                what,
                expected=", ".join(c.name for c in columns),
                todo="correct ':returns' or the RETURN clause",
            )
        )
    if not rows.rows and (meant := with_ids(question, store, parameters)) != parameters:
        return _told(run(question, store, meant), parameters)
    answer = Result(question.title, columns, rows.rows, parameters, question.table, question=question.name)
    return _remarked(noted(answer, store), store)


def graph(question: Question, store: Store, values: Mapping[str, Any] | None = None) -> list[Element]:
    """Return the nodes and edges that the answer rests on; empty when the question draws nothing.

    Raises:
        CallError: a parameter is wrong, or names a node that does not exist.
        StoreError: the store cannot answer.
    """
    if not question.draws:
        return []
    parameters = bind(question, values or {}, store)
    if not question.in_cypher:
        return _drawn(*_from_world(question, store, parameters), store)
    assert question.graph is not None
    elements = list(store.elements(fitted(question.graph, parameters), parameters))
    if not elements and (meant := with_ids(question, store, parameters)) != parameters:
        return graph(question, store, meant)
    return elements


def run_and_graph(
    question: Question,
    store: Store,
    values: Mapping[str, Any] | None = None,
    world: World | None = None,
    rows: Graph | None = None,
) -> tuple[Result, list[Element]]:
    """Return the answer, and the nodes and edges that it rests on; none when it has no rows.

    Args:
        question: what is asked.
        store: whom to ask.
        values: by parameter name.
        world: what the store holds, as the analyses see it, when it was read already.
        rows: the same as rows, so that an analysis need not ask the store for the elements.

    Raises:
        CallError: a parameter is wrong, or names a node that does not exist.
        StoreError: the store cannot answer.
    """
    if question.in_cypher:
        result = run(question, store, values)
        own = {name: value for name, value in result.parameters.items() if name not in NARROWED}
        return result, graph(question, store, own) if result.rows else []
    result, scope = _from_world(question, store, bind(question, values or {}, store), world)
    return result, _drawn(result, scope, store, rows)


def _from_world(
    question: Question, store: Store, parameters: Mapping[str, Any], world: World | None = None
) -> tuple[Result, Scope]:
    from kg.questions.from_world import answer

    result, scope = answer(question, store, with_ids(question, store, parameters), world)
    return worked_out(result, store, parameters), scope


def worked_out(result: Result, store: Store, given: Mapping[str, Any]) -> Result:
    """Return the answer of an analysis with what is to be remarked on it.

    Args:
        result: the answer.
        store: whom it was asked of.
        given: the values of the call, of which names may have been taken for ids.

    Raises:
        StoreError: the store cannot answer.
    """
    return _remarked(noted(_told(result, given), store, ONCE), store)


def worked_out_streamed(answer: Streamed, store: Store, given: Mapping[str, Any]) -> Streamed:
    """Return the answer of an analysis with its remarks, its rows as they come; see `worked_out`.

    All rows are read first where the store holds judgements or corrections, of which only those count that
    concern a row.

    Raises:
        StoreError: the store cannot answer.
    """
    if any_judged(store) or any_corrected(store):
        result = worked_out(answer.whole(), store, given)
        return Streamed(result, result.rows)
    rows = iter(answer.rows)
    first = [*islice(rows, 1)]
    head = worked_out(answer.head._replace(rows=first), store, given)
    return Streamed(head, chain(first, rows))


def _remarked(result: Result, store: Store) -> Result:
    """Return an answer that says what was corrected, or that there is nothing, and what it is narrowed to."""
    if result.rows:
        result = corrections_noted(result, store)
    else:
        from kg.questions.emptiness import emptiness_noted

        result = emptiness_noted(result, store)
    held = store.held_back
    told = (store.collection, held and held.mark, held and held.reviewed)
    among = {name: value for name, value in zip(NARROWED, told, strict=True) if value}
    return result._replace(parameters={**result.parameters, **among}) if among else result


def _drawn(result: Result, scope: Scope, store: Store, rows: Graph | None = None) -> list[Element]:
    from kg.questions.basis import basis

    return basis(result.rows, scope, rows or store)


def _told(result: Result, given: Mapping[str, Any]) -> Result:
    """Return an answer with a note for each name that was given for an id."""
    from kg.questions.names import understood

    taken = [
        understood(given[name], id)
        for name, id in result.parameters.items()
        if isinstance(given.get(name), str) and id != given[name]
    ]
    return result._replace(note=sentences([*taken, result.note])) if taken else result


def with_ids(question: Question, store: Store, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values with the id of what a name means for certain; an id is never taken for a name.

    This tells an empty answer from a mistyped value, too: an id or word that the graph does not have is an
    error of the caller.

    Args:
        question: what is asked.
        store: whom to ask.
        values: by parameter name, all of them or some.

    Raises:
        CallError: a value is no id of a node with the label that its parameter declares, nor the name of one,
            or no value of its property.
    """
    from kg.questions.allowed import occurs
    from kg.questions.names import nearest_id, sure_id

    meant = dict(values)
    for parameter in question.parameters:
        value, kind = values.get(parameter.name), parameter.type
        if value is None or occurs(kind, value, store):
            continue
        if not kind.name and (id := sure_id(store, value, kind.labels)):
            meant[parameter.name] = id
            continue
        known = _known(parameter, store)
        label = " or ".join(kind.labels)
        what = f"no {label} has the {kind.name}" if kind.name else f"there is no {label}"
        expected = (
            f"{with_article(kind.name)} that occurs" if kind.name else f"the id of {with_article(label)}"
        )
        if 0 < len(known) <= FEW:
            expected += f" ({', '.join(known)})"
        raise CallError(
            Problem(
                f"{parameter.option}: {what} '{value[:80]}'",
                expected=expected,
                nearest=nearest(value, known) if kind.name else nearest_id(store, value, kind.labels),
            )
        )
    return meant


def _known(parameter: Parameter, store: Store) -> list[str]:
    from kg.questions.allowed import allowed

    return [choice.value for choice in allowed(parameter, store)]
