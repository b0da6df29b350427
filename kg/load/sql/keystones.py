"""The rows of `kg ask keystones`: what a loss touches is counted again in a world without what is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, groupby

from kg.analysis.keystones import FOR_EACH, MOST, Keystone, keystone, ranked
from kg.analysis.without import effect
from kg.load.sql import roots
from kg.load.sql.narrowed import cut
from kg.load.sql.tables import Tables
from kg.questions.analyses.keystones import row
from kg.questions.scope import Answer

AT_ONCE = 1_000_000
"""Claims of the copies of the graph that are there at once, about; each loss has a copy of its own."""
CUT = {"subject": "subject_asked"}
"""What cuts tables to what is asked about."""
WORLDS = {"kept_claim": "left_claim", "kept_document": "left_document", "world_subject": "left_subject"}


def meant(level: str) -> Mapping[str, str]:
    """Return which files make the tables that depend on what is asked."""
    return cut({**roots.meant("event", level), **WORLDS}, {"bearing": "bearing_on_asked"})


def answer(tables: Tables) -> Answer:
    """Rank actors and documents."""
    tables.need("claim")
    bounds = f"greatest({MOST}, {FOR_EACH} * count(*)) AS most, {AT_ONCE} AS at_once"
    tables.make("work_bound", f"SELECT {bounds} FROM claim")
    looked_at, of = next(iter(tables.rows("told_reach")))
    names: dict[str, str] = {}
    parts = [part for (part,) in tables.rows("told_loss_parts")]
    found = ranked(chain.from_iterable(_keystones(tables, part, names) for part in parts), looked_at, of)
    return Answer((row(k, names[k.id]) for k in found), note=found.note)


def _keystones(tables: Tables, part: int, names: dict[str, str]) -> Iterator[Keystone]:
    """Yield what hangs on each of a part, and remember what these are called."""
    tables.make("part", f"SELECT {part} AS part")
    fallen = {gone: rest for gone, *rest in tables.rows("told_keystones")}
    for gone, own in groupby(tables.rows("told_losses"), key=lambda loss: loss[0]):
        document, names[gone], claims = fallen[gone]
        losses = [(done, event) for _, event, *bounds in own if (done := effect(*bounds))]
        yield keystone(gone, document, losses, claims)
