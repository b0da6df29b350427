"""What a drawing says in a sentence, and what it was asked with: its headline and the chips below it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache, partial
from typing import cast

from kg import findings
from kg.analysis.votes import Ballots
from kg.findings.facts import Marks, Teller, of_fact, of_graph
from kg.findings.held_back import rules
from kg.findings.names import together
from kg.language import ENGLISH
from kg.language.interface import languages
from kg.language.interface.words import Words
from kg.language.title import Title
from kg.model.rows import Graph
from kg.model.sharing import HeldBack
from kg.picture.drawing import Drawing
from kg.picture.metrics import shown
from kg.picture.words import name_of
from kg.questions.result import Result

LONGEST = 600
"""Characters of a headline."""


def names_in(graph: Graph) -> Callable[[str], str]:
    """Return what knows each node of a graph by its id or name, and what it is called in every language."""
    kept = graph.worked_out.setdefault("names", {})
    if kept:
        return cast("Callable[[str], str]", kept["in"])

    @cache
    def called() -> dict[str, str]:
        return {
            str(node.properties["name"]): i for i, node in graph.nodes.items() if node.properties.get("name")
        }

    @cache
    def name(text: str) -> str:
        node = graph.nodes.get(text) or graph.nodes.get(called().get(text, ""))
        return Title(name_of(node), {code: name_of(node, code) for code in languages()}) if node else ""

    kept["in"] = together(name)
    return cast("Callable[[str], str]", kept["in"])


def retold(drawing: Drawing, other: Drawing) -> Drawing:
    """Return a drawing that says in its own language what another form of it says."""
    return drawing._replace(
        finding=_in(drawing.language, other.finding),
        asked=tuple(_in(drawing.language, chip) for chip in other.asked),
    )


def answered(drawing: Drawing, answer: Result, graph: Graph) -> Drawing:
    """Return the drawing of an answer with the sentence that states it, and what was asked with."""
    names, language = names_in(graph), drawing.language
    every = {code: findings.chips(answer.parameters, names, Words(code)) for code in languages()}
    asked = (Title(chip, {code: every[code][i] for code in every}) for i, chip in enumerate(every[language]))
    return drawing._replace(
        finding=_clean(findings.every(answer, names, language)),
        asked=tuple(chip.each(lambda text: shown(text, 200)) for chip in asked),
    )


def about_fact(
    drawing: Drawing,
    fact: str,
    graph: Graph,
    ballots: Ballots,
    marks: Marks,
    as_of: date | None,
    collection: str = "",
    held: HeldBack | None = None,
) -> Drawing:
    """Return the drawing of what is around a fact with the sentence about it.

    It says the day on which that was known, and to which collection, mark and reviews it is narrowed, if it
    is.
    """
    names, kept = names_in(graph), graph.worked_out.setdefault("findings", {})
    key = fact, as_of, collection, held
    if key not in kept:  # an event has several pictures, each in several forms
        tell = of_fact(fact, graph, ballots, marks, names)
        kept[key] = _said(tell, as_of, names(collection), held, names(fact))
    return drawing._replace(finding=_in(drawing.language, kept[key]))


def about_all(
    drawing: Drawing,
    graph: Graph,
    marks: Marks,
    as_of: date | None,
    collection: str = "",
    held: HeldBack | None = None,
) -> Drawing:
    """Return a drawing of everything with the sentence about it; see `about_fact`."""
    told = _said(partial(of_graph, graph, marks), as_of, names_in(graph)(collection), held)
    return drawing._replace(finding=_in(drawing.language, told))


def _said(tell: Teller, day: date | None, among: str, held: HeldBack | None, name: str = "") -> Title:
    said = {}
    for w in map(Words, languages()):
        known = w("finding.about.as_of", value=w.day(str(day))) if day else ""
        within = w("finding.about.collection", value=Title(among).said(w.language)) if among else ""
        about = [part for part in (findings.cut(Title(name).said(w.language)), known, within) if part]
        about += rules(held.mark, held.reviewed, w) if held else ()
        said[w.language] = findings.narrowed(tell(w), about, w)
    return _clean(Title(said[ENGLISH], said))


def _in(language: str, title: str) -> Title:
    """Return what is said in every language, in one of them."""
    every = Title(title)
    return Title(every.said(language), every.others)


def _clean(finding: Title) -> Title:
    return finding.each(lambda text: shown(text, LONGEST))
