"""What is known of an event and what is not, as lines of the box at the head of its dossier.

Known is only what nobody disputes and what has credibility 1; mostly that is nothing, and then it is said so.
"""

from __future__ import annotations

from collections.abc import Collection

from kg.analysis.world import OPEN
from kg.findings.event import Evidence, figure_words, names, silent
from kg.language.interface.words import Words

COUNTED = ("Shipment", "Deployment", "Casualties", "Payment", "Production")
"""Kinds of events of which a reader asks how many."""
PLACED = ("Deployment", "Use", "Casualties", "Finding", "Production", "Interdiction")
"""Kinds of events of which a reader asks where."""


def known(found: Evidence, words: Words) -> list[str]:
    """Return what nobody disputes and what two independent roots bear out; mostly nothing."""
    if not found.known:
        return []
    roots = found.standing.roots
    sure = [f for f in found.figures if f.status == "supported" and f.credibility == 1]
    return [
        words("finding.event.known", least=roots.least),
        *(words("finding.event.known.figure", figure=figure_words(f, words)) for f in sure),
    ]


def not_known(
    found: Evidence, words: Words, kind: str = "", placed: bool = True, parties: Collection[str] = ()
) -> list[str]:
    """Return what the texts leave open about an event, each as a line.

    Args:
        found: what the analyses say of it.
        words: in which language.
        kind: label of the kind of the event; empty when it does not matter.
        placed: whether its place is given.
        parties: what they are called who have a part in it and whom no text names.
    """
    w, standing_, claims = words, found.standing, found.claims
    lines = []
    if standing_.status in ("disputed", "unconfirmed", "expected", "unknown", "denied"):
        lines.append(w(f"finding.event.open.{standing_.status}"))
    if found.figures:
        if any(f.contradicted for f in found.figures):
            lines.append(w("finding.event.open.figures"))
        else:
            lines += [
                w(f"finding.event.open.{side}")
                for side in ("low", "high")
                if all(getattr(f.figure, side) is None for f in found.figures)
            ]
    elif kind in COUNTED and not _counted(found):
        lines.append(w("finding.event.open.number"))
    whens = (found.world.things[found.event].period, *(c.when for c in claims))
    if kind in COUNTED + PLACED and all(when == OPEN for when in whens):
        lines.append(w("finding.event.open.when"))
    if kind in PLACED and not placed:
        lines.append(w("finding.event.open.where"))
    lines += [w("finding.event.open.party", party=party) for party in parties]
    if unnamed := [c for c in claims if not c.speaker and c.side in ("for", "ahead", "against", "doubt")]:
        lines.append(w("finding.event.open.who", n=len(unnamed)))
    if asked := silent(claims):
        lines.append(w("finding.event.open.silent", who=names(found, asked, w)))
    return lines


def _counted(found: Evidence) -> bool:
    """Return whether a claim about the event or a part of it gives a number."""
    things = (found.event, *found.ballots.parts.get(found.event, ()))
    about = (found.world.claims[c] for thing in things for c in found.ballots.about.get(thing, ()))
    return any(c.figure is not None and c.figure.amount for c in about)
