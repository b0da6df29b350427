"""The pages that lead to the others: start, lists, search, changes, and how to read all this."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from kg.analysis.changed import Difference, between, known_on
from kg.findings.held_back import options_of
from kg.language import ENGLISH
from kg.language.directions import joined
from kg.language.interface.words import Words
from kg.model.kinds import Fact
from kg.model.kinds.document import Document
from kg.model.stances import STANCES
from kg.model.table import kinds, labels
from kg.picture.looks import STATUSES
from kg.questions import library
from kg.site.addresses import SECTIONS
from kg.site.drawings import Picture
from kg.site.material import Material
from kg.site.presets import FEW_ROWS, Answer
from kg.site.shared import shared
from kg.site.tables import EventRow, Table, event_rows, table_of
from kg.site.view import Page
from kg.version import __version__

MOST_CHANGES = 100_000
"""Claims that are compared for the page of changes, each once a day; with more it has fewer days."""
FEW_COLUMNS, FEW_CHANGES, FEW_EVENTS = 5, 12, 12
"""What the start page shows of each answer, of the changes, and of the events in doubt."""


ORDER = ("status", "credibility", "taken back", "revised", "roots", "figure", "new event", "new claims")
"""What changed of what was known comes before what is new."""


class Question(NamedTuple):
    """A headline question on the start page."""

    path: str
    title: str
    finding: str
    table: Table
    more: int


class Line(NamedTuple):
    """One thing that changed, a sentence around the name of its event; `rule` says why, where it does not."""

    event: str
    before: str
    """The sentence up to the name of the event."""
    after: str
    """The rest of it."""
    rule: str

    def said(self, name: str) -> str:
        """Return the whole sentence.

        Example:
            >>> Line("e", "A new figure for ", ": 100.", "").said("The shells")
            'A new figure for The shells: 100.'
        """
        return f"{self.before}{name}{self.after}"


class Row(NamedTuple):
    """A line of a list: a fact or a page, with a remark."""

    id: str = ""
    path: str = ""
    name: str = ""
    note: str = ""


_NAME = "\x00"
"""Stands for the name of the event until the page or the feed puts it there."""
DayStep = tuple[date, list[str], list[Difference]]
"""A publication day, its documents, and what it changed."""
Group = tuple[str, str, Sequence[Row] | Sequence[EventRow]]
"""A part of a list: heading, anchor, lines."""


def start_page(
    material: Material,
    w: Words,
    title: str,
    answers: Mapping[str, Answer],
    pictures: Sequence[Picture],
    viewer: str,
    days: Sequence[DayStep],
) -> Page:
    """Return the start page."""
    questions = []
    for preset in library.headlines():
        answer = answers[preset.name]
        if answer.result is not None:
            columns = (preset.table or tuple(c.name for c in answer.result.columns))[:FEW_COLUMNS]
            table = table_of(answer.result, material, w, most=FEW_ROWS, columns=columns)
            questions.append(
                Question(
                    answer.path,
                    preset.title.said(w.language),
                    answer.finding,
                    table._replace(label=preset.title.said(w.language)),
                    max(0, answer.all - FEW_ROWS),
                )
            )
    doubted = [
        e
        for e, s in material.standing.items()
        if s.status in ("disputed", "denied", "unconfirmed") and material.kind(e) in labels("event")
    ]
    since = material.days[-2] if len(material.days) > 1 else material.day
    latest = lines(material, w, (c for _, _, group in days[-1:] for c in group))[:FEW_CHANGES]
    values = {
        "numbers": [(w.number(n), words) for n, words in numbers(material, w)],
        "questions": questions,
        "pictures": pictures,
        "viewer": viewer,
        "doubted": event_rows(material, w, doubted)[:FEW_EVENTS],
        "since": since,
        "changes": latest,
    }
    return Page("index.html", "start.html", title, w("start.lead"), values)


def numbers(material: Material, w: Words) -> list[tuple[int, str]]:
    """Return how much of what a site holds."""
    claims = material.claims.values()
    counted = [
        (len(material.documents), "documents"),
        (len(claims), "claims"),
        (sum(not c.relays for c in claims), "roots"),
        (len(material.in_section("event")), "events"),
        (len(material.in_section("actor")), "actors"),
        (sum(type(f).VOICE == "unnamed" for f in material.facts.values()), "unnamed"),
        (len(material.in_section("weapon")), "weapons"),
    ]
    return [(n, w(f"count.{key}")) for n, key in counted]


def steps(material: Material) -> list[DayStep]:
    """Return the last publication days, as many as there is time for; nothing changes on the first of all."""
    many = max(FEW_CHANGES, MOST_CHANGES // max(1, len(material.claims)))
    days, by_day = material.days, []
    before = known_on(material.world, days[-many - 1]) if len(days) > many else None
    for day in days[-many:]:
        documents = [document.id for document in material.documents.values() if document.day == day]
        known = known_on(material.world, day)
        by_day.append((day, documents, between(before, known) if before else []))
        before = known
    return by_day


def lines(material: Material, w: Words, changes: Iterable[Difference]) -> list[Line]:
    """Return changes in words, in the order of `ORDER`."""

    def words(change: Difference, value: str | None) -> str:
        if change.what in ("new event", "new claims"):
            return w("n.claims", n=len(change.claims)) if value else ""
        if change.what in ("figure", "revised") and value == change.after and change.claims:
            return w.quantity(material.claims[change.claims[0]].quantity)
        return w.either("status", value, w.either("why", value)) if value else ""

    def line(c: Difference) -> Line:
        told = w(
            f"change.{c.what}",
            n=len(c.claims),
            event=_NAME,
            before=words(c, c.before),
            after=words(c, c.after),
        )
        before, _, after = told.partition(_NAME)
        return Line(c.event, before, after, "" if c.what in ("new event", "new claims") else c.rule)

    return [line(c) for c in sorted(changes, key=lambda c: (ORDER.index(c.what), c.event, c.claims))]


def changes_page(
    material: Material, w: Words, by_day: Sequence[tuple[date, list[str], list[Difference]]]
) -> Page:
    """Return the page of all changes, the newest first."""
    days = [(day, documents, lines(material, w, group)) for day, documents, group in reversed(by_day)]
    values = {"days": days, "left": len(material.days) - len(days)}
    return Page("changes.html", "changes.html", w("nav.changes"), w("changes.lead"), values)


def list_pages(material: Material, w: Words, answers: Mapping[str, Answer]) -> list[Page]:
    """Return the lists of events, actors, weapon types, documents, questions, places and topics."""
    m = material
    by_kind = _by_kind(m, "event")
    pages = [
        _list(
            w,
            "events",
            [
                (w.kind(kind), kind.lower(), event_rows(m, w, (f.id for f in facts)))
                for kind, facts in by_kind
            ],
            True,
        )
    ]
    for section, key in list(SECTIONS.values())[1:]:
        groups = [
            (w.kind(kind), kind.lower(), [Row(f.id, note=_note(m, w, f)) for f in facts])
            for kind, facts in _by_kind(m, section)
        ]
        pages.append(_list(w, key, groups))
    topics = groupby(answers.values(), key=lambda a: a.preset.topic)
    asked = [
        (w.either("preset.topic", topic), topic, [_question(a, w) for a in group]) for topic, group in topics
    ]
    return [*pages, _list(w, "questions", asked)]


def _question(answer: Answer, w: Words) -> Row:
    return Row(path=answer.path, name=answer.preset.title.said(w.language), note=answer.finding)


def _by_kind(material: Material, section: str) -> list[tuple[str, list[Fact]]]:
    groups: dict[str, list[Fact]] = {}
    for fact in material.in_section(section):
        groups.setdefault(material.kind(fact.id), []).append(fact)
    order = list(kinds())
    return [
        (kind, sorted(groups[kind], key=lambda f: (material.name(f.id).casefold(), f.id)))
        for kind in sorted(groups, key=order.index)
    ]


def _note(material: Material, w: Words, fact: Fact) -> str:
    if isinstance(fact, Document):
        return (
            f"{joined([material.name(fact.outlet), fact.published.text])},"
            f" {w('n.claims', n=len(material.printed.get(fact.id, ())))}"
        )
    said, about = len(material.said_by.get(fact.id, ())), len(material.about.get(fact.id, ()))
    return ", ".join(
        w(key, n=n) for key, n in (("site.counts.said", said), ("site.counts.about", about)) if n
    )


def _list(w: Words, key: str, groups: Iterable[Group], as_events: bool = False) -> Page:
    return Page(
        f"{key}.html",
        "list.html",
        w(f"nav.{key}"),
        w(f"list.{key}"),
        {"lead": w(f"list.{key}"), "groups": list(groups), "as_events": as_events},
    )


def search_page(material: Material, w: Words, answers: Mapping[str, Answer]) -> Page:
    """Return the search page, which is the list of everything where no script runs."""
    m = material
    groups = [
        (
            w(f"nav.{key}"),
            key,
            [Row(f.id) for f in sorted(m.in_section(section), key=lambda f: (m.name(f.id).casefold(), f.id))],
        )
        for section, key in SECTIONS.values()
    ]
    groups.append((w("nav.questions"), "questions", [_question(a, w) for a in answers.values()]))
    return Page("search.html", "search.html", w("nav.search"), w("search.lead"), {"groups": groups})


def about_page(material: Material, w: Words) -> Page:
    """Return the page that says how to read the others, and what they were made from."""
    m, options = material, material.options
    marks = [("status", s, w(f"status.{s}.means")) for s in STATUSES]
    marks += [("stance", s, w(f"stance.{s}.means")) for s in STANCES]
    build = [(w("about.corpus"), m.corpus_hash), (w("about.day"), str(m.days[-1] if m.days else ""))]
    build += [(w("about.as.of"), str(options.as_of))] if options.as_of else []
    build += shared(m, w)
    build += [(w("about.facts"), w.number(len(m.facts))), (w("about.made"), f"kg {__version__}")]
    reading = [w(f"about.reading.{n}") for n in range(1, 5)] + (
        [w("about.quotes")] if options.sources else []
    )
    values = {
        "marks": marks,
        "reading": reading,
        "build": build,
        "command": command(m),
    }
    return Page("about.html", "about.html", w("nav.about"), w("about.lead"), values)


def command(material: Material) -> str:
    """Return how the site is built again."""
    options, words = material.options, ["kg site DIR"]
    words += [f"--lang {options.language}"] if options.language != ENGLISH else []
    words += [f"--as-of {options.as_of}"] if options.as_of else []
    words += [f"--collection {material.store.collection}"] if material.collection else []
    return " ".join(words + options_of(material.store.held_back))
