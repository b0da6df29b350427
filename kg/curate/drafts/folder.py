"""The folder `drafts/` of a corpus: one file a document, read and written whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.curate.drafts.draft import STATES, Draft, Proposal, State
from kg.curate.drafts.writing import claim_yaml, inline
from kg.errors import CallError, Location, Problem, SeedError
from kg.system.from_here import from_here

HEADER = (
    "# Proposals, no facts: nothing here is in the graph. 'kg draft next' shows them, 'kg draft accept' takes"
    " one.\n"
)
_TRIES = 20
_KEYS = frozenset({"draft", "score", "by", "state", "reason", "why", "claim"})


@dataclass(frozen=True)
class Folder:
    """Where the drafts of a corpus lie.

    Attributes:
        path: the folder; it need not exist.
    """

    path: Path

    def drafts(self, document: str | None = None) -> list[Draft]:
        """Return the drafts of a document, or all, by number.

        Raises:
            SeedError: a file is not as drafts are written.
        """
        names = [name for name in self.documents() if document in (None, name)]
        return sorted((one for name in names for one in self._read(name)), key=lambda draft: draft.number)

    def documents(self) -> list[str]:
        """Return the ids of the documents that have a file of drafts."""
        return sorted(file.stem for file in self.path.glob("*.yaml"))

    def draft(self, number: int) -> Draft:
        """Return one draft.

        Raises:
            CallError: there is none of that number.
        """
        every = {draft.number: draft for draft in self.drafts()}
        if number not in every:
            left = [str(n) for n, draft in every.items() if draft.state == "open"]
            expected = f"one of {', '.join(left[:10])}{' ...' * (len(left) > 10)}" if left else ""
            raise CallError(
                Problem(f"there is no draft {number}", expected=expected, todo="'kg draft list' shows them")
            )
        return every[number]

    def undecided(self, number: int) -> Draft:
        """Return one draft about which nothing was decided.

        Raises:
            CallError: there is none of that number, or it was accepted or rejected.
        """
        draft = self.draft(number)
        if draft.state != "open":
            why = f": {draft.reason}" if draft.reason else ""
            raise CallError(Problem(f"draft {number} was {draft.state} already{why}"))
        return draft

    def change(self, draft: Draft, **changes: Any) -> Draft:
        """Write a draft again with other attributes, such as its state; return it."""
        changed = replace(draft, **changes)
        self._rewrite(
            draft.document,
            lambda there: [changed if one.number == draft.number else one for one in there],
        )
        return changed

    def add(self, document: str, by: str, proposals: Sequence[Proposal]) -> list[Draft]:
        """Write proposals behind the drafts of a document; return them with their numbers."""

        def added(there: list[Draft]) -> list[Draft]:
            last = max((draft.number for draft in (*self.drafts(), *there)), default=0)
            return [*there, *(Draft(last + n, document, by, one) for n, one in enumerate(proposals, 1))]

        return self._rewrite(document, added)[-len(proposals) :] if proposals else []

    def file(self, document: str) -> Path:
        """Return the file of a document's drafts."""
        return self.path / f"{document}.yaml"

    def _rewrite(self, document: str, change: Callable[[list[Draft]], list[Draft]]) -> list[Draft]:
        """Change the drafts of a document and return them; what another process wrote meanwhile stays.

        Raises:
            CallError: other processes never stop writing it.
        """
        from kg.system.atomic_files import write_atomically

        file = self.file(document)
        for _ in range(_TRIES):
            before = file.read_bytes() if file.exists() else b""
            drafts = change(list(self._read(document)))
            text = HEADER + "".join(map(_item, drafts))
            if (file.read_bytes() if file.exists() else b"") == before:
                write_atomically(file, text)
                return drafts
        raise CallError(Problem(f"{file} is being written by others", todo="try again"))

    def _read(self, document: str) -> Iterator[Draft]:
        from kg.sources import yaml_tree

        path = self.file(document)
        if not os.path.lexists(path):  # a link that leads nowhere is refused below
            return
        tree, problems = yaml_tree.read(path, from_here(path), self.path)
        if tree is None or problems:
            raise SeedError(*problems)
        if not isinstance(tree.value, list):
            raise SeedError(
                Problem("the file holds no list", tree.place(()), "drafts that start with '- draft:'")
            )
        numbers: dict[int, Location] = {}
        for index, item in enumerate(tree.value):
            place = tree.place((index,))
            draft = _draft(document, item, place)
            if (first := numbers.setdefault(draft.number, place)) is not place:
                what = f"draft {draft.number} stands twice: {first} has it"
                raise SeedError(Problem(what, place, "a number of its own", todo="give one of them another"))
            yield draft


def folder_of(seeds: str | os.PathLike[str]) -> Folder:
    """Return the drafts that lie beside a folder of seeds."""
    return Folder(Path(os.path.realpath(seeds)).parent / "drafts")


def _item(draft: Draft) -> str:
    fields: dict[str, Any] = {"draft": draft.number, "score": draft.proposal.score, "by": draft.by}
    fields |= {"state": draft.state} if draft.state != "open" else {}
    fields |= {"reason": draft.reason} if draft.reason else {}
    lines = [f"{name}: {inline(value)}" for name, value in fields.items()]
    lines += ["why:", *(f"- {inline(words)}" for words in draft.proposal.why)] if draft.proposal.why else []
    lines += ["claim:", f"  {claim_yaml(draft.claim, '    ')}"]
    return "- " + "\n  ".join(lines) + "\n"


def _draft(document: str, item: Any, where: Location) -> Draft:
    """Return the draft that was written so.

    Raises:
        SeedError: it is none.
    """
    if not isinstance(item, dict) or not _KEYS.issuperset(item) or not isinstance(item.get("claim"), dict):
        raise SeedError(
            Problem(
                "this is no draft",
                where,
                f"draft: with a number, claim: and any of {', '.join(sorted(_KEYS))}",
            )
        )
    number, state, why = item.get("draft"), item.get("state", "open"), item.get("why") or []
    if type(number) is not int or state not in STATES or not isinstance(why, list):
        raise SeedError(
            Problem("this is no draft", where, f"a number, a state of {', '.join(STATES)}, and why: a list")
        )
    cited, quantity = item["claim"].get("cited") or [], item["claim"].get("quantity") or {}
    places = isinstance(cited, list) and all(isinstance(one, dict) for one in cited)
    if not places or not isinstance(quantity, dict):
        raise SeedError(
            Problem("this is no draft", where, "a claim with places below cited: and fields below quantity:")
        )
    kept: State = state
    score = item.get("score")
    proposal = Proposal(item["claim"], score if type(score) is int else 0, tuple(map(str, why)))
    return Draft(number, document, str(item.get("by")), proposal, kept, str(item.get("reason") or ""))
