"""Pass 1: every line checked and turned into rows on disk, every reference resolved."""

from __future__ import annotations

import marshal
from collections import ChainMap
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from kg.load.stream.faults import Faults
from kg.load.stream.known import Known, Light, light_claim
from kg.load.stream.relayed import Print, Relayed
from kg.load.stream.scratch import Scratch
from kg.load.stream.spool import Spool, packed, part_of
from kg.model import WITHDRAWN
from kg.model.citation import Citation
from kg.model.convert import rows_for
from kg.model.derived import copies, corrected_by, published, taken_back_by
from kg.model.kinds import Fact, registry
from kg.model.quantity import COUNTED
from kg.model.rows import EdgeRow
from kg.model.together import together
from kg.sources.across import faults, waits
from kg.sources.json_lines import decoded, nothing, parsed
from kg.sources.lines import Source
from kg.sources.located import Located, Written
from kg.sources.references import counted, named, references

STANDING = len(registry())
KINDS = (*registry(), *registry())
"""Kinds by number, as records name them: first of what stands, from `STANDING` on of what we took back."""
_NUMBER = {kind: number for number, kind in enumerate(registry())}
_LABELS = (
    *(frozenset(model.LABELS) for model in registry().values()),
    *[frozenset({WITHDRAWN})] * STANDING,
)
_BARE = 3
"""Properties of an edge that may hold a day, at least: all have a key, listed ones a position."""
_CLAIM = ("Claim",)
_PART = 8 * 2**20
"""Bytes of text that make a partition, about."""


Made = tuple[int, tuple[int, dict[str, Any], tuple[str, ...]], list[str], list[Any], bytes, int]
"""Of a claim: its line, the record of its node, what it relays, its references, its edges and how many."""


def _packed(edges: list[EdgeRow]) -> list[tuple[Any, ...]]:
    return [
        (kind, start, end, own, ()) if len(own) < _BARE else (kind, start, end, *packed(own))
        for kind, start, end, _, own in edges
    ]


def _number(written: Written) -> int:
    return _NUMBER[written.model.KIND] + STANDING * written.withdrawn


