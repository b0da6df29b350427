"""An invented graph with everything of which a verdict depends: what every face has to show of it."""

from __future__ import annotations

from datetime import date

from kg.model.rows import Graph

from .tools import claim, fact, number, world

BEFORE = date(2024, 10, 15)
"""A day before the retraction was printed."""


def verdicts() -> Graph:
    """Return a dispatch with a part, a plan, and claims of every sort that is no plain assertion.

    Korea and Russia announce it together, a spokesman says 3,000, the think tank says 9 and takes it back,
    Russia denies a part, the daily cannot say how many and was there itself, and Russia was asked.
    """
    place = {"paragraph": 1, "start": 0, "end": 5, "sha256": "1" * 64}
    late, twice = (
        [{"document": name, **place} for name in names] for names in (["late"], ["paper", "again"])
    )
    paper = {"outlet": "isw", "recorded": "2024-11-01", "language": "en", "file": "b.txt", "sha256": "2" * 64}
    return world(
        fact("deployment", id="part", name="Its first wave", sender="kp", host="ru", within_event="dispatch"),
        fact("deployment", id="plan", name="Instructors", sender="kp", host="ru", stage="planned"),
        fact(
            "organization",
            id="register",
            name="A register",
            kind="monitoring-body",
            compiles=True,
            country="ru",
        ),
        fact("document", id="again", title="A reprint", published="2024-10-14", reprint_of="paper", **paper),
        claim("together", None, speakers=["kp", "ru"]),
        claim("three", "spokesman", quantity=number(3000, 3000, of="rockets")),
        claim("wrong", "isw", quantity=number(9, 9)),
        claim("no-longer", "isw", "retracts", said="2024-10-19", answers=["wrong"], cited=late),
        claim("not-the-part", "ru", "denies", about="part"),
        claim("how-many", "daily", "cannot-confirm", facet="how-many", answers=["three"]),
        claim("seen", "daily", firsthand=True, cited=twice),
        claim("silent", "ru", "no-comment", answers=["three"]),
        claim("around", "register", "comments"),
        claim("coming", "isw", about="plan"),
    )
