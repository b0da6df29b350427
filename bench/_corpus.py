"""What generated claims name: documents, events, actors, weapons and places, by number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

_FIRST, _DAYS = date(2020, 1, 1), 2_000
_EVENTS = ("casualties", "deployment", "finding", "negotiation", "shipment", "situation", "use")
_OUTLETS = ("news-outlet", "news-outlet", "news-agency", "think-tank")

Line = dict[str, Any]


def hash_of(*parts: object) -> str:
    """Return a hash that stands for parts in this order."""
    return sha256("/".join(map(str, parts)).encode()).hexdigest()


class Corpus:
    """Everything that claims name, by number, so that nothing has to be kept.

    Attributes:
        claims: how many claims there will be.
        seed: which of all corpora of that size.

    Example:
        >>> corpus = Corpus(100, seed=1)
        >>> corpus.document(0)["id"], corpus.published(0)
        ('doc-0000000', datetime.date(2020, 1, 4))
    """

    def __init__(self, claims: int, seed: int) -> None:
        """Fix the sizes: about 40 claims a document and 25 an event, as in curated corpora.

        Larger ones are wider, not only denser.
        """
        self.claims, self.seed = claims, seed
        self.documents = max(5, claims // 40)
        self.events = max(len(_EVENTS), claims // 25)
        self.people = max(10, claims // 200)
        self.unnamed = max(5, claims // 100)
        self.outlets = max(8, min(400, claims // 500))
        self.states, self.topics = 12, max(15, claims // 4000)
        self.weapons, self.places = max(60, claims // 400), max(80, claims // 500)

    def published(self, number: int) -> date:
        """Return the day of publication; documents are numbered by day."""
        return _FIRST + timedelta(days=3 + number * _DAYS // self.documents)

    def documenthash_of(self, number: int) -> str:
        """Return the hash of the text of a document."""
        return hash_of(self.seed, "document", number)

    def document(self, number: int) -> Line:
        """Return one document."""
        day = self.published(number).isoformat()
        return {
            "type": "document",
            "id": f"doc-{number:07}",
            "title": f"Report {number} on arms and troops",
            "outlet": f"outlet-{number % self.outlets:03}",
            "published": day,
            "recorded": (_FIRST + timedelta(days=_DAYS + 30)).isoformat(),
            "language": ("en", "de", "fr", "uk")[number % 4],
            "kind": ("article", "article", "report")[number % 3],
            "file": f"{day}-{number}.txt",
            "sha256": self.documenthash_of(number),
        }

    def kind_of(self, event: int) -> str:
        """Return the kind of an event."""
        return _EVENTS[event * len(_EVENTS) // self.events]

    def event(self, number: int) -> Line:
        """Return one event; neighbours in number are of one kind."""
        kind = self.kind_of(number)
        one, two = f"state-{number % self.states:02}", f"state-{(number * 7 + 1) % self.states:02}"
        start = _FIRST + timedelta(days=number * 13 % _DAYS)
        line = {
            "type": kind,
            "id": f"{kind}-{number:07}",
            "name": f"{kind.capitalize()} {number} as alleged",
            "period": f"{start}/{start + timedelta(days=30)}",
            "places": [f"place-{number % self.places:02}"],
            "weapon_types": [f"weapon-{number % self.weapons:02}"],
        }
        own: dict[str, Line] = {
            "casualties": {"side": one, "includes": ["killed", "wounded"]},
            "deployment": {"sender": one, "host": two, "personnel": "troops"},
            "finding": {"found_by": one},
            "negotiation": {"parties": sorted({one, two})},
            "shipment": {
                "supplier": one,
                "recipient": two,
                "goods": "crates with markings",
                "stage": "delivered",
                "means": ["ship", "rail"],
            },
            "situation": {},
            "use": {"user": one, "target": two},
        }
        return line | own[kind]

    def name_of(self, actor: str) -> str:
        """Return the name of an actor by its id."""
        kind, _, number = actor.partition("-")
        word = {
            "state": "State",
            "outlet": "The Daily",
            "person": "Minister",
            "unnamed": "a source in office",
        }[kind]
        return f"{word} {int(number)}"

    def named(self) -> Iterator[Line]:
        """Yield all but the claims, in the order of an export."""
        for i in range(self.topics):
            yield {
                "type": "topic",
                "id": f"topic-{i:02}",
                "name": f"Question {i}",
                "name_de": f"Frage {i}",
                "description": f"Claims that answer question {i}.",
            }
        for i in range(self.states):
            yield {"type": "state", "id": f"state-{i:02}", "name": self.name_of(f"state-{i}")}
        for i in range(self.outlets):
            yield {
                "type": "organization",
                "id": f"outlet-{i:03}",
                "name": self.name_of(f"outlet-{i}"),
                "kind": _OUTLETS[i % 4],
            }
        for i in range(self.people):
            part = {"actor": f"state-{i % self.states:02}", "role": "minister", "since": "2019"}
            yield {
                "type": "person",
                "id": f"person-{i:06}",
                "name": self.name_of(f"person-{i}"),
                "part_of": [part | {"until": None}],
            }
        for i in range(self.unnamed):
            yield {
                "type": "unnamed_source",
                "id": f"unnamed-{i:06}",
                "name": self.name_of(f"unnamed-{i}"),
                "wording": "eine Quelle im Amt",
            }
        for i in range(self.weapons):
            above = {"subtype_of": f"weapon-{i // 6:02}"} if i else {}
            yield {
                "type": "weapon_type",
                "id": f"weapon-{i:02}",
                "name": f"Type {i}",
                **above,
                "calibre_mm": 100 + i,
            }
        for i in range(self.places):
            above = {"within": f"place-{i // 8:02}"} if i else {}
            yield {"type": "place", "id": f"place-{i:02}", "name": f"Place {i}", "kind": "region", **above}
        yield from map(self.document, range(self.documents))
        yield from map(self.event, range(self.events))
