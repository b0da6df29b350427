"""What an open draft gains when the facts know more than on the day on which it was proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kg.curate.drafts.draft import Proposal
from kg.model.weighing import UNKNOWN

_BESIDE = ("id", "attribution", "inferred")
"""Fields that go with the value of another one, or that a person keeps."""


def gained(kept: Proposal, new: Proposal) -> Proposal | None:
    """Return an open draft with what it lacks; None where nothing is new.

    What stands in it stays, whoever wrote it; only an unknown speaker becomes a known one.

    Args:
        kept: as the draft is.
        new: the same sentence, read by the facts of today.

    Example:
        >>> kept = Proposal({"speaker": "unknown", "attribution": "aide", "said": "2026"}, 1, ("speaker: ?",))
        >>> new = Proposal({"speaker": "aide", "about": "guns"}, 5, ("speaker: aide", "said: x"))
        >>> gained(kept, new).claim
        {'speaker': 'aide', 'about': 'guns', 'said': '2026'}
        >>> gained(kept, new).why
        ('speaker: aide',)
        >>> gained(new, new)
    """
    claim = _filled(kept.claim, new.claim)
    more = {name for name in claim if claim[name] != kept.claim.get(name)}
    if not more:
        return None
    if "speaker" in more:
        claim.pop("attribution", None)
    old = [why for why in kept.why if why.partition(":")[0] not in more]
    why = (*old, *(why for why in new.why if why.partition(":")[0] in more))
    return replace(kept, claim=claim, score=max(kept.score, new.score), why=why)


def _filled(kept: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a claim with those that only the new one has, in its order."""
    names = [name for name in (*new, *kept) if name in kept or name not in _BESIDE]
    claim = {name: kept.get(name, new.get(name)) for name in names}
    if kept.get("speaker") == UNKNOWN:
        claim["speaker"] = new.get("speaker", UNKNOWN)
    figure, today = kept.get("quantity"), new.get("quantity")
    if isinstance(figure, Mapping) and isinstance(today, Mapping) and today.get("mode"):
        claim["quantity"] = {"mode": today["mode"], **figure}
    return claim
