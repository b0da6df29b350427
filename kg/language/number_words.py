"""The words of one number: digits grouped in any way, number words, fractions and scales."""

from __future__ import annotations

from typing import NamedTuple

from kg.language.number_digits import CALIBRE, GAP, Where, digits
from kg.language.number_patterns import Patterns
from kg.model.bounds import rounded


class Numeral(NamedTuple):
    """One number as printed, without hedge and unit.

    Attributes:
        start: first character.
        end: one past the last.
        value: what it is; None when it may mean several things.
        scales: its last scale, and all of them multiplied; (1, 1) without one.
        where: beside what digits mean this.
        plain: every language reads its digits so.
        bare: nothing but digits without any separator.
        own: words of the language are part of it.
        doubtful: the word is another word as well.
        rough: it is only about right.
    """

    start: int
    end: int
    value: float | None
    scales: tuple[float, float] = (1, 1)
    where: Where = "anywhere"
    plain: bool = True
    bare: bool = False
    own: bool = False
    doubtful: bool = False
    rough: bool = False


def numeral(text: str, at: int, p: Patterns, *, money: bool = False, hedged: bool = False) -> Numeral | None:
    """Read the number at a place; None where none stands.

    Args:
        text: what is read.
        at: where it begins.
        p: the patterns of the language.
        money: a sign of a currency stands before it, so that "m" is a million.
        hedged: a hedge stands before it, so that a scale in the genitive is one of it.

    Example:
        >>> from kg.language.number_patterns import patterns
        >>> english, german = patterns("en"), patterns("de")
        >>> [numeral(text, 0, english).value for text in ("half a million", "three and a half million")]
        [500000, 3500000]
        >>> numeral("zweihundertfünfzigtausend", 0, german).value
        250000
        >>> numeral("200m", 0, english, money=True).value
        200000000
    """
    finder = p.money_scales if money else p.scales
    for share, rough in ((p.fractions, False), (p.rounds, True)):
        found = share.at(text, at)
        if found:
            value, end = found
            scale = finder.at(text, _joint(text, end))
            if scale:
                factor = scale[0]
                return Numeral(at, scale[1], rounded(value * factor), (factor, factor), own=True, rough=rough)
            if rough:
                return Numeral(at, end, value, own=True, rough=True)
    return _Builder(text, at, p, money, hedged).numeral()


def _joint(text: str, at: int) -> int:
    """Return where what stands after a number goes on, past one blank or hyphen."""
    return at + 1 if text[at : at + 1] and text[at] in f"-{GAP[1:-1]}" else at


