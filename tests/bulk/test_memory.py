"""Ten times the claims take hardly more memory; measured in processes of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench.generate import generate

CHILD = """
import resource, sys
from kg.load.stream.scratch import Scratch
from kg.load.stream.second import read
from kg.sources.lines import Source
scratch = Scratch()
rows = read(Source.open(sys.argv[1], scratch.path), scratch)
assert not rows.faults.count and rows.nodes.count > 500
scratch.close()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in kilobytes on Linux only")
def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    peaks = []
    for claims in (600, 6_000):
        file = tmp_path / f"{claims}.jsonl"
        file.write_text("\n".join(generate(claims)))
        done = subprocess.run(
            [sys.executable, "-c", CHILD, str(file)], check=True, capture_output=True, text=True
        )
        peaks.append(int(done.stdout) / 1024)
    assert peaks[1] - peaks[0] < 40
