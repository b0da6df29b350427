"""Which nodes and edges a picture shows: the answer to a preset, or the whole network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple, cast

from kg.analysis.votes import Ballots
from kg.analysis.world import World
from kg.errors import CallError, Problem, nearest
from kg.language import ENGLISH
from kg.language.interface import languages, table
from kg.language.interface.words import Words, titled
from kg.language.title import Title
from kg.model.kinds import Fact
from kg.model.rows import Graph
from kg.model.sharing import HeldBack
from kg.picture.choose import draw, kind_for
from kg.picture.drawing import Drawing
from kg.picture.neighbours import around, kind_around
from kg.picture.scenes import Scene, overview, scene_of
from kg.picture.subject import Subject
from kg.picture.telling import about_all, about_fact, answered
from kg.picture.words import name_of
from kg.questions import run
from kg.questions.header import Question
from kg.questions.result import Result
from kg.store import Element, Store

MOST_DAYS, MOST_NODES = 24, 5_000
"""Up to how many days of publication and nodes a picture is drawn for each day."""


class Seen(NamedTuple):
    """A store as drawings see it.

    Attributes:
        graph: every row known on the day.
        world: the same as the analyses see it.
        marks: what they found, by node id.
        as_of: the day, None for all that is known.
        language: of the words of the drawings.
        narrow: whether the drawings are for paper of 360 pixels.
        answers: what the questions that were drawn had returned, so that each is asked once for all forms of
            its picture; None to ask every time.
        ballots: the votes of the world; None to gather them every time.
        silent: whether the sentence is left out, because another form of the picture has it.
        collection: id of the collection that it is narrowed to; empty for all.
        held_back: what is held back of it; None when it is not narrowed to what may be shared.
    """

    graph: Graph
    world: World
    marks: Mapping[str, Mapping[str, Any]]
    as_of: date | None
    language: str = ENGLISH
    narrow: bool = False
    answers: dict[str, tuple[Result, list[Element]]] | None = None
    ballots: Ballots | None = None
    silent: bool = False
    collection: str = ""
    held_back: HeldBack | None = None

    def answer(
        self, preset: Question, store: Store, values: Mapping[str, Any] | None
    ) -> tuple[Result, list[Element]]:
        """Return the answer to a question, and the nodes and edges that it rests on."""
        key = f"{preset.name} {sorted((values or {}).items())}"
        known = {} if self.answers is None else self.answers
        if key not in known:
            known[key] = run.run_and_graph(preset, store, values)
        return known[key]


def see(store: Store, as_of: date | None = None, language: str = ENGLISH) -> Seen:
    """Read a store once for any number of drawings.

    Args:
        store: what to read.
        as_of: only what was published on or before this day.
        language: of the words of the drawings; names and wording stay as the facts have them.

    Raises:
        CallError: there are no words of that language.
        StoreError: the store cannot be read.
    """
    from kg.analysis.marking import marks
    from kg.analysis.reading import world_of
    from kg.model.convert import facts_of

    language = Words(language).language
    graph = store.read()
    world = world_of(graph)
    seen = (
        Seen(graph, world, marks(world), None, language, answers={}, ballots=Ballots(world))
        if as_of is None
        else _on(as_of, facts_of(graph), world, language)
    )
    return seen._replace(collection=store.collection, held_back=store.held_back)


def _on(day: date, facts: Iterable[Fact], world: World, language: str) -> Seen:
    """Return all that there is as known on a day."""
    from kg.analysis.asof import cut, cut_facts
    from kg.analysis.marking import marks
    from kg.model.convert import rows_of

    then = cut(world, day)
    known = rows_of(cut_facts(facts, day))
    return Seen(known, then, marks(then), day, language, answers={}, ballots=Ballots(then))


def draw_preset(
    preset: Question,
    store: Store,
    seen: Seen,
    values: Mapping[str, Any] | None = None,
    kind: str | None = None,
) -> Drawing:
    """Draw a preset's answer.

    Args:
        preset: what is asked; its parameter `as_of` should be the day of `seen`.
        store: whom to ask.
        seen: the same store, read.
        values: by parameter name.
        kind: which drawing; None for the one that the preset names, or else fits.

    Raises:
        CallError: the preset has no `:graph` part, a parameter is wrong, or there is no such drawing.
    """
    if not preset.draws:
        raise CallError(Problem(f"'{preset.name}' draws nothing", expected="a question with a ':graph' part"))
    return draw_answer(preset, *seen.answer(preset, store, values), seen, kind)


def draw_answer(
    preset: Question, answer: Result, elements: Sequence[Element], seen: Seen, kind: str | None = None
) -> Drawing:
    """Draw what a question returned; see `draw_preset`."""
    drawing = draw_elements(preset.title, elements, seen, kind or preset.drawing)
    return drawing if seen.silent else answered(drawing, answer, seen.graph)


def draw_elements(
    title: str,
    elements: Sequence[Element],
    seen: Seen | None = None,
    kind: str | None = None,
    *,
    language: str = ENGLISH,
) -> Drawing:
    """Draw nodes and edges that a store returned.

    Args:
        title: the question.
        elements: what it returned.
        seen: the same store, read: speakers, documents and statuses come from it, and what it does not hold
            on its day is left out. Without it the drawing knows the elements only.
        kind: which drawing; None for the one that fits.
        language: of the words of the drawing without `seen`, which has its own.

    Raises:
        CallError: there is no such drawing.
    """
    if seen is None:
        return draw(Subject(title, *scene_of(elements)[:2], language=language), kind or kind_for(elements))

    def known() -> Scene:
        scene = scene_of(elements)
        return scene._replace(nodes=[n for n in scene.nodes if n.id in seen.graph.nodes])

    return draw(_subject((title, elements), title, known, seen), kind or kind_for(elements))


def draw_fact(fact: str, seen: Seen, kind: str | None = None) -> Drawing:
    """Draw what is around one fact.

    Raises:
        CallError: there is none of that id, or no such drawing.
    """
    if fact not in seen.graph.nodes:
        day = f" on {seen.as_of}" if seen.as_of else ""
        raise CallError(
            Problem(
                f"there is no node '{fact[:80]}'{day}",
                expected="an id",
                nearest=nearest(fact, seen.graph.nodes),
            )
        )
    node = seen.graph.nodes[fact]
    name = Title(name_of(node), {code: name_of(node, code) for code in languages()})
    subject = _subject(fact, titled("about", name=name), lambda: Scene(*around(seen.graph, fact)), seen)
    drawing = draw(subject, kind or kind_around(seen.graph, fact))
    if not seen.silent:
        ballots, known = seen.ballots or Ballots(seen.world), (seen.as_of, seen.collection, seen.held_back)
        drawing = about_fact(drawing, fact, seen.graph, ballots, seen.marks, *known)
    w, beyond = Words(seen.language), subject.beyond
    if not beyond or drawing.kind == "chain":  # which is drawn from the whole graph
        return drawing
    told = w("no.room", n=w.number(beyond), narrow=w("narrow"))
    return drawing._replace(caption=f"{drawing.caption} {told}", left_out=drawing.left_out + beyond)


def draw_graph(seen: Seen, kind: str | None = None) -> Drawing:
    """Draw everything: by default the network of actors, events and weapon types.

    Claims and documents are not in it.

    Raises:
        CallError: there is no such drawing.
    """
    graph, kind = seen.graph, kind or "network"
    title = titled(f"whole.{kind}") if f"whole.{kind}" in table(ENGLISH) else ""

    def scene() -> Scene:
        every = Scene([*graph.nodes.values()], [*graph.edges.values()])
        return overview(graph) if kind == "network" else every

    drawing = draw(_subject(("whole", kind), title, scene, seen), kind)
    known = seen.as_of, seen.collection, seen.held_back
    return drawing if seen.silent else about_all(drawing, graph, seen.marks, *known)


def each_day(seen: Seen, pictures: Sequence[Callable[[Seen], Drawing] | None]) -> list[dict[date, Drawing]]:
    """Draw pictures as known on each day on which a document was published, but for the last one.

    Args:
        seen: the last day.
        pictures: what draws each, as known on the day of what it is given; None for one that is not wanted.

    Returns:
        For each picture in turn its drawings by day, without days on which it cannot be drawn yet; none where
        there are more than 24 days or 5,000 nodes.
    """
    from kg.analysis.asof import publication_days
    from kg.model.convert import facts_of

    by_day: list[dict[date, Drawing]] = [{} for _ in pictures]
    days = publication_days(seen.world)[:-1]
    if len(days) > MOST_DAYS or len(seen.graph.nodes) > MOST_NODES or not any(pictures):
        return by_day
    facts = facts_of(seen.graph)
    for day in days:
        then = _on(day, facts, seen.world, seen.language)
        then = then._replace(collection=seen.collection, held_back=seen.held_back)
        for drawings, picture in zip(by_day, pictures, strict=True):
            if picture is not None:
                with suppress(CallError):
                    drawings[day] = picture(then)
    return by_day


def _subject(of: object, title: str, scene: Callable[[], Scene], seen: Seen) -> Subject:
    """Return what a picture is of, which its forms share: they are drawn one after the other."""
    kept = seen.graph.worked_out.setdefault("drawn last", {})
    if not kept or kept["marks"] is not seen.marks or kept["of"] != (of, seen.as_of):
        rows = scene()
        kept["subject"] = Subject(
            title,
            rows.nodes,
            rows.edges,
            seen.graph,
            as_of=str(seen.as_of or ""),
            marks=seen.marks,
            beyond=rows.beyond,
        )
        kept["of"], kept["marks"] = (of, seen.as_of), seen.marks
    return cast("Subject", kept["subject"]).in_form(seen.language, seen.narrow)
