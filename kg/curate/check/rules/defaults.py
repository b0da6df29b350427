"""Defaults of questions in `kg.toml` that no question takes, or that name nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator

from kg.corpus import FILE, settings
from kg.curate.check.rule import Corpus, rule
from kg.errors import Problem
from kg.questions import library


@rule(
    "unknown-default",
    "warning",
    "A line under [defaults] in kg.toml is no parameter that takes one, or names nothing in the corpus, so"
    " that questions are asked without it. Correct the name or the id.",
)
def unknown_defaults(corpus: Corpus) -> Iterator[Problem]:
    """Find defaults that count for nothing."""
    file = os.path.join(corpus.folder.parent, FILE) if corpus.folder else ""
    said = settings(file).get("defaults", {}) if file else {}
    if not said:
        return
    from kg.system.toml_places import problem

    with open(file, encoding="utf-8-sig") as opened:
        text = opened.read()
    taken = {p.name: p.type.labels for q in library.every() for p in q.parameters if p.of_corpus}
    for name, value in said.items():
        labels = {label for item in corpus.located if item.id == value for label in type(item.fact).LABELS}
        if name not in taken:
            expected = f"one of {', '.join(taken)}"
            yield problem(file, text, ("defaults", name), f"unknown key '{name}' under [defaults]", expected)
        elif labels.isdisjoint(taken[name]):
            what = f"the default '{value}' of '{name}' names nothing here"
            yield problem(file, text, ("defaults", name), what, f"the id of a {' or '.join(taken[name])}")
