"""Bytes of a table to text, by the encodings that a layout names; a guess is never made."""

from __future__ import annotations

import re

from kg.errors import CallError
from kg.sources.tables.table import refusal

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_MULTIBYTE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decoded(raw: bytes, encodings: list[str], name: str) -> tuple[str, str]:
    """Return the text, its line ends as line feeds, and the encoding that was right.

    A file that has letters in UTF-8 and a broken one is refused: as another encoding it would be read wrong.

    Raises:
        CallError: it is none of the encodings; with line and column of the first byte that does not fit.

    Example:
        >>> decoded("Möwe".encode("latin-1"), ["utf-8", "latin-1"], "a.csv")
        ('Möwe', 'latin-1')
    """
    marked = next((codec for mark, codec in _MARKS if raw.startswith(mark)), None)
    first: UnicodeDecodeError | None = None
    for codec in [marked] if marked else encodings:
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError as error:
            first = first or error
        except LookupError:
            raise refusal(
                f"there is no encoding '{codec}'", name, todo="correct encodings in the layout"
            ) from None
        else:
            if first is not None and first.encoding == "utf-8" and _MULTIBYTE.search(raw):
                raise _broken(first, name, "UTF-8, in which other letters of the file are written")
            return text.replace("\r\n", "\n").replace("\r", "\n"), marked or codec
    assert first is not None
    raise _broken(first, name, " or ".join([marked] if marked else encodings))


def _broken(error: UnicodeDecodeError, name: str, expected: str) -> CallError:
    before = error.object[: error.start]
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode(errors="replace")) + 1
    return refusal(
        f"byte 0x{error.object[error.start]:02x} does not fit",
        name,
        before.count(b"\n") + 1,
        column,
        expected=expected,
        todo="save the file again as UTF-8, or name its encoding in a layout of your own",
    )
