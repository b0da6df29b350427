"""Prints what came of the campaign, and fails if a part is missing.

With KG_UPDATE_DOCS=1 it also writes `docs/reliability.md`.
"""

from __future__ import annotations

import os
import sys

from tests.campaign.page import PAGE, made_with, page
from tests.campaign.table import PARTS, results, table

counts = results()
sys.stdout.write(f"{table(counts)}\n")
missing = [part.title for key, part in PARTS.items() if key not in counts]
if missing:
    sys.exit(f"not tried: {', '.join(missing)}")
if os.environ.get("KG_UPDATE_DOCS"):
    PAGE.write_text(page(counts, made_with()), encoding="utf-8")
