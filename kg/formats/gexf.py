"""Facts as GEXF 1.3, the format of Gephi, with the days of nodes and edges.

Source: GEXF 1.3 schema, gexf.net; written by networkx.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.formats.leaving import Exported
from kg.formats.network import merged, network

if TYPE_CHECKING:
    from kg.model.kinds import Fact

FORMAT = "gexf"
OF = "facts"
ENDINGS = (".gexf",)
ABOUT = "Nodes and edges with their days, for Gephi (GEXF 1.3)."


def render(facts: Sequence[Fact]) -> Exported:
    """Write nodes and edges with their days, for Gephi.

    A node is a fact with its properties, an edge a link between two; `start` and `end` are the first and
    last day, and an open end is without one.

    \b
    Example:
      kg export gexf --output corpus.gexf
    """
    from networkx.readwrite.gexf import GEXFWriter

    graph, loss = network(facts)
    loss.cut("parallel edges, which Gephi merges into one", *merged(graph))
    writer = GEXFWriter(graph, version="1.3")
    del graph  # each takes as much memory as the text
    text = str(writer)
    del writer
    return Exported("\n".join(text.splitlines()) + "\n", loss)
