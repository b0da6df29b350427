"""Judgements against each other and against the facts they are about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.curate.check.rule import Corpus, rule
from kg.errors import Problem, with_article
from kg.model.kinds.judgement import Judgement


@rule(
    "judgement-across",
    "error",
    "A judgement is about two facts of different families, or calls facts of different kinds the same. Only"
    " an unnamed source may turn out to be an actor of another kind.",
)
def across(corpus: Corpus) -> Iterator[Problem]:
    """Find judgements between facts that cannot be the same."""
    for item in corpus.of(Judgement):
        judgement = item.fact
        first, second = (type(corpus.fact(name)) for name in judgement.between)
        related = first.LABELS[0] == second.LABELS[0]
        differ = first is not second and "unnamed" not in (first.VOICE, second.VOICE)
        if not related or (judgement.verdict == "same" and differ):
            told = [with_article(m.KIND).replace("_", " ") for m in (first, second)]
            what = f"judgement '{judgement.id}' is about {told[0]} and {told[1]}"
            yield Problem(
                what,
                item.place("between"),
                "two facts of one kind",
                todo="correct the ids, or delete the judgement",
            )


@rule(
    "judgement-conflict",
    "error",
    "Judgements contradict each other: a is b and b is c, but a is not c. Delete or change one of them.",
)
def conflicts(corpus: Corpus) -> Iterator[Problem]:
    """Find facts that are judged not to be the same although a chain of judgements says they are."""
    judgements = corpus.of(Judgement)
    onward: dict[str, dict[str, str]] = {}
    for item in judgements:
        one, other = item.fact.between
        if item.fact.verdict == "same":
            onward.setdefault(one, {})[other] = item.id
            onward.setdefault(other, {})[one] = item.id
    for item in judgements:
        judgement = item.fact
        if judgement.verdict == "not-same":
            way = _way(onward, *judgement.between)
            if way:
                told = ", ".join(f"'{onward[a][b]}'" for a, b in pairwise(way))
                what = (
                    f"judgement '{judgement.id}' says that {judgement.between[0]} is not"
                    f" {judgement.between[1]}; {told} say that it is"
                )
                yield Problem(
                    what, item.place("verdict"), "judgements that agree", todo="delete or change one of them"
                )


def _way(onward: dict[str, dict[str, str]], start: str, end: str) -> list[str]:
    """Return the shortest chain of facts judged the same between two, or nothing."""
    came: dict[str, str] = {start: ""}
    todo = [start]
    for name in todo:
        for other in onward.get(name, ()):
            if other not in came:
                came[other] = name
                todo.append(other)
    way = [end] if end in came else []
    while way and way[-1] != start:
        way.append(came[way[-1]])
    return way[::-1]


@rule("judged-twice", "warning", "Two judgements are about the same pair. Keep the later one.")
def judged_twice(corpus: Corpus) -> Iterator[Problem]:
    """Find pairs with more than one judgement."""
    seen: dict[frozenset[str], str] = {}
    for item in corpus.of(Judgement):
        first = seen.setdefault(frozenset(item.fact.between), item.id)
        if first != item.id:
            what = f"judgements '{first}' and '{item.id}' are about the same pair"
            yield Problem(what, item.place("between"), "one judgement per pair", todo="keep the later one")
