"""What stands under a drawing: how to read it, what it rests on, and the day of knowledge."""

from __future__ import annotations

from collections.abc import Iterable

from kg.language.directions import joined
from kg.picture.drawing import Drawing
from kg.picture.subject import Subject
from kg.picture.words import day, iso
from kg.questions.drawings import Kind


def caption(subject: Subject, claims: Iterable[str], kind: Kind, *, left_out: int = 0, more: str = "") -> str:
    """Return the caption of a drawing.

    Args:
        subject: what is drawn.
        claims: those that the drawing rests on; their documents are cited.
        kind: which drawing; its words say how to read it.
        left_out: how many nodes had no room.
        more: what else is to be told about how to read it.
    """
    w = subject.words
    how = w(f"caption.{kind}")
    parts = [w.either(f"caption.{kind}", "narrow", how) if subject.narrow else how, more]
    if left_out:
        parts.append(
            w("no.room", n=w.number(left_out), narrow=w("narrow.flow" if kind == "flow" else "narrow"))
        )
    documents = subject.documents(claims)
    if documents:
        cited = [joined([subject.outlet(d), day(w, subject.properties(d), "published")]) for d in documents]
        parts.append(w("rests", documents=w.listed(cited)))
    else:
        parts.append(w("rests.nothing"))
    if subject.as_of:
        parts.append(w("known.on", day=w.day(str(subject.as_of))))
    elif documents:
        parts.append(w("known.all", day=w.day(iso(subject.properties(documents[-1]).get("published_to")))))
    return " ".join(part for part in parts if part)


def empty(subject: Subject, kind: Kind) -> Drawing:
    """Return a drawing that says that there is nothing to draw, and why."""
    from kg.picture.drawing import TextBlock
    from kg.picture.frame import framed

    w, why = subject.words, subject.words(f"nothing.{kind}")
    told = " ".join([why, *([w("known.on", day=w.day(str(subject.as_of)))] if subject.as_of else [])])
    words = [TextBlock(0, 0, w("nothing"), "start", "lane"), TextBlock(0, 24, why, "start", "note")]
    return framed(Drawing(kind, subject.title, told, (), (), tuple(words)))
