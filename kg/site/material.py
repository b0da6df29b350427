"""Everything that the pages show, read and analysed once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from hashlib import sha256

from kg.analysis.belonging import EVER, Belonging
from kg.analysis.drift import Change, drift
from kg.analysis.echoes import RelayPattern, echoes
from kg.analysis.figure_status import FigureStanding, figure_status
from kg.analysis.live_claims import withdrawn
from kg.analysis.noted import Noted
from kg.analysis.relays import terminals
from kg.analysis.revisions import Step, timeline
from kg.analysis.roots import Support, roots
from kg.analysis.status import Standing, history, status
from kg.analysis.votes import Ballots
from kg.analysis.world import World
from kg.findings.held_back import told
from kg.language.interface.words import Words
from kg.model.kinds import Fact
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.kinds.event import Event
from kg.picture.contents import Seen
from kg.picture.looks import voice_of
from kg.picture.out.page.index import Index
from kg.picture.words import ahead
from kg.site.addresses import Addresses, section, stem
from kg.site.asking import Answers
from kg.site.compared import Compared, compared
from kg.site.options import Options
from kg.sources.json_lines import lines
from kg.store import Store

MOST_CLAIMS = 500
"""Claims of one sort that a page shows; `data/claims.csv` has all."""


def hash_of(lines: Iterable[str]) -> str:
    """Return the SHA-256 of a file of lines."""
    total = sha256()
    for line in lines:
        total.update(f"{line}\n".encode())
    return total.hexdigest()


class Material:
    """The facts of a site and what the analyses say of them.

    Attributes:
        options: how the site is built.
        store: holds exactly the facts of the site, for asking presets.
        asked: what the store answered to the questions in Cypher.
        seen: its rows, its world, and what the analyses found, for drawing.
        facts: every fact by id, in the order of ids.
        claims: those that are claims.
        documents: those that are documents.
        index: the rows for following edges both ways.
        lines: every fact as a line of JSON, in the order of `kg export jsonl`.
        addresses: the page of every fact.
    """

    def __init__(
        self, store: Store, seen: Seen, facts: Sequence[Fact], options: Options, asked: Answers
    ) -> None:
        """Arrange what was read; see `kg.site.reading`."""
        self.options, self.store, self.seen, self.asked = options, store, seen, asked
        self.facts: dict[str, Fact] = {fact.id: fact for fact in sorted(facts, key=lambda f: f.id)}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in self.of(Claim)}
        self.documents: dict[str, Document] = {document.id: document for document in self.of(Document)}
        self.index: Index = Index(seen.graph)
        self.lines: list[str] = list(lines(facts))
        pages = {
            i: f"{folder}/{stem(i)}.html"
            for i, n in seen.graph.nodes.items()
            if (folder := section(n.labels))
        }
        self.world: World = seen.world
        self.about: dict[str, list[Claim]] = defaultdict(list)
        self.said_by: dict[str, list[Claim]] = defaultdict(list)
        self.mentioned: dict[str, list[Claim]] = defaultdict(list)
        self.relayed_by: dict[str, list[str]] = defaultdict(list)
        self.answered_by: dict[str, list[str]] = defaultdict(list)
        self.printed: dict[str, list[Claim]] = defaultdict(list)
        self.on_topic: dict[str, list[Claim]] = defaultdict(list)
        self.states: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            self.about[claim.about].append(claim)
            self.on_topic[claim.topic].append(claim)
            if claim.stated_in:
                self.states[claim.stated_in].append(claim)
            for voice in claim.voices or ("",):
                self.said_by[voice].append(claim)
            for other in (*claim.mentions, *filter(None, [claim.place])):
                self.mentioned[other].append(claim)
            for other in claim.relays:
                self.relayed_by[other].append(claim.id)
            for other in claim.answers:
                self.answered_by[other].append(claim.id)
            for document in dict.fromkeys(c.document for c in claim.cited):
                self.printed[document].append(claim)
        for claims in (*self.about.values(), *self.said_by.values(), *self.mentioned.values()):
            claims.sort(key=lambda c: (*c.said.order, c.id))
        homes = {i: claim.about for i, claim in self.claims.items()}
        self.addresses: Addresses = Addresses(pages, homes, set(self._hidden()))

    def _hidden(self) -> Iterator[str]:
        """Yield the claims for which the page of what they are about has no room: see `Cards.every`."""
        for about, claims in self.about.items():
            if len(claims) > MOST_CLAIMS:
                in_groups = isinstance(self.facts.get(about), Event)
                met: Counter[str] = Counter()
                for claim in claims:
                    group = ("gone" if claim.id in self.taken_back else claim.stance) if in_groups else ""
                    met[group] += 1
                    if met[group] > MOST_CLAIMS:
                        yield claim.id

    def of[F: Fact](self, kind: type[F]) -> list[F]:
        """Return the facts of a class, by id."""
        return [fact for fact in self.facts.values() if isinstance(fact, kind)]

    def in_section(self, name: str) -> list[Fact]:
        """Return the facts whose pages are in one folder, by id."""
        return [f for f in self.facts.values() if section(type(f).LABELS) == name]

    def kind(self, id_: str) -> str:
        """Return the label that says the kind of a fact."""
        return self.index.kind(id_)

    def voice(self, id_: str) -> str:
        """Return what a fact counts as when it speaks, empty for what does not."""
        return voice_of(self.kind(id_))

    @property
    def collection(self) -> str:
        """The name of the collection that the site is narrowed to; empty for all."""
        return self.name(self.store.collection)

    def held_back(self, w: Words) -> str:
        """Return the statement of what is held back, as a sentence; empty where nothing may be."""
        said = told(self.store.held_back, w) if self.store.held_back else ""
        return f"{said[:1].upper()}{said[1:]}." if said else ""

    def name(self, id_: str | None) -> str:
        """Return the words for a fact, its id where it is not known; nothing for nobody."""
        if id_ is None:
            return ""
        return self.facts[id_].called(self.options.language) if id_ in self.facts else id_

    def ahead(self, id_: str, w: Words) -> str:
        """Say that an event has not happened, as far as claims say; see `kg.picture.words.ahead`."""
        standing = self.standing.get(id_)
        stage = getattr(self.facts.get(id_), "stage", None)
        return ahead(w, stage, standing.status if standing else "")

    def belongs(self, member: str, actor: str, claim: Claim) -> bool:
        """Return whether an actor belongs to another one on the day on which a claim is said."""
        return actor in self._belonging.direct(member, claim.said.last or EVER)

    @cached_property
    def _belonging(self) -> Belonging:
        return Belonging(self.world)

    def live(self, claims: Iterable[Claim]) -> list[Claim]:
        """Return those of some claims that nobody has taken back."""
        return [claim for claim in claims if claim.id not in self.taken_back]

    @cached_property
    def corpus_hash(self) -> str:
        """SHA-256 of all lines: the hash of the file `data/facts.jsonl`."""
        return hash_of(self.lines)

    @cached_property
    def line_of(self) -> dict[str, str]:
        """The line of each fact."""
        import json

        return {json.loads(line)["id"]: line for line in self.lines}

    @cached_property
    def on_page(self) -> dict[str, list[Claim]]:
        """The claims that stand on each page, by its path."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            path, place, _ = self.addresses.page(claim.id).partition("#")
            if place:
                found[path].append(claim)
        return found

    @cached_property
    def days(self) -> list[date]:
        """The days on which something was published, in order."""
        return sorted({document.day for document in self.documents.values()})

    @property
    def day(self) -> date | None:
        """The day whose knowledge the site shows: the one asked for, else that of the newest document."""
        return self.options.as_of or (self.days[-1] if self.days else None)

    @cached_property
    def standing(self) -> dict[str, Standing]:
        """How things stand with everything that claims are about."""
        return {row.event: row for row in status(self.world)}

    @cached_property
    def ballots(self) -> Ballots:
        """What the claims do to each event."""
        return Ballots(self.world)

    @cached_property
    def figures(self) -> dict[str, list[FigureStanding]]:
        """How things stand with each figure, by event."""
        found: dict[str, list[FigureStanding]] = defaultdict(list)
        for row in figure_status(self.world):
            found[row.event].append(row)
        return found

    @cached_property
    def roots(self) -> dict[str, Support]:
        """What stands behind everything that claims support."""
        return {row.subject: row for row in roots(self.world)}

    @cached_property
    def taken_back(self) -> frozenset[str]:
        """The claims that their own speaker took back."""
        return withdrawn(self.world)

    @cached_property
    def ends(self) -> dict[str, tuple[str, ...]]:
        """The claims at the ends of the chains of each claim."""
        return terminals(self.world.claims, self.world.relays)

    @cached_property
    def compared(self) -> Compared:
        """What figures and denials say about each other, and what was not compared."""
        return compared(self.world)

    @cached_property
    def drift(self) -> dict[str, list[Change]]:
        """What changed on the way, by what the claim told is about."""
        changes: dict[str, list[Change]] = defaultdict(list)
        for change in drift(self.world):
            for about in dict.fromkeys(
                (self.world.claims[change.told].about, self.world.claims[change.source].about)
            ):
                changes[about].append(change)
        return changes

    @cached_property
    def steps(self) -> dict[str, list[Step]]:
        """How the figures moved, by event."""
        steps: dict[str, list[Step]] = defaultdict(list)
        for step in timeline(self.world):
            steps[step.event].append(step)
        return steps

    @cached_property
    def judged(self) -> Noted[tuple[date, Standing]]:
        """On which day status or credibility of an event changed, and what was not looked at."""
        return history(self.world)

    @cached_property
    def history(self) -> dict[str, list[tuple[date, Standing]]]:
        """On which day status or credibility of an event changed."""
        changes: dict[str, list[tuple[date, Standing]]] = defaultdict(list)
        for day, row in self.judged:
            changes[row.event].append((day, row))
        return changes

    @cached_property
    def echoes(self) -> dict[str, list[RelayPattern]]:
        """Reports that share their only root, by what the root is about."""
        findings: dict[str, list[RelayPattern]] = defaultdict(list)
        for echo in echoes(self.world):
            if echo.kind == "echo" and echo.root:
                findings[self.world.claims[echo.root].about].append(echo)
        return findings
