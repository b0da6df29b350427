"""A review written down: in the file of its fact, or beside the import that holds it; whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kg.curate.drafts.decide import file_of
from kg.curate.drafts.insert import with_item
from kg.curate.proven import unproven
from kg.curate.reviews.insert import FIELD, Target, with_reviews
from kg.errors import CallError, Location, Problem, nearest, with_article
from kg.language.decoding import decoded
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.review import ACCEPTED, Reviewable, content_hash, entered, same_person
from kg.sources import imports, reviews, texts, yaml_tree
from kg.sources.fingerprint import is_import
from kg.sources.located import Located, Seeds
from kg.system.atomic_files import write_atomically

HEADER = "# What people found in {}: 'kg review' writes it, and the import itself is never changed by hand.\n"


@dataclass(frozen=True)
class Reviewer:
    """Who looks, on which day, with which texts."""

    by: str
    on: date
    sources: Path | None = None


def reviewable(facts: Seeds, name: str) -> Located[Reviewable]:
    """Return the claim or document of an id.

    Raises:
        CallError: there is none, or it was withdrawn.
    """
    item: Located[Any] | None = next((one for one in facts.located if one.id == name), None)
    if item is None:
        known = [one.id for one in facts.located if isinstance(one.fact, Reviewable)]
        what = f"there is no claim or document '{name[:80]}'"
        raise CallError(Problem(what, expected="an id", nearest=nearest(name, known)))
    if not isinstance(item.fact, Reviewable):
        what = f"'{name}' is {with_article(type(item.fact).KIND.replace('_', ' '))}"
        raise CallError(Problem(what, expected="a claim or document: nothing else is reviewed"))
    if item.fact.withdrawn:
        what = f"{type(item.fact).KIND} '{name}' was withdrawn"
        todo = "there is nothing to review; take 'withdrawn' out if that was wrong"
        raise CallError(Problem(what, item.place("withdrawn"), todo=todo))
    return item


def refused(items: Iterable[Located[Reviewable]], facts: Seeds, who: Reviewer, verdict: str) -> list[Problem]:
    """Return why somebody cannot say this about some facts; nothing where they can.

    Nobody reviews what they entered, and nobody accepts words that they cannot have compared.

    Args:
        items: what they looked at.
        facts: the corpus.
        who: the reviewer.
        verdict: what they found.
    """
    documents = {item.id: item.fact for item in facts.of(Document)}
    held: dict[str, tuple[str, ...] | None] = {}

    def text_of(name: str) -> tuple[str, ...] | None:
        if name not in held:
            text = texts.read(who.sources, documents[name].file)
            held[name] = text.paragraphs if text else None
        return held[name]

    found = []
    for item in items:
        if same_person(who.by, entered(item.fact)):
            what = f"'{who.by}' entered {type(item.fact).KIND} '{item.id}'"
            todo = "let somebody else look at it"
            found.append(
                Problem(what, item.place("entered_by"), "another reviewer", todo=todo, code="own-review")
            )
        if verdict == ACCEPTED and isinstance(item.fact, Claim):
            for index, state in unproven(item.fact.cited, text_of):
                found.append(_untold(item, index, state))
                break
    return found


def _untold(item: Located[Any], index: int, state: str) -> Problem:
    document = item.fact.cited[index].document
    what = f"claim '{item.id}' cannot be accepted: " + (
        f"the text of '{document}' is not at hand"
        if state == "unverifiable"
        else f"the cited words do not stand in '{document}' any more"
    )
    todo = (
        "name the folder of the texts with --sources DIR or KG_SOURCES"
        if state == "unverifiable"
        else "'kg verify' says where they are now"
    )
    return Problem(what, item.place("cited", index), todo=todo, code="review-without-text")


def record(
    items: Sequence[Located[Reviewable]], facts: Seeds, seeds: Path, who: Reviewer, verdict: str
) -> list[Path]:
    """Write down what somebody found about some facts.

    What was shown is what is bound: a fact that somebody changed since the facts were read is stale at once.

    Args:
        items: what they looked at.
        facts: the corpus, as it was shown.
        seeds: folder of the facts.
        who: the reviewer.
        verdict: accepted, needs-work or rejected.

    Returns:
        The files that were written.

    Raises:
        CallError: they may not say this, or a file cannot take it as it is written.
        ExportError: a file cannot be written; it is as it was.
    """
    if problems := refused(items, facts, who, verdict):
        raise CallError(*problems)
    by_file: dict[str, list[Located[Reviewable]]] = {}
    for item in items:
        by_file.setdefault(item.file, []).append(item)
    made: dict[Path, tuple[bytes, bytes]] = {}
    for own in by_file.values():
        path = file_of(own[0], seeds)
        entries = [_entry(who, content_hash(item.fact), verdict) for item in own]
        if is_import(path):
            rows = [{"fact": item.id, **entry} for item, entry in zip(own, entries, strict=True)]
            made |= _beside(path, reviews.SINGLE, rows)
        else:
            made[path] = _within(path, own, entries)
    return _written(made)


def record_import(
    document: Located[Document],
    looked_at: Sequence[Located[Claim]],
    facts: Seeds,
    seeds: Path,
    who: Reviewer,
    verdict: str,
) -> list[Path]:
    """Write down what somebody found about a whole import: its layout and some of its claims; see `record`.

    Args:
        document: that the import is of.
        looked_at: the claims that were compared with their rows.
        facts: the corpus, as it was shown.
        seeds: folder of the facts.
        who: the reviewer.
        verdict: accepted, needs-work or rejected.
    """
    if problems := refused(looked_at, facts, who, verdict):
        raise CallError(*problems)
    path = file_of(document, seeds)
    content = imports.read(path, document.file, seeds).content
    entry = {**_entry(who, content, verdict), "looked_at": [item.id for item in looked_at]}
    return _written(_beside(path, reviews.WHOLE, [entry]))


def import_of(facts: Seeds, document: Located[Document]) -> list[Located[Claim]]:
    """Return the claims of the import that a document stands in.

    Raises:
        CallError: the document is none of an import.
    """
    if not is_import(document.file):
        what = f"document '{document.id}' stands in {document.file}, which a person wrote"
        todo = f"'kg review --document {document.id}' shows its claims one after another"
        raise CallError(Problem(what, document.place(), "a document that 'kg import' made", todo=todo))
    return [item for item in facts.of(Claim) if item.file == document.file and not item.withdrawn]


def _entry(who: Reviewer, of: str, verdict: str) -> dict[str, Any]:
    return {"by": who.by, "on": who.on.isoformat(), "of": of, "verdict": verdict}


def _within(
    path: Path, own: Sequence[Located[Reviewable]], entries: Sequence[Mapping[str, Any]]
) -> tuple[bytes, bytes]:
    """Return a file of facts as it is and with one review more of each of some facts."""
    targets: dict[Target, Mapping[str, Any]] = {
        (item.model.PLURAL, item.id): entry for item, entry in zip(own, entries, strict=True)
    }
    before = path.read_bytes()
    after = with_reviews(before, targets)
    held, made = _values(before, path), _values(after, path)
    for plural, name in targets:
        fact = _find(held, plural, name)
        if fact is not None:
            fact[FIELD] = [*(fact.get(FIELD) or ()), targets[plural, name]]
    if held != made or any(_find(held, *target) is None for target in targets):
        what = f"the review cannot be added to {path} as it is written"
        todo = "write each fact as an item of its own, or add the review by hand, and try again"
        raise CallError(Problem(what, Location(str(path)), todo=todo))
    return before, after


def _values(raw: bytes, path: Path) -> Any:
    tree = yaml_tree.read_text(decoded(raw), path.name)[0]
    return tree.value if tree else {}


def _find(values: Any, plural: str, name: str) -> dict[str, Any] | None:
    listed = values.get(plural) if isinstance(values, dict) else None
    return next((one for one in listed or () if isinstance(one, dict) and one.get("id") == name), None)


def _beside(path: Path, key: str, rows: Iterable[Mapping[str, Any]]) -> dict[Path, tuple[bytes, bytes]]:
    """Return the file of reviews beside an import as it is and with some more."""
    file = reviews.beside(path)
    before = file.read_bytes() if file.exists() else b""
    after = before or HEADER.format(path.name).encode()
    for row in rows:
        after = with_item(after, key, row, short=True)
    return {file: (before, after)}


def _written(made: Mapping[Path, tuple[bytes, bytes]]) -> list[Path]:
    """Write files that nobody changed meanwhile."""
    for path, (before, _) in made.items():
        if (path.read_bytes() if path.exists() else b"") != before:
            what = f"{path} was changed meanwhile by somebody else"
            raise CallError(Problem(what, todo="nothing was written; try again"))
    for path, (_, after) in made.items():
        write_atomically(path, after)
    return list(made)
