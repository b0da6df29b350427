"""Pass 1: every line checked and turned into rows on disk, every reference resolved."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import batched, compress
from typing import Any

from kg.load.stream.claim_rows import CLAIM, ClaimRows, Made, Reference
from kg.load.stream.faults import Faults
from kg.load.stream.known import Known, Light, light_claim
from kg.load.stream.outlines import Outlines
from kg.load.stream.relayed import Print, Relayed, Said, said
from kg.load.stream.row_spools import Edges
from kg.load.stream.scratch import Scratch
from kg.load.stream.spool import Bunches, part_of
from kg.model import WITHDRAWN
from kg.model.citation import Citation
from kg.model.convert import node_properties, other_edges, ways
from kg.model.derived import copies, corrected_by, published, taken_back_by
from kg.model.kinds import Fact, registry
from kg.model.kinds.claim import Claim
from kg.model.quantity import COUNTED
from kg.model.together import together
from kg.sources.across import faults, waits
from kg.sources.json_lines import decoded, nothing, parsed, right
from kg.sources.lines import Source
from kg.sources.located import Located
from kg.sources.references import counted, named, references

STANDING = len(registry())
KINDS = (*registry(), *registry())
"""Kinds by number, as records name them: first of what stands, from `STANDING` on of what we took back."""
_NUMBER = {kind: number for number, kind in enumerate(registry())}
_LABELS = (
    *(frozenset(model.LABELS) for model in registry().values()),
    *[frozenset({WITHDRAWN})] * STANDING,
)
_PART = 8 * 2**20
"""Bytes of text that make a partition, about."""

_AT_A_TIME = 64
"""Lines that become facts, and then rows, together."""
Line = tuple[int, bytes]
"""A line with its number."""


class FileRows:
    """One file, read once.

    Attributes:
        outlines: what the records of nodes and edges leave out.
        nodes: all nodes, by id.
        edges: lists of the edges that each fact declares, by its id.
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
        self.outlines: Outlines = Outlines()
        self.nodes: Relayed = Relayed(scratch.spool("nodes", self.parts), scratch, self.outlines)
        self.edges: Edges = Edges(scratch.spool("edges", self.parts), self.outlines)
        self.ids: Bunches = Bunches(scratch.spool("ids", self.parts))
        self._references = Bunches(scratch.spool("references", self.parts))
        self._late = scratch.spool("late")
        self.known: Known = scratch.known()
        self.lookup: Mapping[str, Any] = self.known
        self._claim_rows = ClaimRows(self.known, self.nodes, self.edges)
        self._unfit: set[str] = set()

    def finish(self) -> None:
        """Check the facts that wait for others, turn them into rows, and resolve every reference."""
        if not self.ids.count and not self.faults.count:
            self.faults.here(nothing(self.source.name))
        self._look_up_claims()
        for number, line, _, _ in self._late:
            written = parsed(line.decode(), self.source.name, number)[0]
            assert isinstance(written, Located)
            self._rows(written.fact, number, part_of(written.id, self.parts))
        self._late.close()
        for part in range(self.parts):
            self._resolve(part)
        self._references.close()
        if self.faults.count:
            return
        self.nodes.join(self._printed)
        self.known.close()
        for edge in self.nodes.rooted():
            own = edge.type, edge.start, edge.end, edge.properties
            self.edges.add(part_of(edge.start, self.parts), self.edges.packed([], [own]))
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
                if id in ids and KINDS[kind] == Claim.KIND and id not in self._unfit:
                    yield id

    def line(self, number: int, line: bytes) -> bool:
        """Read one line; return whether it is a claim of which everything is known."""
        fact = right(line)
        if fact is None or getattr(fact, "withdrawn", None):
            return self._looked_at(number, line)
        return self._taken_in(fact, number, line)

    def made(self, lines: Sequence[Line]) -> list[Made | None]:
        """Return what becomes of lines with claims that need nothing but what is known; None of others."""
        made: list[Made | None] = []
        for some in batched(lines, _AT_A_TIME):
            facts = [right(line) for _, line in some]
            claims = [fact is not None and fact.KIND == Claim.KIND for fact in facts]
            numbered = zip((number for number, _ in some), facts, strict=True)
            rows = iter(self._claim_rows.made(list(compress(numbered, claims))))
            made += [next(rows) if claim else None for claim in claims]
        return made

    def take(self, lines: Sequence[Line], made: Iterable[Made | None]) -> None:
        """Take in lines, of which `made` has returned this, here or in another process."""
        for (number, line), rows in zip(lines, made, strict=True):
            if rows is None:
                self.line(number, line)
            else:
                self._take(*rows)

    def _looked_at(self, number: int, line: bytes) -> bool:
        """Read a line of what we took back, or with which something may be wrong."""
        written, problems = decoded(line, self.source.name, number)
        self.faults.here(*problems)
        if written is None:
            self.faults.unread(line)
            return False
        if isinstance(written, Located) and not written.withdrawn:
            return self._taken_in(written.fact, number, line)
        if written.id:
            kind = _NUMBER[written.model.KIND] + STANDING * written.withdrawn
            self.ids.add(part_of(written.id, self.parts), (written.id, kind, number))
        if isinstance(written, Located):
            self._resolved(written.fact, named(written.fact), number, taken_back=True)
            self._rows(written.fact, number, part_of(written.id, self.parts))
        else:
            names = ((other, labels) for _, other, labels in references(written.model, written.value))
            self._resolved(written.value, names, number, taken_back=written.withdrawn)
            self._unfit.add(written.id)
        return False

    def _taken_in(self, fact: Fact, number: int, line: bytes) -> bool:
        """Take in a fact that stands and is right by itself; return whether it is a claim with rows."""
        part, is_claim = part_of(fact.id, self.parts), fact.KIND == Claim.KIND
        self.ids.add(part, (fact.id, _NUMBER[fact.KIND], number))
        whole = self._resolved(fact, named(fact), number)
        if not is_claim:
            self.known.add(fact)
        if waits(fact) or (not whole and (is_claim or together(type(fact)))):
            self._late.add(0, (number, line, fact.id, getattr(fact, "about", None)))
            return False
        self._rows(fact, number, part)
        return is_claim

    def _take(
        self, number: int, node: bytes, told: Any, edges: bytes, count: int, unknown: list[Reference]
    ) -> None:
        """Take in the rows of a claim."""
        claim = Said._make(told)
        part = part_of(claim.id, self.parts)
        self.ids.add(part, (claim.id, _NUMBER[Claim.KIND], number))
        for reference in unknown:
            self._references.add(part_of(reference[0], self.parts), reference)
        self.nodes.add(part, node, claim)
        self.edges.add(part, edges)
        self.edge_count += count

    def _resolved(
        self, fact: Any, names: Iterable[tuple[str, tuple[str, ...]]], number: int, taken_back: bool = False
    ) -> bool:
        """Check the references whose target is known, and keep the others for later.

        Args:
            fact: the fact, or what was written as one.
            names: what it names, with the labels of which each must have one.
            number: of its line.
            taken_back: it need not fit; what it names must be there, taken back or not.

        Returns:
            Whether all that it names is known, claims apart.
        """
        known, whole = self.known.get, True
        for other, labels in names:
            target = None if taken_back else known(other)
            if target is None:
                wanted = (*labels, WITHDRAWN) if taken_back else labels
                self._references.add(part_of(other, self.parts), (other, wanted, number, True))
                whole &= labels == CLAIM
            elif labels[0] not in target.LABELS and not any(label in target.LABELS for label in labels):
                self.faults.across(number)
        for _, other in counted(fact):
            self._references.add(part_of(other, self.parts), (other, COUNTED, number, False))
        return whole

    def _rows(self, fact: Fact, number: int, part: int) -> None:
        for _ in faults(fact, self.lookup):
            self.faults.across(number)
        if self.faults.count or self._misnamed(fact):
            return  # nothing will be written
        node, claim, edges, count = self._packed(fact)
        taken = taken_back_by(fact)
        corrected = corrected_by(fact, self.known) if taken else ()
        self.nodes.add(part, node, claim, taken, corrected)
        self.edges.add(part, edges)
        self.edge_count += count

    def _packed(self, fact: Any) -> tuple[bytes, Said | None, bytes, int]:
        """Return the node of a fact, what is remembered of a claim, its edges and how many."""
        properties = node_properties(fact, self.known)
        if getattr(fact, "withdrawn", None):
            return self.nodes.packed(WITHDRAWN, properties), None, self.edges.packed((), ()), 0
        bare, others = ways(fact), other_edges(fact, self.known)
        claim = said(properties, fact.relays) if fact.KIND == Claim.KIND else None
        node, edges = self.nodes.packed(fact.LABELS[-1], properties), self.edges.packed(bare, others)
        return node, claim, edges, len(bare) + len(others)

    def _printed(self, part: int, claims: Collection[str]) -> dict[str, list[Print]]:
        """Return where some claims of one partition are printed."""
        found: dict[str, set[str]] = {}
        for edges in self.edges.part(part):
            for type_, start, end, _ in edges:
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
