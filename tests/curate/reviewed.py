"""The corpus that comes with kg as a copy with texts of our own, for what needs a text of each document."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from kg import paths
from kg.curate.reviews.record import Reviewer, record
from kg.model.kinds.claim import Claim
from kg.sources.located import Located
from kg.sources.seeds import load

_SPAN = re.compile(
    r"(document: (?P<document>[\w-]+), (?:[\w-]+: [^,}]+, )*?)"
    r"paragraph: (?P<paragraph>\d+), start: (?P<start>\d+), end: (?P<end>\d+)"
    r"(?P<more>[^\n]*?), sha256: [0-9a-f]{64}"
)


def copied(folder: Path) -> Path:
    """Make the copy: the facts with citations of texts that say nothing, and the texts."""
    seeds, texts = folder / "seeds", folder / "texts"
    shutil.copytree(paths.seeds(), seeds)
    texts.mkdir()
    (folder / "kg.toml").write_text('title = "A copy"\ntexts = ["texts"]\n', encoding="utf-8")
    files = {path: path.read_text("utf-8") for path in seeds.rglob("*.yaml")}
    ends: dict[str, dict[int, int]] = {}
    for found in (found for text in files.values() for found in _SPAN.finditer(text)):
        own = ends.setdefault(found["document"], {})
        number = int(found["paragraph"])
        own[number] = max(own.get(number, 0), int(found["end"]))

    def ours(found: re.Match[str]) -> str:
        number, start, end = (int(found[name]) for name in ("paragraph", "start", "end"))
        words = _line(number, ends[found["document"]][number])[start:end]
        place = f"paragraph: {number}, start: {start}, end: {end}"
        return f"{found[1]}{place}{found['more']}, sha256: {sha256(words.encode()).hexdigest()}"

    for path, text in files.items():
        path.write_text(_SPAN.sub(ours, text), encoding="utf-8", newline="\n")
        for id_, file in re.findall(r"^- id: (\S+)\n(?:  .*\n)*?  file: (\S+)$", text, re.M):
            own = ends.get(id_, {})
            lines = (_line(number, own.get(number, 1)) for number in range(1, max(own, default=0) + 1))
            (texts / file).write_text("\n".join(lines), encoding="utf-8")
    return seeds


def _line(number: int, length: int) -> str:
    """Return a paragraph that says nothing."""
    return (f"{chr(ord('a') + number % 26)}o " * length)[:length].rstrip().ljust(length, "x")


def accept(seeds: Path, items: Sequence[Located[Claim]], who: Reviewer) -> list[Path]:
    """Accept some claims."""
    return record(items, load(seeds), seeds, who, "accepted")
