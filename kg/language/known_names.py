"""Known actors, weapon types and places in running text, by every name and script the facts give them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Any

from kg.language.codes import in_sentences
from kg.language.name_forms import endings, named_by
from kg.language.plain import plain
from kg.language.reading import either
from kg.model.kinds import Fact

FAMILIES = ("actor", "goods", "place")
"""Roles of the kinds whose names are looked for."""
_ASIAN = re.compile("[\u1100-\ud7af\u3040-\u9fff]")
_KOREAN = re.compile("[\uac00-\ud7af]")
_ARABIC = re.compile("[\u0620-\u064a]")
_FREE = r"(?<!\w)"
"""What must hold before a name."""
_WRITTEN_ON = r"(?:(?<!\w)|(?<=(?<!\w)[وفبلك])|(?<=(?<!\w)[وف][بلك]))"
"""Likewise in Arabic, which writes "and", "so", "in", "for" and "like" on."""
_FOR_THE = r"(?:(?<=(?<!\w)ل)|(?<=(?<!\w)[وف]ل))"
"""What stands before an Arabic name whose article lost its first letter after "for"."""
_THE = "ال"
_SHORT = 4
"""A name of so few letters must stand exactly as it is known."""
type Tree = dict[str, dict[str, "Tree"]]
"""Names by their words: what stands before each next word, that word, and how it goes on."""


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
        self._spelled: dict[str, list[str]] = {}
        for key in spelled:
            for first in {_first(key), *(_THE[1] if key.startswith(_THE) else "")}:
                self._spelled.setdefault(first, []).append(key)
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._begins = re.compile(f"(?i:{either(map(re.escape, self._spelled))})" if spelled else r"(?!)")

    def find(self, text: str) -> list[Mention]:
        """Return the names in a text, in order, the longest where several fit."""
        mentions = []
        printed = plain(text)
        at = 0
        while begin := self._begins.search(printed.text, at):
            at = begin.end()
            match = self._pattern(_first(begin[0])).match(printed.text, begin.start())
            if match:
                at = match.end()
                start, end = printed.span(*match.span())
                mentions.append(Mention(start, end, text[start:end], tuple(sorted(self._of(match[0])))))
        return mentions

    def _pattern(self, first: str) -> re.Pattern[str]:
        """Return what finds the names that begin with a letter, the longest first; most are never needed."""
        if first not in self._patterns:
            names = self._spelled.get(first, ())
            self._patterns[first] = re.compile(_as_pattern(names))
        return self._patterns[first]

    def _of(self, words: str) -> set[str]:
        """Return the facts of a name as printed, in any case."""
        key = _key(words)
        for form in (key, key.casefold(), key.casefold().replace(" ", ""), _THE[0] + key):
            if form in self._ids:
                return self._ids[form]
        named = ([w for w in named_by(word) if w in self._words] for word in key.casefold().split(" "))
        keys = (" ".join(chosen) for chosen in product(*named))
        return next((self._ids[key] for key in keys if key in self._ids), set())


def _names(fact: Any) -> list[str]:
    """Return the names and codes of a fact; of a person the family name alone as well."""
    names = [*fact.names, *in_sentences(fact.codes)]
    if type(fact).VOICE == "unnamed":
        return [fact.wording]
    if type(fact).VOICE == "person":
        last = [name.split()[-1] for name in names if " " in name]
        names += [word for word in last if len(word) > 3 or not word.isascii()]
    return [n for n in names if len(n) > 1]


def _first(words: str) -> str:
    """Return the letter by which a name is looked up, in any case."""
    return words[0].casefold()[0]


def _key(name: str) -> str:
    """Return how names are compared.

    Short ones are compared as they are, others without case and with blanks for hyphens.
    """
    key = re.sub(r"[\s\u00a0‐‑-]+", " ", plain(unicodedata.normalize("NFC", name)).text).strip()
    key = re.sub(r"['’]s$", "", key)
    return key if len(key) <= _SHORT else key.casefold()


def _as_pattern(keys: Iterable[str]) -> str:
    """Return a pattern of some names, the longest first; what several begin with is looked at once."""
    tree: Tree = {}
    exact = []
    for key in keys:
        if len(key) <= _SHORT or _ASIAN.search(key) or _ARABIC.match(key):
            exact.append(_alone(key))
            continue
        at = tree
        for word in key.split(" "):
            at = at.setdefault(_blank(key) if at is not tree else "", {}).setdefault(_in_any_case(word), {})
        at[""] = {}
    return either([rf"(?i:{_FREE}{_branches(tree)})" if tree else "", *exact])


def _branches(tree: Tree) -> str:
    """Return a pattern of how names go on, at the end of one that no letter follows."""
    return either(
        f"{blank}{either(f'{word}{_branches(rest)}' for word, rest in words.items())}" if words else r"(?!\w)"
        for blank, words in sorted(tree.items(), key=lambda item: not item[1])
    )


def _alone(key: str) -> str:
    """Return a pattern of a name that is short, or written without blanks around it."""
    words = key.split(" ")
    if _ASIAN.search(key):
        before = "(?<![\uac00-\ud7af])" if _KOREAN.match(key) else ""
        return before + _blank(key).join(map(re.escape, words))  # particles are written on
    if _ARABIC.match(key):
        forms = [_WRITTEN_ON + re.escape(key)]
        forms += [_FOR_THE + re.escape(key[1:])] if key.startswith(_THE) else []
        return rf"{either(forms)}(?!\w)"
    form = re.escape if not key[1:].islower() else _in_any_case
    return rf"{_FREE}{_blank(key).join(map(form, words))}(?!\w)"


def _blank(key: str) -> str:
    """Return a pattern of what stands between the words of a name."""
    return r"[\s\u00a0‐‑-]?" if re.search(r"\d", key) else r"[\s\u00a0‐‑-]"


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
