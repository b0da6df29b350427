"""Every command of `kg` on corpora that are extreme in one way each: what it takes.

    python -m bench.bounds [CORPUS]... [--only WORD] [--seconds 60] [--slower 3]

The seconds are those of the processor. Each command runs in a process of its own with a limit of time and
memory; what is killed is shown as such. `spread` is no extreme: as many claims as
`crowd` has, on many events.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.extreme import CORPORA
from bench.generate import generate
from kg.questions import library

SPREAD = "spread"
"""The corpus of `bench.generate`: lines of JSON without texts."""
SIZES = {
    "crowd": 10_000,
    "chain": 2_000,
    "aliases": 5_000,
    "citations": 3_000,
    "paragraph": 1_000_000,
    SPREAD: 10_000,
}
LAST = {"crowd": "claim-9993", "chain": "claim-1999"}
GIGABYTES = 4
FILLED = {
    "actor": "kp",
    "speaker": "speaker-1",
    "leave-out": "speaker-1",
    "since": "2024-12-01",
    "topic": "troops",
    "event": "dispatch",
    "document": "paper-0",
    "claim": "claim-0",
}
"""Values of the parameters without a default; a question that needs another one is left out."""
DRAWN = ("crowd", "chain", "citations")
"""Corpora of which the answer to every question is drawn."""


class Ran(NamedTuple):
    """What a command took, and how it ended: an exit code, minus a signal."""

    seconds: float
    """Of the processor."""
    megabytes: float
    code: int
    written: int


_MEASURED = f"""
import json, resource, subprocess, sys
def limit():
    resource.setrlimit(resource.RLIMIT_AS, ({GIGABYTES} << 30,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[1]),) * 2)
out = int(sys.argv[2])
code = subprocess.call([sys.executable, "-m", "kg", *sys.argv[3:]], stdout=out, stderr=out, preexec_fn=limit)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, code]))
"""
"""A small process that runs the command: the most memory of a process counts what it was forked from, too."""


def run(command: Sequence[str], limit: int) -> Ran:
    """Run `kg` with a limit of seconds of the processor; what it says goes nowhere."""
    with tempfile.TemporaryFile() as out:
        done = subprocess.run(
            [sys.executable, "-c", _MEASURED, str(limit), str(out.fileno()), *command],
            pass_fds=[out.fileno()],
            stdout=subprocess.PIPE,
            check=True,
        )
        seconds, megabytes, code = json.loads(done.stdout)
        out.seek(0, 2)
        return Ran(seconds, megabytes, code, out.tell())


def questions() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each question with the values that it needs."""
    for name in library.files():
        needed = [p for p in library.question(name).parameters if p.required or (p.default and p.type.label)]
        names = [p.name.replace("_", "-") for p in needed]
        if set(names) <= FILLED.keys():
            yield name, [(n, FILLED[n]) for n in names]


def commands(corpus: str, folder: Path) -> Iterator[list[str]]:
    """Yield the commands for a corpus."""
    seeds, texts, out = (str(folder / name) for name in ("seeds", "texts", "out"))
    claim = LAST.get(corpus, "claim-0")
    stored = ["--seeds", seeds, "--store", str(folder / "kg.grafeo")]
    if corpus == SPREAD:
        yield ["load", str(folder / "claims.jsonl"), *stored[2:]]
        yield ["site", f"{out}-site", *stored[2:]]
        yield ["site", f"{out}-site", *stored[2:]]
        return
    yield ["load", *stored]
    yield ["check", "--seeds", seeds, "--sources", texts, "--format", "json"]
    yield ["verify", "--seeds", seeds, "--sources", texts]
    yield ["coverage", "--seeds", seeds, "--sources", texts, "--html", f"{out}.html"]
    yield [
        "cite",
        "paper-0",
        "has sent exactly 4,711 soldiers",
        "--sentence",
        "--seeds",
        seeds,
        "--sources",
        texts,
    ]
    for id_ in (claim, "dispatch", "kp", "paper-0"):
        yield ["show", id_, *stored]
        yield ["view", id_, "--output", f"{out}.html", *stored]
    yield ["explain", claim, "--sources", texts, *stored]
    yield ["explain", "dispatch", *stored]
    yield ["find", "Northern Realm 17", *stored]
    yield ["find", "soldiers", *stored]
    yield ["ask", "how many soldiers did Northern Realm 17 send", *stored]
    yield ["export", "csv", f"{out}-csv", *stored]
    for style in ("jsonl", "graphml"):
        yield ["export", style, "--output", f"{out}.{style}", *stored]
    for name, values in questions():
        yield ["ask", name, *(word for n, v in values for word in (f"--{n}", v)), "--limit", "5", *stored]
    yield ["ask", "status", "--history", *stored]
    yield ["ask", "status", "--figures", *stored]
    yield ["ask", "roots", "--per", "claim", "--limit", "5", *stored]
    if corpus in DRAWN:
        for name, values in questions():
            pairs = [word for n, v in values for word in ("--param", f"{n}={v}")]
            yield ["view", name, *pairs, "--output", f"{out}.svg", *stored]
    for kind in ("chain", "flow", "figures", "network"):
        yield ["view", "--as", kind, "--output", f"{out}.svg", *stored]
    yield ["view", "--output", f"{out}.html", *stored]
    yield ["view", "--format", "pyvis", "--output", f"{out}.html", *stored]
    yield ["site", f"{out}-site", "--sources", texts, *stored]
    yield ["site", f"{out}-site", "--sources", texts, *stored]


def main() -> None:
    """Measure, and print what took long or much."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpora", nargs="*", default=list(SIZES))
    parser.add_argument("--only", default="", metavar="WORD", help="commands that hold this word")
    parser.add_argument("--seconds", type=int, default=60, help="limit of each command (default 60)")
    parser.add_argument("--slower", type=float, default=0.0, help="show what takes longer or fails")
    given = parser.parse_args()
    for corpus in given.corpora:
        folder = Path(tempfile.gettempdir()) / "kg-bounds" / f"{corpus}-{SIZES[corpus]}"
        if corpus == SPREAD:
            folder.mkdir(parents=True, exist_ok=True)
            lines = "".join(f"{line}\n" for line in generate(SIZES[corpus]))
            (folder / "claims.jsonl").write_text(lines, encoding="utf-8")
        elif not (folder / "seeds").exists():
            CORPORA[corpus](SIZES[corpus]).write(folder)
        for command in commands(corpus, folder):
            words = " ".join(w for w in command if str(folder) not in w and w not in ("--seeds", "--store"))
            if given.only in words or (command[0] == "load" and not (folder / "kg.grafeo").exists()):
                ran = run(command, given.seconds)
                if ran.seconds >= given.slower or ran.code:
                    row = f"{ran.seconds:7.1f} s {ran.megabytes:7.0f} MB  exit {ran.code:<4}"
                    print(f"{corpus:<10} {row} {ran.written:>9} B  {words}", flush=True)


if __name__ == "__main__":
    main()
