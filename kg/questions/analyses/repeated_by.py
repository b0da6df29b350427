"""Who repeats a claim, directly or through others?

:title-de Wer wiederholt eine Behauptung, unmittelbar oder über andere?
:asked    who copied it; retellings of a claim; who took it over; wer hat es übernommen; Wiederholungen einer
          Behauptung
:about    One row per claim that passes it on; hops counts the relays in between on the shortest way, and 0 is
          the claim itself. figure is what each of them says, documents is where it is printed. Claims that
          were taken back are kept here: taken_back is the day on which that was known. Reports that do not
          say from whom they have it are not found.
:param    claim id<Claim> only this claim
:example  --claim wapo-source-troops-training-2024-10-11
:returns  hops int, said date, said_text span, speaker str?, stance str, figure str?, what str,
          documents list<str>, taken_back date?, told_by str
:key      told_by
:order    hops, said, told_by
:table    hops, said, speaker, figure, documents
:drawing  chain
:tags     claims, attribution
"""

from __future__ import annotations

from datetime import date
from typing import Any

from kg.analysis.relays import retold
from kg.model.weighing import TAKEN_BACK
from kg.questions.scope import Answer, Scope


def answer(scope: Scope) -> Answer:
    """List the claims that pass one on, at any remove, the nearest first."""
    world, claim = scope.world, scope.parameters["claim"]
    hops = retold(claim, world.relays) if claim in world.claims else {}
    shown = {c: n for c, n in hops.items() if scope.among is None or c in scope.among}
    rows = [
        (
            shown[c],
            own["said"],
            own["said_text"],
            own.get("speaker_name"),
            own["stance"],
            own.get("how_many"),
            own["paraphrase"],
            sorted({*world.printed_in[c]}),
            _known(own.get(TAKEN_BACK), scope.parameters["as_of"]),
            c,
        )
        for c, own in scope.properties(shown).items()
    ]
    return Answer(sorted(rows, key=lambda row: (row[0], row[1], row[-1])))


def _known(day: Any, as_of: date | None) -> Any:
    return None if day is not None and as_of is not None and day > as_of else day
