"""Who speaks at the ends of chains, as what each counts, and the bounds that this gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from kg.analysis.judged import named

Why = Literal[
    "named",
    "joint",
    "described",
    "document",
    "own voice",
    "compiles",
    "no body",
    "unknown",
    "presumes",
    "in question",
]
"""Why a speaker counts in both bounds (the first four) or only in the greatest (the rest)."""
WITNESSES: tuple[Why, ...] = ("named", "joint", "described", "document")


class Voice(NamedTuple):
    """A speaker at the end of chains, or what stands for one."""

    speaker: str | None
    """Id of the actor; None for those of one document whom no text names or describes."""
    claims: tuple[str, ...]
    """What it says there."""
    why: Why


class Roots(NamedTuple):
    """An interval of independent roots, and what it counts."""

    least: int
    most: int
    named: tuple[str, ...]
    """Actors that speak under their name, alone or together, and documents that say it themselves."""
    described: tuple[str, ...]
    """Sources that are described but not named."""
    unknown: tuple[str, ...]
    """Claims whose speaker no text names or describes."""
    witnesses: int
    """How many count for certain; `least` is 1 where this is 0 and somebody must have said it.

    Nobody must have said what is only in question: there `least` is 0, too.
    """
    voices: tuple[Voice, ...] = ()
    """Each speaker, and why it counts as it does."""
    capped: bool = False
    """There are fewer reports than speakers that would count for certain."""
    judged: tuple[str, ...] = ()
    """The judgements by which speakers who would count apart count once."""

    def rule(self, level: str) -> str:
        """Return in words how the bounds came about."""
        if not self.most:
            return "no chain ends: loops are no support"
        numbers = {why: sum(voice.why == why for voice in self.voices) for why in WORDS}
        parts = [WORDS[why].format(number, level=level) for why, number in numbers.items() if number]
        if self.judged:
            parts.append(f"counted once in min and max: {named(self.judged)}")
        if self.capped:
            parts.append("no more in min than there are reports")
        if not self.witnesses and self.least:
            parts.append("somebody must have said it, so min is 1")
        return "; ".join(parts)


WORDS: Mapping[Why, str] = {
    "named": "{} named, in min once per state, in max once per {level}",
    "joint": "{} joint, in min unless one of them counts alone",
    "described": "{} described, in min under the body, in max apart",
    "document": "{} document, once in min and max",
    "own voice": "{} outlet's own voice, only in max",
    "compiles": "{} compiling what others reported, only in max",
    "presumes": "{} who only presupposes or expects it, only in max",
    "no body": "{} described without a body, only in max",
    "unknown": "{} unknown, one per document, only in max",
    "in question": "{} of whom it is denied or doubted that it was said, only in max",
}
"""What a number of speakers of one sort does to the bounds."""
NONE = Roots(0, 0, (), (), (), 0)
