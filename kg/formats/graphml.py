"""Facts as GraphML, which igraph, yEd, Cytoscape, Gephi and networkx read.

Source: GraphML specification, graphml.graphdrawing.org.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kg.formats.leaving import Exported
from kg.formats.network import Network
from kg.formats.xml import NAMES, element, lines, said

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from kg.model.kinds import Fact

FORMAT = "graphml"
OF = "facts"
ENDINGS = (".graphml",)
ABOUT = "Nodes and edges for igraph, yEd, Cytoscape, Gephi (GraphML)."

_HEAD = """\
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def render(facts: Sequence[Fact]) -> Exported:
    """Write nodes and edges for igraph, yEd, Cytoscape and others.

    Each edge has an id of its own: readers that take the numbers of parallel edges for ids would keep a few
    edges of thousands.

    \b
    Example:
      kg export graphml --output corpus.graphml
    """
    network = Network(facts)
    return Exported(_pieces(network), network.loss)


def _pieces(network: Network) -> Iterator[str]:
    yield _HEAD
    for scope, types in (("node", network.node_types), ("edge", network.edge_types)):
        for name, type_ in types.items():
            key = {"id": name, "for": scope, "attr.name": name, "attr.type": NAMES[type_]}
            yield lines(element("key", key), 1)
    yield '  <graph edgedefault="directed">\n'
    for id_, data in network.nodes():
        yield lines(element("node", {"id": id_}, _values(data)), 2)
    for start, end, data in network.edges():
        yield lines(element("edge", {"source": start, "target": end, "id": data["id"]}, _values(data)), 2)
    yield "  </graph>\n</graphml>\n"


def _values(data: dict[str, Any]) -> Iterator[Element]:
    return (element("data", {"key": name}, text=said(value)) for name, value in data.items())
