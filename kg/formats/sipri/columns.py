"""The columns: those of SIPRI's trade register, and ours to the right of them."""

from __future__ import annotations

SIPRI = (
    "Recipient",
    "Supplier",
    "Year of order",
    " ",
    "Number ordered",
    " ",
    "Weapon designation",
    "Weapon description",
    "Number delivered",
    " ",
    "Year(s) of delivery",
    "status",
    "Comments",
    "SIPRI TIV per unit",
    "SIPRI TIV for total order",
    "SIPRI TIV of delivered weapons",
)
MORE = (
    "low",
    "high",
    "unit",
    "measure",
    "per",
    "mode",
    "figure stage",
    "approximate",
    "wording",
    "when",
    "place",
    "speaker",
    "stance",
    "facet",
    "hedge",
    "said",
    "shipment stage",
    "shipment",
    "claim",
)
COLUMNS = (*SIPRI, *MORE)
"""What the header has."""
BETWEEN = "; "
"""What stands between several names or years in one cell."""
