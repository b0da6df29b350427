"""The rows of `kg ask keystones`: what a loss touches is counted again in a world without what is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from kg.analysis.keystones import FOR_EACH, MOST, Keystone, keystone, ranked
from kg.analysis.without import effect
from kg.load.sql import roots
from kg.load.sql.narrowed import cut
from kg.load.sql.tables import Tables
from kg.questions.analyses.keystones import row
from kg.questions.scope import Answer

CUT = {"subject": "subject_asked"}
"""What cuts tables to what is asked about."""
WORLDS = {"kept_claim": "left_claim", "kept_document": "left_document", "world_subject": "left_subject"}


def meant(level: str) -> Mapping[str, str]:
    """Return which files make the tables that depend on what is asked."""
    return cut({**roots.meant("event", level), **WORLDS}, {"bearing": "bearing_on_asked"})


def answer(tables: Tables) -> Answer:
    """Rank actors and documents."""
    tables.need("claim")
    tables.make("work_bound", f"SELECT greatest({MOST}, {FOR_EACH} * count(*)) AS most FROM claim")
    looked_at, of = next(iter(tables.rows("told_reach")))
    names: dict[str, str] = {}
    found = ranked(_keystones(tables, names), looked_at, of)
    return Answer((row(k, names[k.id]) for k in found), note=found.note)


def _keystones(tables: Tables, names: dict[str, str]) -> Iterator[Keystone]:
    """Yield what hangs on each, and remember what these are called."""
    fallen = {gone: rest for gone, *rest in tables.rows("told_keystones")}
    for gone, own in groupby(tables.rows("told_losses"), key=lambda loss: loss[0]):
        document, names[gone], claims = fallen[gone]
        losses = [(done, event) for _, event, *bounds in own if (done := effect(*bounds))]
        yield keystone(gone, document, losses, claims)
