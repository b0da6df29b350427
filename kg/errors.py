"""Everything that can go wrong, as one tree.

    KgError
    ├── CallError      the call was wrong: unknown name, option or value     (exit 2)
    │   └── StatementError   a free statement cannot be read; line and column (exit 2)
    ├── SeedError      curated files are wrong; carries every Problem found  (exit 1)
    ├── PresetError    a `.cypher` file is wrong                             (exit 1)
    ├── StoreError     the store cannot be opened, read or written           (exit 1)
    └── ExportError    an output cannot be written                           (exit 1)

Each message says what, where, what was expected, the nearest known name and what to do next.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, NamedTuple
from unicodedata import category

_STEERING = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Unicode categories of what a terminal obeys or hides instead of showing it."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name closest to a mistyped one, or None when nothing is close.

    Example:
        >>> nearest("who-sorced", ["who-sourced", "ledger"]), nearest("trump", ["ru", "mrl"])
        ('who-sourced', None)
    """
    if not isinstance(name, str) or len(name) > 200:
        return None
    known = list(known)
    asked = name.lower().replace("_", "-")
    folded = {k.lower().replace("_", "-"): k for k in known}
    from difflib import get_close_matches  # nothing is mistyped in most calls

    for alike in get_close_matches(asked, folded, n=3, cutoff=0.6):
        if _sound_alike(asked, alike):
            return folded[alike]
    within = [k for k in known if len(name) >= 4 and name.lower() in k.lower()]
    return min(within, key=lambda k: (len(k), k)) if within else None


def _sound_alike(asked: str, alike: str) -> bool:
    """Return whether most letters of a mistyped word are in another one: two of three if both begin alike."""
    from difflib import SequenceMatcher

    one, other = ("".join(filter(str.isalnum, word)) for word in (asked, alike))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return bool(one) and sum(block.size for block in blocks) * 12 >= len(one) * (
        8 if one[:1] == other[:1] else 9
    )


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


def with_article(word: str) -> str:
    """Return a word behind its article.

    Example:
        >>> with_article("organization"), with_article("unit")
        ('an organization', 'a unit')
    """
    return f"{article(word)} {word}"


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


class Location(NamedTuple):
    """Where in a file something stands; line and column are 1-based, 0 when they do not apply."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return `file:line:column` as editors and compilers write it."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


class Problem(NamedTuple):
    """One fault in one place, with everything needed to mend it.

    Example:
        >>> print(Problem("unknown field 'speakr'", Location("a.yaml", 3, 5), nearest="speaker"))
        a.yaml:3:5: unknown field 'speakr'; did you mean 'speaker'?
    """

    what: str
    where: Location | None = None
    expected: str = ""
    nearest: str | None = None
    todo: str = ""
    code: str = ""
    cause: Location | None = None
    """Where the fault stands that this one follows from; it is told first."""

    def __str__(self) -> str:
        """Return the whole message on one line; what could steer a terminal is shown as a code."""
        text = f"{self.where}: {self.what}" if self.where else self.what
        if self.expected:
            text += f"; expected {self.expected}"
        if self.nearest:
            text += f"; did you mean '{self.nearest}'?"
        if self.todo:
            text += f"{'' if self.nearest else ';'} {self.todo}"
        return "".join(c.encode("unicode_escape").decode() if category(c) in _STEERING else c for c in text)


class KgError(Exception):
    """Root of every error this package raises on purpose.

    Attributes:
        problems: every fault found, in the order of file and line; of very many only the first.
        total: how many faults there are in all.
        exit_code: what the command line exits with.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, *problems: Problem | str, total: int | None = None) -> None:
        """Collect the problems; a plain string is a problem without a place."""
        self.problems: list[Problem] = [p if isinstance(p, Problem) else Problem(p) for p in problems]
        self.total: int = len(problems) if total is None else total
        super().__init__("\n".join(str(p) for p in self.problems))


class CallError(KgError):
    """A name, option or value that the caller gave does not exist or does not fit."""

    exit_code: ClassVar[int] = 2


class StatementError(CallError):
    """A statement that somebody wrote cannot be read.

    Attributes:
        line: where in the statement, from 1; 0 when the engine does not say.
        column: where in the line, from 1; 0 when the engine does not say.
    """

    def __init__(self, problem: Problem, line: int = 0, column: int = 0) -> None:
        """Keep the place beside the problem."""
        super().__init__(problem)
        self.line: int = line
        self.column: int = column


class SeedError(KgError):
    """Curated facts are wrong; nothing was loaded."""


class PresetError(KgError):
    """A preset file breaks the format or asks for something the graph does not have."""


class StoreError(KgError):
    """The store cannot be opened, read or written."""


class ExportError(KgError):
    """An output file cannot be written; no partial file is left."""
