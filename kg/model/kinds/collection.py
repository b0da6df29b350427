"""Collections: documents that are read together."""

from __future__ import annotations

from typing import ClassVar

from kg.model.base import Fact, LongText, Role, Said, ShortText
from kg.model.looks import KindLook


class Collection(Fact):
    """Documents that are read together; any question can be asked of one collection alone."""

    KIND: ClassVar[str] = "collection"
    PLURAL: ClassVar[str] = "collections"
    LABELS: ClassVar[tuple[str, ...]] = ("Collection",)
    ROLE: ClassVar[Role] = "topic"
    WORDS: ClassVar[Said] = {"en": ("Collection", "Collections"), "de": ("Sammlung", "Sammlungen")}
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#646a73", "#a7aeb8", "▤")
    ORDER: ClassVar[int] = 60

    name: ShortText
    """The collection in the first language of the corpus, mostly English."""
    name_de: ShortText | None = None
    """The collection in German, where the corpus names things in German, too."""
    description: LongText
    """Which documents belong here and which do not."""
