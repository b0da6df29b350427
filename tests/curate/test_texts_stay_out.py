"""The articles are not ours: no file of the repository holds more than a few of their words in a row."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator

from tests.cli.tools import ROOT
from tests.curate.conftest import TEXTS, needs_texts

MOST = 5
NAMES = (
    "carnegie endowment for international peace",
    "institute for the study of war",
    "stiftung wissenschaft und politik",
    "https p dw com p 4asta",
    "center for analyse af strategi og teknologi",
    "sea art ship management opc private limited",
    "how iran ships drones to russia",
)
"""Names, a title and addresses are nobody's text; longer runs that hold one of these count without it."""


def _runs(text: str) -> Iterator[str]:
    whole = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))", "", text.casefold())  # "1 500" is one word
    plain = " ".join(re.findall(r"\w+", whole))
    for number, name in enumerate(NAMES):
        plain = plain.replace(name, f"name{number}")
    words = plain.split()
    for i in range(len(words) - MOST):
        yield " ".join(words[i : i + MOST + 1])


@needs_texts
def test_no_file_copies_an_article() -> None:
    articles = {run for file in TEXTS for run in _runs(file.read_text("utf-8"))}
    assert len(articles) > 1000
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    copies = []
    for name in filter(None, listed.decode().split("\0")):
        path = ROOT / name
        if path.is_file() and path.stat().st_size < 2_000_000:
            copies += [
                f"{name}: {run}"
                for run in _runs(path.read_bytes().decode("utf-8", "replace"))
                if run in articles
            ]
    assert copies == []
