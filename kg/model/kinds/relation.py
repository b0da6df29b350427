"""Relations."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from kg.model.base import Called, Id, Link, Said
from kg.model.kinds.event import Event
from kg.model.looks import KindLook

RelationWord = Literal[
    "owns",
    "controls",
    "front-of",
    "works-for",
    "made-by",
    "part-of",
    "component-of",
    "manages",
    "operates",
    "charters",
    "services",
    "supplies",
]


class Relation(Event):
    """A lasting tie of one to another that somebody claims; `period` holds since and until.

    What we ourselves hold for certain stays an attribute.
    """

    KIND: ClassVar[str] = "relation"
    PLURAL: ClassVar[str] = "relations"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Relation")
    WORDS: ClassVar[Said] = {"en": ("Relation", "Relations"), "de": ("Beziehung", "Beziehungen")}
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#4c5a63", "#9db4c0", "∞")
    ORDER: ClassVar[int] = 75
    LASTING: ClassVar[bool] = True
    OWN_LIST: ClassVar[bool] = True
    APART: ClassVar[tuple[tuple[str, str], ...]] = (("subject", "object"),)

    # (:Actor)-[:SUBJECT_OF]->(:Relation)
    subject: Annotated[
        Id,
        Link(
            "SUBJECT_OF",
            ("Actor", "WeaponType", "Item", "Place"),
            reverse=True,
            role="subject",
            words={
                "en": ("is said to be the subject of", "Is, as alleged", "Who or what"),
                "de": ("ist, wie es heißt, Gegenstand von", "Ist, laut Behauptung", "Wer oder was"),
            },
        ),
    ]
    """Of whom or what it is said."""
    relation: Annotated[RelationWord, Called({"en": "Relation", "de": "Beziehung"})]
    """What the one is said to be or do to the other, read from subject to object."""
    # (:Relation)-[:HAS_OBJECT]->(:Actor)
    object: Annotated[
        Id,
        Link(
            "HAS_OBJECT",
            ("Actor", "WeaponType", "Item", "Place"),
            role="object",
            words={
                "en": ("concerns", "Of or to whom", "Said of it"),
                "de": ("betrifft", "Zu wem oder was", "Darüber heißt es"),
            },
        ),
    ]
    """To whom or what."""
