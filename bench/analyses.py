"""What the analyses in SQL cost over a folder of tables, each in a process of its own.

    python -m bench.analyses build/million                          DuckDB, all questions
    python -m bench.analyses build/ten-million --memory 16GB        the most that DuckDB may take
    python -m bench.analyses build/million --spark local[2]         Spark, where PySpark is installed

`python -m bench.tables` makes folders of any size. Seconds of the processor, and memory, are those of
all processes of a run.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from kg.load.parquet import manifest
from kg.questions.engines import IN_SQL

CHILD = """
import json, os, sys, time
from pathlib import Path
from kg.load.sql.asking import asked
from kg.load.sql.folder import in_duckdb, in_spark
from kg.questions import library
from kg.questions.run import bind

def family(own):
    'This process and all that came of it: processor seconds, and the sum of the most memory of each in MB.'
    parents, cost = {}, {}
    for entry in os.scandir('/proc'):
        if entry.name.isdigit():
            try:
                stat = Path(entry.path, 'stat').read_text().rpartition(')')[2].split()
                lines = Path(entry.path, 'status').read_text().splitlines()
            except OSError:
                continue
            parents[int(entry.name)] = int(stat[1])
            ticks = (int(stat[11]) + int(stat[12])) / os.sysconf('SC_CLK_TCK')
            most = [int(line.split()[1]) / 1024 for line in lines if line.startswith('VmHWM')]
            cost[int(entry.name)] = ticks, sum(most)
    found, more = {own}, True
    while more:
        new = {pid for pid, parent in parents.items() if parent in found} - found
        found, more = found | new, bool(new)
    return [sum(cost[pid][i] for pid in found) for i in (0, 1)]

name, folder, memory, master = sys.argv[1:]
question, began = library.question(name), time.perf_counter()
with in_spark(folder, master) if master else in_duckdb(folder, memory=memory or None) as engine:
    rows = sum(1 for _ in asked(question, engine, bind(question, {})).rows)
    print(json.dumps([time.perf_counter() - began, *family(os.getpid()), rows]))
"""


def measure(name: str, folder: Path, memory: str, master: str) -> None:
    """Answer one question in a new process and print what it took."""
    claims = manifest.read(folder).tables["claims"].rows
    command = [sys.executable, "-c", CHILD, name, str(folder), memory, master]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
    told = done.stdout.strip().splitlines()
    if done.returncode or not told:
        print(f"{claims:>12,} {name:<16} ended with {done.returncode}", flush=True)
        return
    passed, worked, most, rows = json.loads(told[-1])
    print(
        f"{claims:>12,} {name:<16} {passed:9.1f} s {worked:9.1f} s cpu {most:8,.0f} MB {rows:>10,} rows"
        f" {worked / claims * 1e6:8.1f} µs cpu a claim",
        flush=True,
    )


def main(arguments: Sequence[str] = ()) -> None:
    """Measure."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.analyses", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("folders", type=Path, nargs="+", metavar="DIR")
    parser.add_argument("--questions", nargs="+", choices=IN_SQL, default=IN_SQL)
    parser.add_argument("--memory", default="", help="the most that DuckDB may take, such as 16GB")
    parser.add_argument("--spark", default="", metavar="MASTER", help="a cluster of Spark instead of DuckDB")
    given = parser.parse_args(arguments)
    for name in given.questions:
        for folder in given.folders:
            measure(name, folder, given.memory, given.spark)


if __name__ == "__main__":
    main(sys.argv[1:])
