"""WARC: each page, PDF or text that a server sent is an original of its own, read record by record."""

from __future__ import annotations

import base64
import gzip
import hashlib
import zlib
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from types import ModuleType
from typing import IO, TYPE_CHECKING

from kg.errors import CallError, Location, Problem, number_of
from kg.sources.originals.derived import Derived, WarcRecord
from kg.sources.originals.payload import Payload
from kg.sources.originals.unpacked import Unpacking
from kg.system import reading
from kg.system.extras import needed

if TYPE_CHECKING:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.recordloader import ArcWarcRecord

_GZIP = b"\x1f\x8b"
_WARC = b"WARC/"
_AGAIN = "fetch the file again"


def fits(head: bytes, name: str) -> bool:
    """Return whether the first bytes are those of a WARC file, packed or not."""
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, len(_WARC))
        except zlib.error:
            return False
    return head.startswith(_WARC)


def derived(
    path: Path, readers: Mapping[str, ModuleType], record: str | None = None, encoding: str | None = None
) -> list[Derived]:
    """Return the texts of the records that hold one, in the order of the file.

    Args:
        path: the WARC file.
        readers: the format that reads a media type.
        record: id or address of the only record to read.
        encoding: of the pages and texts, where they say the wrong one.

    Raises:
        CallError: it is broken or cut off, unpacks to too much, or has no such record, or none with a text.
    """
    needed("warcio", "WARC files")
    with open(path, "rb") as file:
        whole = hashlib.file_digest(file, "sha256").hexdigest()
    found: list[Derived] = []
    left_out: list[str] = []
    others: dict[str, int] = {}
    letters = 0
    for one, media_type in _records(path):
        if record is not None and record.strip("<>") not in (
            _id(one),
            one.rec_headers.get_header("WARC-Target-URI"),
        ):
            continue
        reader = readers.get(media_type)
        if reader is None:
            others[media_type] = others.get(media_type, 0) + 1
            continue
        try:
            made = _derived(path, one, reader, encoding, whole)
        except EOFError as error:
            raise _wrong(path, "it is cut off", _AGAIN) from error
        except CallError as error:
            if record is not None:
                raise
            left_out.append(str(error))
            continue
        letters += len(made.text)
        if letters > reading.TEXT:
            raise _wrong(
                path, f"its texts hold more than {reading.TEXT:,} characters", "read one --record at a time"
            )
        found.append(made)
        if record is not None:
            break
    if not found:
        raise _wrong(path, _none(record, left_out, others), "name a WARC file with pages, PDF files or texts")
    if left_out:
        found[0] = replace(found[0], notes=(*found[0].notes, *(f"left out: {each}" for each in left_out)))
    return found


def _none(record: str | None, left_out: list[str], others: Mapping[str, int]) -> str:
    if record is not None and not others:
        return f"there is no record '{record}' with a text in it"
    types = ", ".join(f"{number_of(n, 'record')} of {type_ or 'no type'}" for type_, n in others.items())
    return "no record holds a text that can be read" + "".join(
        f"; {each}" for each in (types, *left_out[:3]) if each
    )


def _records(path: Path) -> Iterator[tuple[ArcWarcRecord, str]]:
    """Return the records that hold what a server sent, each with its media type."""
    from warcio.archiveiterator import ArchiveIterator

    with open(path, "rb") as file:
        packed = file.read(2) == _GZIP
        file.seek(0)
        stream: IO[bytes] = gzip.GzipFile(fileobj=file) if packed else file  # type: ignore[assignment]
        for one in _whole(path, ArchiveIterator(Unpacking(stream, file, str(path)))):
            headers = one.http_headers
            if one.rec_type not in ("response", "resource", "conversion"):
                continue
            if headers is not None and headers.get_statuscode() not in ("", "200"):
                continue
            type_ = (headers or one.rec_headers).get_header("Content-Type") or ""
            yield one, type_.split(";")[0].strip().lower()


