"""What a person decides about a draft: it becomes a claim of the seeds, or is rejected."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from kg.curate.corpus import document as document_of
from kg.curate.drafts.draft import Draft
from kg.curate.drafts.folder import folder_of
from kg.curate.drafts.insert import with_claim
from kg.curate.drafts.open_points import looked
from kg.errors import CallError, Problem, SeedError
from kg.sources import texts
from kg.sources.fingerprint import seed_files
from kg.sources.located import Located
from kg.sources.seeds import load


class Accepted(NamedTuple):
    """A draft that became a claim.

    Attributes:
        draft: as it is kept.
        file: the file of facts that has the claim now.
    """

    draft: Draft
    file: Path


def accept(seeds: str | os.PathLike[str], number: int, sources: Path | None = None) -> Accepted:
    """Add the claim of a draft to the file of its document, and check the corpus with it.

    The file is as it was before when anything is wrong, and untouched when somebody else has changed it
    meanwhile.

    Args:
        seeds: the folder of the facts.
        number: of the draft.
        sources: folder of the texts; where the text is at hand the cited words are proven.

    Raises:
        CallError: there is no such draft, it was decided, something is open or does not fit, or the file was
            changed meanwhile.
        SeedError: the corpus is wrong already, or would be with the claim.
    """
    folder = folder_of(seeds)
    draft = folder.undecided(number)
    facts = load(seeds)
    found = looked(draft.claim, facts)
    if found.open or found.wrong:
        problems = [Problem(f"draft {number} lacks {point}") for point in found.open]
        problems += [one._replace(what=f"draft {number}: {one.what}") for one in found.wrong]
        raise CallError(*problems[:-1], problems[-1]._replace(todo=f"'kg draft edit {number}' fills it in"))
    document = document_of(facts, draft.document)
    _prove(draft, document, sources)
    path = _file_of(document, Path(seeds))
    _add(path, draft, Path(seeds), sources)
    return Accepted(folder.change(draft, state="accepted"), path)


def reject(seeds: str | os.PathLike[str], number: int, why: str = "") -> Draft:
    """Reject a draft: it is kept, so that nothing proposes the same again.

    Raises:
        CallError: there is no such draft, or it was decided.
    """
    folder = folder_of(seeds)
    return folder.change(folder.undecided(number), state="rejected", reason=why)


def _prove(draft: Draft, document: Located[Any], sources: Path | None) -> None:
    text = texts.read(sources, document.fact.file)
    for place in draft.claim["cited"]:
        if place["document"] != draft.document or "sha256" not in place:
            continue
        quote = texts.quote_in(text, *(place[name] for name in ("paragraph", "start", "end", "sha256")))
        if quote.state == "wrong":
            what = f"draft {draft.number} cites words that do not stand in {document.fact.file} any more"
            raise CallError(Problem(what, todo="reject it, or cite again with 'kg cite'"))


def _file_of(document: Located[Any], seeds: Path) -> Path:
    """Return the file of facts that has a document."""
    every = {path.absolute() for path in seed_files(seeds)}
    for base in (Path.cwd(), seeds.absolute().parent):
        if base / document.file in every:
            return base / document.file
    what = f"document '{document.id}' stands in {document.file}, which is no file for claims"
    raise CallError(Problem(what, expected="a YAML file of facts", todo="write the claim into one yourself"))


def _add(path: Path, draft: Draft, seeds: Path, sources: Path | None) -> None:
    """Write the claim into a file; the file is as before when that makes anything wrong."""
    from kg.system.atomic_files import write_atomically

    before = path.read_bytes()
    after = with_claim(before, draft.claim)
    with _restored(path, before, after):
        _write(path, before, after)
        wrong = _errors(seeds, sources)
        if wrong:
            write_atomically(path, before)
            known = {(one.code, one.what) for one in _errors(seeds, sources)}
            new = [one for one in wrong if (one.code, one.what) not in known]
            if new:
                raise SeedError(*new)
            _write(path, before, after)


def _write(path: Path, before: bytes, after: bytes) -> None:
    from kg.system.atomic_files import write_atomically

    if path.read_bytes() != before:
        raise CallError(
            Problem(f"{path} was changed meanwhile by somebody else", todo="nothing was written; try again")
        )
    write_atomically(path, after)


@contextmanager
def _restored(path: Path, before: bytes, after: bytes) -> Iterator[None]:
    """Put back what a file held, if it holds what was written when something goes wrong."""
    from kg.system.atomic_files import write_atomically

    try:
        yield
    except BaseException:
        if path.read_bytes() == after:
            write_atomically(path, before)
        raise


def _errors(seeds: Path, sources: Path | None) -> list[Problem]:
    from kg.curate.check.run import check

    return [one.problem for one in check(seeds, sources).findings if one.level == "error"]
