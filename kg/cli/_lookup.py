"""Finding ids that were mistyped."""

from __future__ import annotations

from kg.store.unknown_ids import unknown_id

__all__ = ["unknown_id"]
