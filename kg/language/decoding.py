"""Bytes that people saved as text: UTF-8 with a mark before it or without, with line ends of any system."""

from __future__ import annotations


def decoded(raw: bytes) -> str:
    r"""Return a text without the mark of order before it, every line ended by a line feed.

    Raises:
        UnicodeDecodeError: it is not UTF-8.

    Example:
        >>> decoded(b"\xef\xbb\xbfone\r\ntwo\rthree")
        'one\ntwo\nthree'
    """
    return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
