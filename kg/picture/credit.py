"""Who published a picture, and where it stands: what a copy of it carries along."""

from __future__ import annotations

from typing import NamedTuple

from kg.language.interface.words import Words
from kg.picture.metrics import plain


class Credit(NamedTuple):
    """Who published a picture.

    Attributes:
        name: of the publisher; empty when nobody publishes it.
        address: of the page that shows it; empty when nobody knows.
    """

    name: str = ""
    address: str = ""

    def lines(self, w: Words) -> tuple[str, ...]:
        """Say it in the language of some words, the address on a line of its own.

        Example:
            >>> Credit("The Desk", "https://example.org/").lines(Words()), Credit().lines(Words("de"))
            (('Published by The Desk', 'https://example.org/'), ('Erstellt mit kg',))
        """
        told = w("credit.by", name=plain(self.name)) if self.name else w("credit.made")
        return (told, plain(self.address)) if self.address else (told,)


NOBODY = Credit()
"""A picture that somebody makes for their own use."""
