"""Topics: the questions under which claims are read together."""

from __future__ import annotations

from typing import ClassVar

from kg.model.base import Fact, LongText, Role, Said, ShortText
from kg.model.looks import KindLook


class Topic(Fact):
    """A question that many claims answer, such as how many troops were sent."""

    KIND: ClassVar[str] = "topic"
    PLURAL: ClassVar[str] = "topics"
    LABELS: ClassVar[tuple[str, ...]] = ("Topic",)
    ROLE: ClassVar[Role] = "topic"
    WORDS: ClassVar[Said] = {"en": ("Topic", "Topics"), "de": ("Thema", "Themen")}
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#646a73", "#a7aeb8")

    name: ShortText
    """The topic in the first language of the corpus, mostly English."""
    name_de: ShortText | None = None
    """The topic in German, where the corpus names things in German, too."""
    description: LongText
    """Which claims belong here and which do not."""
