"""A layout's rules as functions of a row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.model.kinds import Fact, registry
from kg.sources.tables.expressions import Scope, Value, Words, template
from kg.sources.tables.layout import FactRule, Loss, NameCase, NameRule
from kg.sources.tables.values import Values

ONLY_IF = "only_if"
EMPTY: tuple[Any, ...] = (None, "", [], {})


@dataclass(frozen=True)
class Rule:
    """One fact as a function of a row."""

    model: type[Fact]
    only_if: Value | None
    each: tuple[str, Value] | None
    once: bool
    build: Value

    def scopes(self, scope: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        """Return the values with which the fact is stated: for one row none, one or several times."""
        if self.each is None:
            every: list[Mapping[str, Any]] = [scope]
        else:
            name, values = self.each
            found = values(scope)
            every = [
                Values({name: one}, around=scope)
                for one in (found if isinstance(found, list) else [found] if found else [])
            ]
        return [one for one in every if self.only_if is None or self.only_if(one)]


@dataclass(frozen=True)
class Case:
    """One way of writing a name."""

    like: re.Pattern[str] | None
    id: Value | None
    rule: Rule | None


def rule_of(rule: FactRule, words: Words) -> Rule:
    """Return the rule of one fact.

    Raises:
        ExpressionError: a text of it cannot be read.
        KeyError: there is no such kind of fact.
    """
    model = registry()[rule.type]
    inside = words
    each = None
    for name, text in rule.for_each.items():
        each = name, template(text, words)
        inside = Words({*_all(words), name}, words.functions)
    only_if = template(rule.only_if, inside) if rule.only_if else None
    once = rule.once or model.ROLE not in ("event", "claim", "judgement")
    return Rule(model, only_if, each, once, built(rule.fields, inside))


def cases_of(rule: NameRule, words: Words) -> list[Case]:
    """Return the ways of writing a name."""
    return [_case(case, words) for case in rule.cases]


def _case(case: NameCase, words: Words) -> Case:
    inside = Words({*_all(words), *case_names(case)}, words.functions)
    return Case(
        re.compile(case.like, re.I) if case.like else None,
        template(case.id, inside) if case.id else None,
        rule_of(case.fact, inside) if case.fact else None,
    )


def case_names(case: NameCase) -> set[str]:
    """Return the values that a way of writing a name gives: the name, and what its pattern names."""
    return {"name", *(re.compile(case.like).groupindex if case.like else ())}


def losses_of(losses: list[Loss], words: Words) -> list[tuple[str, Value]]:
    """Return each reason and when it holds."""
    return [(loss.reason, template(loss.when, words)) for loss in losses]


def built(value: Any, words: Words) -> Value:
    """Return what makes fields of texts, lists and groups; what comes out empty is left out."""
    if isinstance(value, str):
        return template(value, words)
    if isinstance(value, dict):
        condition = template(value[ONLY_IF], words) if ONLY_IF in value else None
        parts = [(key, built(one, words)) for key, one in value.items() if key != ONLY_IF]
        return _group(parts, condition)
    if isinstance(value, list):
        items = [built(one, words) for one in value]
        return lambda scope: _flat([item(scope) for item in items])
    return lambda scope: value


def _group(parts: list[tuple[str, Value]], condition: Value | None) -> Value:
    def group(scope: Scope) -> dict[str, Any] | None:
        if condition is not None and not condition(scope):
            return None
        out = {}
        for key, part in parts:
            found = part(scope)
            if found not in EMPTY:
                out[key] = found
        return out

    return group


def _flat(items: list[Any]) -> list[Any]:
    return [one for item in items for one in (item if isinstance(item, list) else [item]) if one not in EMPTY]


def _all(words: Words) -> set[str]:
    assert isinstance(words.names, (set, frozenset, dict))
    return set(words.names)
