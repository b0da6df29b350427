"""Files of any size in the format of `kg export jsonl`: invented claims with the shape of the real ones.

    python -m bench.generate 100000 --seed 1 --output claims.jsonl.gz

Six of ten claims relay an earlier one (chains of up to twelve hops), figures drift on the way, some claims
deny, doubt or retract, and articles echo each other. Equal arguments give equal bytes; memory does not grow
with the number of claims. Standard library only.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from typing import Any, TextIO

from bench._corpus import Corpus, Line, hash_of

DEPTH = 12
"""The most hops from a claim to its root."""
RELAYED = 0.6
"""The share of claims that relay another one."""

_STANCES = (
    ("asserts", 80),
    ("denies", 6),
    ("cannot-confirm", 4),
    ("expects", 4),
    ("doubts", 3),
    ("concerned", 2),
    ("retracts", 1),
)
_HEDGES = (
    ("plain", 50),
    ("reported", 22),
    ("apparent", 8),
    ("likely", 8),
    ("possible", 6),
    ("conditional", 6),
)
_UNITS = ("soldiers", "shells", "containers", "missiles", "launchers", "vehicles")
_VAGUE = (("several", 2, 20), ("dozens", 24, 200), ("hundreds", 200, 2_000), ("thousands", 2_000, 100_000))
_VERBS = ("sent", "received", "trained", "ordered", "used", "lost", "promised", "counted")


def _words(rng: random.Random, weighted: tuple[tuple[str, int], ...]) -> str:
    return rng.choices([word for word, _ in weighted], [weight for _, weight in weighted])[0]


class _Told:
    """What later claims can relay or answer: id, hops to its root, day, speaker, figure."""

    __slots__ = ("depth", "figure", "id", "said", "speaker")

    def __init__(self, id: str, depth: int, said: date, speaker: str | None, figure: Line | None) -> None:
        self.id, self.depth, self.said, self.speaker, self.figure = id, depth, said, speaker, figure


def claims(corpus: Corpus) -> Iterator[Line]:
    """Yield the claims by id, which is also by document; each relays or answers only earlier ones."""
    rng = random.Random(f"{corpus.seed}/{corpus.claims}")
    open_events: deque[tuple[int, deque[_Told]]] = deque(maxlen=40)
    for number in range(corpus.claims):
        while not open_events or (
            open_events[-1][0] + 1 < corpus.events
            and open_events[-1][0] < number * corpus.events // corpus.claims
        ):
            open_events.append((open_events[-1][0] + 1 if open_events else 0, deque(maxlen=25)))
        event, told = rng.choice(open_events)
        document = number * corpus.documents // corpus.claims
        yield _claim(corpus, rng, number, event, document, told)


def _claim(
    corpus: Corpus, rng: random.Random, number: int, event: int, document: int, told: deque[_Told]
) -> Line:
    stance = _words(rng, _STANCES)
    earlier = (told[-1] if rng.random() < 0.3 else rng.choice(told)) if told else None
    relayed = (
        earlier
        if earlier
        and stance not in ("denies", "retracts")
        and earlier.depth < DEPTH
        and rng.random() < RELAYED / 0.88
        else None
    )
    answered = (
        earlier
        if earlier and stance in ("denies", "retracts", "doubts", "cannot-confirm") and relayed is None
        else None
    )
    published = corpus.published(document)
    said = published - timedelta(days=rng.randrange(3))
    said = max(said, earlier.said) if earlier else said
    speaker = (
        answered.speaker
        if answered and stance == "retracts"
        else _speaker(corpus, rng, document, relayed is not None)
    )
    figure = _drifted(rng, relayed.figure) if relayed else _figure(rng) if rng.random() < 0.5 else None
    id = f"claim-{number:09}"
    told.append(_Told(id, relayed.depth + 1 if relayed else 0, said, speaker, figure))
    where = [document] + (
        [min(document + 1 + rng.randrange(3), corpus.documents - 1)] if rng.random() < 0.15 else []
    )
    text = said.isoformat()
    return {
        "type": "claim",
        "id": id,
        "topic": f"topic-{event % corpus.topics:02}",
        "stance": stance,
        "speaker": speaker,
        "speaker_name": corpus.name_of(speaker) if speaker else None,
        "attribution": None if speaker else "andere Informationen",
        "said": text,
        "said_from": text,
        "said_to": text,
        "about": f"{corpus.kind_of(event)}-{event:07}",
        "mentions": [f"weapon-{rng.randrange(corpus.weapons):02}"] if rng.random() < 0.3 else [],
        "quantity": figure,
        "when": said.strftime("%Y-%m") if rng.random() < 0.4 else None,
        "place": f"place-{rng.randrange(corpus.places):02}" if rng.random() < 0.1 else None,
        "hedge": _words(rng, _HEDGES),
        "relays": [relayed.id] if relayed else [],
        "answers": [answered.id] if answered else [],
        "paraphrase": (
            f"State {rng.randrange(corpus.states)} {rng.choice(_VERBS)} what report {number} describes, it"
            " was said."
        ),
        "peripheral": rng.random() < 0.05,
        "inferred": {"said": "the day before publication"} if rng.random() < 0.1 else {},
        "note": None,
        "citations": [_citation(corpus, rng, number, place) for place in dict.fromkeys(where)],
    }


def _speaker(corpus: Corpus, rng: random.Random, document: int, relays: bool) -> str | None:
    """Relays are told by outlets, mostly the document's own.

    Roots by people, sources, states or nobody named.
    """
    if relays:
        outlet = document if rng.random() < 0.6 else rng.randrange(corpus.outlets)
        return f"outlet-{outlet % corpus.outlets:03}"
    pick = rng.random()
    if pick < 0.08:
        return None
    if pick < 0.3:
        return f"unnamed-{rng.randrange(corpus.unnamed):06}"
    return (
        f"state-{rng.randrange(corpus.states):02}"
        if pick < 0.4
        else f"person-{rng.randrange(corpus.people):06}"
    )


def _figure(rng: random.Random) -> Line:
    low = rng.choice((1, 5, 10, 100, 300, 3_000, 10_000)) * rng.randrange(1, 9)
    bounds: Line
    if rng.random() < 0.2:
        vague, least, most = rng.choice(_VAGUE)
        bounds = {
            "low": least,
            "high": most,
            "low_open": False,
            "high_open": True,
            "approximate": False,
            "vague": vague,
        }
    else:
        shape = rng.randrange(4)  # exactly, at least, up to, between
        bounds = {
            "low": None if shape == 2 else low,
            "high": None if shape == 1 else low * 2 if shape == 3 else low,
            "low_open": shape == 1 and rng.random() < 0.5,
            "high_open": False,
            "approximate": rng.random() < 0.2,
            "vague": None,
        }
    return {
        **bounds,
        "unit": rng.choice(_UNITS),
        "measure": "count",
        "mode": rng.choice(("stock", "flow", "cumulative")),
        "stage": "sent",
        "wording": f"rund {low:,}",
    }


def _drifted(rng: random.Random, figure: Line | None) -> Line | None:
    """Retell a figure: one in eight "up to 5,000" becomes "5,000"."""
    if figure and figure["low"] is None and rng.random() < 0.125:
        return {**figure, "low": figure["high"], "wording": f"{figure['high']:,}"}
    return figure


def _citation(corpus: Corpus, rng: random.Random, claim: int, document: int) -> Line:
    start = rng.randrange(400)
    return {
        "document": f"doc-{document:07}",
        "document_sha256": corpus.documenthash_of(document),
        "paragraph": 1 + claim % 40,
        "start": start,
        "end": start + rng.randrange(20, 200),
        "sha256": hash_of(corpus.seed, claim, document),
    }


def generate(number: int, seed: int = 1) -> Iterator[str]:
    """Yield the lines of a corpus, without line ends.

    Args:
        number: how many claims; documents, events and actors come on top (about 9 for 100 claims).
        seed: which of all corpora of that size.

    Example:
        >>> lines = list(generate(50, seed=3))
        >>> lines == list(generate(50, seed=3)), sum('"type": "claim"' in line for line in lines)
        (True, 50)
    """
    corpus = Corpus(number, seed)
    for part in (corpus.named(), claims(corpus)):
        for line in part:
            yield json.dumps(line, ensure_ascii=False, separators=(", ", ": "))


def main() -> None:
    """Write one file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("claims", type=int, metavar="N", help="how many claims")
    parser.add_argument("--seed", type=int, default=1, help="equal seeds give equal files (default 1)")
    parser.add_argument(
        "--output",
        default="-",
        metavar="FILE",
        help="file to write, packed if it ends in .gz (default: standard output)",
    )
    given = parser.parse_args()
    with ExitStack() as stack:
        out: TextIO = sys.stdout
        if given.output != "-":
            raw: Any = stack.enter_context(open(given.output, "wb"))
            if given.output.endswith(".gz"):
                raw = stack.enter_context(gzip.GzipFile("", "wb", 6, raw, mtime=0))
            out = stack.enter_context(io.TextIOWrapper(raw, encoding="utf-8", newline="\n"))
        for line in generate(given.claims, given.seed):
            out.write(line + "\n")


if __name__ == "__main__":
    main()
