"""The next edition of a table: what is new in it, what changed, what it says again, what it no longer has.

A claim that stands in both editions is one claim with two citations. What changed is a new claim of the same
speaker. A row that is gone is no retraction: nobody said anything.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from kg.errors import Problem, SeedError, number_of
from kg.model.kinds import registry
from kg.model.span import Span
from kg.sources import imports
from kg.sources.fingerprint import IMPORTED, is_import
from kg.sources.json_places import LineNode
from kg.sources.located import Seeds, Written
from kg.sources.texts import digest

LONGEST = 80
"""Characters of an id."""
EXAMPLES = 3
"""Claims that are named of each sort."""
_CLAIMED = (
    "topic stance facet firsthand speaker speakers stated_in about mentions quantity when place hedge"
    " relays answers"
).split()
"""The fields that make another claim of it; another note or other words do not."""


@dataclass
class Difference:
    """What an edition says, against those before it.

    Attributes:
        earlier: ids of the documents of those.
        new: ids of claims that they did not have.
        changed: ids of claims that they have otherwise, each with the id of the new one.
        same: ids of claims that they have, too.
        vanished: ids of claims that they have and this one does not.
    """

    earlier: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    changed: dict[str, str] = field(default_factory=dict)
    same: list[str] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """Yield it in plain sentences; nothing where there is no earlier edition."""
        if not self.earlier:
            return
        yield f"against {', '.join(self.earlier)}:"
        sorts = (
            (self.new, "new"),
            (list(self.changed.values()), "changed, each a new claim beside the old one"),
            (self.same, "as before, now with a second citation"),
            (self.vanished, "no longer in the table, which takes nothing back"),
        )
        for ids, what in sorts:
            shown = f" ({', '.join(ids[:EXAMPLES])}{', ...' if len(ids) > EXAMPLES else ''})" if ids else ""
            yield f"  {number_of(len(ids), 'claim')} {what}{shown}"


@dataclass(frozen=True)
class _Old:
    """A fact of an earlier edition, and the document of that."""

    document: str
    item: Written

    @property
    def line(self) -> dict[str, Any]:
        """The fact in the form of its line."""
        assert isinstance(self.item.node, LineNode)
        fact: dict[str, Any] = json.loads(self.item.node.text)
        return fact

    def cites(self, document: str) -> bool:
        """Return whether the fact cites a document."""
        return any(citation.document == document for citation in getattr(self.item.value, "cited", ()))


class Editions:
    """Compares the facts of a table with those that earlier editions brought into a corpus.

    Attributes:
        difference: what was found; complete when all facts were taken.
    """

    def __init__(self, seeds: Seeds, document: dict[str, Any]) -> None:
        """Arrange what the corpus has.

        Args:
            seeds: the corpus.
            document: the document that the table is, in the form of the facts.
        """
        self.difference = Difference()
        self._document, self._day = str(document["id"]), str(document["published"])
        published = {f.id: f.published.text for f in seeds.facts if f.KIND == "document"}  # type: ignore[attr-defined]
        self._days: dict[str, str] = {}
        self._old: dict[str, _Old] = {}
        self._own: dict[str, list[dict[str, Any]]] = {}
        self._before: dict[str, _Old] = {}
        self._elsewhere: dict[str, _Old] = {}
        self._now: dict[str, str] = {}
        self._touched: set[str] = set()
        self._cited: dict[str, list[dict[str, Any]]] = {}
        self._periods: dict[str, str] = {}
        every = [_Old(_import_of(item.file), item) for item in seeds.located]
        again = any(old.document == self._document for old in every)
        extended = {old.document for old in every if old.cites(self._document)}
        for old in every:
            item, other = old.item, old.document
            role = item.model.ROLE
            if role not in ("event", "claim"):
                continue
            day = published.get(other, "9")
            same_day = day == self._day and (not again or other in extended)
            if other == self._document:
                if len(getattr(item.value, "cited", ())) > 1:
                    self._own[item.id] = [c for c in old.line["citations"] if c["document"] != other]
                elif role == "event":
                    self._before[item.id] = old
            elif other and (day < self._day or same_day):
                self._days[other] = day
                self._old[item.id] = old
            else:
                self._elsewhere[item.id] = old

    def facts(self, new: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """Yield the facts that the import of this edition holds: what the corpus lacks.

        Args:
            new: all facts of the table, each behind those that it names.

        Raises:
            SeedError: a claim is in a later edition, or its id is taken.
        """
        for fact in new:
            role = registry()[fact["type"]].ROLE
            if role == "claim":
                yield from self._claim(fact)
            elif role != "event" or self._is_new(fact):
                yield fact
        files = {self._old[id].document for id in self._touched}
        self.difference.earlier = sorted(files, key=lambda name: self._days[name])
        days = {self._days[name] for name in files}
        editions = {name for name in files if _series(name) == _series(self._document)}
        self.difference.vanished = [
            id
            for id, old in self._old.items()
            if old.document in editions and old.item.model.ROLE == "claim" and id not in self._touched
            if not any(successor(id, day) in self._old for day in days)
        ]

    def _claim(self, fact: dict[str, Any]) -> Iterator[dict[str, Any]]:
        fact = {
            **fact,
            **{name: [self._now.get(id, id) for id in fact[name]] for name in ("relays", "answers")},
        }
        id = fact["id"]
        chain = [id, *(successor(id, day) for day in sorted(set(self._days.values())))]
        before = [name for name in chain if name in self._old]
        self._touched |= {*before}
        if not before:
            self.difference.new.append(id)
        elif _claimed(self._old[before[-1]].line) == _claimed(fact):
            self._now[id] = before[-1]
            self._cited[before[-1]] = fact["citations"]
            self.difference.same.append(before[-1])
            return
        else:
            self._now[id] = self.difference.changed[before[-1]] = successor(id, self._day)
        fact["id"] = self._now.get(id, id)
        if taken := self._elsewhere.get(fact["id"]):
            raise SeedError(_taken(fact["id"], taken))
        fact["citations"] = fact["citations"] + self._own.get(fact["id"], [])
        yield fact

    def _is_new(self, event: dict[str, Any]) -> bool:
        """Return whether the corpus lacks an event; else its period becomes as wide as the editions say."""
        if self._own and (again := self._before.get(event["id"])):  # a later edition may have widened it
            event |= {"period": p} if (p := widest(again.line.get("period"), event.get("period"))) else {}
        old = self._old.get(event["id"])
        if old is not None:
            before = old.line.get("period")
            period = widest(before, event.get("period"))
            if period and period != before:
                self._periods[event["id"]] = period
        return old is None and event["id"] not in self._elsewhere

    def rewrite(self, folder: Path) -> list[Path]:
        """Write into the imports of earlier editions what this one adds: citations, wider periods.

        Args:
            folder: of the seeds.

        Returns:
            The files that changed. Each is written whole or not at all.
        """
        changed = {self._old[id].document for id in (*self._cited, *self._periods)}
        changed |= {old.document for old in self._old.values() if old.cites(self._document)}
        return [imports.write(folder, name, self._amended(folder, name)).path for name in sorted(changed)]

    def _amended(self, folder: Path, document: str) -> Iterator[dict[str, Any]]:
        for fact in without(imports.place(folder, document), self._document):
            if fact["id"] in self._periods:
                fact["period"] = self._periods[fact["id"]]
            if fact["id"] in self._cited:
                fact["citations"] += self._cited[fact["id"]]
            yield fact


def cites(path: Path, document: str) -> bool:
    """Return whether a fact of an import cites a document."""
    return any(
        one["document"] == document for fact in imports.facts(path) for one in fact.get("citations", ())
    )


def without(path: Path, document: str) -> Iterator[dict[str, Any]]:
    """Yield the facts of an import without their citations of a document."""
    for fact in imports.facts(path):
        if "citations" in fact:
            fact["citations"] = [one for one in fact["citations"] if one["document"] != document]
        yield fact


def successor(id: str, day: str) -> str:
    """Return the id of the claim that an edition has in the place of an earlier one.

    Example:
        >>> successor("sipri-90001-delivered", "2026-03-12")
        'sipri-90001-delivered-20260312'
    """
    end = f"-{day.replace('-', '')}"
    if len(id) + len(end) > LONGEST:
        end = f"-{digest(id)[:6]}{end}"
    return id[: LONGEST - len(end)].rstrip("-") + end


def widest(one: str | None, other: str | None) -> str | None:
    """Return the span that holds two spans, as far as their texts say it; the first one where they do not.

    Example:
        >>> widest("2019/2022", "2019/2023"), widest("2019", "2020/.."), widest(None, "2020")
        ('2019/2023', '2019/..', '2020')
    """
    if not one or not other:
        return one or other
    spans = [Span.model_validate(text) for text in (one, other)]
    if any(span.marked for span in spans):
        return one
    left = min(spans, key=lambda span: span.first or date.min)
    right = max(spans, key=lambda span: span.last or date.max)
    if left is right:
        return left.text
    lower, upper = left.text.split("/")[0], right.text.split("/")[-1]
    return lower if lower == upper else f"{lower}/{upper}"


def _import_of(file: str) -> str:
    """Return the document of an import by its file; empty for another file of seeds."""
    return PurePath(file).name.removesuffix(IMPORTED) if is_import(file) else ""


def _taken(id: str, by: _Old) -> Problem:
    """Say which claim has the id of one of this table, and what to do about it."""
    place = by.item.place("id")
    if not by.document:
        todo = "rename that one, or delete it"
        what = f"the id '{id}' of a claim of this table is taken"
        return Problem(what, place, "an id of its own", todo=todo)
    return Problem(
        f"claim '{id}' of this table is in the later edition '{by.document}'",
        place,
        "editions in the order of their days",
        todo=f"take that one back ('kg import --take-back {by.document}'), import this one, then that one",
    )


def _series(document: str) -> str:
    """Return what the editions of one table are all called."""
    return re.sub("[0-9]+", "", document)


def _claimed(fact: Mapping[str, Any]) -> list[Any]:
    return [fact.get(name) or None for name in _CLAIMED]
