"""What the campaign tries, and what came of it.

Each part is counted while its test runs and becomes one line of `build/campaign.jsonl`; of several lines of
one part the last holds.
"""

from __future__ import annotations

import json
import os
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

RESULTS = Path(__file__).resolve().parents[2] / "build" / "campaign.jsonl"
SEED = "KG_CAMPAIGN_SEED"
"""The variable that makes a part draw what it drew before."""


@dataclass(frozen=True)
class Part:
    """One sort of attempt.

    Attributes:
        title: what is done, for a row of the table.
        least: how often at least; a part that was tried less often has failed.
        how: what one attempt is and how it is judged, as sentences.
    """

    title: str
    least: int
    how: str


PARTS: Mapping[str, Part] = {
    "loads": Part(
        "loads into a named file, killed",
        100,
        "A load is ended with `kill -9` at a random moment of its measured duration; only those count that"
        " had not ended before. Files of 20, 120 and 600 claims, into a new store and into one that holds"
        " another graph; some start Python anew, most are forked from a warm process. The hash of the export"
        " afterwards is that of the old or of the new graph, and the same load then works and leaves nothing"
        " behind.",
    ),
    "rebuilds": Part(
        "rebuilds of the default store, killed",
        25,
        "The same for a question that has to build the default store first, absent or older than the facts."
        " What is left is absent, the old or the new graph; the next question is answered from the new one.",
    ),
    "clients": Part(
        "loads into Neo4j, the client killed",
        10,
        "The same for the client of a real server. A load goes on in batches there: what was cut off between"
        " two of them says so until the next load has finished it, and is neither old nor new only as long.",
    ),
    "bits": Part(
        "flipped bits of a store file",
        200,
        "One bit of a store is turned over, mostly where it is not empty. The whole export and an answer are"
        " right, or the store is refused as damaged, in our words and with what to do.",
    ),
    "first": Part(
        "first questions, four at once",
        40,
        "Four processes ask at the same moment where there is no default store yet; each answers rightly.",
    ),
    "edited": Part(
        "first questions after an edit, four at once",
        24,
        "The same after the facts changed; each answers from the new facts.",
    ),
    "readers": Part(
        "questions while a load writes",
        100,
        "Ten readers begin while one process loads into the store they ask; each answers from the old or from"
        " the new graph.",
    ),
    "disk": Part(
        "writers on a full disk",
        100,
        "Every command that writes runs where there is too little room for its files, none of it or most. It"
        " says that the disk is full and ends with code 1, or answers rightly without writing; what stood"
        " there before is whole, nothing half-written lies about, and the same works once there is room.",
    ),
    "page": Part(
        "hostile texts in fields of a page, in a browser",
        1218,
        "A page of drawings and facts with texts that try to become markup or script in every field; it is"
        " used with every click. No script of theirs runs, nothing is requested, all is shown as text.",
    ),
    "site": Part(
        "hostile texts in fields of a site, in a browser",
        1218,
        "The same for every kind of page of a site, and its search.",
    ),
    "free-file": Part(
        "statements that would leave their fence, on a file",
        102,
        "Free statements that write, read files or addresses, or change the engine: each is refused, the"
        " graph is the same afterwards, and no file has come.",
    ),
    "free-server": Part(
        "statements that would leave their fence, on Neo4j",
        102,
        "The same statements on a real server.",
    ),
    "password": Part(
        "looks for the password",
        12,
        "Commands on a real server, and failures of them; then its password is looked for in command lines,"
        " environments, output, logs, files, histories and pages.",
    ),
}
"""All parts, in the order of the table."""


@dataclass
class Count:
    """What came of one part.

    Attributes:
        part: its key in `PARTS`.
        seed: of what was drawn.
        tried: attempts.
        lost: what was there before and is not any more.
        torn: something between two states that says it is whole.
        wrong: another answer than the right one, or an end without words of ours.
        outcomes: how often an attempt ended in which of the allowed ways.
        faults: what was lost, torn or wrong, in words.
    """

    part: str
    seed: int = 0
    tried: int = 0
    lost: int = 0
    torn: int = 0
    wrong: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def ok(self, outcome: str = "", times: int = 1) -> None:
        """Count attempts that ended as they should, in one of several ways."""
        self.tried += times
        if outcome:
            self.outcomes[outcome] += times

    def bad(self, sort: str, what: str) -> None:
        """Count an attempt after which something is `lost`, `torn` or `wrong`."""
        self.tried += 1
        setattr(self, sort, getattr(self, sort) + 1)
        self.faults.append(f"{sort}: {what}")


@contextmanager
def counted(part: str) -> Iterator[tuple[Count, random.Random]]:
    """Give a part its count and its chance; afterwards write the count down and assert that nothing went bad.

    Example:
        >>> PARTS["bits"].least
        200
    """
    seed = int(os.environ.get(SEED) or random.SystemRandom().randrange(10**6))
    count = Count(part, seed)
    try:
        yield count, random.Random(seed)
    except BaseException as error:
        count.bad("wrong", f"the attempts were cut off: {error!r:.300}")
        raise
    finally:
        RESULTS.parent.mkdir(exist_ok=True)
        with RESULTS.open("a", encoding="utf-8") as file:
            file.write(json.dumps(vars(count)) + "\n")
    told = "\n".join(count.faults[:20])
    assert (count.lost, count.torn, count.wrong) == (0, 0, 0), f"{SEED}={seed}\n{told}"
    assert count.tried >= PARTS[part].least


def results(begin: int = 0) -> dict[str, Count]:
    """Return the last count of each part that stands after a byte of the file, in the order of `PARTS`."""
    found = {}
    if RESULTS.exists():
        for line in RESULTS.read_bytes()[begin:].decode().splitlines():
            read = Count(**json.loads(line))
            found[read.part] = read
    return {part: found[part] for part in PARTS if part in found}


def end() -> int:
    """Return the size of the file: where the counts of the next run begin."""
    return RESULTS.stat().st_size if RESULTS.exists() else 0


def table(counts: Mapping[str, Count]) -> str:
    """Return what came of some parts as lines of text, for a terminal."""
    head = ("", "tried", "lost", "torn", "wrong", "seed", "")
    rows = [
        (
            PARTS[one.part].title,
            *(f"{number:,}" for number in (one.tried, one.lost, one.torn, one.wrong)),
            str(one.seed),
            ", ".join(f"{times} {way}" for way, times in sorted(one.outcomes.items())),
        )
        for one in counts.values()
    ]
    wide = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(room) if place in (0, 6) else cell.rjust(room)
            for place, (cell, room) in enumerate(zip(row, wide, strict=True))
        ).rstrip()
        for row in (head, *rows)
    )
