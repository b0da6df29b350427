"""Echoes, loops and anachronisms: reports that look like many and are one."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, NamedTuple

from kg.analysis.relays import loops, terminals
from kg.analysis.spans import before
from kg.analysis.tellers import tellers
from kg.analysis.world import World
from kg.errors import number_of


class RelayPattern(NamedTuple):
    """One bundle, loop or anachronism."""

    kind: Literal["echo", "loop", "anachronism"]
    root: str | None
    """The claim at the only end of all chains; None for a loop."""
    reports: tuple[tuple[str, str], ...]
    """Of an echo: who tells it in which document, as (claim, document)."""
    claims: tuple[str, ...]
    """The claims that a repetition consists of.

    Those of an echo go back to its root, those of a loop are its members; else they are the relay and what
    it relays.
    """
    rule: str


def echoes(world: World, among: Collection[str] | None = None) -> list[RelayPattern]:
    """Find reports that share their only root, relay loops, and relays older than what they relay.

    An echo is a root (a claim that relays nothing) together with every claim whose chains all end there, when
    these make at least two reports as `roots.tellers` counts them: two tellers, or two documents. A loop is a
    set of claims that relay each other in a circle; it is named once and never counts as support. An
    anachronism is a relay whose last possible day lies before the first possible day of what it relays; where
    a text shows only that something was said by a day, nothing is found.

    Args:
        world: the graph, as known on the day asked for.
        among: only findings in which one of these claims takes part.

    Returns:
        Echoes by falling number of reports, then loops, then anachronisms; empty when there are none.

    Source:
        "Circular reporting" and "false confirmation": US Joint Publication 2-0, Joint Intelligence; Heuer,
        Psychology of Intelligence Analysis (1999), chapter 10.

    Example:
        >>> from kg.analysis.world import small_world
        >>> [(f.root, len(f.reports)) for f in echoes(small_world("a b r", {"a": ("r",), "b": ("r",)}))]
        [('r', 2)]
    """
    findings = [*_bundles(world), *_loops(world), *_anachronisms(world)]
    if among is not None:
        findings = [f for f in findings if f.root in among or any(c in among for c in f.claims)]
    return findings


def _bundles(world: World) -> list[RelayPattern]:
    ends = terminals(world.claims, world.relays)
    members: dict[str, list[str]] = {}
    for claim in world.relays:
        if len(ends[claim]) == 1:
            members.setdefault(ends[claim][0], []).append(claim)
    findings = []
    for root in world.claims:
        if root in world.relays:
            continue
        if root not in members and len(set(world.printed_in[root])) < 2:
            continue
        bundle = sorted([root, *members.get(root, ())])
        reports = tellers(world, bundle)
        if len(reports) >= 2:
            rule = f"{len(reports)} reports, one root: every chain of theirs ends at this claim"
            findings.append(RelayPattern("echo", root, reports, tuple(c for c in bundle if c != root), rule))
    return sorted(findings, key=lambda f: (-len(f.reports), f.root))


def _loops(world: World) -> list[RelayPattern]:
    return [
        RelayPattern(
            "loop",
            None,
            (),
            loop,
            f"{number_of(len(loop), 'claim')} relay each other in a circle; it supports nothing",
        )
        for loop in loops(world.relays)
    ]


def _anachronisms(world: World) -> list[RelayPattern]:
    findings = []
    for claim, others in world.relays.items():
        said = world.claims[claim].said
        for other in others:
            told = world.claims[other].said
            if before(said, told):
                rule = f"the relay was said by {said[1]}, what it relays not before {told[0]}"
                findings.append(RelayPattern("anachronism", other, (), (claim, other), rule))
    return sorted(findings, key=lambda f: (f.root or "", f.claims))
