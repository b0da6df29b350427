"""`docs/reliability.md`: what a run of the campaign tried, what came of it, and what it does not show."""

from __future__ import annotations

import platform
import re
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from tests.campaign.table import PARTS, Count

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
INTRO = """# What it stands

Generated from a run of the campaign: `KG_UPDATE_DOCS=1 make campaign` renews it. `make test-all` runs
the campaign, too, and prints the same table.

A graph of claims is only worth something if it is whole, and if whoever asks gets the answer that the
facts give or none. So every run of all tests kills, damages, starves and attacks the program, and counts:

- **lost**: what was there before is not any more;
- **torn**: something between two states is left and does not say so;
- **wrong**: an answer that the facts do not give, or an end without a message of ours.

"""
LIMITS = """## What it does not show

- **Power that fails.** A killed process loses what it holds; what the operating system has taken is
  written all the same. No attempt cuts the power or crashes the kernel, and no disk lies about what it
  has written.
- **Other systems.** It runs on Linux, on local disks. Network file systems have other locks; Windows and
  macOS are not in it.
- **More than one damage.** One bit is turned over at a time. A store that somebody forges on purpose is
  read by native code with your rights: take facts of others as lines of JSON, not as a store.
- **Neo4j itself.** Clients are killed, not the server; what a server has committed is its own promise.
- **Everything.** Moments, bits and sizes are drawn by chance. The seed stands beside each part in the
  printed table; `KG_CAMPAIGN_SEED=... make campaign` draws the same again, though no two runs are equally
  fast.
"""
ROW = re.compile(r"^\| (?P<title>[^|]+) \| (?P<numbers>[\d,]+ \| [\d,]+ \| [\d,]+ \| [\d,]+) \|$", re.M)
MADE = re.compile(r"^Counted with .*$", re.M)


def made_with() -> str:
    """Return the line that says what the numbers were counted with."""
    from kg.server import release_named
    from tests.servers import RELEASES

    names = {"kg": "kg-arms", "grafeo": "grafeo", "the Neo4j driver": "neo4j"}
    parts = [f"{name} {version(package)}" for name, package in names.items()]
    parts += [f"Neo4j {release_named(RELEASES[0]).version}"]
    return f"Counted with {', '.join(parts)} and Python {platform.python_version()}, on {platform.system()}."


def page(counts: Mapping[str, Count], made: str) -> str:
    """Return the page of the counts of all parts."""
    rows = [
        f"| {PARTS[part].title} | {count.tried:,} | {count.lost:,} | {count.torn:,} | {count.wrong:,} |"
        for part, count in counts.items()
    ]
    table = "\n".join(["| | tried | lost | torn | wrong |", "| --- | ---: | ---: | ---: | ---: |", *rows])
    hows = "\n".join(f"- **{part.title}**: {part.how}" for part in PARTS.values())
    return f"{INTRO}{table}\n\n{made}\n\n## What one attempt is\n\n{hows}\n\n{LIMITS}"


def counts_of(text: str) -> dict[str, Count]:
    """Return the counts that a page shows."""
    parts = {part.title: key for key, part in PARTS.items()}
    found = {}
    for row in ROW.finditer(text):
        tried, lost, torn, wrong = (int(cell.replace(",", "")) for cell in row["numbers"].split(" | "))
        key = parts[row["title"]]
        found[key] = Count(key, 0, tried, lost, torn, wrong)
    return found
