"""What is shared of facts, some of which are marked too strictly, not reviewed, or withdrawn."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.analysis.placeholders import stand_ins
from kg.analysis.subset import closed, names, still_reviewed
from kg.errors import CallError, Problem, nearest
from kg.model.review import MARKS, Status, effective_mark, status_of, usual_mark
from kg.model.sharing import HeldBack
from kg.model.stances import side_of
from kg.model.weighing import takes_back

if TYPE_CHECKING:
    from kg.model.kinds import Fact

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_GONE = "held-back"
"""What stands in a remark for the id of what is not shared."""


class Shared(NamedTuple):
    """The facts that may be shared.

    Attributes:
        facts: a graph of its own.
        held: ids of the claims and documents that it does not hold; for whoever holds all facts alone.
        statement: how many these are.
    """

    facts: list[Fact]
    held: frozenset[str]
    statement: HeldBack


def held_back(
    facts: Iterable[Fact],
    mark: str | None = None,
    reviewed: bool = False,
    whole: Iterable[Fact] | None = None,
) -> Shared:
    """Return a graph without what is marked stricter, and without what nobody else has accepted.

    The mark of a claim is the strictest of its own and those of its documents. What is withdrawn is never
    shared, nor is a claim of which only such documents tell, or that was taken back where nobody may see it.
    Where something that is shared passes on, or speaks of, a claim that is not, a placeholder stands for that
    claim and passes on what it did, so that every chain ends where it did and nobody looks like a root who is
    none. It has another id in each run, nobody speaks it, and it has neither day nor words nor figure; of
    what it says only the stance and the hedge are left. A document that is shared and copies one that is not
    copies a placeholder, too. What only facts that are held back name is not there either.

    Args:
        facts: all facts of a graph.
        mark: the strictest mark that is shared; None for every mark.
        reviewed: share only claims that are reviewed as they are.
        whole: the facts from which these were taken, which tell their marks; None where they are all.

    Raises:
        CallError: the mark, or that of KG_MARK, is none.

    Example:
        >>> held_back([], "green").statement.claims
        0
    """
    checked_mark(mark)
    by_id: dict[str, Any] = {fact.id: fact for fact in facts}
    every = by_id if whole is None else {fact.id: fact for fact in whole}
    held = frozenset(_held(by_id, every, mark, reviewed))
    documents = {i for i in held if type(by_id[i]).KIND == "document"}
    statement = HeldBack(len(held) - len(documents), len(documents), mark, reviewed)
    if not held:
        return Shared([*by_id.values()], held, statement)
    known = {i: _without_names_from(fact, documents) for i, fact in by_id.items() if i not in held}
    shown = {i: f for i, f in known.items() if type(f).KIND in ("claim", "document")}
    named = {
        fact.id for fact in closed(shown, known, {i for i in known if type(known[i]).KIND == "document"})
    }
    stand = stand_ins(by_id, shown, held, named)
    known |= {i: stand.linked(fact, held) for i, fact in shown.items()} | stand.made
    papers = {i for i, fact in known.items() if type(fact).KIND == "document"}
    kept = {i: f for i, f in known.items() if type(f).KIND in ("claim", "document")}
    kept = {f.id: f for f in closed(kept, known, papers)}
    kept |= _named_by_nobody(known, kept, [by_id[i] for i in held], by_id)
    kept |= {
        i: f
        for i, f in known.items()
        if type(f).KIND == "judgement"
        and {*f.between} <= kept.keys()
        and {c.document for c in f.cited} <= papers
    }
    gone = {i for i in by_id.keys() - kept.keys() if not i.isalpha()}
    return Shared([_last(by_id.get(f.id), f, gone) for f in kept.values()], held, statement)


def checked_mark(mark: str | None) -> None:
    """Refuse a mark that is none.

    Raises:
        CallError: it is none.
    """
    if mark is not None and mark not in MARKS:
        what, close = f"'{mark[:80]}' is no mark", nearest(mark, MARKS)
        raise CallError(Problem(what, expected=f"one of {', '.join(MARKS)}", nearest=close))


def _held(by_id: Mapping[str, Any], every: Mapping[str, Any], mark: str | None, reviewed: bool) -> set[str]:
    """Return the documents and claims that are not shared, by the marks that they have among every fact."""
    most, usual = MARKS.index(mark) if mark else len(MARKS), usual_mark()

    def strict(fact: Any) -> bool:
        return (
            status_of(fact) == Status.WITHDRAWN
            or MARKS.index(effective_mark(every[fact.id], every, usual)) > most
        )

    held = {i for i, fact in by_id.items() if type(fact).KIND == "document" and strict(fact)}
    claims = [fact for fact in by_id.values() if type(fact).KIND == "claim"]
    todo = [
        fact
        for fact in claims
        if strict(fact) or _rests_on(fact, held) or (reviewed and status_of(fact) != Status.REVIEWED)
    ]
    while todo:
        held.update(fact.id for fact in todo)
        todo = [by_id[i] for fact in todo for i in _taken_back(fact, by_id) if i not in held]
    return held


def _taken_back(claim: Any, by_id: Mapping[str, Any]) -> Iterator[str]:
    """Yield the claims that one takes back: nobody shall see them without it."""
    if side_of(claim.stance) == "back":
        corrects = any(by_id[c.document].corrects for c in claim.cited)
        for i in (*claim.answers, claim.about):
            other = by_id[i]
            if type(other).KIND == "claim" and (corrects or takes_back(claim.voices, other.voices)):
                yield i


def _rests_on(claim: Any, documents: Collection[str]) -> bool:
    """Return whether a claim is what one of these documents says, or is printed nowhere else."""
    return claim.stated_in in documents or all(c.document in documents for c in claim.cited)


def _without_names_from(fact: Any, documents: Collection[str]) -> Any:
    """Return a fact without the names that some documents use for it."""
    aliases = getattr(fact, "aliases", ())
    left = [alias for alias in aliases if alias.document not in documents]
    return fact if len(left) == len(aliases) else fact.model_copy(update={"aliases": left})


def _named_by_nobody(
    known: Mapping[str, Any], kept: Mapping[str, Any], held: Iterable[Any], by_id: Mapping[str, Any]
) -> dict[str, Any]:
    """Return what no claim or document names, shared or not, at any remove, with what it names itself.

    What names something that only facts which are held back name is not among them.
    """
    hidden, todo = set[str](), [other for fact in held for other in names(fact)]
    while todo:
        if (other := todo.pop()) in by_id and other not in hidden:
            hidden.add(other)
            todo += names(by_id[other])
    left = {
        i: f
        for i, f in known.items()
        if i not in kept and i not in hidden and type(f).KIND not in ("claim", "document", "judgement")
    }
    while wrong := [
        i for i, f in left.items() if any(o in by_id and o not in kept and o not in left for o in names(f))
    ]:
        for i in wrong:
            del left[i]
    return left


def _last(before: Any, fact: Any, gone: Collection[str]) -> Any:
    """Return a fact without ids of what is not shared in its remarks, reviewed if it was.

    Args:
        before: the fact as it was; None for a placeholder.
        fact: what is left of it.
        gone: ids that can be nothing but ids.
    """
    text = fact.model_dump_json()
    if not {*_ID.findall(text)}.isdisjoint(gone):
        trimmed = _ID.sub(lambda found: _GONE if found[0] in gone else found[0], text)
        fact = type(fact).model_validate_json(trimmed)
    return fact if before is None else still_reviewed(before, fact)
