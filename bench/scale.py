"""What a file of a size costs: seconds, memory and disk, each step in a process of its own.

python -m bench.scale 10000 100000                 into an embedded file
python -m bench.scale 1000000 --keep DIR           the lines and the file stay; lines from before are taken
python -m bench.scale 10000 --neo4j 5.26 --heap 2g --pagecache 4g    a Neo4j that is started for each size
python -m bench.scale 10000 --uri bolt://localhost:7687    an empty Neo4j; its password in NEO4J_PASSWORD
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.generate import generate

STEPS = {
    "read and check": "plan = plan_file(file, connect('memory')); rows = len(plan.changes); plan.close()",
    "load": "plan = plan_file(file, store); rows = len(plan.changes); plan.run()",
    "load again": (
        "plan = plan_file(file, store); rows = len(plan.changes); assert plan.up_to_date and not rows;"
        " plan.run()"
    ),
    "open and look up one claim": (
        "rows = len(store.query('MATCH (c:Claim {id: $id}) RETURN c.said', {'id': 'claim-000000001'}).rows)"
    ),
    "write tables": "rows = sum(held.rows for held in from_file(file, tables).tables.values())",
    "read and check tables": (
        "plan = plan_file(str(tables), connect('memory')); rows = len(plan.changes); plan.close()"
    ),
    "find the ends of its chains": (
        "rows = len(store.query('MATCH (c:Claim {id: $id})-[:ROOTED_IN]->(e:Claim) RETURN e.id',"
        " {'id': 'claim-%09d' % (claims - 1)}).rows)"
    ),
}
"""What is measured, as code."""

CHILD = """
import json, resource, sys, time
from pathlib import Path
from kg.load.parquet.writing import from_file
from kg.load.seeds import plan_file
from kg.store import connect
file, where, claims = sys.argv[1], sys.argv[2], int(sys.argv[3])
store, tables = connect(where), Path(file).with_name("tables")
began, worked = time.perf_counter(), time.process_time()
{step}
took = time.perf_counter() - began, time.process_time() - worked
store.close()
print(json.dumps([*took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, rows]))
"""


def measure(step: str, file: Path, where: str, claims: int) -> None:
    """Run one step in a new process and print what it took."""
    code = CHILD.format(step=STEPS[step])
    done = subprocess.run(
        [sys.executable, "-c", code, str(file), where, str(claims)], check=True, stdout=subprocess.PIPE
    )
    passed, worked, memory, rows = json.loads(done.stdout)
    rate = f"{rows / passed:12,.0f} rows/s" if rows > 1_000 else ""
    print(
        f"{claims:>10,} {step:<28} {passed:10.2f} s {worked:10.2f} s cpu {memory:8,.0f} MB {rate}", flush=True
    )


@contextmanager
def store(given: argparse.Namespace, folder: Path) -> Iterator[tuple[str, Callable[[], list[Path]]]]:
    """Yield the address of an empty store, and what closes it and returns where it is on this machine."""
    if given.uri:
        yield given.uri, list
        return
    if not given.neo4j:
        file = folder / "graph.grafeo"
        file.unlink(missing_ok=True)
        yield str(file), lambda: [file]
        return
    from kg.server import LocalServer

    with (
        tempfile.TemporaryDirectory() as home,
        LocalServer(given.neo4j, home=Path(home), heap=given.heap, pagecache=given.pagecache) as server,
    ):
        os.environ["NEO4J_PASSWORD"] = server.password

        def stopped() -> list[Path]:
            server.stop()
            return [Path(home, "data", part, "neo4j") for part in ("databases", "transactions")]

        yield server.uri, stopped


def size(place: Path) -> float:
    """Return the megabytes of a file, or of all files in a folder."""
    files = place.rglob("*") if place.is_dir() else [place]
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def main(arguments: Sequence[str] = ()) -> None:
    """Measure; without arguments 2,000 claims."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("claims", type=int, nargs="*", default=[2_000])
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where lines and embedded files stay")
    parser.add_argument("--uri", help="an empty Neo4j that is running, instead of an embedded file")
    parser.add_argument(
        "--neo4j", metavar="RELEASE", help="start a Neo4j for each size, instead of an embedded file"
    )
    parser.add_argument("--heap", default="512m", help="memory for its objects (default 512m)")
    parser.add_argument("--pagecache", default="256m", help="memory for its pages (default 256m)")
    parser.add_argument("--steps", nargs="+", choices=STEPS, help="only these")
    given = parser.parse_args(arguments)
    for claims in given.claims:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch) if given.keep is None else given.keep / str(claims)
            folder.mkdir(parents=True, exist_ok=True)
            file = folder / "claims.jsonl"
            if not file.exists():
                with file.open("w", encoding="utf-8") as out:
                    out.writelines(line + "\n" for line in generate(claims))
            with store(given, folder) as (where, stopped):
                for step in given.steps or STEPS:
                    measure(step, file, where, claims)
                disk = "".join(
                    f", {place.parent.name if place.is_dir() else 'store'} {size(place):,.1f} MB"
                    for place in stopped()
                )
            disk += f", tables {size(folder / 'tables'):,.1f} MB" * (folder / "tables").exists()
            print(f"{claims:>10,} on disk: lines {size(file):,.1f} MB{disk}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
