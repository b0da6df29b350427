"""Asking from a program: presets, free Cypher, names and chains."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from kg.api.result import Result
from kg.api.stores import borrowed

LONGEST = 200
"""Characters of a name that is looked for."""

if TYPE_CHECKING:
    from pathlib import Path

    from kg.picture.contents import Seen
    from kg.questions.header import Question
    from kg.questions.result import Result as Rows
    from kg.store import Store


def list_presets(topic: str | None = None) -> list[Question]:
    """Return the questions that `ask` knows, by topic and name: the presets in Cypher and the analyses.

    Args:
        topic: only those of this topic.

    Example:
        >>> import kg
        >>> [preset.name for preset in kg.list_presets("documents")][:2]
        ['contents', 'index']
    """
    from kg.questions import library

    return [preset for preset in library.every() if topic in (None, preset.topic)]


def ask(
    name: str, /, *, store: Store | None = None, collection: str | None = None, **parameters: Any
) -> Result:
    """Answer a question about the graph, with the nodes and edges that the answer rests on.

    Args:
        name: of the question; `list_presets` gives them.
        store: what to ask; the default store when absent, see `open_store`.
        collection: only what the documents of this collection say, by its id or name; all when absent.
        parameters: its parameters by name; text is read as the declared type, so a day may be "2024-10-13",
            and a name that only one thing has is as good as its id; the note says what was understood.

    Raises:
        CallError: there is no such question or collection, or a parameter is unknown, missing or wrong.
        StoreError: the store cannot answer.

    Example:
        >>> import kg
        >>> kg.ask("who-sourced", topic="troop-numbers", as_of="2024-10-13")[0]["root_speaker"]
        "The Washington Post's source in Ukrainian military intelligence"
    """
    from kg.questions import library
    from kg.questions.run import run_and_graph

    question = library.question(name)
    with borrowed(store, collection) as opened:
        rows, elements = run_and_graph(question, opened, parameters)
        return Result(rows, elements, _seen_on(store, collection), _told(store, collection))


def cypher(
    statement: str,
    parameters: Mapping[str, Any] | None = None,
    /,
    *,
    store: Store | None = None,
    collection: str | None = None,
    limit: int = 1_000,
    timeout: float = 30.0,
) -> Result:
    """Run one reading Cypher statement.

    Args:
        statement: Cypher; values belong into parameters.
        parameters: a value for each `$name` in the statement.
        store: what to ask; the default store when absent, see `open_store`.
        collection: only what the documents of this collection say, by its id or name; all when absent.
        limit: the most rows to return, 0 for all; the note says when there are more.
        timeout: the longest it may run, in seconds.

    Returns:
        The rows. Nodes are `Node`, edges `Edge`, paths `Path`; all of them are in `elements`, too.

    Raises:
        CallError: the statement cannot be read, or the parameters do not fit it.
        StoreError: it would write, or takes too long.

    Example:
        >>> import kg
        >>> statement = "MATCH (d:Document {id: $id}) RETURN d.language AS language"
        >>> kg.cypher(statement, {"id": "swiss-2024-10-13"}).dicts()
        [{'language': 'de'}]
    """
    from kg.questions.free_cypher.run import run
    from kg.store.values import Limits, distinct, elements_in

    with borrowed(store, collection) as opened:
        rows = run(opened, statement, parameters, Limits(rows=limit, seconds=timeout))
    return Result(
        rows, distinct(e for row in rows.rows for e in elements_in([*row])), _seen_on(store, collection)
    )


def explain(
    claim: str,
    /,
    *,
    store: Store | None = None,
    collection: str | None = None,
    sources: str | Path | None = None,
) -> Result:
    """Walk every path from a claim to its roots, or say why an event stands as it does.

    Args:
        claim: id of a claim, or id or name of an event.
        store: what to ask; the default store when absent, see `open_store`.
        collection: only what the documents of this collection say, by its id or name; all when absent.
        sources: folder of the documents' texts, to prove and quote the citations; KG_SOURCES when absent.

    Returns:
        One row per path and hop: who said it, when, and in `printed` where it stands, citation by citation.
        Without the texts a citation is "unverifiable". The last hop of a path says in `end` how the path
        ends. For an event the rows of the question `why`: one sentence each, with the claims it speaks of.

    Raises:
        CallError: there is no such claim or event.
        StoreError: the store cannot answer.

    Example:
        >>> import kg
        >>> [(hop["path"], hop["hop"], hop["end"]) for hop in kg.explain("isw-troops-arrived-2024-10-12")]
        [(1, 1, None), (1, 2, None), (1, 3, 'root: described, not named')]
    """
    from kg.analysis.chains import Printed, hops, passed_on, paths
    from kg.formats.chain import records
    from kg.questions.result import Column
    from kg.questions.result import Result as Rows
    from kg.questions.unknown_ids import id_of, unknown_id
    from kg.sources import texts

    read = cache(partial(texts.read, texts.folder(str(sources) if sources is not None else None)))
    with borrowed(store, collection) as opened:
        elements = passed_on(claim, opened)
        hop_of, relays = hops(elements)
        if claim not in hop_of:
            if id_of(opened, claim, "Event"):
                return ask("why", store=opened, event=claim)
            raise unknown_id(opened, claim, "Claim", "Event")

    def quoter(place: Printed) -> texts.Quote:
        return texts.quote_in(read(place.file), place.paragraph, place.start, place.end, place.sha256)

    rows, names = (
        [],
        [
            "claim",
            "speaker",
            "described",
            "attribution",
            "stance",
            "said",
            "said_text",
            "figure",
            "paraphrase",
            "printed",
        ],
    )
    ways = paths(claim, relays)
    for number, path in enumerate(records(ways, hop_of, quoter), 1):
        for step, hop in enumerate(path["hops"], 1):
            end = path["end"] if step == len(path["hops"]) else None
            rows.append((number, step, *(hop[name] for name in names), end))
    columns = tuple(
        Column(name, {"path": "int", "hop": "int", "said_text": "span"}.get(name, "any"))
        for name in ("path", "hop", *names, "end")
    )
    shown = ("path", "hop", "claim", "speaker", "stance", "said_text", "figure", "end")
    return Result(
        Rows(f"What does '{claim}' rest on?", columns, rows, {"claim": claim}, shown, ways.note),
        elements,
        _seen_on(store, collection),
    )


def search(
    words: str,
    /,
    *,
    kind: str | None = None,
    store: Store | None = None,
    collection: str | None = None,
    limit: int = 20,
) -> Result:
    """Find things of the graph by name, also in other spellings and scripts and with typos.

    Args:
        words: a name or a part of one, at most 200 characters.
        kind: only things with this label, such as `Person`.
        store: what to ask; the default store when absent, see `open_store`.
        collection: only what the documents of this collection say, by its id or name; all when absent.
        limit: the most rows to return.

    Returns:
        One row per thing, best first: id, kind, name, the spelling that came closest, and a score up to 100.

    Raises:
        CallError: the name is too long, or there is no such label.
        StoreError: the store cannot answer.

    Example:
        >>> import kg
        >>> kg.search("Nordkorea")[0]["id"]
        'kp'
    """
    from kg.errors import CallError, Problem, article, nearest
    from kg.language.name_search import Hit
    from kg.language.name_search import search as fitting
    from kg.questions.names import names_of
    from kg.questions.result import Column
    from kg.questions.result import Result as Rows

    if len(words) > LONGEST:
        raise CallError(
            Problem(f"a name of {len(words):,} characters is too long", expected=f"at most {LONGEST}")
        )
    with borrowed(store, collection) as opened:
        names = names_of(opened)
    kinds = sorted({label for name in names for label in name.labels})
    if kind is not None and kind not in kinds:
        raise CallError(
            Problem(
                f"nothing is {article(kind)} '{kind[:80]}'",
                expected=f"one of {', '.join(kinds)}",
                nearest=nearest(kind, kinds),
            )
        )
    hits = fitting(words, names, kind=kind)
    columns = tuple(Column(name, "int" if name == "score" else "str") for name in Hit._fields)
    note = f"The first {limit:,} of {len(hits):,} rows." if len(hits) > limit else ""
    return Result(
        Rows(
            f"What is called '{words}'?",
            columns,
            [tuple(hit) for hit in hits[:limit]],
            {"words": words},
            note=note,
        )
    )


def _told(store: Store | None, collection: str | None) -> Callable[[Rows, str], str]:
    """Return what makes the sentence of an answer later, with the names that the store knows."""

    def told(rows: Rows, language: str) -> str:
        from kg.findings import finding
        from kg.findings.names import names_of

        with borrowed(store, collection) as opened:
            return finding(rows, names_of(opened), language)

    return told


def _seen_on(store: Store | None, collection: str | None) -> Callable[[date | None], Seen]:
    """Return what reads the whole graph later, as known on a day.

    It reads the same store, or opens the default one again.
    """

    def seen_on(day: date | None) -> Seen:
        from kg.picture.contents import see

        with borrowed(store, collection) as opened:
            return see(opened, day)

    return seen_on
