"""What belongs to one event, folded into one node that opens."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.language import ENGLISH
from kg.language.directions import joined
from kg.model import table
from kg.model.link_roles import ACTED_ON, ACTING, HELPING
from kg.picture.drawing import Node, Spot
from kg.picture.looks import EVENTS
from kg.picture.metrics import LINE_PX, wrap
from kg.picture.subject import Subject

FOLD = 60
"""Nodes above which clusters are made."""
LEAST = 3
"""Members of a cluster at least."""
STEP_PX = 15.0
LEAST_PX = 60.0
"""Radius of a cluster at least, so that it holds its label."""
FIRST, LAST = table.types(*ACTING), table.types(*ACTED_ON)
BETWEEN = (*FIRST, *LAST, *table.types(*HELPING, "party"))
"""Edges that tie an event to the states in it."""
TURN = math.pi * (3 - math.sqrt(5))
"""The golden angle: points along it fill a disc evenly."""


def fold(subject: Subject, ids: Sequence[str], lines: Iterable[Sequence[str]]) -> list[Node]:
    """Return the clusters of a network, without places.

    An event joins the larger event that it is a part of, a claim the event that it is about. Where much is
    still left, events of one kind between the same states come together. What is linked to members of one
    cluster only joins it, too, but for states. The event itself comes first among the members.
    """
    if len(ids) <= FOLD:
        return []
    here = set(ids)
    near: dict[str, set[str]] = defaultdict(set)
    for start, end, *_ in lines:
        near[start].add(end)
        near[end].add(start)
    home = {i: home for i in ids if (home := _home(subject, i))}
    alike: dict[str, str] = {}
    if len(ids) - sum(count for count in Counter(home.values()).values() if count >= LEAST) > FOLD:
        alike = _alike(subject, home)
        home |= {i: alike.get(h, h) for i, h in home.items()}
    called = {group: _kind_and_states(subject, event) for event, group in alike.items()}
    groups: dict[str, list[str]] = defaultdict(list)
    for i in ids:
        homes = (
            {home[i]}
            if i in home
            else {home.get(other, "") for other in near[i]}
            if subject.voice(i) != "state"
            else set()
        )
        if len(homes) == 1 and (group := homes.pop()):
            groups[group].append(i)
    clusters = []
    for group, members in sorted(groups.items()):
        if len(members) >= LEAST:
            first = [group] if group in here else []
            name = subject.name(group) if group in subject.every else called.get(group, group)
            clusters.append(_cluster(subject, group, name, [*first, *sorted(set(members) - {group})]))
    return clusters


def _alike(subject: Subject, home: Mapping[str, str]) -> dict[str, str]:
    """Return the English names that several events without parts here share, by event."""
    lone = [event for event, count in Counter(home.values()).items() if count < LEAST]
    english = subject.in_language(ENGLISH)
    names = {event: _kind_and_states(english, event) for event in sorted(lone)}
    shared = Counter(names.values())
    return {event: name for event, name in names.items() if shared[name] >= LEAST}


def _kind_and_states(subject: Subject, event: str) -> str:
    w = subject.words
    label = w.kind(subject.kinds[event])
    first = _states(subject, subject.starts(event, *FIRST))
    last = _states(subject, subject.ends(event, *LAST))
    if first and last:
        against = subject.ends(event, *table.types("target"))
        return w("group.against" if against else "group.between", kind=label, first=first, last=last)
    others = _states(subject, [*subject.starts(event, *BETWEEN), *subject.ends(event, *BETWEEN)])
    return joined([label, others], ": ")


def _states(subject: Subject, actors: Iterable[str]) -> str:
    return joined(sorted({subject.name(a) for a in actors if subject.voice(a) == "state"}))


def _home(subject: Subject, node: str) -> str:
    """Return the largest event that an event or claim belongs to, empty for anything else."""
    if subject.kinds[node] == "Claim":
        node = next((e for e in subject.ends(node, "ABOUT") if subject.kinds[e] in EVENTS), "")
    seen: set[str] = set()
    while node and node not in seen and subject.kinds.get(node) in EVENTS:
        seen.add(node)
        above = subject.ends(node, *table.types("part"))
        if not above:
            return node
        node = above[0]
    return min(seen) if seen else ""


def _cluster(subject: Subject, event: str, called: str, members: Sequence[str]) -> Node:
    radius = max(LEAST_PX, STEP_PX * math.sqrt(len(members)) + 12)
    lines = (
        *wrap(called, 1.55 * radius, 3 if radius < 70 else 4),
        subject.words("group.inside", n=len(members)),
    )
    middle: Spot = (0.0, -(len(lines) - 1) * LINE_PX / 2, "middle")
    claims = sorted(
        {c for m in members for c in ([m] if subject.kinds[m] == "Claim" else subject.claims_on(m))}
    )
    name = subject.words("group.named", name=called, n=len(members))
    return Node(
        f"cluster:{event}",
        "",
        "Cluster",
        "cluster",
        0,
        0,
        round(2 * radius),
        round(2 * radius),
        lines,
        middle,
        claims=tuple(claims),
        rank=1e5 + len(members),
        members=tuple(members),
        full=name,
    )


def inside_of(cluster: Node, nodes: Mapping[str, Node]) -> dict[str, Node]:
    """Return the members of a cluster at their places in its disc, the first in the middle."""
    inside = {}
    for number, member in enumerate(cluster.members):
        reach, angle = STEP_PX * math.sqrt(number), number * TURN
        x, y = cluster.x + reach * math.cos(angle), cluster.y + reach * math.sin(angle)
        inside[member] = nodes[member]._replace(x=round(x, 1), y=round(y, 1), shown=False)
    return inside
