"""English grammar for messages: articles, and words that go with numbers."""

from __future__ import annotations

_SILENT = ("hour", "honest", "honour", "heir")
_CONSONANTS = ("one", "once", "use", "usu", "eu")
_LETTERS = tuple("fhlmnrsx")
"""Letters whose names begin with a vowel: an X-ray."""


def article(word: str) -> str:
    """Return the article of a word: `an` before a vowel that is said as one, else `a`.

    Example:
        >>> [article(word) for word in ("Actor", "Claim", "UnnamedSource", "Unit", "unidentified", "use")]
        ['an', 'a', 'an', 'a', 'an', 'a']
    """
    said = word.lower()
    as_you = said.startswith("uni") and not said.startswith(("unid", "unim", "unin"))
    if said.startswith(_CONSONANTS) or as_you:
        return "a"
    return "an" if said.startswith((*"aeiou", *_SILENT)) or said.split("-")[0] in _LETTERS else "a"


def number_of(number: int, one: str, many: str = "") -> str:
    """Return a number with the word for so many things, thousands apart.

    Args:
        number: how many.
        one: the word for one thing.
        many: the word for several, where it does more than take an ending.

    Example:
        >>> number_of(1, "fact"), number_of(0, "row"), number_of(1_200, "query"), number_of(2, "match")
        ('1 fact', '0 rows', '1,200 queries', '2 matches')
        >>> number_of(1, "claim falls", "claims fall"), number_of(2, "claim falls", "claims fall")
        ('1 claim falls', '2 claims fall')
    """
    return f"{number:,} {agreed(number, one, many or several(one))}"


def agreed(number: int, one: str, many: str) -> str:
    """Return the words that go with a number.

    Example:
        >>> agreed(1, "is", "are"), agreed(0, "is", "are")
        ('is', 'are')
    """
    return one if number == 1 else many


def several(one: str) -> str:
    """Return the word for several things.

    Example:
        >>> [several(word) for word in ("claim", "entry", "key", "match", "box")]
        ['claims', 'entries', 'keys', 'matches', 'boxes']
    """
    if one.endswith("y") and one[-2:-1] not in tuple("aeiou"):
        return f"{one[:-1]}ies"
    return f"{one}es" if one.endswith(("s", "x", "z", "ch", "sh")) else f"{one}s"
