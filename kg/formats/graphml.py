"""Facts as GraphML, which igraph, yEd, Cytoscape, Gephi and networkx read.

Source: GraphML specification, graphml.graphdrawing.org; written by networkx.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.formats.leaving import Exported
from kg.formats.network import network

if TYPE_CHECKING:
    from kg.model.kinds import Fact

FORMAT = "graphml"
OF = "facts"
ENDINGS = (".graphml",)
ABOUT = "Nodes and edges for igraph, yEd, Cytoscape, Gephi (GraphML)."


def render(facts: Sequence[Fact]) -> Exported:
    """Write nodes and edges for igraph, yEd, Cytoscape and others.

    Each edge has an id of its own: readers that take the numbers of parallel edges for ids would keep a few
    edges of thousands.

    \b
    Example:
      kg export graphml --output corpus.graphml
    """
    from networkx.readwrite.graphml import GraphMLWriter

    graph, loss = network(facts)
    writer = GraphMLWriter(named_key_ids=True, edge_id_from_attribute="id")
    writer.add_graph_element(graph)
    del graph  # each of the three takes as much memory as the text
    writer.attributes.clear()
    text = str(writer)
    del writer
    return Exported("\n".join(text.splitlines()) + "\n", loss)
