"""The facts of a site in the formats of other programs, to download, and what each of these loses."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, MutableMapping
from typing import NamedTuple

from kg.formats import Format, formats
from kg.formats.leaving import Content, Exported, Loss, pieces, statement
from kg.language import ENGLISH
from kg.language.interface.words import Words
from kg.model.kinds import Fact
from kg.site.material import Material
from kg.site.published import Published
from kg.site.view import Page
from kg.site.writable import OFFERED, writable
from kg.system.leftovers import Folder

PLACES = {"bibtex": "data/documents.bib", "csl": "data/documents.json"}
"""Where files stand that have had a place of their own since before there were others."""
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The day that a packed file gets, so that equal facts give equal bytes."""


class Reason(NamedTuple):
    """Why something is missing: of whole facts or parts of them, of how many, and of which, as examples."""

    whole: bool
    words: str
    lang: str
    """Language of `words`: English where they name fields or kinds."""
    many: int
    examples: tuple[str, ...]


class Download(NamedTuple):
    """The facts in one format."""

    name: str
    about: str
    lang: str
    """Language of `about`."""
    path: str
    lost: str
    """Path of the statement of what is missing."""
    size: str
    facts: int
    """How many facts are in the file."""
    reasons: tuple[Reason, ...]


def exports(known: Published, files: MutableMapping[str, bytes]) -> Iterator[Download]:
    """Yield the facts in each format that can be written, and put the files to the others.

    Args:
        known: the facts.
        files: takes the files.

    Raises:
        ExportError: a format cannot write these facts.
    """
    facts, base, w = known.facts(), known.options.base_url, Words(known.options.language)
    own = {"bom": "yes"} | ({"base": f"{base}facts/"} if base else {})
    for name, each in writable().items():
        exported = _exported(each, facts, {key: own[key] for key in own if key in each.options})
        path, content = _file(each, exported)
        said = statement(exported, name, len(facts), known.store.held_back).encode()
        files[path], files[f"{path}.loss.json"] = content, said
        loss, about = exported.loss, w.either("data.what", name, "")
        yield Download(
            name,
            about or each.about,
            w.language if about else ENGLISH,
            path,
            f"{path}.loss.json",
            w("data.size", kb=w.number(max(1, round(len(content) / 1000)))),
            len(facts) - loss.lost,
            tuple(
                _reason(whole, words, ids, w)
                for whole, by_reason in ((True, loss.whole), (False, loss.part))
                for words, ids in by_reason.items()
            ),
        )


def _exported(wanted: Format, facts: list[Fact], options: Mapping[str, str]) -> Exported:
    if wanted.of != "tables":
        exported: Exported = wanted.render(facts, **options)
        return exported
    with Folder() as work:
        wanted.render(facts, made := work / "tables")
        return Exported({file.name: file.read_bytes() for file in sorted(made.iterdir())}, Loss())


def _reason(whole: bool, english: str, ids: list[str], w: Words) -> Reason:
    said = w.either("loss", english, "")
    return Reason(whole, said or english, w.language if said else ENGLISH, len(ids), tuple(ids[:3]))


def downloads_page(m: Material, w: Words, own: list[tuple[str, str]], made: list[Download]) -> Page:
    """Return the page of all downloads.

    Args:
        m: the facts.
        w: the words.
        own: path and words of the files in our own formats.
        made: those for other programs.
    """
    missing = sorted(formats(*OFFERED).keys() - {each.name for each in made})
    values = {"own": own, "made": made, "missing": ", ".join(missing), "all": len(m.facts)}
    return Page("downloads.html", "downloads.html", w("nav.data"), w("data.lead"), values)


def _file(wanted: Format, exported: Exported) -> tuple[str, bytes]:
    """Return the path of the one file to download, and its bytes; text is packed, it gets long."""
    ending = wanted.endings[0] if wanted.endings else ""
    path, content = PLACES.get(wanted.name, f"data/{wanted.name}/facts{ending}"), exported.content
    if isinstance(content, bytes) or (wanted.name in PLACES and not isinstance(content, Mapping)):
        return path, b"".join(_encoded(content))
    return f"{path}.zip", _packed(content if isinstance(content, Mapping) else {f"facts{ending}": content})


def _packed(files: Mapping[str, Content]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            of_unknown_size = not isinstance(content, (str, bytes))
            with archive.open(entry, "w", force_zip64=of_unknown_size) as file:
                file.writelines(_encoded(content))
    return packed.getvalue()


def _encoded(content: Content) -> Iterator[bytes]:
    for piece in pieces(content):
        yield piece.encode("utf-8", "replace") if isinstance(piece, str) else piece
