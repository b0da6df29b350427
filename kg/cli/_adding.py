"""Where commands that add to a corpus write."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import CallError, Problem

if TYPE_CHECKING:
    from kg.curate.adding.placing import Places
    from kg.sources.located import Seeds


def where_to_add(seeds: str | None, sources: str | None) -> tuple[Places, Seeds]:
    """Return where documents are written, and the facts that are there; see `places_to_add`."""
    from kg.sources.fingerprint import seed_files
    from kg.sources.located import Seeds
    from kg.sources.seeds import load

    places = places_to_add(seeds, sources)
    return places, load(places.seeds) if seed_files(places.seeds) else Seeds(())


def places_to_add(seeds: str | None, sources: str | None) -> Places:
    """Return where documents are written.

    Args:
        seeds: folder of the facts that was named.
        sources: folder of the texts that was named.

    Raises:
        CallError: no corpus is meant: what comes with the program is not added to by chance.
    """
    from kg import corpus, paths
    from kg.curate.adding.placing import Places
    from kg.sources import texts

    if not (seeds or os.environ.get("KG_SEEDS") or corpus.found()):
        raise CallError(
            Problem(
                "there is no corpus here to add to",
                expected=f"a folder with {corpus.FILE}, here or above",
                todo="make one with 'kg init DIR' and stand in it, or name one with --corpus DIR",
            )
        )
    folder = Path(os.path.realpath(paths.seeds(seeds)))
    if sources or os.environ.get("KG_SOURCES"):
        named = texts.folder(sources)
        held = texts.folders(named) if named else []
    else:
        held = [Path(each) for each in corpus.at(str(folder.parent)).texts]
    return Places(folder, tuple(each.resolve() for each in held))
