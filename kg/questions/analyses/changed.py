"""What changed since a day?

:title-de Was hat sich seit einem Tag geändert?
:asked    what is new since a day; changes since a day; was ist neu seit einem Tag; Änderungen seit einem
          Tag
:about    One row per thing that is otherwise than on that day: new events and figures, revisions, status,
          credibility and roots. What was published on the day itself belongs to what was known before.
:param    since date   compare with what was published on or before this day
:example  --since 2024-10-13 --as-of 2024-10-18 --topic troop-numbers
:example  --since 2024-10-13
:returns  event str, name str, what choice<new event|status|credibility|roots|revised|figure|taken back|new
          claims>, before str?, after str?, claims list<str>, rule str
:key      event, what, claims
:order    event, what, claims
:table    name, what, before, after, claims, rule
:drawing  timeline
:tags     changes, status
"""

from __future__ import annotations

from kg.analysis.asof import cut
from kg.analysis.changed import changed
from kg.errors import CallError, Problem
from kg.language.title import Title
from kg.questions.scope import Answer, Scope


def answer(scope: Scope) -> Answer:
    """Compare two days of knowledge.

    Raises:
        CallError: the later day is the earlier one.
    """
    start, end = scope.parameters["since"], scope.parameters["as_of"]
    if end is not None and end < start:
        raise CallError(Problem(f"--as-of {end} is before --since {start}", expected="a later day"))
    world = cut(scope.all_known, None, scope.parameters["recorded_by"])
    rows = (
        (d.event, world.things[d.event].name, d.what, d.before, d.after, d.claims, d.rule)
        for d in changed(world, start, end, scope.among)
    )
    title = Title(f"What changed since {start}?", {"de": f"Was hat sich seit {start} geändert?"})
    return Answer(rows, title=title)
