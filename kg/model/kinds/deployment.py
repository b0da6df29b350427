"""Deployments."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from kg.model.base import Id, Link, Said
from kg.model.kinds.event import Event
from kg.model.looks import KindLook


class Deployment(Event):
    """Troops or personnel sent by one state to another's war or territory."""

    KIND: ClassVar[str] = "deployment"
    PLURAL: ClassVar[str] = "deployments"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Deployment")
    WORDS: ClassVar[Said] = {"en": ("Deployment", "Deployments"), "de": ("Entsendung", "Entsendungen")}
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#2f7a4d", "#6cc492", "▲")
    ORDER: ClassVar[int] = 20

    # (:Actor)-[:SENT]->(:Deployment)
    sender: Annotated[
        Id | None,
        Link(
            "SENT",
            ("Actor",),
            reverse=True,
            role="sender",
            words={
                "en": ("is said to send", "Sends, as alleged", "Sent by"),
                "de": ("entsendet, wie es heißt", "Entsendet, laut Behauptung", "Entsandt von"),
            },
        ),
    ] = None
    """Whose personnel."""
    # (:Deployment)-[:HOSTED_BY]->(:Actor)
    host: Annotated[
        Id | None,
        Link(
            "HOSTED_BY",
            ("Actor",),
            role="host",
            words={
                "en": ("is said to be hosted by", "Host", "Hosts, as alleged"),
                "de": ("geht, wie es heißt, zu", "Gastgeber", "Nimmt auf, laut Behauptung"),
            },
        ),
    ] = None
    """With or for whom."""
    personnel: Literal[
        "troops", "special-forces", "officers", "engineers", "trainers", "workers", "pilots", "mixed"
    ] = "troops"
    """Which personnel."""
