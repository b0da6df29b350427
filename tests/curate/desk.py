"""A small corpus that a test changes at will, and what one check finds in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kg.curate.check.run import check
from tests.cli import corpus as small
from tests.curate.conftest import write

Change = dict[str, Any]
POST, RADIO = "documents/2026-01-05-post.yaml", "documents/2026-01-06-radio.yaml"
LINE = "Alphaland has shipped 40 howitzers to Betaland since March"
"""Words of the third line, where a source of the Post speaks of howitzers."""
AFTER = "citing a harbour pilot who asked not to be named"
"""Later words of that line."""
BEFORE = "Guns by night"
"""Words of the first line."""
NEXT = "There was no shipment"
"""Words of the line after that."""
LAST = "More than 300 engineers"
"""Words of the last line."""


class Desk:
    """A corpus to which a test adds claims, and what one check finds in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.facts = small.facts()

    def change(self, claim: str, **more: Any) -> None:
        """Change some fields of a claim."""
        small.claim(self.facts, claim).update(more)

    def add(self, id: str, phrase: str = LAST, **fields: Any) -> None:
        """Add a claim of the Post that cites a phrase of it."""
        own = {
            "id": id,
            "topic": "arms",
            "stance": "asserts",
            "speaker": "post",
            "said": "2026-01-05",
            "about": "aa-bb-howitzers",
            "paraphrase": f"What is said in {id}.",
            "cited": [small.cite("post-2026-01-05", phrase)],
        }
        self.facts[POST]["claims"].append(own | fields)

    def names(self, plural: str, *items: dict[str, Any]) -> None:
        """Add facts beside those that claims name."""
        self.facts["names.yaml"].setdefault(plural, []).extend(items)

    def found(self, name: str, source: Path | None = None) -> list[str]:
        """Return what one check says, without places and remedies."""
        checked = check(write(self.folder / "seeds", self.facts), source)
        assert [str(f.problem) for f in checked.findings if f.level == "error"] == []
        return [f.problem.what for f in checked.findings if f.rule == name]

    def unnamed(self, name: str, source: Path | None = None) -> list[str]:
        """Return what a check says of the claim `spoken`."""
        return [what for what in self.found(name, source) if "of claim 'spoken'" in what]


def figure(low: int, high: int | None = None, **more: Any) -> Change:
    """Return an exact figure of howitzers, or one between bounds."""
    return {
        "low": low,
        "high": low if high is None else high,
        "unit": "howitzers",
        "mode": "flow",
        "wording": f"{low} howitzers",
    } | more
