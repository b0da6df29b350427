"""The analyses: on a generated graph beside reading it, and as commands on the corpus beside `kg ask`.

    python -m bench.analysis 1000000

writes a store of that many claims once (under build/), then reads it and times roots, echoes and
contradictions.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bench.generate import generate
from bench.measure import compare, process
from kg.model.stances import side_of
from kg.model.weighing import WHOLE

KG = str(Path(sys.executable).with_name("kg"))
COMMANDS = (
    ["roots"],
    ["echoes"],
    ["contradictions"],
    ["drift"],
    ["status"],
    ["according-to", "zelensky"],
    ["without", "washington-post"],
    ["keystones"],
    ["timeline"],
    ["changed", "--since", "2024-10-13"],
)
LIMIT = 10.0
MEMORY = 4_000
EVENTS = {"casualties", "deployment", "finding", "negotiation", "shipment", "situation", "use"}
LABELS = {
    "state": ["Actor", "State"],
    "organization": ["Actor", "Organization"],
    "person": ["Actor", "Person"],
    "unnamed_source": ["Actor", "UnnamedSource"],
    "document": ["Document"],
    "topic": ["Topic"],
    "weapon_type": ["WeaponType"],
    "claim": ["Claim"],
} | {kind: ["Event", kind.capitalize()] for kind in EVENTS}
Edge = tuple[str, str, str, dict[str, Any]]


def main(claims: int = 50_000) -> None:
    """Measure a generated graph, then the commands on the corpus."""
    path = Path("build", f"bench-{claims}.grafeo")
    if not path.exists():
        seconds = _timed(lambda: write(path, claims))[0]
        print(
            f"{'written ' + f'{claims:,} claims':<58} {seconds * 1000:9.1f} ms,"
            f" {path.stat().st_size / 1e6:,.0f} MB"
        )
    subprocess.run([sys.executable, "-m", "bench.analysis", "--read", str(path)], check=True)
    if claims == 50_000:
        process([KG, "ask", "who-sourced"])()
        for command in COMMANDS:
            names = (f"kg {' '.join(command)}", "kg ask who-sourced")
            compare(process([KG, *command]), process([KG, "ask", "who-sourced"]), names, runs=9, limit=2.0)


def measure(path: str) -> None:
    """Read a store, run the analyses on it, print times, ratios and the peak of memory."""
    from kg.analysis.contradictions import contradictions
    from kg.analysis.echoes import echoes
    from kg.analysis.figure_status import figure_status
    from kg.analysis.reading import read_world
    from kg.analysis.roots import roots
    from kg.analysis.status import status
    from kg.store.embedded.store import EmbeddedStore

    def read() -> Any:
        store = EmbeddedStore(Path(path))
        try:
            return read_world(store)
        finally:
            store.close()

    reading, world = _timed(read)
    print(
        f"{'read the world: ' + f'{len(world.claims):,} claims, {len(world.relays):,} relay':<58}"
        f" {reading * 1000:9.1f} ms, peak {_peak():,.0f} MB"
    )
    work: dict[str, Callable[[], Any]] = {
        "roots": lambda: roots(world),
        "status": lambda: status(world),
        "standing of figures": lambda: figure_status(world),
        "echoes": lambda: echoes(world),
        "contradictions": lambda: contradictions(world, incomparable=False),
    }
    for name, run in work.items():
        seconds, rows = _timed(run)
        print(f"{name + f' ({len(rows):,} rows)':<58} {seconds * 1000:9.1f} ms, peak {_peak():,.0f} MB")
        print(f"{f'ratio to reading (wanted: at most {LIMIT})':<58} {seconds / reading:9.2f}")
        del rows
    print(f"{f'peak of memory (wanted: under {MEMORY:,} MB)':<58} {_peak():9.0f} MB")


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def _peak() -> float:
    """Return the most memory that this process ever held, in MB.

    On Linux not what its parent held before it began.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return (
            int(next(line for line in status.read_text().splitlines() if line.startswith("VmHWM")).split()[1])
            / 1e3
        )
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def write(path: Path, claims: int) -> None:
    """Write a generated graph with the properties and edges that `kg load` would write, past the checks."""
    import grafeo

    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    for old in part.parent.glob(part.name + "*"):
        old.unlink()
    db = grafeo.GrafeoDB()  # in memory, then saved: no log is written on the way
    numbers: dict[str, int] = {}
    for kind, lines in _blocks(generate(claims)):
        if kind in LABELS:
            made = db.batch_create_nodes_with_props(
                [*LABELS[kind], "Kg"], [_properties(kind, line) for line in lines]
            )
            numbers.update(zip((line["id"] for line in lines), made, strict=True))
            edges = [e for line in lines for e in _edges(kind, line)]
            db.batch_create_edges(
                [
                    (numbers[one], numbers[other], name, own)
                    for one, other, name, own in edges
                    if other in numbers
                ]
            )
    db.save(str(part))
    db.close()
    part.replace(path)


