"""Payments."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from kg.model.base import Called, Id, Link, Said
from kg.model.kinds.event import Event
from kg.model.looks import KindLook
from kg.model.together import OneOrMore

PaymentForm = Literal["cash", "transfer", "gold", "goods", "loan", "aid", "unknown"]


class Payment(Event):
    """Money, or something in its place, going from a payer to a payee, as alleged."""

    KIND: ClassVar[str] = "payment"
    PLURAL: ClassVar[str] = "payments"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Payment")
    WORDS: ClassVar[Said] = {"en": ("Payment", "Payments"), "de": ("Zahlung", "Zahlungen")}
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#5a5f14", "#c3c95c", "¤")
    ORDER: ClassVar[int] = 16
    OWN_LIST: ClassVar[bool] = True
    APART: ClassVar[tuple[tuple[str, str], ...]] = (("payer", "payee"),)

    # (:Actor)-[:PAID]->(:Payment)
    payer: Annotated[
        OneOrMore,
        Link(
            "PAID",
            ("Actor",),
            reverse=True,
            role="payer",
            words={
                "en": ("is said to pay", "Pays, as alleged", "Payer"),
                "de": ("leistet, wie es heißt,", "Zahlt, laut Behauptung", "Zahler"),
            },
        ),
    ]
    """Who pays, as alleged: one, several together, or `unknown`."""
    # (:Payment)-[:PAID_TO]->(:Actor)
    payee: Annotated[
        OneOrMore,
        Link(
            "PAID_TO",
            ("Actor",),
            role="payee",
            words={
                "en": ("is said to be paid to", "Payee", "Is paid, as alleged"),
                "de": ("geht, wie es heißt, an", "Zahlungsempfänger", "Wird bezahlt, laut Behauptung"),
            },
        ),
    ]
    """Who is paid, as alleged: one, several together, or `unknown`."""
    # (:Payment)-[:PAID_THROUGH]->(:Actor)
    via: Annotated[
        list[Id],
        Link(
            "PAID_THROUGH",
            ("Actor",),
            role="agent",
            words={
                "en": ("is said to be paid through", "Paid through", "Passes on, as alleged"),
                "de": ("läuft, wie es heißt, über", "Bezahlt über", "Leitet weiter, laut Behauptung"),
            },
        ),
    ] = Field(default_factory=list)
    """Banks, companies or people through whom it is said to go."""
    form: Annotated[PaymentForm, Called({"en": "Form", "de": "Form"})] = "unknown"
    """How it is paid; how much is a figure, and each claim has its own."""
