"""With whom each object of STIX may be shared, and the marks of TLP 2.0 as objects.

Source: OASIS, cti-stix-common-objects, extension TLP 2.0; FIRST, Traffic Light Protocol 2.0.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kg.model.review import MARKS, Reviewable, effective_mark, usual_mark

if TYPE_CHECKING:
    from kg.formats.stix.words import Line
    from kg.model.base import Fact

TLP = {
    "clear": "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
    "green": "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
    "amber": "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
    "amber+strict": "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
    "red": "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
}
"""Ids of the objects that the standard fixes for the marks of TLP 2.0."""
_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"


def definition(mark: str) -> dict[str, Any]:
    """Return the object of a mark as the standard gives it.

    Example:
        >>> definition("amber")["name"]
        'TLP:AMBER'
    """
    return {
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": TLP[mark],
        "created": "2022-10-01T00:00:00.000Z",
        "name": f"TLP:{mark.upper()}",
        "extensions": {_EXTENSION: {"extension_type": "property-extension", "tlp_2_0": mark}},
    }


def marks(facts: Mapping[str, Fact], lines: Iterable[Line]) -> dict[str, str]:
    """Return the mark of every fact.

    Documents and claims have their own. Anything else has the loosest of those that name it, directly or
    through others without a mark: an event that only claims marked red speak of is red, too.
    """
    names: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        names[line.by].append(line.end if line.by == line.start else line.start)
    own = {i: effective_mark(fact, facts) for i, fact in facts.items() if isinstance(fact, Reviewable)}
    found = dict(own)
    for mark in MARKS:
        todo = [i for i, level in own.items() if level == mark]
        while todo:
            new = [other for other in names[todo.pop()] if other in facts and other not in found]
            found.update(dict.fromkeys(new, mark))
            todo += new
    return {
        i: found.get(i) or max(usual_mark(), effective_mark(f, facts), key=MARKS.index)
        for i, f in facts.items()
    }
