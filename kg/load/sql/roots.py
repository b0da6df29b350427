"""The rows of `kg ask roots`, from SQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from kg.analysis.independence import Roots
from kg.analysis.voices import Voice
from kg.load.sql.tables import Tables

Row = tuple[Any, ...]
CUT: Mapping[str, Mapping[str, str]] = {
    "event": {"subject": "subject_asked", "bearing": "bearing_asked"},
    "claim": {"ask": "ask_asked"},
    "topic": {"supporting_topic": "supporting_topic_asked"},
}
"""What cuts tables to what is asked about, by what a row is about."""
TOLD = ("told_parts", "told_roots")
"""The files whose rows make the answer."""


def meant(per: str, level: str) -> Mapping[str, str]:
    """Return which files make the tables that depend on what is asked."""
    own = per == "event"
    return {
        "ask": f"{per}_ask",
        "supporting": f"{per}_supporting",
        "doubter": "event_doubter" if own else "no_doubter",
        "told_claim": "event_told" if own else "all_told",
        "named": "claim_named" if per == "claim" else "event_named",
        "lift": f"{level}_lift",
    }


def rows(tables: Tables, level: str) -> Iterator[Row]:
    """Yield one row per subject, the most reports first."""
    parts = groupby(tables.rows("told_parts"), key=lambda row: row[1])
    for subject, (same, own) in zip(tables.rows("told_roots"), parts, strict=True):
        k, name, mentions, reports, least, most, witnesses, capped = subject
        assert k == same, (k, same)
        found: dict[int, list[Row]] = {part: [] for part in range(1, 8)}
        for row in own:
            found[row[2]].append(row[3:])
        if not most:
            found = {part: some if part < 3 else [] for part, some in found.items()}
        voices = [Voice(one, (), why) for part in (3, 4) for one, why, _ in found[part]]
        voices += [Voice(None, (), why) for _, why, _ in found[6]]
        named, described, unknown = ([row[0] for row in found[part]] for part in (3, 4, 5))
        judged = tuple(row[0] for row in found[7])
        counted = Roots(
            least,
            most,
            tuple(named),
            tuple(described),
            tuple(unknown),
            witnesses,
            tuple(voices),
            capped,
            judged,
        )
        names = [*(row[2] for part in (3, 4) for row in found[part]), *(["?"] * len(unknown))]
        told, claims = [row[2] for row in found[2]], [row[0] for row in found[1]]
        yield (
            k, name, mentions, reports, least, most, names, told, named, described, unknown, claims,
            counted.rule(level),
        )  # fmt: skip
