"""Facts as the two tables that Gephi's spreadsheet import takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from kg.formats.csv import lines
from kg.formats.leaving import Exported
from kg.formats.network import Network
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
    network = Network(facts)
    network.loss.cut("parallel edges of one kind, which Gephi merges into one", *network.merged(by="kind"))
    files = {"nodes.csv": _table(partial(_nodes, network)), "edges.csv": _table(partial(_edges, network))}
    return Exported(files, network.loss)


def _nodes(network: Network) -> Iterator[dict[str, Any]]:
    for id_, data in network.nodes():
        yield {"Id": id_, "Label": data.pop("label"), **_timed(data)}


def _edges(network: Network) -> Iterator[dict[str, Any]]:
    for start, end, data in network.edges():
        ends = {"Source": start, "Target": end, "Type": "Directed"}
        yield {**ends, "Id": data.pop("id"), "Label": data.pop("label"), **_timed(data)}


def _timed(data: dict[str, Any]) -> dict[str, Any]:
    """Return the attributes with their days as the interval that Gephi reads."""
    start, end = data.pop("start", None), data.pop("end", None)
    timed = {"Interval": f"<[{start or '-Infinity'}, {end or 'Infinity'}]>"} if start or end else {}
    return timed | data


def _table(rows: Callable[[], Iterable[dict[str, Any]]]) -> Iterator[str]:
    names = list(dict.fromkeys(name for row in rows() for name in row))
    cells = ([harmless(row.get(name, "")) for name in names] for row in rows())
    return lines(chain([names], cells))
