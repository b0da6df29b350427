"""What a person decides about a draft: it becomes a claim of the seeds, or is rejected."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from kg.curate.check.rule import Corpus
from kg.curate.check.rules import rules
from kg.curate.corpus import document as document_of
from kg.curate.drafts.draft import Draft
from kg.curate.drafts.folder import folder_of
from kg.curate.drafts.insert import with_item
from kg.curate.drafts.open_points import looked
from kg.errors import CallError, Problem, SeedError
from kg.language.decoding import decoded
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.sources import texts, yaml_tree
from kg.sources.fingerprint import seed_files
from kg.sources.located import Located, Seeds
from kg.sources.seeds import load
from kg.sources.yaml_tree import Node


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

    Everything is checked before anything is written, so that the file stays as it was when something is
    wrong; it is untouched as well when somebody else has changed it meanwhile.

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
    _prove(draft, facts, sources)
    path = file_of(document, Path(seeds))
    _check(draft, document, facts, sources)
    _add(path, draft)
    return Accepted(folder.change(draft, state="accepted"), path)


def reject(seeds: str | os.PathLike[str], number: int, why: str = "") -> Draft:
    """Reject a draft: it is kept, so that nothing proposes the same again.

    Raises:
        CallError: there is no such draft, or it was decided.
    """
    folder = folder_of(seeds)
    return folder.change(folder.undecided(number), state="rejected", reason=why)


def _prove(draft: Draft, facts: Seeds, sources: Path | None) -> None:
    for place in draft.claim["cited"]:
        document = document_of(facts, place["document"]).fact
        if "sha256" not in place or not document.file:
            continue
        text = texts.read(sources, document.file)
        quote = texts.quote_in(text, *(place[name] for name in ("paragraph", "start", "end", "sha256")))
        if quote.state == "wrong":
            what = f"draft {draft.number} cites words that do not stand in {document.file} any more"
            raise CallError(Problem(what, todo="reject it, or cite again with 'kg cite'"))


def file_of(document: Located[Any], seeds: Path) -> Path:
    """Return the file of facts that has a document.

    Raises:
        CallError: it is not among the seed files.
    """
    every = {path.absolute() for path in seed_files(seeds)}
    for base in (Path.cwd(), seeds.absolute().parent):
        if base / document.file in every:
            return base / document.file
    what = f"document '{document.id}' stands in {document.file}, which is no file for claims"
    raise CallError(Problem(what, expected="a YAML file of facts", todo="write the claim into one yourself"))


def _check(draft: Draft, document: Located[Document], facts: Seeds, sources: Path | None) -> None:
    """Refuse a claim with which the corpus has errors that it has not without it.

    These are the checks that judge claims; those in Cypher ask what a valid claim cannot make wrong.
    """
    claim = Located(Claim, Claim.model_validate(dict(draft.claim)), document.file, Node(0, 0))
    wrong = _errors(Seeds((*facts.located, claim)), sources)
    known = {(one.code, one.what) for one in _errors(facts, sources)} if wrong else set()
    if new := [one for one in wrong if (one.code, one.what) not in known]:
        raise SeedError(*new)


def _errors(facts: Seeds, sources: Path | None) -> list[Problem]:
    corpus = Corpus(facts, sources)
    strict = (rule for rule in rules().values() if rule.level == "error")
    return [found.problem for rule in strict for found in rule.findings(corpus)]


def _add(path: Path, draft: Draft) -> None:
    """Write the claim into a file, if the file then holds what it held and the claim."""
    from kg.system.atomic_files import write_atomically

    before = path.read_bytes()
    after = with_item(before, Claim.PLURAL, draft.claim)
    held, made = (yaml_tree.read_text(decoded(raw), path.name)[0] for raw in (before, after))
    if held is None or made is None or made.value != _with(held.value, draft.claim):
        what = f"the claim cannot be added to {path} as it is written"
        raise CallError(
            Problem(what, todo="give the file a list 'claims:' with an item a line, and try again")
        )
    if path.read_bytes() != before:
        what = f"{path} was changed meanwhile by somebody else"
        raise CallError(Problem(what, todo="nothing was written; try again"))
    write_atomically(path, after)


def _with(held: Any, claim: Mapping[str, Any]) -> Any:
    return {**held, Claim.PLURAL: [*(held.get(Claim.PLURAL) or ()), claim]}
