"""Corpora that are extreme in one way each, as seed files with their texts.

    python -m bench.extreme crowd 10000 /tmp/crowd

writes `/tmp/crowd/seeds` and `/tmp/crowd/texts`. Equal arguments give equal bytes.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

Line = dict[str, Any]
FIRST = date(2024, 10, 1)
_STANCES = ("denies", "doubts", "expects", "cannot-confirm", "concerned")
_WORDS = ("Officials", "spoke", "of", "more", "than", "12,000", "soldiers", "on", "2", "May", "2024,", "Kim")


class Corpus:
    """Facts and texts that grow line by line; each document holds one paragraph per citation."""

    def __init__(self) -> None:
        """Start with two states, an event, a topic and an outlet."""
        self.facts: dict[str, list[Line]] = {
            "topics": [{"id": "troops", "name": "Troops", "name_de": "Truppen", "description": "How many."}],
            "states": [{"id": "kp", "name": "Northland"}, {"id": "ru", "name": "Eastland"}],
            "organizations": [{"id": "paper", "name": "Harbour Paper", "kind": "news-outlet"}],
            "people": [],
            "deployments": [
                {"id": "dispatch", "name": "Dispatch", "sender": "kp", "host": "ru", "period": "2024-10"}
            ],
            "documents": [],
            "claims": [],
        }
        self.lines: dict[str, list[str]] = {}

    def document(self, number: int) -> str:
        """Return the id of a document, which is made when it is new; one a day."""
        id_ = f"paper-{number}"
        if id_ not in self.lines:
            self.lines[id_] = []
        return id_

    def cite(self, document: str, words: str) -> Line:
        """Add a paragraph to a document and return the citation of all of it."""
        lines = self.lines[document]
        lines.append(words)
        digest = sha256(words.encode()).hexdigest()
        return {
            "document": document,
            "paragraph": len(lines),
            "start": 0,
            "end": len(words),
            "sha256": digest,
        }

    def person(self, number: int) -> str:
        """Return the id of a new person."""
        self.facts["people"].append({"id": f"speaker-{number}", "name": f"Speaker {number}"})
        return f"speaker-{number}"

    def claim(self, number: int, speaker: str, cited: list[Line], count: int | None, **more: Any) -> None:
        """Add a claim about the one event, with a number of soldiers or without."""
        figure = count and {"low": count, "unit": "soldiers", "mode": "flow", "wording": f"{count} soldiers"}
        self.facts["claims"].append(
            {
                "id": f"claim-{number}",
                "topic": "troops",
                "stance": "asserts",
                "speaker": speaker,
                "said": "2024-10-01",
                "about": "dispatch",
                "paraphrase": f"Speaker {number} speaks of the dispatch.",
                "cited": cited,
                **({"quantity": {**figure, "high": count}} if figure else {}),
                **more,
            }
        )

    def write(self, folder: Path) -> Path:
        """Write `seeds` and `texts` below a folder, and return it."""
        (folder / "seeds").mkdir(parents=True, exist_ok=True)
        (folder / "texts").mkdir(exist_ok=True)
        for number, (id_, lines) in enumerate(self.lines.items()):
            text = "\n".join(lines) + "\n"
            (folder / "texts" / f"{id_}.txt").write_text(text, encoding="utf-8", newline="\n")
            self.facts["documents"].append(
                {
                    "id": id_,
                    "title": f"Report {number}",
                    "outlet": "paper",
                    "published": (FIRST + timedelta(days=number % 300)).isoformat(),
                    "recorded": "2026-01-01",
                    "language": "en",
                    "file": f"{id_}.txt",
                    "sha256": sha256(text.encode()).hexdigest(),
                }
            )
        with (folder / "seeds" / "all.yaml").open("w", encoding="utf-8", newline="\n") as out:
            for plural, facts in self.facts.items():
                out.write(f"{plural}:\n" if facts else "")
                out.writelines(f"- {json.dumps(fact, ensure_ascii=False)}\n" for fact in facts)
        return folder


def crowd(number: int) -> Corpus:
    """Return as many claims on one event, of a tenth as many speakers.

    Most give a number, a tenth relay another, a tenth deny, doubt or expect, a few take back.
    """
    corpus = Corpus()
    speakers = [corpus.person(i) for i in range(max(2, number // 10))]
    for i in range(number):
        document, count = corpus.document(i // 50), 1_000 + i * 7919 % 9_000
        speaker, more = speakers[i % len(speakers)], Line()
        if i % 10 == 3:
            more = {"relays": [f"claim-{i - 3}"]}
        elif i % 10 == 6:
            more = {"stance": _STANCES[i // 10 % len(_STANCES)]}
        elif i % 100 == 99:
            more = {"stance": "retracts", "answers": [f"claim-{i - 90}"]}
            speaker = speakers[(i - 90) % len(speakers)]
        cited = [corpus.cite(document, f"Speaker {i // 10} speaks of {count} soldiers.")]
        number_of = count if "stance" not in more or more["stance"] == "expects" else None
        day = (FIRST + timedelta(days=i // 50 % 300)).isoformat()
        corpus.claim(i, speaker, cited, number_of, **{"said": day, **more})
    return corpus


def chain(number: int) -> Corpus:
    """Return a chain of as many relays: each claim passes on the one before, every speaker another."""
    corpus = Corpus()
    for i in range(number):
        count = 10_000 + i // 50
        cited = [corpus.cite(corpus.document(i // 50), f"Speaker {i} speaks of {count} soldiers.")]
        more = {"relays": [f"claim-{i - 1}"]} if i else {}
        corpus.claim(i, corpus.person(i), cited, count, **more)
    return corpus


def aliases(number: int) -> Corpus:
    """Return one actor with as many names: half of them printed in a text, half known."""
    corpus = Corpus()
    document = corpus.document(0)
    printed = []
    for i in range(number // 2):
        name = f"Northern Realm {i}"
        printed.append({"name": name, **corpus.cite(document, name)})
    corpus.facts["states"][0] |= {
        "known_as": [f"Realm of the North {i}" for i in range(number - number // 2)],
        "aliases": printed,
    }
    words = "Northern Realm 17 sent 40 soldiers, Realm of the North 23 said."
    corpus.claim(0, "kp", [corpus.cite(document, words)], 40)
    return corpus


def citations(number: int) -> Corpus:
    """Return one claim that stands in as many places, in a tenth as many documents."""
    corpus = Corpus()
    cited = [
        corpus.cite(corpus.document(i // 10), f"Northland sent 40 soldiers ({i}).") for i in range(number)
    ]
    corpus.claim(0, "kp", cited, 40)
    return corpus


def paragraph(number: int) -> Corpus:
    """Return a document with one paragraph of as many characters, of which a claim cites the end."""
    corpus = Corpus()
    document = corpus.document(0)
    words = " ".join(f"{word}{'.' * (i % 12 == 11)}" for i, word in enumerate(_WORDS * (number // 50)))
    text = f"{words[:number]}. Northland has sent exactly 4,711 soldiers in all."
    cited = corpus.cite(document, text)
    start = text.index("Northland")
    digest = sha256(text[start:].encode()).hexdigest()
    corpus.claim(0, "kp", [{**cited, "start": start, "sha256": digest}], 4_711)
    return corpus


CORPORA: Mapping[str, Callable[[int], Corpus]] = {
    made.__name__: made for made in (crowd, chain, aliases, citations, paragraph)
}


def main() -> None:
    """Write one corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("name", choices=CORPORA)
    parser.add_argument("number", type=int, help="how many claims, relays, names, places or characters")
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    CORPORA[given.name](given.number).write(given.folder)


if __name__ == "__main__":
    main()
