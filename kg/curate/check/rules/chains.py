"""Chains of claims and trees of facts: no loops, nothing relayed or answered before it was said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.curate.check.rule import Corpus, rule
from kg.curate.check.rules.papers import corrects
from kg.errors import Problem
from kg.model.derived import taken_back_by
from kg.model.kinds import Fact
from kg.model.kinds.actor import Actor
from kg.model.kinds.claim import Claim
from kg.model.kinds.event import Event
from kg.model.kinds.place import Place
from kg.model.kinds.weapon_type import WeaponType
from kg.model.stances import side_of
from kg.model.weighing import takes_back

_TREES: tuple[tuple[type[Fact], str], ...] = (
    (Place, "within"),
    (WeaponType, "subtype_of"),
    (WeaponType, "component_of"),
    (Event, "within_event"),
)
"""What may be a part of another of its family, and the field that names it."""


@rule(
    "relay-loop",
    "warning",
    "Claims relay each other in a circle. A circle supports nothing; find out who had it first.",
)
def relay_loops(corpus: Corpus) -> Iterator[Problem]:
    """Find circles of relays, each reported once."""
    yield from _loops(corpus, {item.id: item.fact.relays for item in corpus.claims}, "relays")


@rule(
    "tree-loop",
    "warning",
    "Places, weapon types, events or actors contain each other in a circle. One of the links is wrong.",
)
def tree_loops(corpus: Corpus) -> Iterator[Problem]:
    """Find circles among containing facts, each reported once."""
    for kind, field in _TREES:
        above = {item.id: getattr(item.fact, field) or [] for item in corpus.of(kind)}
        yield from _loops(corpus, {i: [on] if isinstance(on, str) else on for i, on in above.items()}, field)
    actors = {item.id: [part.actor for part in item.fact.part_of] for item in corpus.of(Actor)}
    yield from _loops(corpus, actors, "part_of")


def _loops(corpus: Corpus, onward: Mapping[str, Sequence[str]], field: str) -> Iterator[Problem]:
    for loop in circles(onward):
        first = min(loop, key=lambda name: corpus.by_id[name].place(field))
        at = loop.index(first)
        turned = [*loop[at:], *loop[:at], first]
        what = f"{field.replace('_', ' ')} in a circle: {' -> '.join(turned)}"
        yield Problem(
            what,
            corpus.by_id[first].place(field),
            "a chain that ends",
            todo=f"take one of the links out of '{field}'",
        )


def circles(onward: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Return circles that have no node in common, at least one wherever there is any.

    Empty when there is none.

    Each node is entered once, so the walk takes time in the size of the graph however tangled it is. Circles
    that share a node with one of these come to light when that one is mended.

    Example:
        >>> circles({"a": ["b"], "b": ["c", "a"], "c": []})
        [['a', 'b']]
    """
    separate: list[list[str]] = []
    done: set[str] = set()
    told: set[str] = set()
    for start in onward:
        if start in done:
            continue
        path: list[str] = [start]
        place = {start: 0}
        steps = [iter(onward.get(start, ()))]
        while steps:
            following = next(steps[-1], None)
            if following is None:
                steps.pop()
                done.add(path[-1])
                del place[path.pop()]
            elif following in place:
                circle = path[place[following] :]
                if told.isdisjoint(circle):
                    separate.append(circle)
                    told.update(circle)
            elif following not in done:
                place[following] = len(path)
                path.append(following)
                steps.append(iter(onward.get(following, ())))
    return separate


@rule(
    "relay-backwards",
    "warning",
    "A claim relays one that was said only later. Correct one of the two days, or the link.",
)
def relayed_later(corpus: Corpus) -> Iterator[Problem]:
    """Find relays that run backwards in time."""
    yield from _backwards(corpus, "relays")


@rule(
    "answer-backwards",
    "warning",
    "A claim answers one that was said only later. Correct one of the two days, or the link.",
)
def answered_later(corpus: Corpus) -> Iterator[Problem]:
    """Find answers that run backwards in time."""
    yield from _backwards(corpus, "answers")


def _backwards(corpus: Corpus, field: str) -> Iterator[Problem]:
    for item in corpus.claims:
        claim = item.fact
        for index, name in enumerate(getattr(claim, field)):
            other = corpus.claim(name)
            if claim.said.before(other.said):
                what = (
                    f"claim '{claim.id}' of {claim.said.last} {field} '{name}', which was said on"
                    f" {other.said.text}"
                )
                yield Problem(
                    what,
                    item.place(field, index),
                    f"something said by {claim.said.last}",
                    todo="correct a day or the link",
                )


@rule(
    "retracts-nothing",
    "warning",
    "A claim retracts, but answers no claim of the same speaker, nor one of a document that is corrected"
    " where it is printed, so nothing is taken back. Name what it takes back under 'answers'.",
)
def retracts_nothing(corpus: Corpus) -> Iterator[Problem]:
    """Find retractions without effect: only its own speaker ends a claim."""
    for item in corpus.claims:
        claim = item.fact
        others = [corpus.claim(name) for name in taken_back_by(claim) if isinstance(corpus.fact(name), Claim)]
        own = any(takes_back(claim.origins, other.origins) for other in others)
        if side_of(claim.stance) == "back" and not own and not corrects(corpus, claim, others):
            what = f"claim '{claim.id}' retracts, but answers no claim of the same speaker"
            yield Problem(
                what,
                item.place("stance"),
                "the claim taken back under 'answers'",
                todo="add it, or choose another stance",
            )