def _blocks(lines: Iterator[str], size: int = 20_000) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Group lines of one kind that follow each other."""
    kind = ""
    waiting: list[dict[str, Any]] = []
    for text in lines:
        line = json.loads(text)
        if waiting and (line["type"] != kind or len(waiting) == size):
            yield kind, waiting
            waiting = []
        kind = line["type"]
        waiting.append(line)
    yield kind, waiting


def _properties(kind: str, line: dict[str, Any]) -> dict[str, Any]:
    own: dict[str, Any] = {
        "id": line["id"],
        "name": line.get("name"),
        "caption": line.get("name") or line["id"],
    }
    if kind == "document":
        for field in ("published", "recorded"):
            own |= _span(field, line[field])
        own |= {field: line.get(field) for field in ("title", "language", "kind", "file", "sha256")}
    elif kind in EVENTS:
        own |= _span("period", line["period"]) | {"stage": line.get("stage")}
    elif kind == "organization":
        own |= {"kind": line["kind"], "compiles": line.get("compiles")}
    elif kind == "claim":
        own |= {
            field: line.get(field)
            for field in ("stance", "hedge", "attribution", "paraphrase", "peripheral", "speaker_name")
        }
        own |= _span("said", line["said"]) | {
            "said": date.fromisoformat(line["said"]),
            "root": not line["relays"],
            "side": side_of(line["stance"]),
            "facet": line.get("facet", WHOLE),
            "speaker_id": line["speaker"],
            "caption": line["paraphrase"],
        }
        own |= _span("when", line["when"]) if line.get("when") else {}
        if line.get("quantity"):
            own |= line["quantity"] | {"how_many": line["quantity"]["wording"]}
    return {name: value for name, value in own.items() if value is not None}


def _span(field: str, text: str) -> dict[str, Any]:
    first, _, last = text.partition("/")
    days = [date.fromisoformat(part if len(part) == 10 else f"{part}-01") for part in (first, last or first)]
    return {
        f"{field}_from": days[0],
        f"{field}_to": days[1],
        f"{field}_text": text,
        f"{field}_precision": "range" if last else "day",
    }


def _edges(kind: str, line: dict[str, Any]) -> Iterator[Edge]:
    id_ = line["id"]
    if kind == "document":
        yield id_, line["outlet"], "PUBLISHED_BY", {"key": ""}
    elif kind == "person":
        yield from (
            (id_, part["actor"], "PART_OF", {"key": "minister||", "role": "minister", "position": 0})
            for part in line["part_of"]
        )
    elif kind in EVENTS and line.get("within_event"):
        yield id_, line["within_event"], "PART_OF_EVENT", {"key": ""}
    elif kind == "claim":
        yield id_, line["about"], "ABOUT", {"key": ""}
        yield id_, line["topic"], "ON_TOPIC", {"key": ""}
        if line["speaker"]:
            yield id_, line["speaker"], "SAID_BY", {"key": ""}
        for name, others in (
            ("RELAYS", line["relays"]),
            ("ANSWERS", line["answers"]),
            ("MENTIONS", line["mentions"]),
        ):
            yield from ((id_, other, name, {"key": "", "position": n}) for n, other in enumerate(others))
        for n, place in enumerate(line["citations"]):
            own = {field: place[field] for field in ("paragraph", "start", "end", "sha256")}
            yield (
                id_,
                place["document"],
                "CITED_IN",
                {**own, "key": f"{place['paragraph']}|{place['start']}|{place['end']}", "position": n},
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read"]:
        measure(sys.argv[2])
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 50_000)