class FileRows:
    """One file, read once.

    Attributes:
        nodes: records `(kind number, properties, names of days)` of all nodes, by id.
        edges: records `[(type, start, end, properties, names of days)]` of what each fact declares, by its
            id.
        edge_count: how many edges there are.
        ids: records `(id, kind number, line)` of what has an id, by id.
        faults: what is wrong.
        known: all facts but claims, as others look them up; kept where something is wrong.
        lookup: these, and claims that are about claims with those that they are about.
    """

    def __init__(self, source: Source, scratch: Scratch) -> None:
        """Start without rows; see `read`."""
        self.source = source
        self.parts: int = min(1024, max(16, source.size * (8 if source.packed else 1) // _PART))
        self.faults: Faults = Faults()
        self.edge_count: int = 0
        self.nodes: Relayed = Relayed(scratch.spool("nodes", self.parts), scratch)
        self.edges: Spool = scratch.spool("edges", self.parts)
        self.ids: Spool = scratch.spool("ids", self.parts)
        self._references = scratch.spool("references", self.parts)
        self._late = scratch.spool("late")
        self.known: Known = scratch.known()
        self.lookup: Mapping[str, Any] = self.known
        self._unfit: set[str] = set()

    def finish(self) -> None:
        """Check the facts that wait for others, turn them into rows, and resolve every reference."""
        if not self.ids.count and not self.faults.count:
            self.faults.here(nothing(self.source.name))
        self._look_up_claims()
        for number, line, _, _ in self._late:
            written = parsed(line.decode(), self.source.name, number)[0]
            assert isinstance(written, Located)
            self._rows(written.fact, number)
        self._late.close()
        for part in range(self.parts):
            self._resolve(part)
        self._references.close()
        if self.faults.count:
            return
        self.nodes.join(self._printed)
        self.known.close()
        for edge in self.nodes.rooted():
            record = edge.type, edge.start, edge.end, *packed(edge.properties)
            self.edges.add(part_of(edge.start, self.parts), [record])
            self.edge_count += 1

    def _look_up_claims(self) -> None:
        """Let claims that are about claims, and those that they are about, be looked up, too."""
        abouts = {id: a for _, _, id, a in self._late if a is not None and a not in self.known}
        told: dict[str, Light] = {id: light_claim(None) for id in self._claims(set(abouts.values()))}
        told |= {id: light_claim(about) for id, about in abouts.items()}
        if told:
            self.lookup = ChainMap(told, self.known)

    def _claims(self, ids: set[str]) -> Iterator[str]:
        """Yield those of some ids that are claims which can be read."""
        for part in {part_of(id, self.parts) for id in ids}:
            for id, kind, _ in self.ids.part(part):
                if id in ids and KINDS[kind] == "claim" and id not in self._unfit:
                    yield id

    def line(self, number: int, line: bytes) -> bool:
        """Read one line; return whether it is a claim of which everything is known."""
        written, problems = decoded(line, self.source.name, number)
        self.faults.here(*problems)
        if written is None:
            self.faults.unread(line)
            return False
        fact = written.value if isinstance(written, Located) else None
        if id := written.id if fact is None else fact.id:
            self.ids.add(part_of(id, self.parts), (id, _number(written), number))
        ready = self._resolved(written, number)
        if fact is None:
            self._unfit.add(id)
            return False
        is_claim = written.model.KIND == "claim"
        if not is_claim and not written.withdrawn:
            self.known.add(fact)
        if ready:
            self._rows(fact, number)
        else:
            self._late.add(0, (number, line, id, getattr(fact, "about", None)))
        return ready and is_claim

    def made(self, number: int, line: bytes) -> Made | None:
        """Return what becomes of a claim that is right and needs nothing but what is known, else None."""
        written, problems = decoded(line, self.source.name, number)
        if problems or not isinstance(written, Located) or written.model.KIND != "claim" or written.withdrawn:
            return None
        claim, unknown = written.fact, list[tuple[str, tuple[str, ...], int, bool]]()
        for other, labels in named(claim):
            target = self.known.get(other)
            if target is None and labels == _CLAIM:
                unknown.append((other, labels, number, True))
            elif target is None or not any(label in target.LABELS for label in labels):
                return None
        if waits(claim) or taken_back_by(claim) or self._misnamed(claim) or any(faults(claim, self.known)):
            return None
        unknown += [(other, COUNTED, number, False) for _, other in counted(claim)]
        node, edges = rows_for(claim, self.known)
        record = _NUMBER["claim"], *packed(node.properties)
        return number, record, claim.relays, unknown, marshal.dumps(_packed(edges)), len(edges)

    def take(self, made: Made) -> None:
        """Take in what `made` has returned."""
        number, record, relays, unknown, edges, count = made
        id = record[1]["id"]
        part = part_of(id, self.parts)
        self.ids.add(part, (id, record[0], number))
        for reference in unknown:
            self._references.add(part_of(reference[0], self.parts), reference)
        self.nodes.add(part, record, relays)
        self.edges.add_dumped(part, edges)
        self.edge_count += count

    def _resolved(self, written: Written, number: int) -> bool:
        """Check the references whose target is known, and keep the others for later.

        Returns:
            False when rows must wait.
        """
        late = isinstance(written, Located) and not written.withdrawn and waits(written.fact)
        is_claim, named_together = written.model.KIND == "claim", bool(together(written.model))
        names = (
            named(written.fact)
            if isinstance(written, Located)
            else ((other, labels) for _, other, labels in references(written.model, written.value))
        )
        known, taken_back = self.known.get, written.withdrawn
        for other, labels in names:
            if taken_back:
                self._references.add(part_of(other, self.parts), (other, (*labels, WITHDRAWN), number, True))
                continue
            target = known(other)
            if target is None:
                self._references.add(part_of(other, self.parts), (other, labels, number, True))
                late |= named_together or (is_claim and labels != _CLAIM)
            elif labels[0] not in target.LABELS and not any(label in target.LABELS for label in labels):
                self.faults.across(number)
        for _, other in counted(written.value):
            self._references.add(part_of(other, self.parts), (other, COUNTED, number, False))
        return not late

    def _rows(self, fact: Fact, number: int) -> None:
        for _ in faults(fact, self.lookup):
            self.faults.across(number)
        if self.faults.count or self._misnamed(fact):
            return  # nothing will be written
        node, edges = rows_for(fact, self.known)
        part = part_of(node.id, self.parts)
        self.nodes.add(
            part,
            (_NUMBER[fact.KIND] + STANDING * (WITHDRAWN in node.labels), *packed(node.properties)),
            getattr(fact, "relays", ()),
            taken := taken_back_by(fact),
            corrected_by(fact, self.known) if taken else (),
        )
        self.edges.add(part, _packed(edges))
        self.edge_count += len(edges)

    def _printed(self, part: int, claims: Collection[str]) -> dict[str, list[Print]]:
        """Return where some claims of one partition are printed."""
        found: dict[str, set[str]] = {}
        for edges in self.edges.part(part):
            for type_, start, end, *_ in edges:
                if type_ == Citation.EDGE and start in claims:
                    found.setdefault(start, set()).add(end)
        return {
            claim: [
                (day.toordinal(), copies(d, self.known))
                for d in documents
                if (day := published(d, self.known)) is not None
            ]
            for claim, documents in found.items()
        }

    def _misnamed(self, claim: Any) -> bool:
        """Return whether a claim cites what is no document, which `_resolve` will tell."""
        for citation in getattr(claim, "cited", ()):
            known = self.known.get(citation.document)
            if known is not None and known.published is None:
                return True
        return False

    def _resolve(self, part: int) -> None:
        """Find ids that stand twice, and references to what is not there, in one partition."""
        kinds: dict[str, int] = {}
        for id, kind, line in self.ids.part(part):
            if id in kinds:
                self.faults.across(line)
            else:
                kinds[id] = kind
        for other, labels, line, needed in self._references.part(part):
            target = kinds.get(other)
            if target is not None:
                fits = not _LABELS[target].isdisjoint(labels)
            else:
                fits = not needed or other in self.faults.lost or self.faults.blind
            if not fits:
                self.faults.across(line)