class _Builder:
    """Puts the parts of one number together: each smaller than the room that the one before leaves."""

    def __init__(self, text: str, at: int, p: Patterns, money: bool, hedged: bool) -> None:
        self.text, self.start, self.end, self.p, self.hedged = text, at, at, p, hedged
        self.finder = p.money_scales if money else p.scales
        self.parts: list[tuple[float, float]] = []
        self.last, self.all, self.count, self.own = 1.0, 1.0, 0, False
        self.first: tuple[Where, bool, bool] = ("anywhere", True, False)
        self.kind = ""

    def numeral(self) -> Numeral | None:
        """Return the number, as long as its parts fit."""
        known = True
        while self._step():
            if self.kind == "unknown":
                known = False
                break
        text, at, end = self.text, self.start, self.end
        glued = self.p.words.glued and self.kind != "digits" and text[end : end + 1].isalnum()
        if not self.count or (glued and known):
            return None
        where, plain, bare = self.first
        if self.last > 1 and where in ("scaled", "known", "measured"):
            plain, where = plain or where == "known", "anywhere"
        value = rounded(sum(value for value, _ in self.parts)) if known else None
        doubtful = self.count == 1 and self.p.doubtful.fullmatch(text, at, end) is not None
        bare = bare and self.count == 1
        return Numeral(at, end, value, (self.last, self.all), where, plain, bare, self.own, doubtful)

    def _step(self) -> bool:
        text, p, at = self.text, self.p, self.end
        if self.count:
            half = p.halves.match(text, at)
            if half:
                value, room = self.parts[-1]
                self.parts[-1] = (value + 0.5 * self.last, room)
                self.end, self.own = half.end(), True
                return True
            joined = p.join.match(text, at)
            places = [joined.end()] if joined and joined.end() > at else []
            places += [at] if p.words.glued or p.words.mixed or self.kind == "digits" else []
            places += [_joint(text, at)] if self.kind == "digits" or self.last > 1 else []
        else:
            joined, places = None, [at]
        return any(self._part(place, joined and joined[0]) for place in dict.fromkeys(places))

    def _part(self, at: int, joined: str | None) -> bool:
        text, p = self.text, self.p
        if not self.count or (p.words.mixed and self.kind == "scale") or self._goes_on_in_digits(at):
            read = digits(text, at, p.words.decimal, p.words.thousands)
            if read:
                return self._digits(at, read.end, read.value, read.where, read.plain)
        scale = self.finder.at(text, at)
        one = p.ones.at(text, at)
        if scale and not (one and one[1] > scale[1]):
            return not self._shouted(at, scale[1]) and self._scale(at, *scale)
        if one and self.kind != "digits" and not self._shouted(at, one[1]):
            return self._one(at, *one, joined)
        return False

    def _shouted(self, start: int, end: int) -> bool:
        """Return whether a word in capitals in a text that is not stands for a name ("UN")."""
        word = self.text[start:end]
        return len(word) > 1 and word.isupper() and not self.text.isupper()

    def _goes_on_in_digits(self, at: int) -> bool:
        if self.kind != "scale" or not self.text[at : at + 1].isdigit():
            return False
        read = digits(self.text, at, self.p.words.decimal, self.p.words.thousands)
        scale = read and self.finder.at(self.text, _joint(self.text, read.end))
        if read and not scale and self.p.words.sums:
            return not CALIBRE.match(self.text, read.end) and self.text[at : read.end].isdecimal()
        return bool(scale and scale[0] < self.last)

    def _digits(self, at: int, end: int, value: float | None, where: Where, plain: bool) -> bool:
        if self.parts and (value is None or value >= self.parts[-1][1]):
            return False
        if not self.count:
            self.first = (where, plain, self.text[at:end].isdecimal())
        self.kind = "unknown" if value is None else "digits"
        self.parts.append((value or 0, 0))
        self.end, self.count, self.last = end, self.count + 1, 1
        ending = self.p.endings.match(self.text, end)
        if ending:
            self.end, self.own, self.first = ending.end(), True, ("known", plain, False)
        return True

    def _one(self, at: int, value: float, end: int, joined: str | None) -> bool:
        before = self.p.words.ones_before_tens
        if self.parts:
            last, room = self.parts[-1]
            if (
                before
                and joined == before
                and self.kind == "one"
                and 0 < last < 10
                and value in range(20, 100, 10)
            ):
                self.parts[-1] = (last + value, 0)
                self.end, self.count = end, self.count + 1
                return True
            article = self.p.articles.match(self.text, at) is not None
            if article or value >= room or (before and joined == before and self.kind == "one"):
                return False
        self.parts.append((value, _room(value, self.p.words.twenties)))
        self.end, self.count, self.kind, self.own, self.last = end, self.count + 1, "one", True, 1
        return True

    def _scale(self, at: int, scale: float, end: int) -> bool:
        multiplied: list[tuple[float, float]] = []
        while self.parts and self.parts[-1][0] < scale:
            multiplied.append(self.parts.pop())
        alone = self.p.alone.match(self.text, at) or (
            self.hedged and self.p.alone_hedged.match(self.text, at)
        )
        factor = sum(value for value, _ in multiplied) if multiplied else 1
        if (not multiplied and not alone) or (self.parts and factor * scale >= self.parts[-1][1]):
            self.parts += reversed(multiplied)
            return False
        self.parts.append((factor * scale, scale))
        self.all = self.all * scale if len(self.parts) == 1 and multiplied else scale
        self.end, self.count, self.kind, self.own, self.last = end, self.count + 1, "scale", True, scale
        return True


def _room(value: float, twenties: object) -> float:
    """Return what the next word of a number must be below: after "twenty" ten, after "two" nothing fits."""
    if value >= 100:
        return 100
    if isinstance(twenties, (list, tuple)) and value in twenties:
        return 20
    return 10 if value in range(20, 100, 10) else 0
