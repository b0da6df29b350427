"""An invented corpus of offices that begin and end, and of who speaks before, in and after them."""

from __future__ import annotations

from typing import Any, NamedTuple

from kg.model.kinds import Fact, registry


class Speech(NamedTuple):
    """One denial: who speaks on which day, and for whom that counts."""

    speaker: str
    day: str
    counts_for: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Id of the claim."""
        return f"{self.speaker}-{self.day}"


MINISTRY, UTOPIA, ARCADIA, LEAGUE = "ministry", "utopia", "arcadia", "league"
SPEECHES = [
    # an office of known years, in a ministry that is the state's until 2018
    Speech("minister", "2014-12-31"),
    Speech("minister", "2015-01-01", (MINISTRY, UTOPIA)),
    Speech("minister", "2016-12-31", (MINISTRY, UTOPIA)),
    Speech("minister", "2017-01-01"),
    # an office without days: what ends is a step above it
    Speech("aide", "2016-12-31", (MINISTRY, UTOPIA)),
    Speech("aide", "2018-12-31", (MINISTRY, UTOPIA, LEAGUE)),
    Speech("aide", "2019-01-01", (MINISTRY,)),
    # an office that begins in a month and goes on, in a state that joins a league in 2017
    Speech("general", "2015-05-31"),
    Speech("general", "2015-06-01", (UTOPIA,)),
    Speech("general", "2024-05-05", (UTOPIA, LEAGUE)),
    # one who changes sides, and one who comes back
    Speech("turncoat", "2014-12-31", (UTOPIA,)),
    Speech("turncoat", "2015-01-01", (ARCADIA,)),
    Speech("returner", "2013-12-31", (UTOPIA,)),
    Speech("returner", "2015-06-01"),
    Speech("returner", "2017-01-01", (UTOPIA, LEAGUE)),
    # one without a name, who moves
    Speech("insider", "2015-12-31", (MINISTRY, UTOPIA)),
    Speech("insider", "2016-01-01", (UTOPIA,)),
    # the state itself
    Speech("utopia", "2010-01-01", (UTOPIA,)),
    Speech("utopia", "2020-01-01", (UTOPIA, LEAGUE)),
]
NAMED: dict[str, list[dict[str, Any]]] = {
    "topic": [{"id": "grain", "name": "Grain", "name_de": "Korn", "description": "Who sent grain to whom."}],
    "state": [
        {"id": UTOPIA, "name": "Utopia", "part_of": [{"actor": LEAGUE, "since": "2017"}]},
        {"id": ARCADIA, "name": "Arcadia"},
    ],
    "organization": [
        {"id": LEAGUE, "name": "League of Islands", "kind": "government"},
        {
            "id": MINISTRY,
            "name": "Ministry of Utopia",
            "kind": "government",
            "part_of": [{"actor": UTOPIA, "until": "2018-12-31"}],
        },
        {"id": "paper", "name": "The Paper", "kind": "news-outlet"},
    ],
    "unnamed_source": [
        {
            "id": "insider",
            "name": "An insider",
            "wording": "an insider",
            "part_of": [{"actor": MINISTRY, "until": "2015"}, {"actor": UTOPIA, "since": "2016"}],
        }
    ],
    "person": [
        {
            "id": "minister",
            "name": "Minister",
            "part_of": [{"actor": MINISTRY, "role": "minister", "since": "2015-01-01", "until": "2016"}],
        },
        {"id": "aide", "name": "Aide", "part_of": [{"actor": MINISTRY, "role": "aide"}]},
        {
            "id": "general",
            "name": "General",
            "part_of": [{"actor": UTOPIA, "role": "general", "since": "2015-06"}],
        },
        {
            "id": "turncoat",
            "name": "Turncoat",
            "part_of": [
                {"actor": UTOPIA, "role": "envoy", "until": "2014"},
                {"actor": ARCADIA, "role": "adviser", "since": "2015"},
            ],
        },
        {
            "id": "returner",
            "name": "Returner",
            "part_of": [
                {"actor": UTOPIA, "role": "mayor", "until": "2013"},
                {"actor": UTOPIA, "role": "senator", "since": "2017"},
            ],
        },
    ],
}


def facts(speeches: list[Speech]) -> list[Fact]:
    """Return a corpus in which the paper says something of Utopia for each speech that denies it."""
    document = {
        "id": "paper-2025",
        "title": "All that was said",
        "outlet": "paper",
        "published": "2025-01-01",
        "recorded": "2025-01-02",
        "language": "en",
        "kind": "article",
        "file": "paper.txt",
        "sha256": "0" * 64,
    }
    made = {**NAMED, "document": [document], "shipment": [], "claim": []}
    for speech in speeches:
        event = f"grain-{speech.id}"
        made["shipment"].append(
            {"id": event, "name": event, "supplier": UTOPIA, "recipient": ARCADIA, "goods": "grain"}
        )
        for id_, speaker, stance, day in (
            (speech.id, speech.speaker, "denies", speech.day),
            (f"paper-{speech.id}", "paper", "asserts", "2009-01-01"),
        ):
            place = {
                "document": "paper-2025",
                "paragraph": 2,
                "start": 10 * len(made["claim"]),
                "end": 10 * len(made["claim"]) + 9,
                "sha256": f"{len(made['claim']):064x}",
            }
            made["claim"].append(
                {
                    "id": id_,
                    "topic": "grain",
                    "stance": stance,
                    "speaker": speaker,
                    "said": day,
                    "about": event,
                    "mentions": [UTOPIA, ARCADIA, LEAGUE, MINISTRY],
                    "paraphrase": "It says something of grain.",
                    "cited": [place],
                }
            )
    return [registry()[kind].model_validate(fact) for kind, several in made.items() for fact in several]
