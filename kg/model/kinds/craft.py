"""What vessels and aircraft have in common."""

from __future__ import annotations

from typing import Annotated, ClassVar

from kg.model.base import Id, Link, Voice
from kg.model.kinds.actor import Actor


class Craft(Actor):
    """Something that carries goods and people; it has a part in events and never speaks."""

    VOICE: ClassVar[Voice] = ""

    # (:Craft)-[:UNDER_FLAG_OF]->(:State)
    flag: Annotated[
        Id | None,
        Link(
            "UNDER_FLAG_OF",
            ("State",),
            words={
                "en": ("is under the flag of", "Flag", "Under its flag"),
                "de": ("steht unter der Flagge von", "Flagge", "Unter seiner Flagge"),
            },
        ),
    ] = None
    """The state in whose register it stands, where that is certain."""
