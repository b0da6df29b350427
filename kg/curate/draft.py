"""The first version of a document's seed file: the document filled in, everything else as comments."""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from pathlib import Path

from pydantic import ValidationError

from kg.curate.candidates import candidates
from kg.errors import CallError, Location, Problem, nearest, number_of
from kg.language.known_names import KnownNames
from kg.language.reading import language_of
from kg.language.sentences import sentences
from kg.model.kinds.document import Document
from kg.model.pydantic_errors import problems_of
from kg.model.stances import PLAIN
from kg.sources.located import Seeds
from kg.sources.texts import DocumentText, digest, of_bytes
from kg.system import reading

_TEMPLATE = """\
# claims:
# - id: {id}-first-claim
#   topic: topic-of-seeds-topics-yaml
#   stance: {stance}
#   speaker: {outlet}
#   said: {published}
#   about: id-of-an-event
#   paraphrase: What was said, in English words of your own.
#   cited:
#   - {citation}
"""


@dataclass(frozen=True)
class Draft:
    """What is known about a new document before anybody reads it."""

    id: str
    title: str
    outlet: str
    published: date
    recorded: date
    language: str
    file: str
    text: DocumentText

    @property
    def filename(self) -> str:
        """Name of the seed file."""
        rest = self.id.replace(str(self.published), "").strip("-").replace("--", "-")
        return f"{self.published}{'-' * bool(rest)}{rest}.yaml"


def draft(
    seeds: Seeds,
    path: Path,
    outlet: str,
    published: date,
    name: str | None = None,
    title: str | None = None,
    language: str | None = None,
) -> Draft:
    """Look at the text of an article and fill in what it takes to start its seed file.

    Args:
        seeds: the facts so far.
        path: the file of the text.
        outlet: id of the organization that published it.
        published: day of publication.
        name: id of the document; outlet and day when absent.
        title: what it is, in English.
        language: ISO 639 code; read off the commonest words when absent.

    Raises:
        CallError: the text is empty or known already, or a value does not fit.
    """
    try:
        text = of_bytes(reading.read(path, reading.TEXT))
    except OSError as error:
        todo = getattr(error, "todo", "check that it may be read")
        raise CallError(Problem(f"cannot read {path}: {error.strerror}", todo=todo)) from error
    if not text.paragraphs:
        raise CallError(
            Problem(
                f"{path} holds no text in UTF-8", expected="the text of an article", todo="save it as UTF-8"
            )
        )
    known = [fact.id for fact in seeds.facts if "Organization" in type(fact).LABELS]
    if outlet not in known:
        what = f"there is no organization '{outlet[:80]}'"
        raise CallError(
            Problem(
                what,
                expected="the id of a publisher",
                nearest=nearest(outlet, known),
                todo="add it under organizations first",
            )
        )
    name = name or f"{slug(outlet)}-{published}"
    for item in seeds.located:
        if item.fact.id == name:
            what = f"the id '{name}' is taken at {item.place('id')}"
            raise CallError(Problem(what, expected="an id of its own", todo="name another one with --id"))
        if getattr(item.fact, "sha256", None) == text.sha256:
            raise CallError(
                Problem(
                    f"document '{item.fact.id}' at {item.place('id')} has this text already",
                    expected="a text that is new",
                )
            )
    code = language or language_of("\n".join(text.paragraphs)) or "und"
    recorded = max(datetime.now().astimezone().date(), published)
    made = Draft(name, title or f"Article of {published}", outlet, published, recorded, code, path.name, text)
    fields = {
        key: str(getattr(made, key))
        for key in ("id", "title", "outlet", "published", "recorded", "language", "file")
    }
    try:
        Document.model_validate({**fields, "sha256": text.sha256})
    except ValidationError as error:
        raise CallError(*problems_of(error, Document, fields, lambda path, key: Location(""))) from error
    return made


def slug(text: str) -> str:
    """Return words as an id: lower case, digits and single hyphens.

    Example:
        >>> slug("Süddeutsche Zeitung, Nr. 5")
        'suddeutsche-zeitung-nr-5'
    """
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def render(draft: Draft, names: KnownNames) -> str:
    """Return the seed file: the document, and as comments the citation and candidates of each sentence."""
    paragraphs = draft.text.paragraphs or ()
    every = sum(len(sentences(p)) for p in paragraphs)
    lines = [
        "# yaml-language-server: $schema=../../schemas/seeds.schema.json",
        "documents:",
        f"- id: {draft.id}",
        f"  title: {json.dumps(draft.title, ensure_ascii=False)}",
        f"  outlet: {draft.outlet}",
        f"  published: {draft.published}",
        f"  recorded: {draft.recorded}",
        f"  language: {draft.language}",
        "  kind: article",
        f"  file: {json.dumps(draft.file, ensure_ascii=False)}",
        f"  sha256: {draft.text.sha256}",
        "  minimum_claims: 0",
        "  minimum_roots: 0",
        "",
    ]
    first = next(
        (
            _citation(draft.id, number, a, b, p)
            for number, p in enumerate(paragraphs, 1)
            for a, b in sentences(p)[:1]
        ),
        "{}",
    )
    lines += _TEMPLATE.format(
        id=draft.id, stance=PLAIN, outlet=draft.outlet, published=draft.published, citation=first
    ).splitlines()
    lines += [
        "",
        (
            f"# {number_of(len(paragraphs), 'paragraph')}, {number_of(every, 'sentence')}."
            " Below, each sentence has its citation, ready to paste, and what may be worth"
        ),
        (
            "# a look in it: characters, kind, printed words | how it could be written down. None of it is a"
            " fact before you"
        ),
        "# have read the sentence. Delete these comments when you are done.",
    ]
    for number, paragraph in enumerate(paragraphs, 1):
        lines += ["#", f"# Paragraph {number} ({number_of(len(paragraph), 'character')})"]
        lines += _paragraph(draft.id, number, paragraph, names)
    return "".join(f"{_plain(line)}\n" for line in lines)


def _paragraph(document: str, number: int, paragraph: str, names: KnownNames) -> Iterator[str]:
    inside = candidates(paragraph, names)
    for start, end in sentences(paragraph):
        yield f"# - {_citation(document, number, start, end, paragraph)}"
        first, last = (bisect_left(inside, at, key=attrgetter("start")) for at in (start, end))
        for c in inside[first:last]:
            place = f"{c.start}-{c.end}"
            yield f"#     {place:<10} {c.kind:<9} {c.words}{f' | {c.reading}' if c.reading else ''}"


def _citation(document: str, paragraph: int, start: int, end: int, text: str) -> str:
    return (
        f"{{document: {document}, paragraph: {paragraph}, start: {start}, end: {end}, sha256:"
        f" {digest(text[start:end])}}}"
    )


def _plain(line: str) -> str:
    """Leave out what a YAML file must not hold, such as control characters from the text."""
    return "".join(c if c.isprintable() else " " for c in line)
