"""`kg show`: one node and what it is tied to."""

from __future__ import annotations

import click

from kg.cli._common import format_option, print_result, ready_store, seeds_option, store_option


@click.command(name="show", short_help="Show one node and its edges.")
@click.argument("id")
@format_option
@seeds_option
@store_option
def command(id: str, style: str | None, seeds: str | None, store: str | None) -> None:
    """Show one node by its id: its properties, then its edges in both directions.

    \b
    Example:
      kg show kn-23
      kg show kp-ru-shells-2024 --format json
    """
    from kg.cli._lookup import unknown_id
    from kg.export.text import cell
    from kg.result import Column, Result
    from kg.store import statements

    opened = ready_store(store, seeds)
    try:
        node = opened.query(statements.SHOW_NODE, {"id": id}).rows
        if not node:
            raise unknown_id(opened, id)
        edges = opened.query(statements.SHOW_EDGES, {"id": id}).rows
    finally:
        opened.close()
    labels, properties = node[0]
    rows: list[tuple[object, ...]] = [("label", label, "", "") for label in sorted(labels) if label != "Kg"]
    rows += [("property", name, "", value if isinstance(value, list) else cell(value)) for name, value in sorted(properties.items())]
    for way, kind, other, caption, own in sorted(edges, key=lambda e: (e[0] != "out", e[1], e[2], str(e[4].get("key")))):
        extra = ", ".join(f"{k} {cell(v)}" for k, v in sorted(own.items()) if k in ("role", "paragraph", "start", "end", "stance", "said", "name"))
        rows.append((f"edge {way}", kind, other, f"{caption}{' (' + extra + ')' if extra else ''}"))
    columns = tuple(Column(name, "str") for name in ("what", "name", "id", "value"))
    print_result(Result(f"{properties.get('caption', id)} ({id})", columns, rows), style)
