"""What a drawing is about: the rows of an answer, the graph around them, and what the analyses say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from typing import Any

from kg.language import ENGLISH
from kg.language.directions import joined
from kg.language.interface.words import Words
from kg.language.title import Title
from kg.model.bounds import single
from kg.model.rows import EdgeRow, Graph, NodeRow
from kg.model.stances import PLAIN, Side, side_of
from kg.model.weighing import JOINT, TAKEN_BACK, WHOLE, paper_of
from kg.picture.figure import Figure, figure_of, has_figure, how_many
from kg.picture.looks import voice_of
from kg.picture.metrics import plain
from kg.picture.node_kinds import NodeKinds
from kg.picture.speaker import Speaker
from kg.picture.words import ahead, day, iso, name_of

Marks = Mapping[str, Mapping[str, Any]]
"""What the analyses say of nodes by id, see `kg.analysis.marking.marks`."""


class Subject:
    """Rows arranged for following edges both ways, in a fixed order.

    Attributes:
        title: the question in words.
        words: the drawing's own words, in its language.
        nodes: the nodes of the answer, by id.
        edges: the edges of the answer whose ends are both there, each once.
        graph: all rows that are known.
        every: all nodes that are known, by id.
        kinds: what kind each of these is.
        as_of: the day of knowledge, empty for all that is known.
        marks: what the analyses found.
        narrow: whether the picture is for paper of 360 pixels, as a phone has it.
        beyond: claims for which the answer has no room.
    """

    def __init__(
        self,
        title: str,
        nodes: Iterable[NodeRow],
        edges: Iterable[EdgeRow],
        context: Graph | None = None,
        *,
        as_of: str = "",
        marks: Marks | None = None,
        language: str = ENGLISH,
        narrow: bool = False,
        beyond: int = 0,
    ) -> None:
        """Arrange the rows; a node or edge that comes twice is kept once.

        Args:
            title: the question in words.
            nodes: of the answer.
            edges: of the answer; those that lack an end are left out.
            context: the graph around the answer, as known on the day; speakers and documents are read from
                it.
            as_of: the day as text.
            marks: by node id.
            language: of the drawing's own words; what comes from the rows stays as it is.
            narrow: whether the picture is for paper of 360 pixels.
            beyond: claims for which the answer has no room.

        Raises:
            CallError: there are no words of that language.
        """
        self.words = Words(language)
        self.narrow, self.beyond = narrow, beyond
        self._claims: list[str] = []
        self.title, self.as_of, self.marks = Title(title).each(lambda t: plain(t, 300)), as_of, marks or {}
        own, mine = {n.id: n for n in nodes}, {e.identity: e for e in edges}
        self.nodes = {i: own[i] for i in sorted(own)}
        self.edges = [mine[k] for k in sorted(mine) if {mine[k].start, mine[k].end} <= own.keys()]
        self.graph = (context or Graph({}, {})).overlaid(own.values(), mine.values())
        self.every = self.graph.nodes
        self.kinds = NodeKinds(self.every)

    def in_language(self, language: str) -> Subject:
        """Return the same with the drawing's own words in another language."""
        return self.in_form(language, self.narrow)

    def in_form(self, language: str, narrow: bool) -> Subject:
        """Return the same with the drawing's own words in a language, for wide or for narrow paper."""
        other = copy(self)
        other.words, other.narrow = Words(language), narrow
        return other

    def out(self, node: str, edge_type: str) -> Sequence[EdgeRow]:
        """Return the edges of a type that leave a node."""
        return self.graph.leaving(node, edge_type)

    def into(self, node: str, edge_type: str) -> Sequence[EdgeRow]:
        """Return the edges of a type that enter a node."""
        return self.graph.entering(node, edge_type)

    def ends(self, node: str, *edge_types: str) -> list[str]:
        """Return the ids at which edges of some types from a node end, each once."""
        return self.graph.ends(node, *edge_types)

    def starts(self, node: str, *edge_types: str) -> list[str]:
        """Return the ids from which edges of some types come to a node, each once."""
        return self.graph.starts(node, *edge_types)

    def voice(self, node: str) -> str:
        """Return what a node counts as when it speaks: `state`, `person`, ...; empty for what is silent."""
        return voice_of(self.kinds[node])

    def name(self, node: str) -> str:
        """Return the words for a node, or its id where it is not known."""
        return name_of(self.every[node], self.words.language) if node in self.every else plain(node) or "?"

    def properties(self, node: str) -> Mapping[str, Any]:
        """Return the properties of a node, none where it is not known."""
        return self.every[node].properties if node in self.every else {}

    def of_kind(self, *kinds: str) -> list[str]:
        """Return the ids of the answer's nodes of some kinds, in order."""
        return [i for i in self.nodes if self.kinds[i] in kinds]

    def speaker(self, claim: str) -> Speaker:
        """Return who made a claim; those of a joint statement are one speaker with both names."""
        actors = sorted(self.ends(claim, "SAID_BY"))
        if actors:
            how = "described" if all(self.voice(actor) == "unnamed" for actor in actors) else "named"
            names = f" {self.words('and')} ".join(map(self.name, actors))
            return Speaker(JOINT.join(actors), names, how)
        name = plain(self.properties(claim).get("speaker_name"))
        if title := paper_of(name):
            return Speaker("", self.words("site.paper", name=title), "named")
        return Speaker("", name, "named") if name else Speaker("", self.words("nobody"), "unknown")

    def stance(self, claim: str) -> str:
        """Return what the speaker does with the claim."""
        return plain(self.properties(claim).get("stance"))

    def taken_back(self, claim: str) -> bool:
        """Return whether its own speakers had taken a claim back by the day of knowledge."""
        day_ = iso(self.properties(claim).get(TAKEN_BACK))
        return bool(day_) and (not self.as_of or day_ <= self.as_of)

    def style(self, claim: str) -> str:
        """Return the look of a claim: its stance, unless it was taken back."""
        return "taken-back" if self.taken_back(claim) else self.stance(claim)

    def remarks(self, claim: str) -> list[str]:
        """Say what the speaker does unless that goes without saying, of which side, and what became of it."""
        w, stance, facet = self.words, self.stance(claim), plain(self.properties(claim).get("facet"))
        told = [] if stance in (PLAIN, "") else [w.either("stance", stance)]
        told += [] if facet in ("", WHOLE) else [w("claim.facet", facet=w.either("facet.of", facet))]
        return [*told, *([w("extra.taken-back")] if self.taken_back(claim) else [])]

    def side(self, claim: str) -> Side | None:
        """Return what the claim does to its event, None for a stance that is none."""
        return side_of(self.stance(claim))

    def counts(self, claim: str) -> bool:
        """Return whether a claim has a number."""
        return has_figure(self.properties(claim))

    def figure(self, claim: str) -> Figure | None:
        """Return the number of a claim, None when it has none."""
        return figure_of(self.properties(claim), self.words)

    def how_many(self, claim: str) -> str:
        """Return the bounds of a claim's number in words, empty when it has none."""
        return how_many(self.properties(claim), self.words)

    def printed_in(self, claim: str) -> str:
        """Return the language of the document that printed a claim first, empty when none is known."""
        languages = (plain(self.properties(d).get("language")) for d in self.documents([claim]))
        return next(filter(None, languages), "")

    def worded(self, claim: str) -> str:
        """Return the number of a claim in the reader's words with the printed ones, empty without one."""
        if (figure := self.figure(claim)) is None:
            return ""
        told = self.words.gloss(figure.words, figure.wording, self.printed_in(claim))
        if told != self.words.quoted(figure.wording):
            return told
        one = single(figure.low, figure.high) and not self.properties(claim).get("vague")
        return f"{told} {self.words.unit(figure.unit, one=one)}"

    def unsourced(self, claim: str) -> bool:
        """Return whether its number rests on nobody's word, as far as an analysis says."""
        return bool(self.marks.get(claim, {}).get("unsourced"))

    def said(self, claim: str) -> str:
        """Return the day of the speech in words."""
        return day(self.words, self.properties(claim), "said")

    def order(self, claim: str) -> tuple[str, str, str]:
        """Return by what claims are put in order: day, time on the clock, then id."""
        own = self.properties(claim)
        return iso(own.get("said")), str(own.get("said_time") or ""), claim

    def documents(self, claims: Iterable[str]) -> list[str]:
        """Return the documents that print some claims, by day and id."""
        documents = {d for claim in claims for d in self.ends(claim, "CITED_IN")}
        return sorted(documents, key=lambda d: (iso(self.properties(d).get("published_to")), d))

    def outlet(self, document: str) -> str:
        """Return who published a document."""
        return joined(map(self.name, self.ends(document, "PUBLISHED_BY"))) or self.name(document)

    def status(self, node: str) -> str:
        """Return how things stand with an event, empty when no analysis says."""
        return plain(self.marks.get(node, {}).get("status"), 60)

    def ahead(self, node: str) -> str:
        """Say that an event has not happened, as far as claims say; empty for one that has."""
        return ahead(self.words, self.properties(node).get("stage"), self.status(node))

    def claims_on(self, node: str) -> list[str]:
        """Return the claims about a node that nobody has taken back, by day."""
        kept = self.graph.worked_out.setdefault("claims on", {})
        if (node, self.as_of) not in kept:  # once for all the pictures that show an event with many
            claims = (claim for claim in self.starts(node, "ABOUT") if not self.taken_back(claim))
            kept[node, self.as_of] = sorted(claims, key=self.order)
        return list(kept[node, self.as_of])

    def claims(self) -> list[str]:
        """Return the claims of the answer by day.

        These are its own and those of its edges, or else those about its events.
        """
        if not self._claims:  # shared by all forms
            named = (e.properties.get("claim") for e in self.edges)
            claims = {c for c in named if isinstance(c, str) and self.kinds.get(c) == "Claim"}
            claims |= set(self.of_kind("Claim"))
            claims = claims or {c for node in self.nodes for c in self.starts(node, "ABOUT")}
            self._claims += sorted(claims, key=self.order)
        return list(self._claims)
