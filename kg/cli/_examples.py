"""Examples in the help: as they are in the corpus that comes with kg, with words in capitals in any other."""

from __future__ import annotations

import re

import click

from kg.corpus import open_corpus
from kg.errors import KgError

ELSEWHERE = {
    "troop-numbers": "TOPIC",
    "the troop numbers": "the claims",
    "topic=shells": "topic=TOPIC",
    "shells.svg": "topic.svg",
    "kp-troops-dispatch-2024": "EVENT",
    "kp-ru-shells-2024": "EVENT",
    "dispatch.pdf": "event.pdf",
    "isw-troops-arrived-2024-10-12": "CLAIM",
    "swiss-2024-10-13": "DOCUMENT",
    "'nordkoreanische Soldaten in Russland eingetroffen'": "'WORDS OF THE TEXT'",
    "'Die für gewöhnlich' --to 'Washington Post'": "'FIRST WORDS' --to 'LAST WORDS'",
    "kn-23": "WEAPON",
    '"Kim Jong Un"': "NAME",
    "Selenskyj": "NAME",
    "Pjoengjang": '"OTHER SPELLING"',
    "Путин": "'NAME IN ANOTHER SCRIPT'",
    '"President Putin"': '"OFFICE AND NAME"',
    '"IMO 9240914"': '"IMO NUMBER"',
}
"""What is of the first corpus alone in examples of commands, and how it reads elsewhere."""


class Formatter(click.HelpFormatter):
    """Writes help that names nothing of a corpus which is not open."""

    def write(self, string: str) -> None:
        """Write words of the help."""
        super().write(of_corpus(string))


def of_corpus(text: str) -> str:
    """Return help as it reads in the corpus that is open.

    Example:
        >>> of_corpus("kg show kn-23") in ("kg show kn-23", "kg show WEAPON")
        True
    """
    try:
        ours = open_corpus().bundled
    except KgError:  # it is told by what asks something of that corpus
        ours = False
    pattern = "|".join(map(re.escape, ELSEWHERE))
    return text if ours else re.sub(pattern, lambda found: ELSEWHERE[found[0]], text)
