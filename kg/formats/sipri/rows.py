"""One claim about a shipment as a row of SIPRI's trade register."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.formats.sipri.columns import BETWEEN, MANY
from kg.formats.sipri.figures import figure, number
from kg.model.kinds import Fact, links
from kg.model.span import Span
from kg.model.stances import STANCES, side_of
from kg.model.weighing import WHOLE


def row(claim: Any, facts: Mapping[str, Any], gone: bool = False) -> list[str]:
    """Return the cells of a claim about a shipment, in the order of `kg.formats.sipri.columns.columns`.

    Args:
        claim: the claim.
        facts: by id.
        gone: it was taken back, so that no column of SIPRI's has a number of it.
    """
    event = facts[claim.about]
    weapon, wider = goods(claim, facts)
    step = "" if gone else _step(claim, event)
    years = _years(claim.when) if step else []
    count, unsure = number(claim, event, facts) if step else ("", "")
    doubt = "?" if claim.when and claim.when.marked else ""
    ordered = [str(years[0]) if len(years) == 1 else "", doubt if len(years) == 1 else "", count, unsure]
    delivered = [count, unsure, BETWEEN.join(map(str, years))]
    cells = [
        _parties("recipient", event, facts),
        _parties("supplier", event, facts),
        *(ordered if step == "ordered" else [""] * 4),
        weapon,
        wider,
        *(delivered if step == "delivered" else [""] * 3),
        _status(claim, event, gone),
        claim.paraphrase,
        *[""] * 3,
        *figure(claim.quantity),
        claim.when.text if claim.when else "",
        facts[claim.place].caption if claim.place else "",
        BETWEEN.join(facts[id].caption for id in claim.voices),
        claim.stance,
        "" if claim.facet == WHOLE else claim.facet,
        "" if claim.hedge == "plain" else claim.hedge,
        claim.said.text,
        event.stage,
        event.id,
        claim.id,
    ]
    return [" ".join(cell.split()) for cell in cells]


def _parties(role: str, event: Fact, facts: Mapping[str, Any]) -> str:
    """Return who supplies or receives as SIPRI writes it: `NAME*` is an armed group, `NAME**` no state."""
    [ids] = [getattr(event, name) for name, link in links(type(event)).items() if link.role == role]
    return BETWEEN.join(facts[id].caption + _mark(facts[id]) for id in ids) or f"unknown {role}({MANY})"


def _mark(actor: Any) -> str:
    if type(actor).VOICE == "state":
        return ""
    return "*" if getattr(actor, "kind", "") == "armed-group" else "**"


def goods(claim: Any, facts: Mapping[str, Any]) -> tuple[str, str]:
    """Return the designation and the description of what is shipped; the same where no one type is named."""
    event = facts[claim.about]
    counted = claim.quantity.of if claim.quantity else None
    types: list[Any] = [counted] if counted in facts else event.weapon_types
    if len(types) != 1:
        return event.goods, event.goods
    one = types[0]
    wider = str(getattr(facts[one], "subtype_of", ""))
    return facts[one].caption, facts[wider].caption if wider in facts else event.goods


def _step(claim: Any, event: Any) -> str:
    """Return whether somebody asserts an order or a delivery; empty for all else."""
    if side_of(claim.stance) != "for":
        return ""
    stage = claim.quantity.stage if claim.quantity else None
    steps = {"ordered": "ordered", "arrived": "delivered", "delivered": "delivered"}
    return steps.get(str(stage or event.stage), "") if event.stage in ("ordered", "delivered") else ""


def _years(when: Span | None) -> list[int]:
    """Return the years of a span with two ends."""
    if when is None or when.first is None or when.last is None:
        return []
    return list(range(when.first.year, when.last.year + 1))


def _status(claim: Any, event: Any, gone: bool) -> str:
    """Return what keeps a row from being a deal: the stance of a claim, the stage of what is only planned."""
    said = "" if side_of(claim.stance) == "for" else STANCES[claim.stance].words["en"].heading
    stage = event.stage.replace("-", " ") if event.stage not in ("ordered", "delivered") else ""
    return BETWEEN.join(filter(None, (said, stage, "taken back" if gone else "")))
