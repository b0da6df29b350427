"""Facts as entities and statements of FollowTheMoney, for OpenSanctions, Aleph and their tools.

What stands at a thing is said of that thing alone: an event is alleged, its summary says so and counts who
asserts and who denies it, and its days, places and kind are those of the allegation. What touches somebody
else is a link whose role ends in "as alleged" and whose proof is the documents that print the claims. So no
Ownership, Directorship, Payment or participation (`involved`) comes out of what is merely said: these have no
place for a doubt. Only a sanction that the authority itself states is a Sanction, too, because its word is
what makes one; a Membership is ours, like the name of an actor. A claim is an UnknownLink from the speaker to
what is spoken of, with the stance as its role; without a speaker a Documentation.

What has no property stands in words, and the loss says which fields do.

Source: followthemoney 4.11, followthemoney.tech.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.formats.leaving import Exported, called

if TYPE_CHECKING:
    from kg.formats.ftm.entity import Entity
    from kg.formats.ftm.whole import Whole
    from kg.model.kinds import Fact

FORMAT = "ftm"
OF = "facts"
ENDINGS = ()
ABOUT = "Entities and statements for OpenSanctions and Aleph (FollowTheMoney)."


def render(facts: Sequence[Fact]) -> Exported:
    """Write entities.ftm.json and statements.csv of FollowTheMoney into a folder.

    Everything alleged is marked as that: events by their summary, links by their role and status, with the
    documents behind them as proof.

    \b
    Example:
      kg export ftm build/ftm
    """
    from kg.formats.ftm.entity import entities_lines, statements_lines
    from kg.formats.ftm.whole import Whole

    known = Whole.of(facts)
    every = sorted((one for fact in facts for one in _entities(fact, known)), key=lambda one: one.id)
    known.loss.cut(
        "signs without width, quotation marks around a name, or the begin of a formula, as they were",
        *sorted({one.origin for one in every if one.changed}),
    )
    files = {"entities.ftm.json": entities_lines(every), "statements.csv": statements_lines(every)}
    return Exported(files, known.loss)


def _entities(fact: Fact, known: Whole) -> list[Entity]:
    from kg.formats.ftm.claims import claim
    from kg.formats.ftm.judgements import judgement
    from kg.formats.ftm.links import links
    from kg.formats.ftm.sanctions import sanctions
    from kg.formats.ftm.things import thing

    if fact.id in known.schemas:
        made = thing(fact, known)
        return [*made, *links(fact, made[0], known), *sanctions(fact, known)]
    role = type(fact).ROLE
    one = claim(fact, known) if role == "claim" else judgement(fact, known) if role == "judgement" else None
    if role not in ("claim", "judgement"):
        kind = called(fact).many.lower()
        known.loss.leave_out(f"FollowTheMoney has no schema for {kind}", fact.id)
    return [one] if one else []
