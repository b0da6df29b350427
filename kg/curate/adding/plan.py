"""From a file to its documents: everything that will be written, and where each value was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from kg.curate.adding import fields
from kg.curate.adding.asked import Asked
from kg.curate.adding.known import Known
from kg.curate.adding.naming import document_id, file_name
from kg.curate.adding.outlet import Outlet, outlet
from kg.curate.adding.placing import Places, free, text_place
from kg.errors import CallError, Location, Problem, number_of
from kg.model.kinds.document import Document
from kg.model.kinds.organization import Organization
from kg.model.pydantic_errors import problems_of
from kg.sources import texts
from kg.sources.originals.derived import Derived, Said
from kg.sources.originals.read import derive

NEW_KIND = "news-outlet"
"""What a new organization is taken for, which the person is told."""


@dataclass(frozen=True)
class Addition:
    """One document to be added.

    Attributes:
        document: the fact.
        written: its fields as the YAML file has them.
        organization: the fields of a new organization, if there is one.
        derived: its text.
        text: where its text belongs.
        kept: the text lies there already.
        file: where its facts belong.
        taken: its values in words, each with where it was read.
        notes: plain sentences for the person.
    """

    document: Document
    written: Mapping[str, Any]
    organization: Mapping[str, Any] | None
    derived: Derived
    text: Path
    kept: bool
    file: Path
    taken: tuple[tuple[str, Said[str]], ...]
    notes: tuple[str, ...]


def additions(
    path: Path,
    asked: Asked,
    known: Known,
    places: Places,
    *,
    record: str | None = None,
    encoding: str | None = None,
) -> list[Addition]:
    """Return what a file adds: one document, or one for each record of a web archive file.

    Records that are known already are left out, with a note, as long as others are new.

    Args:
        path: the file.
        asked: what the person said.
        known: what there is; what is added is noted in it.
        places: where documents are written.
        record: the only record to take from a web archive file.
        encoding: of the file, where it says none or the wrong one.

    Raises:
        CallError: it cannot be read as a text, is known, or something is missing or does not fit.
    """
    found = derive(path, record=record, encoding=encoding)
    if len(found) > 1 and asked.of_one:
        uris = ", ".join(one.warc.uri for one in found if one.warc)
        what = f"{path} holds {number_of(len(found), 'document')}, and {asked.of_one[0]} is for one"
        raise CallError(Problem(what, expected=f"--record with one of {uris}"))
    left = [(one, there) for one in found if (there := _known(one, known))]
    if len(left) == len(found):
        what = f"document {left[0][1]} has this text already"
        todo = "cite that one; to add it anew, with another day or outlet, delete that one first"
        raise CallError(Problem(what, Location(str(path)), "a text that is new", todo=todo))
    made: list[Addition] = []
    for derived in found:
        if (derived, _known(derived, known)) not in left:
            try:
                made.append(_addition(path, derived, asked, known, places))
            except CallError as error:
                raise _located(error, path, derived) from error
            known.add(made[-1].document, made[-1].organization)
    notes = [f"{one.warc.uri} is left out: it is document {there}" for one, there in left if one.warc]
    made[-1] = replace(made[-1], notes=(*made[-1].notes, *notes))
    return made


def _known(derived: Derived, known: Known) -> str | None:
    return known.texts.get(derived.sha256) or known.texts.get(texts.digest(derived.text))


def _located(error: CallError, path: Path, derived: Derived) -> CallError:
    """Return an error with the file in it, and with what the file says that may help."""
    where = Location(f"{path} {derived.warc.uri}" if derived.warc else str(path))
    located = CallError(*(one if one.where else one._replace(where=where) for one in error.problems))
    for note in derived.notes:
        located.add_note(f"note: {note}")
    return located


def _addition(path: Path, derived: Derived, asked: Asked, known: Known, places: Places) -> Addition:
    says = derived.says
    published, publisher, collection = _asked_for(asked, derived, known)
    language, doubts = fields.language(asked, says, derived.lines)
    name = _id(asked, publisher, published.value, known)
    text, kept = text_place(path, name, derived, places)
    url = fields.address(asked.url, "--url", says.url)
    archive = fields.address(asked.archive, "--archive", says.archived)
    taken: dict[str, Said[str] | None] = {
        "id": Said(name, "--id" if asked.id else "outlet and day"),
        "title": fields.title(asked, says, published.value),
        "outlet": Said(publisher.id, publisher.where),
        "published": Said(str(published.value), published.where),
        "language": language,
        "kind": Said(asked.kind, "--kind") if asked.kind else None,
        "collection": collection,
        "url": url,
        "archive": archive,
    }
    written: dict[str, Any] = {key: said.value for key, said in taken.items() if said}
    written |= {"recorded": str(max(datetime.now().astimezone().date(), published.value))}
    written |= {"file": text.name, "sha256": texts.digest(derived.text)}
    if kept:
        relative = next(text.relative_to(each) for each in places.texts if text.is_relative_to(each))
        written |= {"file": relative.as_posix(), "sha256": derived.sha256}
    else:
        written["original"] = _original(path, derived)
    if says.author:
        written["note"] = f"Written by {fields.plain(says.author.value)[:500]} ({says.author.where})."
    organization = {"id": publisher.id, "name": publisher.name, "kind": NEW_KIND} if publisher.new else None
    if organization:
        _checked(Organization, organization, path)
    document = _checked(Document, written, path)
    assert isinstance(document, Document)
    return Addition(
        document,
        written,
        organization,
        derived,
        text,
        kept,
        free(places.seeds / "documents" / file_name(name, published.value)),
        tuple((key, said) for key, said in taken.items() if said),
        (*derived.notes, *doubts, *_alike(publisher, url, known)),
    )


def _alike(publisher: Outlet, url: Said[str] | None, known: Known) -> Iterator[str]:
    """Say what is there already that may be the same."""
    if url and (other := known.addresses.get(url.value)):
        yield f"document '{other}' has this address, too"
    if publisher.new and (close := known.like(publisher.name)):
        yield f"organization '{close}' is called much alike; say --outlet {close} if it is the same"


def _asked_for(asked: Asked, derived: Derived, known: Known) -> tuple[Said[date], Outlet, Said[str] | None]:
    """Return what nobody can make up: day, outlet and collection.

    Raises:
        CallError: some of it is missing or does not fit; all of that is said at once.
    """
    wrong: list[Problem] = []

    def tried[T](look: Callable[[], T]) -> T | None:
        try:
            return look()
        except CallError as error:
            wrong.extend(error.problems)
            return None

    published = tried(lambda: fields.day(asked, derived.says, derived.lines))
    publisher = tried(lambda: outlet(asked, derived.says, known))
    collection = tried(lambda: fields.collection(asked, known.collections))
    if published is None or publisher is None or wrong:
        raise CallError(*wrong)
    return published, publisher, collection


def _id(asked: Asked, publisher: Outlet, published: date, known: Known) -> str:
    if asked.id is None:
        return document_id(publisher.id, published, known.ids)
    if asked.id in known.ids:
        what = f"the id '{asked.id}' is taken{known.ids[asked.id]}"
        raise CallError(Problem(what, expected="an id of its own", todo="name another one with --id"))
    return asked.id


def _original(path: Path, derived: Derived) -> dict[str, Any]:
    made: dict[str, Any] = {"file": path.name, "sha256": derived.sha256, "media_type": derived.media_type}
    made |= {"rule": derived.rule, "tool": derived.tool}
    made |= {"encoding": derived.encoding} if derived.encoding else {}
    made |= {"pages": derived.pages} if derived.pages else {}
    if derived.warc:
        warc = derived.warc
        made["warc"] = {"record": warc.record, "uri": warc.uri, "date": warc.date}
        made["warc"] |= {"payload_digest": warc.payload_digest} if warc.payload_digest else {}
    return made


def _checked(model: type[BaseModel], fields: Mapping[str, Any], path: Path) -> BaseModel:
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        found = problems_of(error, model, fields, lambda place, key: Location(str(path)))
        raise CallError(*found) from error
