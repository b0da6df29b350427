"""How many independent roots stand behind it?

:title-de Wie viele unabhängige Wurzeln stehen dahinter?
:asked    independent roots; how many independent sources; number of independent sources; count of roots
          behind each event; wie viele unabhängige Quellen; Zahl der unabhängigen Wurzeln
:about    One row per event, claim or topic, with its mentions, reports and independent roots, the roots
          between min and max. A root is a claim that relays nothing, at the end of a chain. Named speakers
          count in both bounds, a described source in min under its organization, an unknown speaker only in
          max.
:param    per choice<event|claim|topic> = "event"   what a row is about
:param    level choice<person|organization|state> = "person"   speakers that belong together up to this
          level count once
:example  --topic troop-numbers
:example  --per claim --event kp-troops-training-ru-2024 --as-of 2024-10-13
:returns  event str, name str, mentions int, reports int, min int, max int, roots list<str>, told_by
          list<str>, named list<str>, described list<str>, unknown list<str>, claims list<str>, rule str
:key      event
:order    reports desc, event
:table    name, mentions, reports, min, max
:drawing  chain
:tags     roots, independence, corroboration
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, islice
from typing import Any

from kg.analysis.roots import roots
from kg.questions.scope import Answer, Scope


def answer(scope: Scope) -> Answer:
    """Count roots; a claim has a speaker for a name."""
    world, per, level = scope.world, scope.parameters["per"], scope.parameters["level"]
    rows = [
        (
            s.subject,
            scope.told_by(s.subject) if per == "claim" else _name(scope, s.subject),
            s.mentions,
            len(s.reports),
            s.roots.least,
            s.roots.most,
            [*(world.name(a) for a in (*s.roots.named, *s.roots.described)), *(["?"] * len(s.roots.unknown))],
            [scope.told_by(claim, document) for claim, document in s.reports],
            s.roots.named,
            s.roots.described,
            s.roots.unknown,
            s.claims,
            s.roots.rule(level),
        )
        for s in roots(world, per=per, level=level, among=scope.among)
    ]
    return shown(rows, per)


def shown(rows: Iterable[tuple[Any, ...]], per: str) -> Answer:
    """Return the answer of some rows: the first column is called as `per` says."""
    rest = iter(rows)
    first = [*islice(rest, 2)]
    is_claim = per == "claim"
    renamed = {"event": "claim", "name": "speaker"} if is_claim else {"event": per}
    subject = ("claim", "speaker") if is_claim else ("name",)
    lists = ("roots", "told_by") if len(first) == 1 else ()  # of one there is room to name them
    rows = chain(first, rest)
    return Answer(rows, renamed=renamed, table=(*subject, "mentions", "reports", "min", "max", *lists))


def _name(scope: Scope, subject: str) -> str:
    return scope.world.things[subject].name if subject in scope.world.things else subject
