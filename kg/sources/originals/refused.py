"""Files that are no texts as they are, and what to do with each: by the first bytes, then by the name."""

from __future__ import annotations

from pathlib import PurePath

_SAVE_AS = "open it in the program that made it and save it as PDF, DOCX or text"
_IMPORT = "take it in with `kg import LAYOUT {}`"
"""{} is the name of the file."""
_RECOGNISE = "have its text recognised (as with ocrmypdf) and add the PDF that comes out"
_UNPACK = "unpack it and add the files in it"

_BEGINS: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "an RTF file", _SAVE_AS),
    (b"\xd0\xcf\x11\xe0", "an old or encrypted file of Word or Excel, or a mail", _SAVE_AS),
    (b"\x89PNG", "an image", _RECOGNISE),
    (b"\xff\xd8\xff", "an image", _RECOGNISE),
    (b"GIF8", "an image", _RECOGNISE),
    (b"II*\0", "an image", _RECOGNISE),
    (b"MM\0*", "an image", _RECOGNISE),
    (b"7z\xbc\xaf", "an archive", _UNPACK),
    (b"Rar!", "an archive", _UNPACK),
    (b"\x1f\x8b", "a packed file", _UNPACK),
    (b"BZh", "a packed file", _UNPACK),
    (b"\xfd7zXZ", "a packed file", _UNPACK),
    (b"(\xb5/\xfd", "a packed file", _UNPACK),
    (b"%!PS", "a PostScript file", "make a PDF of it (as with ps2pdf) and add that"),
)
_NAMED: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        (".csv", ".tsv", ".xlsx", ".xls", ".ods", ".json", ".jsonl", ".ndjson"), ("a table", _IMPORT)
    ),
    **dict.fromkeys((".bib", ".ris"), ("a list of documents", _IMPORT)),
    **dict.fromkeys(
        (".odt", ".epub", ".pptx", ".odp", ".pages", ".docm"), ("a file of another program", _SAVE_AS)
    ),
    ".wacz": ("a package of web archives", "unpack it: the WARC files lie in its folder archive/"),
    **dict.fromkeys(
        (".mhtml", ".mht", ".eml"),
        ("a page or mail in parts", "save it as HTML alone, or as PDF, and add that"),
    ),
    **dict.fromkeys((".yaml", ".yml"), ("a file of facts", "put it below seeds/, where `kg load` reads it")),
    **dict.fromkeys((".xml", ".rss"), ("XML", "save the article itself as HTML or text and add that")),
}


def import_of(name: str) -> str:
    """Return how a table is taken in.

    Example:
        >>> import_of("raw/deals.csv")
        'take it in with `kg import LAYOUT deals.csv`'
    """
    return _IMPORT.format(PurePath(name).name)


def refused(head: bytes, name: str) -> tuple[str, str] | None:
    """Return what a file is that is not read, and what to do with it; None when it may be read.

    Args:
        head: its first bytes.
        name: the file.

    Example:
        >>> refused(b"a,b", "deals.csv")[0], refused(b"Text", "a.txt")
        ('a table', None)
    """
    for begin, what, todo in _BEGINS:
        if head.startswith(begin):
            return what, todo
    named = _NAMED.get(PurePath(name).suffix.lower())
    if named:
        return named[0], named[1].format(PurePath(name).name)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml") and b"<html" not in head.lower():
        return _NAMED[".xml"]
    return None
