"""Opening the store that is meant.

It is the one named, else the server in the environment, else the default file, which is built when needed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from kg import paths
from kg.errors import Problem, StoreError
from kg.load.keeping import fill, fingerprint_in, parts, spare
from kg.model.sharing import ALL, Only
from kg.system import spills

if TYPE_CHECKING:
    from kg.load.seeds import Plan
    from kg.store import Store


def chosen(given: str | None, folder: str) -> tuple[str, bool]:
    """Return where the store is, and whether it is the default one (which may be rebuilt at will)."""
    where = given or os.environ.get("NEO4J_URI")
    return (where, False) if where else (paths.default_store(folder), True)


def to_load(where: str | None, folder: str, told: Callable[[str], None]) -> Store:
    """Return the store to load into; a default one that is damaged counts as empty, and `told` says so.

    Args:
        where: as for `ready`.
        folder: of the facts.
        told: gets the remark.
    """
    from kg.store import connect

    place, default = chosen(where, folder)
    return spare(place, told) if default else connect(place)


def ready(
    where: str | None,
    seeds: str | None,
    timeout: float | None = None,
    *,
    told: Callable[[str], None],
    carry_out: Callable[[Plan], None],
    only: Only = ALL,
) -> Store:
    """Open a store for reading: all of it, or a part.

    The default store is built again when the seeds changed or it is damaged, by one process at a time; when
    it cannot be kept, the answer comes from memory. Any other store is left as it is, and `told` says that it
    is stale.

    Args:
        where: path, address or `memory`; None for NEO4J_URI, else the default file of the seeds.
        seeds: folder of the facts; None for KG_SEEDS, else those of the corpus that is open.
        timeout: seconds after which a server ends a reading statement.
        told: gets remarks on a store that may not be what is expected.
        carry_out: loads what is missing.
        only: the part to ask alone.

    Raises:
        CallError: there is no such collection or mark.
        StoreError: it holds nothing of ours, or cannot be read.
    """
    folder = paths.seeds(seeds)
    place, default = chosen(where, folder)
    opened = _whole(place, default, folder, timeout, told, carry_out)
    if only == ALL:
        return opened
    from kg.load.narrowed import narrowed

    try:
        found = narrowed(opened, only, told, carry_out, beside=default and opened.name == place)
    except BaseException:
        opened.close()
        raise
    if found is not opened:
        opened.close()
    return found


def _whole(
    place: str,
    default: bool,
    folder: str,
    timeout: float | None,
    told: Callable[[str], None],
    carry_out: Callable[[Plan], None],
) -> Store:
    """Open the store at a place, built again or looked at; see `ready`."""
    from kg.store import connect

    _sweep(place)
    if default:
        return built(folder, told, carry_out)
    opened = connect(place, timeout=timeout)
    try:
        _look_at(opened, folder, place == "memory", told, carry_out)
    except BaseException:
        opened.close()
        raise
    return opened


def built(folder: str, told: Callable[[str], None], carry_out: Callable[[Plan], None]) -> Store:
    """Open the default store of a folder of facts, built again where needed; see `ready`."""
    from kg.sources.fingerprint import fingerprint
    from kg.store import connect

    place, wanted = paths.default_store(folder), fingerprint(folder)
    usual = connect(place)
    if (loaded := fingerprint_in(usual)) == wanted:
        return usual
    if is_from_file(loaded):
        _look_at(usual, folder, True, told, carry_out)
        return usual
    usual.close()
    why = f"another process builds {place}"
    try:
        if fill(place, told, lambda opened: _look_at(opened, folder, True, told, carry_out)):
            return usual
        if loaded is not None:
            told(f"{place} is older than the seeds, and another process is still building it")
            return usual
    except StoreError as error:
        why = error.problems[0].what
    told(f"{why}: this answer comes from memory")
    return ready("memory", folder, told=told, carry_out=carry_out)


def _sweep(place: str) -> None:
    """Remove what processes that were killed left; where nothing lies this costs two looks."""
    if os.path.isdir(paths.building(place)):
        from kg.store.embedded.turn import sweep

        sweep(place)
    spills.sweep(os.environ.get("TMPDIR") or "/tmp")


def _look_at(
    opened: Store, folder: str, rebuild: bool, told: Callable[[str], None], carry_out: Callable[[Plan], None]
) -> None:
    """Compare a store with the seeds: build it again, or say what is to be known before trusting it."""
    from kg.sources.fingerprint import fingerprint
    from kg.store import is_server, statements

    loaded, wanted = opened.fingerprint(), fingerprint(folder)
    if loaded is not None and not rebuild:
        whole, opened.collection, opened.held_back = parts(loaded)
        if whole == wanted or is_from_file(whole):
            return
    if loaded == wanted:
        return
    if is_from_file(loaded):
        told(f"{opened.name} was loaded from a file; 'kg load' brings the facts of {folder} back")
    elif rebuild:
        from kg.load.seeds import plan_seeds

        carry_out(plan_seeds(folder, opened))
    elif loaded is not None:
        how = f"'kg load' brings it up to date, --seeds names the facts if they are not in {folder}"
        told(f"{opened.name} is older than the seeds; {how}")
    elif is_server(opened.name):
        told(f"nothing is loaded in {opened.name}, or its load was cut off; run 'kg load'")
    else:
        opened.query(statements.ANY, {})  # a file that is not there is refused in the store's own words
        raise StoreError(
            Problem(f"nothing is loaded in {opened.name}", todo="run 'kg load' with the same --store first")
        )


def is_from_file(loaded: str | None) -> bool:
    """Return whether a fingerprint is that of a file of facts, whose store no seeds replace by themselves."""
    return loaded is not None and loaded.startswith("file:")
