"""Facts as GEXF 1.3, the format of Gephi, with the days of nodes and edges.

Source: GEXF 1.3 schema, gexf.net.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

from kg.formats.leaving import Exported
from kg.formats.network import Network
from kg.formats.xml import NAMES, element, lines
from kg.version import __version__

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from kg.model.kinds import Fact

FORMAT = "gexf"
OF = "facts"
ENDINGS = (".gexf",)
ABOUT = "Nodes and edges with their days, for Gephi (GEXF 1.3)."

_HEAD = f"""\
<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
  <meta>
    <creator>kg-arms {__version__}</creator>
  </meta>
"""
_BUILT_IN = ("id", "label", "start", "end")
"""What GEXF itself has a place for; everything else is declared."""


def render(facts: Sequence[Fact]) -> Exported:
    """Write nodes and edges with their days, for Gephi.

    A node is a fact with its properties, an edge a link between two; `start` and `end` are the first and
    last day, and an open end is without one.

    \b
    Example:
      kg export gexf --output corpus.gexf
    """
    network = Network(facts)
    network.loss.cut("parallel edges, which Gephi merges into one", *network.merged())
    return Exported(_pieces(network), network.loss)


def _pieces(network: Network) -> Iterator[str]:
    scopes = {"node": network.node_types, "edge": network.edge_types}
    timed = any(name in types for name in ("start", "end") for types in scopes.values())
    numbers: dict[str, dict[str, int]] = {}
    number = count()
    yield _HEAD
    mode = 'mode="dynamic" timeformat="date"' if timed else 'mode="static"'
    yield f'  <graph defaultedgetype="directed" {mode}>\n'
    for scope, types in scopes.items():
        numbers[scope] = {name: next(number) for name in types if name not in _BUILT_IN}
        declared = [
            element("attribute", {"id": place, "title": name, "type": NAMES[types[name]]})
            for name, place in numbers[scope].items()
        ]
        if declared:
            yield lines(element("attributes", {"mode": "static", "class": scope}, declared), 2)
    yield "    <nodes>\n"
    for id_, data in network.nodes():
        yield lines(_element("node", {"id": id_}, data, numbers["node"]), 3)
    yield "    </nodes>\n    <edges>\n"
    for start, end, data in network.edges():
        yield lines(_element("edge", {"source": start, "target": end}, data, numbers["edge"]), 3)
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _element(tag: str, own: dict[str, Any], data: Mapping[str, Any], numbers: Mapping[str, int]) -> Element:
    """Return a node or an edge with its values under the numbers of their attributes."""
    values = [
        element("attvalue", {"for": numbers[name], "value": value})
        for name, value in data.items()
        if name in numbers
    ]
    built_in = {name: data[name] for name in _BUILT_IN if name in data}
    return element(tag, {**own, **built_in}, [element("attvalues", {}, values)])
