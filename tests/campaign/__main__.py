"""Prints what came of the campaign; with KG_UPDATE_DOCS=1 it writes docs/reliability.md if all was tried."""

from __future__ import annotations

import os
import sys

from tests.campaign.page import PAGE, made_with, page
from tests.campaign.table import PARTS, results, table

counts = results()
sys.stdout.write(f"{table(counts)}\n")
missing = ", ".join(part.title for key, part in PARTS.items() if key not in counts)
if missing:
    sys.stdout.write(f"not tried here: {missing}\n")
if os.environ.get("KG_UPDATE_DOCS"):
    if missing:
        sys.exit("docs/reliability.md is written when everything was tried")
    PAGE.write_text(page(counts, made_with()), encoding="utf-8")