def _whole(path: Path, records: ArchiveIterator) -> Iterator[ArcWarcRecord]:
    """Return records as long as they can be read.

    Raises:
        CallError: one cannot.
    """
    while True:
        try:
            with redirect_stderr(StringIO()):  # it prints what stands behind a record that is too long
                one = next(records)
        except StopIteration:
            one = None
        except CallError:
            raise
        except Exception as error:  # the reader stumbles over heads that are not well-formed in many ways
            raise _wrong(path, "the WARC file is broken", _AGAIN) from error
        if records.err_count:
            raise _wrong(path, "a record of the WARC file does not end where it says", _AGAIN)
        if one is None:
            return
        yield one


def _derived(path: Path, one: ArcWarcRecord, reader: ModuleType, encoding: str | None, whole: str) -> Derived:
    headers = one.rec_headers
    uri = headers.get_header("WARC-Target-URI") or ""
    name = f"{path}: {uri or _id(one)}"
    sent, content = _payload(one, name, reader.MOST)
    charset = (one.http_headers or headers).get_header("Content-Type") or ""
    charset = charset.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    payload = Payload(name, content, encoding, charset or None, uri)
    if not content:
        raise payload.wrong("the record is empty", _AGAIN)
    said = headers.get_header("WARC-Payload-Digest")
    made: Derived = reader.derived(payload)
    if said and not any(_proves(said, each) for each in sent):
        note = "the payload does not have the digest that its record states"
        made = replace(made, notes=(note, *made.notes))
    digest = (
        said or f"sha1:{base64.b32encode(hashlib.sha1(sent[0], usedforsecurity=False).digest()).decode()}"
    )
    when = headers.get_header("WARC-Date") or ""
    return replace(made, warc=WarcRecord(_id(one), uri, when, digest, whole))


def _payload(one: ArcWarcRecord, name: str, most: int) -> tuple[list[bytes], bytes]:
    """Return what the server sent, as its digest may count it, and the same unpacked.

    Raises:
        CallError: it is too large, or packed in a way that is not known.
    """
    from warcio.bufferedreaders import ChunkedDataReader, DecompressingBufferedReader

    http = one.http_headers
    packed = ((http.get_header("Content-Encoding") if http else None) or "identity").lower()
    if packed not in ("identity", *DecompressingBufferedReader.get_supported_decompressors()):
        raise CallError(Problem(f"it is packed with {packed}", Location(name), todo="fetch the page itself"))
    sent = _bounded(one.raw_stream, name, most)
    if getattr(one.raw_stream, "limit", 0) > 0:
        raise EOFError(name)
    one.raw_stream = BytesIO(sent)
    content = _bounded(one.content_stream(), name, most)
    whole = [] if not http or not http.get_header("Transfer-Encoding") else [ChunkedDataReader(BytesIO(sent))]
    return [sent, *(_bounded(each, name, most) for each in whole), content], content


def _bounded(stream: IO[bytes], name: str, most: int) -> bytes:
    parts: list[bytes] = []
    left = most
    while part := stream.read(min(left + 1, 1 << 20)):
        parts.append(part)
        left -= len(part)
        if left < 0:
            raise CallError(
                Problem(
                    f"it holds more than {most:,} bytes", Location(name), todo="save the text of it alone"
                )
            )
    return b"".join(parts)


def _proves(digest: str, content: bytes) -> bool:
    """Return whether a digest, in base 32 or hexadecimal, is that of the content; True when unknown."""
    kind, _, value = digest.partition(":")
    try:
        made = hashlib.new(kind.replace("-", "").lower(), content, usedforsecurity=False)
    except ValueError:
        return True
    return value.upper().rstrip("=") in (
        base64.b32encode(made.digest()).decode().rstrip("="),
        made.hexdigest().upper(),
    )


def _id(one: ArcWarcRecord) -> str:
    return (one.rec_headers.get_header("WARC-Record-ID") or "").strip("<>")


def _wrong(path: Path, what: str, todo: str) -> CallError:
    return CallError(Problem(what, Location(str(path)), todo=todo))
