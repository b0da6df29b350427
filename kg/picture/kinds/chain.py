"""The chain: from the root source through those who pass it on to the printed article, gaps shown as gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from kg.language.interface.words import Words
from kg.picture.caption import caption, empty
from kg.picture.drawing import Drawing, Edge, TextBlock
from kg.picture.frame import framed
from kg.picture.kinds.chain_list import as_list
from kg.picture.kinds.chain_rows import Link, claim_label, document_label, node_of
from kg.picture.layout.layers import arrange, longest
from kg.picture.layout.lines import ports, routed
from kg.picture.metrics import LINE_PX, cut, text_width
from kg.picture.subject import Subject

MOST = 160
"""Claims that one picture holds."""
MOST_ROOTS = 40
"""Roots of chains that are longer than there is room: they are drawn beyond that, so that none is cut off."""
MANY = 30
"""Claims above which those without a figure no longer say what they claim."""
WIDE = 210.0
GAP_WIDE = 104.0
"""Widths of a box and, at least, of a gap, in pixels."""
BETWEEN = 96.0
"""Room between two columns, in pixels."""


def chain(subject: Subject) -> Drawing:
    """Draw the chains of the claims of an answer.

    Args:
        subject: the answer; what its claims relay, and where they are printed, is read from the whole graph.

    Returns:
        The drawing: columns from root to print; on narrow paper a list, see `as_list`. A root whose speaker
        is unknown has a `gap` before it.
    """
    claims, left_out = _claims(subject)
    if not claims:
        return empty(subject, "chain")
    drawn = frozenset(claims)
    relays = {c: [o for o in subject.ends(c, "RELAYS") if o in drawn and o != c] for c in claims}
    cuts = [one for c in claims if (one := _cut_at(subject, c, drawn))]
    through = {one.id: list(one.ends) for one in cuts}
    level = longest(
        [*claims, *through],
        relays | through | {one.claim: [*relays[one.claim], one.id] for one in cuts},
    )
    links = [*_links(subject, claims, relays), *(link for one in cuts for link in one.links)]
    if subject.narrow:
        return as_list(subject, claims, links, {one.id: (one.first, one.hidden) for one in cuts}, left_out)
    printing = {link.end for link in links if link.type == "CITED_IN"}
    documents = [d for d in subject.documents(claims) if d in printing]
    gaps = [link.start for link in links if link.type == "gap"]
    last = max(level.values()) + 2
    columns: list[list[str]] = [gaps, *([] for _ in range(last - 1)), documents]
    for claim in claims:
        columns[level[claim] + 1].append(claim)
    for one in cuts:
        columns[max(1, level[one.id]) + 1].append(one.id)
    brief = len(claims) > MANY
    labels = {c: claim_label(subject, c, brief, WIDE - 18) for c in claims}
    labels |= {d: document_label(subject, d, WIDE - 16) for d in documents}
    labels |= dict.fromkeys(gaps, ("?", subject.words("nobody")))
    labels |= {one.id: ("…", subject.words("chain.cut", n=subject.words.number(one.hidden))) for one in cuts}
    first = {one.id: one.first for one in cuts}
    into = Counter(link.end for link in links if link.end in printing)
    heights = {n: max(LINE_PX * len(lines) + 12, 9.0 * into[n]) for n, lines in labels.items()}
    placed = arrange(columns, heights, [(link.start, link.end) for link in links])
    gap = max(GAP_WIDE, round(text_width(subject.words("nobody"))) + 14.0)
    starts = _starts(columns, gap)
    wide = [gap if i == 0 else WIDE for i in range(len(columns))]
    nodes = {
        n: node_of(
            subject,
            n,
            first.get(n, n),
            labels[n],
            (starts[i] + wide[i] / 2, placed.y[n]),
            (wide[i], heights[n]),
        )
        for i, column in enumerate(columns)
        for n in column
    }
    at = {n: i for i, column in enumerate(columns) for n in column}
    ends = ports([(link.start, link.end) for link in links], nodes, placed.through)
    edges = []
    for link, heights_between, (out, into_) in zip(links, placed.through, ends, strict=True):
        stops = [
            (starts[i], starts[i] + wide[i], y) for i, y in enumerate(heights_between, at[link.start] + 1)
        ]
        edges.append(
            Edge(
                f"{link.type}:{link.start}:{link.end}",
                link.start,
                link.end,
                "" if link.type in ("gap", "cut") else link.type,
                link.style,
                routed(out, stops, into_),
                1.6,
                1.6,
                claims=link.claims,
            )
        )
    heads = _heads(subject.words, columns, starts, wide, min(n.y - n.height / 2 for n in nodes.values()) - 26)
    words = caption(subject, claims, "chain", left_out=left_out)
    return framed(
        Drawing("chain", subject.title, words, tuple(nodes.values()), tuple(edges), heads, left_out=left_out)
    )


def _claims(subject: Subject) -> tuple[list[str], int]:
    """Return the claims to draw with all that they relay, in order of day, and how many had no room.

    Where there is no room, those are drawn first that nobody else of the answer passes on, and behind every
    chain that has to be cut the roots at its end.
    """
    drawn: dict[str, None] = {}
    asked = subject.claims()
    told = {other for claim in asked for other in subject.ends(claim, "RELAYS")} if len(asked) > MOST else ()
    asked.sort(
        key=lambda c: (
            c in told,
            not subject.ends(c, "RELAYS"),
            not subject.counts(c),
            subject.order(c),
        )
    )
    for claim in asked:
        todo = [claim]
        while todo and len(drawn) < MOST:
            if (one := todo.pop()) not in drawn:
                drawn[one] = None
                todo += [o for o in subject.ends(one, "RELAYS") if o not in drawn]
    roots = {
        end for claim in drawn for end in _behind(subject, claim, drawn) if not subject.ends(end, "RELAYS")
    }
    drawn |= dict.fromkeys(sorted(roots, key=subject.order)[:MOST_ROOTS])
    return sorted(drawn, key=subject.order), sum(claim not in drawn for claim in asked)


def _behind(subject: Subject, claim: str, drawn: Collection[str]) -> list[str]:
    """Return what a claim passes on, at any remove, through claims that are not drawn; the nearest first."""
    met: dict[str, None] = {}
    todo = [o for o in subject.ends(claim, "RELAYS") if o not in drawn]
    while todo:
        if (one := todo.pop()) not in met:
            met[one] = None
            todo += [o for o in subject.ends(one, "RELAYS") if one not in drawn]
    return list(met)


class _Cut(NamedTuple):
    """A place where a chain goes on through claims that are not drawn."""

    claim: str
    first: str
    """The first of them."""
    hidden: int
    ends: tuple[str, ...]
    """The claims at which what is not drawn leads back to what is."""

    @property
    def id(self) -> str:
        """The id of what is drawn for them."""
        return f"cut:{self.claim}"

    @property
    def links(self) -> list[Link]:
        """The lines to what is drawn for them, and from it."""
        into = [Link(end, self.id, "cut", "gap", (end,)) for end in self.ends]
        return [*into, Link(self.id, self.claim, "cut", "gap", (self.claim, self.first))]


def _cut_at(subject: Subject, claim: str, drawn: Collection[str]) -> _Cut | None:
    behind = _behind(subject, claim, drawn)
    hidden = [one for one in behind if one not in drawn]
    ends = tuple(one for one in behind if one in drawn and one != claim)
    return _Cut(claim, hidden[0], len(hidden), ends) if hidden else None


def _links(subject: Subject, claims: Sequence[str], relays: dict[str, list[str]]) -> list[Link]:
    """Return the lines from left to right: gap to root, relayed to relaying, last teller to document."""
    links = []
    told: dict[str, set[str]] = {}
    for claim in claims:
        for other in relays[claim]:
            told.setdefault(other, set()).update(subject.ends(claim, "CITED_IN"))
    for claim in claims:
        if not subject.ends(claim, "RELAYS") and subject.speaker(claim).how == "unknown":
            links.append(Link(f"gap:{claim}", claim, "gap", "gap", (claim,)))
        links += [Link(other, claim, "RELAYS", "RELAYS", (claim, other)) for other in relays[claim]]
        links += [
            Link(claim, d, "CITED_IN", "CITED_IN", (claim,))
            for d in subject.ends(claim, "CITED_IN")
            if d not in told.get(claim, ())
        ]
    return links


def _starts(columns: Sequence[Sequence[str]], gap: float) -> list[float]:
    """Return where each column starts; a first column without gaps takes no room."""
    first = gap + BETWEEN / 2 if columns[0] else 0.0
    return [0.0, *(first + i * (WIDE + BETWEEN) for i in range(len(columns) - 1))]


def _heads(
    w: Words, columns: Sequence[Sequence[str]], starts: Sequence[float], wide: Sequence[float], y: float
) -> tuple[TextBlock, ...]:
    names = [
        "",
        w("column.root"),
        *(w("column.again" if i else "column.passed") for i in range(len(columns) - 3)),
        w("column.printed"),
    ]
    return tuple(
        TextBlock(start + width / 2, y, cut(name, width, 14, True), "middle", "lane")
        for column, start, width, name in zip(columns, starts, wide, names, strict=True)
        if name and column
    )
