"""What leaves for other programs: which facts, what they become, and what is lost on the way."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.errors import CallError, Problem, nearest, number_of

if TYPE_CHECKING:
    from kg.model.kinds import Fact
    from kg.model.sharing import HeldBack

EXAMPLES = 3
"""Ids that a statement of loss names for each reason."""


@dataclass
class Loss:
    """What another format has no place for, by reason.

    Attributes:
        whole: ids of the facts that are not in the file at all.
        part: ids of the facts that are there without something of theirs; one may be under several reasons.

    Example:
        >>> loss = Loss()
        >>> loss.leave_out("no schema for a weapon type", "kn-23")
        >>> loss.cut("bounds of figures", "claim-1")
        >>> loss.record(3)["facts"]
        {'in': 3, 'out': 2, 'lost': 1}
    """

    whole: dict[str, list[str]] = field(default_factory=dict)
    part: dict[str, list[str]] = field(default_factory=dict)

    def leave_out(self, reason: str, *ids: str) -> None:
        """Note facts that the file does not hold."""
        if ids:
            self.whole.setdefault(reason, []).extend(ids)

    def cut(self, reason: str, *ids: str) -> None:
        """Note facts that the file holds without something of theirs."""
        if ids:
            self.part.setdefault(reason, []).extend(ids)

    def cut_fields(self, fact: Fact, carried: Collection[str]) -> None:
        """Note the fields of a fact that say something and are not carried over."""
        for name, info in type(fact).model_fields.items():
            value = getattr(fact, name)
            usual = None if info.is_required() else info.get_default(call_default_factory=True)
            if name != "id" and name not in carried and not info.exclude and value not in (usual, None):
                self.cut(f"'{name}'", fact.id)

    @property
    def lost(self) -> int:
        """How many facts are not in the file."""
        return sum(len(ids) for ids in self.whole.values())

    def record(self, facts: int) -> dict[str, Any]:
        """Return the statement that is written beside the file.

        Args:
            facts: how many facts were to be exported; those in the file and those lost add up to it.
        """
        return {
            "facts": {"in": facts, "out": facts - self.lost, "lost": self.lost},
            "left out": _counted(self.whole),
            "cut": _counted(self.part),
        }

    def told(self, facts: int) -> str:
        """Return the statement in a few lines, for people."""
        lines = [f"{number_of(facts - self.lost, 'fact')} of {facts:,} written"]
        lines += [
            f"  left out: {len(ids):,} ({reason}), such as {_some(ids)}" for reason, ids in self.whole.items()
        ]
        lines += [
            f"  without {reason}: {len(ids):,}, such as {_some(ids)}" for reason, ids in self.part.items()
        ]
        return "\n".join(lines)


Content = str | bytes | Iterator[str]
"""What stands in a file: all of it, or text in pieces, which are made when they are taken."""


@dataclass(frozen=True)
class Exported:
    """A file, or the files of a folder by name, and what they do not hold."""

    content: Content | Mapping[str, Content]
    loss: Loss


def pieces(content: Content) -> Iterable[str | bytes]:
    """Return what stands in a file in pieces.

    Example:
        >>> list(pieces("a")), list(pieces(iter(("a", "b"))))
        (['a'], ['a', 'b'])
    """
    return [content] if isinstance(content, (str, bytes)) else content


def statement(exported: Exported, format: str, facts: int, held: HeldBack | None = None) -> str:
    """Return the statement of loss as it is written beside a file, with what is held back of the graph."""
    record = {"format": format, **exported.loss.record(facts)}
    if held:
        record["held back"] = held.record
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def chosen(facts: Iterable[Fact], *, as_of: Any = None, topic: str | None = None) -> list[Fact]:
    """Return the facts of a smaller graph by id: as known on a day, and of one topic.

    Args:
        facts: all facts.
        as_of: day of knowledge; None for no limit.
        topic: id of a topic: its claims, those that they pass on or answer, and all that these name.

    Raises:
        CallError: there is no such topic.
    """
    from kg.analysis.asof import cut_facts

    kept = sorted(facts, key=lambda fact: fact.id)
    if as_of is not None:
        kept = cut_facts(kept, as_of)
    return of_topic(kept, topic) if topic else kept


def of_topic(facts: Iterable[Fact], topic: str) -> list[Fact]:
    """Return the claims of a topic with their whole chains, their documents, and all that these name.

    Raises:
        CallError: there is no such topic.
    """
    from kg.analysis.subset import trimmed, with_chains

    by_id: dict[str, Any] = {fact.id: fact for fact in facts}
    topics = [i for i, f in by_id.items() if type(f).KIND == "topic"]
    if topic not in topics:
        what = f"--topic: there is no topic '{topic[:80]}'"
        expected = f"one of {', '.join(topics)}" if topics else "facts that declare one"
        raise CallError(Problem(what, expected=expected, nearest=nearest(topic, topics)))
    claims = {i: f for i, f in by_id.items() if type(f).KIND == "claim"}
    own = {i: f.cited for i, f in claims.items() if f.topic == topic}
    cited = with_chains(claims, own, lambda claim: (*claim.relays, *claim.answers, claim.about))
    return trimmed(by_id, cited, {c.document for places in cited.values() for c in places})


class Called(NamedTuple):
    """What one fact of a kind is called, and many."""

    one: str
    many: str


def called(fact: Fact) -> Called:
    """Return what facts of a kind are called in English, also where the kind does not say.

    Example:
        >>> from kg.model.kinds.state import State
        >>> called(State(id="kp", name="North Korea")).many
        'States'
    """
    kind, said = type(fact), type(fact).WORDS.get("en", ())
    usual = (kind.KIND, kind.PLURAL)
    return Called(*said[:2], *(word.replace("_", " ").capitalize() for word in usual[len(said) :]))


def _counted(by_reason: Mapping[str, list[str]]) -> list[dict[str, Any]]:
    return [
        {"reason": reason, "count": len(ids), "examples": ids[:EXAMPLES]} for reason, ids in by_reason.items()
    ]


def _some(ids: list[str]) -> str:
    return ", ".join(ids[:EXAMPLES])
