"""Small files of every format, made up: what they say is known."""

from __future__ import annotations

import gzip
from base64 import b32encode
from collections.abc import Iterable
from hashlib import sha1
from pathlib import Path

TELLS = (
    "The ministry in Alphaland said that 300 containers had been carried by rail from the port to the depot, "
)
PARAGRAPHS = tuple(f"{n}. {TELLS * 2}and gave no number." for n in range(1, 4))
MENU = "<nav><ul>" + "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(9)) + "</ul></nav>"
FOOT = "<footer><p>Imprint, privacy, all rights reserved to the outlet and to nobody else.</p></footer>"


def pdf(path: Path, pages: Iterable[Iterable[str]], **options: object) -> Path:
    """Write a PDF with these lines on its pages."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), invariant=1, **options)
    for lines in pages:
        for number, text in enumerate(lines):
            canvas.drawString(60, 780 - 14 * number, text)
        canvas.showPage()
    canvas.save()
    return path


def placed(path: Path, texts: Iterable[tuple[float, float, str]], rules: Iterable[float] = ()) -> Path:
    """Write a PDF of one page with each text at its place, and lines across the page at these heights."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), invariant=1)
    canvas.setFont("Helvetica", 10)
    for x, y, text in texts:
        canvas.drawString(x, y, text)
    for y in rules:
        canvas.line(50, y, 540, y)
    canvas.save()
    return path


def page(body: str, head: str = "", html: str = "") -> str:
    """Return a page of HTML with a menu before its body and a footer after it."""
    return f"<!doctype html><html {html}><head>{head}</head><body>{MENU}{body}{FOOT}</body></html>"


def story(*, tag: str = "p", title: str = "Containers by rail") -> str:
    """Return an article of three paragraphs in elements of one kind."""
    return f"<article><h1>{title}</h1>" + "".join(f"<{tag}>{p}</{tag}>" for p in PARAGRAPHS) + "</article>"


DAY = "2026-01-05T09:00:00Z"


def warc(path: Path, records: Iterable[tuple[str, str, bytes]], *, packed: bool = True) -> Path:
    """Write a WARC file with a response for each address, media type and payload."""
    written = []
    for number, (uri, media_type, payload) in enumerate(records):
        sent = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\n\r\n".encode() + payload
        digest = b32encode(sha1(payload, usedforsecurity=False).digest()).decode()
        head = {
            "WARC-Type": "response",
            "WARC-Record-ID": f"<urn:uuid:00000000-0000-0000-0000-{number:012}>",
            "WARC-Target-URI": uri,
            "WARC-Date": DAY,
            "WARC-Payload-Digest": f"sha1:{digest}",
            "Content-Type": "application/http; msgtype=response",
            "Content-Length": str(len(sent)),
        }
        lines = "".join(f"{key}: {value}\r\n" for key, value in head.items())
        record = f"WARC/1.0\r\n{lines}\r\n".encode() + sent + b"\r\n\r\n"
        written.append(gzip.compress(record, mtime=0) if packed else record)
    path.write_bytes(b"".join(written))
    return path
