"""Judgements: whether two facts are the same, decided by someone, for a reason, on a day."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, Strict, model_validator

from kg.model.base import Fact, FieldError, Id, Link, LongText, Note, Role, Said, ShortText
from kg.model.citation import Citation
from kg.model.looks import KindLook
from kg.model.span import Span


class Judgement(Fact):
    """A decision about two facts: the same, not the same, or unsure.

    It stands beside the facts and rewrites neither. "same" adds a derived edge between them that readers may
    follow; deleting the judgement undoes it.
    """

    KIND: ClassVar[str] = "judgement"
    PLURAL: ClassVar[str] = "judgements"
    LABELS: ClassVar[tuple[str, ...]] = ("Judgement",)
    ROLE: ClassVar[Role] = "judgement"
    WORDS: ClassVar[Said] = {"en": ("Judgement", "Judgements"), "de": ("Urteil", "Urteile")}
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#646a73", "#a7aeb8", "=")

    # (:Judgement)-[:JUDGES]->(:WeaponType)
    between: Annotated[
        list[Id],
        Link(
            "JUDGES",
            ("Actor", "WeaponType", "Item", "Place"),
            words={"en": ("judges", "Judges", "Judged in"), "de": ("beurteilt", "Beurteilt", "Beurteilt in")},
        ),
    ] = Field(min_length=2, max_length=2)
    """The two facts: two actors, two weapon types, two items or two places."""
    verdict: Literal["same", "not-same", "unsure"]
    """What was decided."""
    by: ShortText
    """Who decided: a person, or a group such as "curators"."""
    why: LongText
    """The reason, in English."""
    decided: Span
    """Day of the decision."""
    outside: Annotated[bool, Strict()] = False
    """The reason draws on knowledge from outside the texts."""
    # (:Judgement)-[:CITED_IN {paragraph, start, end, sha256}]->(:Document)
    cited: list[Citation] = Field(default_factory=list)
    """The places that the reason rests on, if it rests on a text."""
    note: Note = None

    @property
    def caption(self) -> str:
        """The verdict on both ids."""
        return f"{self.between[0]} and {self.between[1]}: {self.verdict}"

    @model_validator(mode="after")
    def _one_day(self) -> Judgement:
        if self.decided.precision != "day":
            raise FieldError("must be one day", "decided")
        return self
