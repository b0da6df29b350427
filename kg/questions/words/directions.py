"""How a thing stands to what is asked, as from it or to it, and which of that a parameter takes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.language.fold import fold, split
from kg.questions.header import Parameter, Question
from kg.questions.words.synonyms import directions, folded, joined, language, meaning

BARE = ""
"""The direction of a thing without a word before it: it acts, or the word is a case."""
AGENT = "by"
"""The direction of what acts when it is named after the verb."""
_APART = frozenset(("against", "without", "via"))
"""What no parameter takes unless a wording of its question says so."""
_TAKES = ("receive", "want", "order")
_GIVES = ("shipment", "rearm")
_TELLS = ("say", "claim", "assert", "deny", "doubt", "unconfirmed", "retract", "expect", "fear", "accuse")
SPEAKERS = frozenset(("Person", "UnnamedSource"))
"""Labels of those who speak of deliveries and make none."""


@cache
def direction(words: tuple[str, ...], start: int) -> frozenset[str]:
    """Return what the word before the thing that starts at a place may say of it, articles passed over.

    Example:
        >>> sorted(direction(("shells", "to", "the", "kremlin"), 3))
        ['to']
    """
    before = directions(language(words))
    for word in reversed(words[:start]):
        if word in before:
            said = before[word]
            passive = AGENT in said and folded("passive") & {w for w in words[1:] if w != word}
            return frozenset((AGENT,)) if passive else said
        if word not in folded("the"):
            break
    return frozenset((BARE,))


def acts(words: Sequence[str]) -> str | None:
    """Return whether who acts in a question gives (`from`) or takes (`to`).

    It is None when the question does not say.
    """
    gives, takes = (_any(words, verbs) for verbs in (_GIVES, _TAKES))
    return "to" if takes else "from" if gives else None


def tells(words: Sequence[str]) -> bool:
    """Return whether who acts in a question may be one who tells of something."""
    return _any(words, _TELLS)


def _any(words: Sequence[str], verbs: Sequence[str]) -> bool:
    return not {meaning(verb) for verb in verbs}.isdisjoint(map(meaning, words))


def opposite(side: str | None) -> str | None:
    """Return the other side of a delivery."""
    return {"from": "to", "to": "from"}.get(side or "")


def side(parameter: Parameter) -> str | None:
    """Return whether a parameter is the giver (`from`) or the taker (`to`), as its help says."""
    return next((side for side in ("from", "to") if side in _helped(parameter.help)), None)


def taken(preset: Question, parameter: Parameter) -> frozenset[str]:
    """Return the directions that a parameter takes.

    What acts or is acted upon takes those that the help of the parameter says ("only to this recipient"), or
    else those of the wordings of its question ("quotes from someone"); anything else takes nearly all.
    """
    if "Actor" not in parameter.type.labels:
        every: frozenset[str] = frozenset().union(*directions(None).values())
        return every - _APART | {BARE}
    return _helped(parameter.help) or _worded((preset.title, *preset.title.others.values(), *preset.asked))


@cache
def _helped(help: str) -> frozenset[str]:
    words = tuple(split(fold(help)))
    said = direction(words, words.index("this")) if "this" in words else frozenset((BARE,))
    return said - {BARE}


@cache
def _worded(wordings: tuple[str, ...]) -> frozenset[str]:
    texts = [tuple(split(joined(fold(text)))) for text in wordings]
    return frozenset(
        said
        for words in texts
        for place, word in enumerate(words)
        if meaning(word) == meaning("actor")
        for said in direction(words, place)
    )
