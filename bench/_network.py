"""Networks of any size, with the shape of the real ones.

A few states that all speak of, many events, more speakers.
"""

from __future__ import annotations

import random

from kg.model.rows import EdgeRow, NodeRow
from kg.picture.subject import Subject

KINDS = (
    ("State", 1),
    ("Organization", 18),
    ("Person", 18),
    ("UnnamedSource", 8),
    ("WeaponType", 10),
    ("Shipment", 20),
    ("Deployment", 10),
    ("Use", 10),
    ("Situation", 5),
)
EVENTS = ("Shipment", "Deployment", "Use", "Situation")
SPEAKERS = ("State", "Organization", "Person", "UnnamedSource")
EDGES = 2.5
"""Edges for each node."""


def network(count: int, seed: int = 1) -> Subject:
    """Return a graph of actors, events and weapon types; equal arguments give equal graphs."""
    chance = random.Random(seed)
    names, weights = zip(*KINDS, strict=True)
    kinds = chance.choices(names, weights, k=count)
    above = {
        "State": "Actor",
        "Organization": "Actor",
        "Person": "Actor",
        "UnnamedSource": "Actor",
        "WeaponType": "",
    }
    nodes = [
        NodeRow(
            f"n{i}",
            tuple(filter(None, (above.get(kind, "Event"), kind, "Kg"))),
            {"caption": f"{kind} {i} of the north"},
        )
        for i, kind in enumerate(kinds)
    ]
    of = {kind: [i for i, k in enumerate(kinds) if k == kind] or [0] for kind in names}
    events = [i for i, k in enumerate(kinds) if k in EVENTS] or [0]
    speakers = [i for i, k in enumerate(kinds) if k in SPEAKERS] or [0]
    edges = []
    for number in range(int(EDGES * count)):
        event = number % len(events) if number < len(events) else int(len(events) * chance.random() ** 1.5)
        start = events[event]
        pick = chance.random()
        if pick < 0.15:
            edges.append(
                EdgeRow("OF_TYPE", f"n{start}", f"n{chance.choice(of['WeaponType'])}", "", {"key": ""})
            )
        elif pick < 0.25:
            edges.append(EdgeRow("DELIVERED", f"n{chance.choice(of['State'])}", f"n{start}", "", {"key": ""}))
        else:  # speakers speak mostly of events near each other in number
            near = int(event / len(events) * len(speakers) + chance.gauss(0, len(speakers) / 60)) % len(
                speakers
            )
            stance, kind = chance.choice(
                (("asserts", "CLAIMED_BY"),) * 8
                + (("expects", "CLAIMED_BY"), ("denies", "DENIED_BY"), ("doubts", "QUESTIONED_BY"))
            )
            edges.append(
                EdgeRow(
                    kind,
                    f"n{start}",
                    f"n{speakers[near]}",
                    f"c{number}",
                    {"key": f"c{number}", "claim": f"c{number}", "stance": stance},
                )
            )
    return Subject(f"A network of {count:,} nodes", nodes, edges)
