"""What an import takes: a register as long as SIPRI's in its real layout, to lines of facts.

`python -m bench.imports [ROWS]` prints the figures.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROWS = 29_515
"""Rows of the whole register of March 2025."""
_TITLES = (
    "Transfers of major conventional arms from All countries  to All countries . Deals with deliveries made"
    " for the year range 'Not specified' to 'Not specified' ",
    "A '?' in a column indicates uncertain data.",
    "",
    "Source: SIPRI Arms Transfers Database (c) SIPRI.",
    "Data generated: 12 Mar 2026 9:00:00 AM",
    "Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon description,"
    "Number delivered, ,Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,"
    "SIPRI TIV of delivered weapons",
)


def register(rows: int, seed: int = 1) -> Iterator[str]:
    """Yield the lines of a register with invented deals, its traps as frequent as in the real one.

    Args:
        rows: how many deals.
        seed: another one gives other deals.
    """
    chance = random.Random(seed)
    states = [f"Land {n}" for n in range(230)]
    groups = [f"Front {n} (Land {n})*" for n in range(25)] + ["NATO**", "African Union**"]
    kinds = [f"description {n}" for n in range(221)]
    arms = [(f"Type-{n}", chance.choice(kinds)) for n in range(4_142)]
    yield from _TITLES
    for number in range(rows):
        supplier = "unknown supplier(s)" if chance.random() < 0.01 else chance.choice(states)
        recipient = chance.choice(groups) if chance.random() < 0.01 else chance.choice(states)
        designation, description = chance.choice(arms)
        ordered = chance.randint(1950, 2024)
        count = chance.randint(1, 300)
        years = sorted({ordered + chance.randint(0, 5) for _ in range(chance.randint(1, 3))})
        if chance.random() < 0.04:
            years = []
        cells = [
            recipient,
            supplier,
            str(ordered),
            "?" if chance.random() < 0.53 else "",
            str(count) if chance.random() < 0.99 else "",
            "?" if chance.random() < 0.42 else "",
            designation,
            description,
            str(count if years else 0),
            "?" if chance.random() < 0.09 else "",
            "; ".join(map(str, years)),
            "New",
            f"Deal {number}; Möwe version" if chance.random() < 0.7 else "",
            "0.5",
            str(count / 2),
            str(count / 2 if years else 0),
        ]
        if chance.random() < 0.00015:
            cells[12] += "\nsecond line"
        yield ",".join(cells)


def main(rows: int) -> None:
    """Print rows, facts, seconds and memory of one conversion."""
    from kg.sources.tables.engine import converted
    from kg.sources.tables.known import Known
    from kg.sources.tables.layouts import SHIPPED, layout_named

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "register.csv")
        file.write_bytes("\n".join(register(rows)).encode("latin-1"))
        started, used = time.perf_counter(), time.process_time()
        made = converted(layout_named("sipri-register", [SHIPPED]), file, Known())
        size = sum(len(json.dumps(fact, ensure_ascii=False)) + 1 for fact in made.facts())
        seconds, cpu = time.perf_counter() - started, time.process_time() - used
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    report = made.report
    facts = sum(report.facts.values())
    print(f"{report.rows:,} rows, {report.claims:,} claims, {facts:,} facts, {size / 1e6:.0f} MB")
    print(f"{seconds:.1f} s by the clock, {cpu:.1f} s of the processor, {memory:.0f} MB at most")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
