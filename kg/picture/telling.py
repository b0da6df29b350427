"""What a drawing says in a sentence, and what it was asked with: its headline and the chips below it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from kg import findings
from kg.analysis.votes import Ballots
from kg.findings.facts import Marks, of_fact, of_graph
from kg.findings.names import together
from kg.language.interface import languages
from kg.language.interface.words import Words
from kg.language.title import Title
from kg.model.rows import Graph
from kg.picture.drawing import Drawing
from kg.picture.metrics import shown
from kg.picture.words import name_of
from kg.questions.result import Result

LONGEST = 600
"""Characters of a headline."""


def names_in(graph: Graph) -> Callable[[str], str]:
    """Return what knows each node of a graph by its id or name, and what it is called in every language."""

    @cache
    def called() -> dict[str, str]:
        return {
            str(node.properties["name"]): i for i, node in graph.nodes.items() if node.properties.get("name")
        }

    def name(text: str) -> str:
        node = graph.nodes.get(text) or graph.nodes.get(called().get(text, ""))
        return Title(name_of(node), {code: name_of(node, code) for code in languages()}) if node else ""

    return together(name)


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
) -> Drawing:
    """Return the drawing of what is around a fact with the sentence about it.

    It says the day on which that was known, and the collection that it is narrowed to, if there are any.
    """
    names = names_in(graph)
    among = names(collection)
    return _told(drawing, lambda w: of_fact(fact, graph, ballots, marks, names, w), as_of, among, names(fact))


def about_all(
    drawing: Drawing, graph: Graph, marks: Marks, as_of: date | None, collection: str = ""
) -> Drawing:
    """Return a drawing of everything with the sentence about it; see `about_fact`."""
    return _told(drawing, lambda w: of_graph(graph, marks, w), as_of, names_in(graph)(collection))


def _told(
    drawing: Drawing, tell: Callable[[Words], str], day: date | None, among: str, name: str = ""
) -> Drawing:
    said = {}
    for w in map(Words, languages()):
        known = w("finding.about.as_of", value=w.day(str(day))) if day else ""
        within = w("finding.about.collection", value=Title(among).said(w.language)) if among else ""
        about = [part for part in (findings.cut(Title(name).said(w.language)), known, within) if part]
        said[w.language] = findings.narrowed(tell(w), about, w)
    return drawing._replace(finding=_clean(Title(said[drawing.language], said)))


def _clean(finding: Title) -> Title:
    return finding.each(lambda text: shown(text, LONGEST))
