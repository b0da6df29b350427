"""Claims about shipments in the order of columns of SIPRI's trade register (CSV).

SIPRI's columns hold what its register means by them and no more: a number stands there only when somebody
asserts exactly that many of the weapons themselves, ordered or arrived. Bounds, other units, other stances
and hedges stand in the columns to the right of SIPRI's, where `low` is `>60` for "more than 60"; there is
never a midpoint. `kg import sipri-order` reads the table back.

Source: SIPRI Arms Transfers Database, export of the trade register, layout of 2025.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.formats.leaving import Exported, Loss
from kg.formats.text import harmless

if TYPE_CHECKING:
    from kg.model.kinds import Fact

FORMAT = "sipri"
OF = "facts"
ENDINGS = (".sipri.csv",)
ABOUT = "Claims about shipments in the order of SIPRI's trade register (CSV)."

TITLES = (
    "Claims about transfers of arms in the columns of SIPRI's trade register. These are not SIPRI's data.",
    "A row is a claim and not a deal: several rows are about one shipment. Never add them up.",
    "A number stands in SIPRI's columns only where somebody asserts exactly that many weapons.",
    "A '?' indicates a number that is approximate or said with a hedge or an uncertain year.",
    "Status has the stance of who does not assert it and the stage of what is only wanted or planned.",
    "Bounds stand in 'low' and 'high': '>60' is more than 60 and an empty cell is not known.",
    "An empty 'speaker' is one whom no text names.",
    "The columns of TIV are empty: only SIPRI works these values out.",
    "",
    "Source: the documents that print each claim; the exported facts name them.",
)
"""As many lines as SIPRI has above the day and the header, so that what skips those skips these."""


def render(facts: Sequence[Fact]) -> Exported:
    """Write a row for each claim about a shipment, in the order of columns of SIPRI's trade register.

    Bounds, unit, stance, who speaks and when stand to the right of SIPRI's columns.

    \b
    Example:
      kg export sipri --output shipments.sipri.csv
    """
    from kg.formats.sipri.columns import columns
    from kg.formats.sipri.missing import missing
    from kg.formats.sipri.rows import row
    from kg.model.derived import retracted

    by_id: dict[str, Any] = {fact.id: fact for fact in facts}
    claims = [fact for fact in by_id.values() if type(fact).ROLE == "claim" and _moves(by_id.get(fact.about))]
    loss = _left_out(by_id, {fact.id for fact in claims} | {fact.about for fact in claims})
    for claim in claims:
        for what in missing(claim, by_id):
            loss.cut(what, claim.id)
        loss.cut("SIPRI's trend-indicator values (TIV), which only SIPRI works out", claim.id)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    out.writelines(f"{line}\n" for line in TITLES)
    printed = {c.document for claim in claims for c in claim.cited} & by_id.keys()
    days = sorted(str(by_id[id].recorded.first) for id in printed)
    out.write(f"Data generated: {days[-1] if days else 'never'}\n")
    writer.writerow(columns())
    gone = retracted(by_id)
    writer.writerows([harmless(cell) for cell in row(claim, by_id, claim.id in gone)] for claim in claims)
    return Exported(out.getvalue(), loss)


def _moves(about: Fact | None) -> bool:
    """Return whether a fact is an event in which a supplier hands goods to a recipient."""
    from kg.model.kinds import links

    return about is not None and {"supplier", "recipient"} <= {
        link.role for link in links(type(about)).values()
    }


def _left_out(facts: Mapping[str, Fact], out: set[str]) -> Loss:
    loss = Loss()
    for id, fact in facts.items():
        if id not in out:
            loss.leave_out(_why(fact), id)
    return loss


def _why(fact: Fact) -> str:
    role = type(fact).ROLE
    if role == "claim":
        return "claims about what is no shipment"
    if role == "event":
        return "shipments that no claim is about" if _moves(fact) else "events that are no shipments"
    return f"{role if role.endswith('s') else f'{role}s'}, at most named in cells"
