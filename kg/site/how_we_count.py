"""The page that explains the counting, with one event of the corpus worked through."""

from __future__ import annotations

from itertools import groupby

from kg.analysis.account import account
from kg.analysis.status import Standing
from kg.language.interface.words import Words
from kg.model.table import labels
from kg.site.claims import Cards
from kg.site.material import Material
from kg.site.view import Page

PATH = "how-we-count.html"
STEPS = 7
"""Steps of the explanation, `how.step.1` and so on."""
FEW, MANY = 4, 12
"""Claims of an event that is worked through: enough to show something, few enough to follow."""


def how_page(material: Material, w: Words, cards: Cards) -> Page:
    """Return the page; without an event that fits it has no example."""
    event = example(material)
    steps = [(w(f"how.step.{n}"), w(f"how.step.{n}.text")) for n in range(1, STEPS + 1)]
    values: dict[str, object] = {"steps": steps, "event": event}
    basis: tuple[str, ...] = ()
    if event:
        told = account(material.ballots, event)
        claims = material.about[event]
        values |= {
            "claims": cards.every(claims),
            "documents": len({c.document for claim in claims for c in claim.cited}),
            "account": [
                (part, [(w.saying(*s.said), s.claims) for s in group])
                for part, group in groupby(told, key=lambda s: s.part)
            ],
        }
        basis = (event, *(claim.id for claim in claims))
    return Page(PATH, "how.html", w("nav.how"), w("how.lead"), values, basis)


def example(material: Material) -> str:
    """Return the event that shows most in few claims: relays, denial or doubt, and roots in an interval.

    The id is empty when claims speak of no event.
    """
    fitting = [
        (_worth(material, row), row.event)
        for row in material.standing.values()
        if material.kind(row.event) in labels("event") and material.about.get(row.event)
    ]
    return max(fitting, default=((), ""), key=lambda pair: (pair[0], pair[1]))[1]


def _worth(material: Material, row: Standing) -> tuple[int, ...]:
    claims = material.about[row.event]
    return (
        sum(
            (
                FEW <= len(claims) <= MANY,
                row.roots.least < row.roots.most,
                row.roots.least > 1,
                bool(row.denied or row.questioned),
                any(claim.relays for claim in claims),
            )
        ),
        len({c.document for claim in claims for c in claim.cited}),
        -len(claims),
    )
