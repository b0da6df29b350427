"""Facts as the two tables that Gephi's spreadsheet import takes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from kg.formats.leaving import Exported
from kg.formats.network import merged, network
from kg.formats.text import harmless

if TYPE_CHECKING:
    from kg.model.kinds import Fact

FORMAT = "gephi-csv"
OF = "facts"
ENDINGS = ()
ABOUT = "nodes.csv and edges.csv for Gephi's import of spreadsheets."


def render(facts: Sequence[Fact]) -> Exported:
    """Write nodes.csv and edges.csv into a folder, for Gephi's import of spreadsheets.

    \b
    Example:
      kg export gephi-csv build/gephi
    """
    graph, loss = network(facts)
    loss.cut("parallel edges of one kind, which Gephi merges into one", *merged(graph, by="kind"))
    nodes = [{"Id": id_, "Label": data.pop("label"), **_timed(data)} for id_, data in graph.nodes(data=True)]
    edges = [
        {"Source": a, "Target": b, "Type": "Directed", "Id": data.pop("id"), "Label": data.pop("label")}
        | _timed(data)
        for a, b, data in graph.edges(data=True)
    ]
    return Exported({"nodes.csv": _table(nodes), "edges.csv": _table(edges)}, loss)


def _timed(data: dict[str, Any]) -> dict[str, Any]:
    """Return the attributes with their days as the interval that Gephi reads."""
    start, end = data.pop("start", None), data.pop("end", None)
    timed = {"Interval": f"<[{start or '-Infinity'}, {end or 'Infinity'}]>"} if start or end else {}
    return timed | data


def _table(rows: Iterable[dict[str, Any]]) -> str:
    every = list(rows)
    names = list(dict.fromkeys(name for row in every for name in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, names, restval="")
    writer.writeheader()
    writer.writerows({name: harmless(value) for name, value in row.items()} for row in every)
    return out.getvalue()
