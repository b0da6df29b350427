"""What a file of a size costs: seconds, memory and disk, each step in a process of its own.

python -m bench.scale 10000 100000                 into an embedded file
python -m bench.scale 10000 --uri bolt://localhost:7687    into an empty Neo4j; NEO4J_PASSWORD names the password
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.generate import generate

STEPS = {
    "read and check": "plan = plan_file(file, open_store('memory')); rows = len(plan.changes); plan.close()",
    "load": "plan = plan_file(file, store); rows = len(plan.changes); plan.run()",
    "load again": "plan = plan_file(file, store); rows = len(plan.changes); assert plan.up_to_date and not rows; plan.run()",
    "open and look up one claim": "rows = len(store.query('MATCH (c:Claim {id: $id}) RETURN c.said', {'id': 'claim-000000001'}).rows)",
    "walk its chain": "rows = len(store.query(CHAIN, {'id': 'claim-%09d' % (claims - 1)}).rows)",
}
"""What is measured, as code."""

CHILD = """
import json, resource, sys, time
from kg.loader import plan_file
from kg.store import open_store
from kg.store.statements import CHAIN
file, where, claims = sys.argv[1], sys.argv[2], int(sys.argv[3])
store = open_store(where)
began, worked = time.perf_counter(), time.process_time()
{step}
took = time.perf_counter() - began, time.process_time() - worked
store.close()
print(json.dumps([*took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, rows]))
"""


def measure(step: str, file: Path, where: str, claims: int) -> None:
    """Run one step in a new process and print what it took."""
    code = CHILD.format(step=STEPS[step])
    done = subprocess.run([sys.executable, "-c", code, str(file), where, str(claims)], check=True, stdout=subprocess.PIPE)
    passed, worked, memory, rows = json.loads(done.stdout)
    rate = f"{rows / passed:12,.0f} rows/s" if rows > 1_000 else ""
    print(f"{claims:>10,} {step:<28} {passed:10.2f} s {worked:10.2f} s cpu {memory:8,.0f} MB {rate}", flush=True)


def main(arguments: Sequence[str] = ()) -> None:
    """Measure; without arguments 2,000 claims."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("claims", type=int, nargs="*", default=[2_000])
    parser.add_argument("--uri", help="an empty Neo4j that is running, instead of an embedded file")
    given = parser.parse_args(arguments)
    for claims in given.claims:
        with tempfile.TemporaryDirectory() as scratch:
            file = Path(scratch, "claims.jsonl")
            with file.open("w", encoding="utf-8") as out:
                out.writelines(line + "\n" for line in generate(claims))
            where = given.uri or str(Path(scratch, "graph.grafeo"))
            for step in STEPS:
                measure(step, file, where, claims)
            disk = f", store {Path(where).stat().st_size / 1e6:,.1f} MB" if not given.uri else ""
            print(f"{claims:>10,} on disk: lines {file.stat().st_size / 1e6:,.1f} MB{disk}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
