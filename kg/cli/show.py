"""`kg show`: one node and what it is tied to."""

from __future__ import annotations

from typing import Any

import click

from kg.cli._common import (
    format_option,
    narrowing_options,
    print_result,
    ready_store,
    seeds_option,
    store_option,
    style_of,
    text,
)
from kg.model import OWNED, WITHDRAWN
from kg.model.day_text import PARTS
from kg.model.sharing import Only
from kg.model.spots import spot_words
from kg.questions.result import Column, Result

TOLD = ("role", "start", "end", "stance", "claim", "name")
"""Properties of an edge that the table shows beside the place in a document; JSON has all."""


@click.command(name="show", short_help="Show one node and its edges.")
@click.argument("id", type=text)
@format_option()
@narrowing_options
@seeds_option
@store_option
def command(id: str, style: str | None, only: Only, seeds: str | None, store: str | None) -> None:
    """Show one node by its id or a name that only it has: its properties, then its edges in both directions.

    JSON is one object with `id`, `labels`, `properties` and `edges`; the other formats have a row for each.
    What was withdrawn has no edges: the title says who withdrew it, when and why, the last rows what it was.

    \b
    Example:
      kg show kn-23
      kg show "Kim Jong Un"
      kg show kp-ru-shells-2024 --format json
    """
    from kg.cli._meant import node_id
    from kg.questions.unknown_ids import unknown_id
    from kg.store import statements

    opened = ready_store(store, seeds, only=only)
    try:
        found = node_id(opened, id)
        if found is None:
            raise unknown_id(opened, id)
        id = found
        node = opened.query(statements.SHOW_NODE, {"id": id}).rows
        edges = opened.query(statements.SHOW_EDGES, {"id": id}).rows
    finally:
        opened.close()
    labels = sorted(label for label in node[0][0] if label != OWNED)
    properties = dict(sorted(node[0][1].items()))
    edges = sorted(edges, key=lambda e: (e[0] != "out", e[1], e[2], str(e[4].get("key"))))
    if style_of(style) == "json":
        click.echo(_object(id, labels, properties, edges))
    else:
        print_result(_table(id, labels, properties, edges), style)


def _object(id: str, labels: list[str], properties: dict[str, Any], edges: list[tuple[Any, ...]]) -> str:
    import json

    from kg.formats.text import plain

    tied = [
        {
            "way": way,
            "type": kind,
            "id": other,
            "caption": caption,
            "properties": {k: plain(v) for k, v in sorted(own.items()) if v != ""},
        }
        for way, kind, other, caption, own in edges
    ]
    node = {
        "id": id,
        "labels": labels,
        "properties": {k: plain(v) for k, v in properties.items()},
        "edges": tied,
    }
    return json.dumps(node, ensure_ascii=False, indent=1)


def _table(id: str, labels: list[str], properties: dict[str, Any], edges: list[tuple[Any, ...]]) -> Result:
    import json

    from kg.formats.text import cell
    from kg.language.directions import isolated, joined

    title = joined([str(properties.get("caption", id)), f"({isolated(id)})"], " ")
    was: dict[str, Any] = {}
    if WITHDRAWN in labels:
        from kg.model.convert import withdrawn
        from kg.questions.unknown_ids import withdrawal

        title = joined([title, f"was withdrawn {withdrawal(properties)}"], " ")
        was = withdrawn(properties)
        properties = {name: value for name, value in properties.items() if name != "fact"}
    rows: list[tuple[Any, ...]] = [("label", label, "", "") for label in labels]
    rows += [
        ("property", name, "", value if isinstance(value, list) else cell(value))
        for name, value in _days_in_words(properties).items()
    ]
    rows += [
        ("was", name, "", cell(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        for name, value in was.items()
    ]
    for way, kind, other, caption, own in edges:
        told = (f"{name} {cell(own[name])}" for name in TOLD if name in own)
        extra = ", ".join(filter(None, (spot_words(own), *told)))
        rows.append((f"edge {way}", kind, other, joined([caption, extra and f"({extra})"], " ")))
    columns = tuple(Column(name, "str") for name in ("what", "name", "id", "value"))
    return Result(title, columns, rows)


def _days_in_words(properties: dict[str, Any]) -> dict[str, Any]:
    """Return properties with each span of days in words, instead of its ends and how well it is known.

    Example:
        >>> _days_in_words({"said": "2024-06-30", "said_to": "2024-06-30", "said_text": "../2024-06-30"})
        {'said': 'by 2024-06-30'}
    """
    from kg.language.interface.words import Words

    spans = {name.removesuffix("_text") for name in properties if name.endswith("_text")}
    parts = spans | {f"{span}_{part}" for span in spans for part in PARTS}
    kept = {name: value for name, value in properties.items() if name not in parts}
    said = {span: Words().day(str(properties[f"{span}_text"]), iso=True) for span in spans}
    return dict(sorted((kept | said).items()))
