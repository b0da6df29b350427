"""Which status an event or figure has, and which credibility, by what its votes and roots are."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, Protocol

from kg.analysis.voices import WITNESSES

StatusWord = Literal["supported", "denied", "disputed", "unconfirmed", "expected", "unknown"]
DESCRIBED = (*WITNESSES, "no body")
"""Who is named or described and may know: without any such voice nothing can be judged."""


class Weight(Protocol):
    """What speaks for and against something."""

    @property
    def vouched(self) -> bool:
        """Somebody vouches for the whole."""

    @property
    def presumed(self) -> bool:
        """Somebody presupposes it."""

    @property
    def wavered(self) -> bool:
        """Somebody asserts it who also doubts it."""

    @property
    def expected(self) -> bool:
        """Somebody expects it."""

    @property
    def denied(self) -> bool:
        """Somebody denies the whole."""

    @property
    def doubted(self) -> bool:
        """Somebody doubts the whole or does not confirm it."""

    @property
    def in_part(self) -> bool:
        """Somebody denies a part of it."""

    @property
    def stage(self) -> str | None:
        """How far it is alleged to have come."""

    @property
    def ahead(self) -> bool:
        """It is only wanted, planned or expected."""

    @property
    def all_questioned(self) -> bool:
        """Of all who presuppose it somebody denies or doubts that they said it."""

    @property
    def all_loose(self) -> bool:
        """All who vouch for it do so as possible or conditional."""

    @property
    def whys(self) -> Collection[str]:
        """As what the voices count; see `kg.analysis.voices.Why`."""

    @property
    def witnesses(self) -> int:
        """How many roots count for certain."""

    @property
    def independent(self) -> bool:
        """Some denial does not go back to those alone who vouch."""

    @property
    def side_doubted(self) -> bool:
        """A side of it is denied or doubted, other than how many."""

    @property
    def firm(self) -> int:
        """How many roots count for certain that vouch without a hedge."""

    @property
    def undenied(self) -> int:
        """How many of these do not vouch through a part that is denied."""

    @property
    def outlets(self) -> int:
        """How many outlets printed first what these say."""


def word(found: Weight) -> tuple[StatusWord, str]:
    """Return the status and its rule; see `kg.analysis.status.status`."""
    asserted = found.vouched or found.presumed or found.wavered
    in_part = ", denied in part" if found.in_part else ""
    if asserted and found.denied:
        return "disputed", "asserted and denied"
    if found.expected and found.denied:
        return "disputed", "expected and denied"
    if found.denied:
        return "denied", "denied, and nobody asserts or expects it"
    if found.wavered and not (found.vouched or found.presumed):
        return "unconfirmed", "asserted only by those who elsewhere do not confirm it" + in_part
    if asserted and found.doubted:
        return "unconfirmed", "asserted, and doubted or not confirmed" + in_part
    if asserted and found.ahead:
        return "expected", f"{found.stage}: that it happened nobody says" + in_part
    if asserted and not found.vouched and found.all_questioned:
        return "unconfirmed", "asserted, but that it was said is denied or doubted" + in_part
    if asserted and not found.vouched:
        return "unconfirmed", "presupposed, and asserted only in one facet" + in_part
    if asserted and found.all_loose:
        return "unconfirmed", "asserted only as possible" + in_part
    if asserted:
        return "supported", "asserted, not denied, not doubted" if not in_part else f"asserted{in_part}"
    if found.expected:
        return "expected", "only expected" + in_part
    return "unknown", "nobody asserts, expects or denies it" + in_part


_NO_WITNESS = {
    "own voice": "an outlet in its own voice",
    "compiles": "who compiles what others reported",
    "unknown": "speakers whom no text names or describes",
    "presumes": "those who presuppose it",
    "in question": "those of whom it is denied or doubted that they said it",
    "held back": "those at the end of chains of which a part is held back",
}


def grade(word: StatusWord, found: Weight) -> tuple[int | None, str]:
    """Return the credibility and its rule; see `kg.analysis.status.status`."""
    if word == "denied":
        return 5, "5: denied only"
    if word in ("unknown", "expected") or not (found.vouched or found.presumed or found.wavered):
        return None, "cannot be judged"
    if not any(why in DESCRIBED for why in found.whys):
        parts = [text for why, text in _NO_WITNESS.items() if why in found.whys]
        who = " and ".join(parts) or "those who elsewhere do not confirm it"
        return None, f"cannot be judged: asserted only by {who}"
    several = found.witnesses >= 2
    if found.denied and found.independent:
        return (
            (3, "3: at least two roots, against an independent denial")
            if several
            else (4, "4: one root, against an independent denial")
        )
    if word != "supported":
        return (
            (2, "2: at least two roots, but not undoubted")
            if several
            else (4, "4: one root, and not undoubted")
        )
    if several:
        return _confirmed(found)
    if found.witnesses and "no body" in found.whys:
        return 2, "2: one root for certain and a described source of no known body, nothing against it"
    return 3, "3: one root that is named or described, nothing against it"


def _confirmed(found: Weight) -> tuple[int, str]:
    """Return what two roots for certain are worth, with nobody against or in doubt."""
    if found.firm < 2:
        return 2, "2: at least two roots for certain, but not two without a hedge"
    if found.in_part and found.undenied < 2:
        return 2, "2: at least two roots for certain, but a part of it is denied"
    if found.side_doubted:
        return 2, "2: at least two roots for certain, but one side of it is denied or doubted"
    if found.outlets < 2:
        return 2, "2: at least two roots for certain, but in documents of one outlet"
    return 1, "1: at least two roots for certain, in documents of two outlets, no denial, no doubt"
