"""What of a claim about a shipment no cell holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.formats.sipri.columns import BETWEEN
from kg.formats.sipri.rows import goods

_CLAIM = frozenset("id stance facet speaker speakers said about quantity when place hedge paraphrase".split())
_EVENT = frozenset("id supplier recipient goods stage weapon_types".split())
"""Fields of claims and shipments that cells hold."""


def missing(claim: Any, facts: Mapping[str, Any]) -> Iterator[str]:
    """Yield what of a claim and of its shipment no cell holds."""
    event = facts[claim.about]
    for fact, held, whose in ((claim, _CLAIM, ""), (event, _EVENT, " of the shipment")):
        for name, info in type(fact).model_fields.items():
            if name not in held and not info.exclude and getattr(fact, name) not in (None, False, [], {}):
                yield f"'{name}'{whose}"
    if len(event.weapon_types) > 1:
        yield "one or more of several weapon types"
    if event.weapon_types and event.goods not in goods(claim, facts):
        yield "'goods' of the shipment"
    figure = claim.quantity
    for name in ("vague", "of", "total", "priced") if figure else ():
        if getattr(figure, name):
            yield f"'{name}' of the figure"
    if any(BETWEEN.strip() in facts[id].caption for id in (*event.supplier, *event.recipient, *claim.voices)):
        yield "a semicolon in a name, which stands between names"
