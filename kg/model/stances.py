"""The stances: what a speaker does with a claim, and what that does to the event; one row is a whole stance.

Every stance has a side. Presets, analyses, pages, exports and styles ask for the side of a claim or walk this
table; none of them lists stances. The order of the rows is that of legends and pages, and within one side the
firmer stance comes first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from kg.model.line_look import LineLook

Side = Literal["for", "against", "ahead", "doubt", "aside", "back"]
SIDES: tuple[Side, ...] = get_args(Side)
"""What a claim says of its event, from firm to loose: so, not so, so in time to come, not certain.

Aside is what goes around the event, and back what takes own words back; neither is ever a vote.
"""


FACETED: tuple[Side, ...] = ("for", "against", "ahead", "doubt")
"""Sides that can be about one side of the event only, such as how many."""


class Wording(NamedTuple):
    """A stance in one language.

    Attributes:
        verb: what the speaker does.
        heading: over the claims that do it.
        meaning: the verb explained, to go on from "the speaker".
    """

    verb: str
    heading: str
    meaning: str


class Stance(NamedTuple):
    """One stance.

    Attributes:
        side: what it does to the event.
        look: of its lines and outlines.
        view: what is so for the speaker, in one or two words.
        sign: the character beside its word.
        badge: the drawn sign at a shape on the page, one of those in `pen.js`; empty for none.
        glyph: the shape of a claim without a number among figures; empty for a stance that speaks of none.
        colour: number of one of the eight basic colours of a terminal.
        words: its wording by language, English at least.
    """

    side: Side
    look: LineLook
    view: str
    sign: str
    badge: str
    glyph: Literal["", "cross", "triangle", "circle"]
    colour: str
    words: Mapping[str, Wording]


class Shortcut(NamedTuple):
    """An edge from an event to those who speak about it.

    Attributes:
        sides: whose claims it stands for.
        look: the stance whose look it has where an edge type can have only one.
        words: between event and speaker, by language.
    """

    sides: tuple[Side, ...]
    look: str
    words: Mapping[str, str]


BLUE, RED, YELLOW, CYAN, MAGENTA, GREY = "34", "31", "33", "36", "35", "37"

STANCES: dict[str, Stance] = {
    "asserts": Stance(
        "for",
        LineLook("#0067a5", "#5db7ec"),
        view="so",
        sign="●",
        badge="",
        glyph="",
        colour=BLUE,
        words={
            "en": Wording("asserts", "Asserted", "says that it is so"),
            "de": Wording("behauptet", "Behauptet", "sagt, dass es so ist"),
        },
    ),
    "expects": Stance(
        "ahead",
        LineLook("#007a6e", "#3fc9b4", (12, 5), dots=(1, 4, 1, 9)),
        view="expected",
        sign="◷",
        badge="later",
        glyph="",
        colour=CYAN,
        words={
            "en": Wording("expects", "Expected", "says that it will be so"),
            "de": Wording("erwartet", "Erwartet", "sagt, dass es so sein wird"),
        },
    ),
    "denies": Stance(
        "against",
        LineLook("#c23b00", "#ff8552", (7, 4), "bar", 3.0, dots=(1, 3, 1, 3, 1, 9)),
        view="not so",
        sign="✕",
        badge="cross",
        glyph="cross",
        colour=RED,
        words={
            "en": Wording("denies", "Denied", "says that it is not so"),
            "de": Wording("bestreitet", "Bestritten", "sagt, dass es nicht so ist"),
        },
    ),
    "doubts": Stance(
        "doubt",
        LineLook("#a3437b", "#ea92c6", (12, 4, 2, 4), "circle", dots=(1, 4, 7, 4)),
        view="open",
        sign="?",
        badge="question",
        glyph="triangle",
        colour=YELLOW,
        words={
            "en": Wording("doubts", "Doubted", "gives reasons against it"),
            "de": Wording("bezweifelt", "Bezweifelt", "nennt Gründe dagegen"),
        },
    ),
    "cannot-confirm": Stance(
        "doubt",
        LineLook("#8a6000", "#f0b93a", (2, 4), "circle", 2.5, dots=(1, 8)),
        view="open",
        sign="?",
        badge="question",
        glyph="circle",
        colour=YELLOW,
        words={
            "en": Wording(
                "cannot confirm", "Not confirmed", "says that it cannot be confirmed, which is no denial"
            ),
            "de": Wording(
                "kann nicht bestätigen",
                "Nicht bestätigt",
                "sagt, dass es nicht bestätigt werden kann, was kein Bestreiten ist",
            ),
        },
    ),
    "concerned": Stance(
        "aside",
        LineLook("#6457a6", "#b6a9ee", (4, 4), dots=(1, 3, 1, 3, 1, 3, 1, 9)),
        view="feared",
        sign="!",
        badge="exclaim",
        glyph="",
        colour=MAGENTA,
        words={
            "en": Wording(
                "is concerned (if true)",
                "Of concern, if true",
                "is worried in case it is so, and does not say that it is",
            ),
            "de": Wording(
                "ist besorgt (falls wahr)",
                "Besorgnis, falls wahr",
                "ist besorgt für den Fall, dass es so ist, und sagt nicht, dass es so ist",
            ),
        },
    ),
    "comments": Stance(
        "aside",
        LineLook("#5c6b70", "#a8b7bc", (3, 9), dots=(1, 9)),
        view="commented",
        sign="…",
        badge="remark",
        glyph="",
        colour=GREY,
        words={
            "en": Wording("comments", "Remarks", "says something around it and does not vouch for it"),
            "de": Wording("merkt an", "Anmerkungen", "sagt etwas dazu und verbürgt sich nicht dafür"),
        },
    ),
    "no-comment": Stance(
        "aside",
        LineLook("#7a7468", "#bdb6a6", (2, 12), dots=(1, 3, 3, 3)),
        view="no answer",
        sign="∅",
        badge="silent",
        glyph="",
        colour=GREY,
        words={
            "en": Wording("gives no comment", "Asked, no answer", "was asked and did not answer"),
            "de": Wording(
                "äußert sich nicht", "Gefragt, keine Antwort", "wurde gefragt und antwortete nicht"
            ),
        },
    ),
    "retracts": Stance(
        "back",
        LineLook("#555b63", "#bcc3cb", (2, 2), "bar", dots=(1, 4, 4, 4)),
        view="withdrawn",
        sign="↶",
        badge="back",
        glyph="cross",
        colour=RED,
        words={
            "en": Wording("retracts", "Taken back", "takes back an own earlier claim"),
            "de": Wording("nimmt zurück", "Zurückgenommen", "nimmt eine eigene frühere Behauptung zurück"),
        },
    ),
}
"""Every stance by its word, in the order of legends and pages."""

PLAIN = next(iter(STANCES))
"""The stance that goes without saying where a drawing has little room."""

NO_ANSWER = "no-comment"
"""The stance of those who were asked and did not answer: the only claim that stands for silence."""

SHORTCUTS: dict[str, Shortcut] = {
    "CLAIMED_BY": Shortcut(("for", "ahead"), "asserts", {"en": "is claimed by", "de": "wird behauptet von"}),
    "DENIED_BY": Shortcut(("against",), "denies", {"en": "is denied by", "de": "wird bestritten von"}),
    "QUESTIONED_BY": Shortcut(
        ("doubt",), "cannot-confirm", {"en": "is questioned by", "de": "wird bezweifelt von"}
    ),
}
"""The edges that are derived from claims about an event; those aside and back have none."""


def side_of(stance: object) -> Side | None:
    """Return the side of a stance, None for what is no stance.

    Example:
        >>> side_of("cannot-confirm"), side_of("likes")
        ('doubt', None)
    """
    row = STANCES.get(stance) if isinstance(stance, str) else None
    return row.side if row else None


def of_side(*sides: Side) -> tuple[str, ...]:
    """Return the stances of some sides, in the order of the table.

    Example:
        >>> of_side("for", "ahead")
        ('asserts', 'expects')
    """
    return tuple(word for word, stance in STANCES.items() if stance.side in sides)


def firmness(stance: str) -> tuple[int, int]:
    """Return by what stances are put in order, the firmest first: side, then place in the table.

    Example:
        >>> sorted(["doubts", "expects", "denies", "asserts"], key=firmness)
        ['asserts', 'denies', 'expects', 'doubts']
    """
    return SIDES.index(STANCES[stance].side), list(STANCES).index(stance)


def shortcut_of(stance: str) -> str | None:
    """Return the edge that stands for a claim with a stance, None when none does."""
    return next((edge for edge, row in SHORTCUTS.items() if STANCES[stance].side in row.sides), None)


def rule_of(edge: str) -> str:
    """Return in words from which claims a shortcut is derived.

    Example:
        >>> rule_of("QUESTIONED_BY")
        'a claim that doubts or cannot confirm the event, and its speaker'
    """
    verbs = (STANCES[word].words["en"].verb for word in of_side(*SHORTCUTS[edge].sides))
    return f"a claim that {' or '.join(verbs)} the event, and its speaker"


def interface_words(language: str) -> dict[str, str]:
    """Return what this table says in a language by the keys of the interface; nothing where it has no words.

    Keys are `stance.WORD`, `stance.WORD.head` (above its claims), `stance.WORD.means` and `edge.TYPE`.

    Example:
        >>> words = interface_words("de")
        >>> words["stance.doubts"], words["stance.doubts.head"], words["edge.DENIED_BY"]
        ('bezweifelt', 'Bezweifelt', 'wird bestritten von')
    """
    found: dict[str, str] = {}
    for word, stance in STANCES.items():
        if language in stance.words:
            key, wording = f"stance.{word}", stance.words[language]
            found |= {key: wording.verb, f"{key}.head": wording.heading, f"{key}.means": wording.meaning}
    for edge, shortcut in SHORTCUTS.items():
        if language in shortcut.words:
            found[f"edge.{edge}"] = shortcut.words[language]
    return found
