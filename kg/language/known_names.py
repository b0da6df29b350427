"""Known actors, weapon types and places in running text, by every name and script the facts give them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Any

from kg.language.name_forms import endings, named_by
from kg.language.plain import plain
from kg.language.reading import either
from kg.model.kinds import Fact

FAMILIES = ("actor", "goods", "place")
"""Roles of the kinds whose names are looked for."""
_SHORT = 4
"""A name of so few letters must stand exactly as it is known."""


@dataclass(frozen=True)
class Mention:
    """A known name in a text.

    Attributes:
        start: first character of the name, counted from 0.
        end: one past the last.
        words: as printed.
        ids: every fact of that name, as more than one may have it.
    """

    start: int
    end: int
    words: str
    ids: tuple[str, ...]


class KnownNames:
    """Finds names; built once from the facts.

    Example:
        >>> from kg.model.kinds.person import Person
        >>> kim = Person(id="kim", name="Kim Jong Un", known_as=["김정은", "Ким Чен Ын"])
        >>> [m.words for m in KnownNames([kim]).find("Kim Jong-uns Brief; 김정은은; Кима Чен Ына?")]
        ['Kim Jong-uns', '김정은', 'Кима Чен Ына']
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        """Collect the names of all actors, weapon types and places."""
        self._ids: dict[str, set[str]] = {}
        for fact in facts:
            if type(fact).ROLE in FAMILIES:
                for name in _names(fact):
                    self._ids.setdefault(_key(name), set()).add(fact.id)
        spelled = sorted(self._ids, key=len, reverse=True)
        self._ids |= {key.replace(" ", ""): ids for key, ids in self._ids.items() if re.search(r"\d", key)}
        for key in spelled:
            self._ids.setdefault(key.casefold(), self._ids[key])
        self._words = {word for key in self._ids for word in key.split(" ")}
        self._pattern = re.compile("|".join(map(_as_pattern, spelled)) or r"(?!)")

    def find(self, text: str) -> list[Mention]:
        """Return the names in a text, in order, the longest where several fit."""
        mentions = []
        printed = plain(text)
        for match in self._pattern.finditer(printed.text):
            start, end = printed.span(*match.span())
            mentions.append(Mention(start, end, text[start:end], tuple(sorted(self._of(match[0])))))
        return mentions

    def _of(self, words: str) -> set[str]:
        """Return the facts of a name as printed, in any case."""
        key = _key(words)
        for form in (key, key.casefold(), key.casefold().replace(" ", "")):
            if form in self._ids:
                return self._ids[form]
        named = ([w for w in named_by(word) if w in self._words] for word in key.casefold().split(" "))
        keys = (" ".join(chosen) for chosen in product(*named))
        return next((self._ids[key] for key in keys if key in self._ids), set())


def _names(fact: Any) -> list[str]:
    """Return the names of a fact; of a person the family name alone as well."""
    names = [fact.name, *fact.known_as, *(a.name for a in getattr(fact, "aliases", ()))]
    if type(fact).VOICE == "unnamed":
        return [fact.wording]
    if type(fact).VOICE == "person":
        last = [name.split()[-1] for name in names if " " in name]
        names += [word for word in last if len(word) > 3 or not word.isascii()]
    return [n for n in names if len(n) > 1]


def _key(name: str) -> str:
    """Return how names are compared.

    Short ones are compared as they are, others without case and with blanks for hyphens.
    """
    key = re.sub(r"[\s\u00a0‐‑-]+", " ", plain(unicodedata.normalize("NFC", name)).text).strip()
    key = re.sub(r"['’]s$", "", key)
    return key if len(key) <= _SHORT else key.casefold()


def _as_pattern(key: str) -> str:
    blank = r"[\s\u00a0‐‑-]?" if re.search(r"\d", key) else r"[\s\u00a0‐‑-]"
    words = key.split(" ")
    if any("\u1100" <= c <= "\ud7af" or "\u3040" <= c <= "\u9fff" for c in key):
        return blank.join(map(re.escape, words))  # particles are written on
    if len(key) <= _SHORT and not key[1:].islower():
        return rf"(?<!\w){blank.join(map(re.escape, words))}(?!\w)"
    case = "" if len(key) <= _SHORT else "i"
    return rf"(?{case}:(?<!\w){blank.join(map(_in_any_case, words))}(?!\w))"


def _in_any_case(word: str) -> str:
    """Return a pattern of a word of a name with every ending that it takes in a sentence."""
    found = endings(word).items()
    return (
        either(
            f"{re.escape(stem)}{either(map(re.escape, filter(None, ends)))}{'?' * ('' in ends)}"
            for stem, ends in found
        )
        if found
        else re.escape(word)
    )
