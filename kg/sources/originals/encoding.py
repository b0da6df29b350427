"""The encoding of a text: said by a person, by a mark, by the server or the page, or clearly seen."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from kg.errors import number_of
from kg.sources.originals.payload import Payload
from kg.system.extras import needed

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The longer mark before the shorter one that it begins with."""
_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "johab": "cp949",
}  # fmt: skip
"""What browsers take for what pages say."""
_LIKELY = (
    "cp1251 cp1252 koi8_r koi8_u cp1250 cp1253 cp1254 cp1255 cp1256 cp866 iso8859_5 mac_cyrillic cp949 cp932"
    " gb18030 big5"
).split()
_SAMPLE = 100_000
"""Bytes that are looked at; all of them must fit what is seen there."""
_NOISE, _MARGIN = 0.1, 0.03
"""How strange the best reading may look, and how much better than the next it must be."""
_ASK = "name it with --encoding, as in --encoding windows-1251"


def decoded(
    payload: Payload, declared: str | None = None, *, forgiving: bool = False
) -> tuple[str, str | None]:
    r"""Return the text of the bytes, and its encoding where it was not UTF-8.

    Args:
        payload: the bytes, with the encodings that a person and the server named.
        declared: the encoding that the file itself names.
        forgiving: whether single bytes that are not UTF-8 become U+FFFD, as browsers show them.

    Raises:
        CallError: no encoding is clear enough, the one that was named is unknown or does not fit.

    Example:
        >>> decoded(Payload("a.txt", "Müller".encode("utf-16")))
        ('Müller', 'utf-16')
        >>> decoded(Payload("a.txt", "Київ".encode("cp1251"), encoding="windows-1251"))
        ('Київ', 'windows-1251')
    """
    if payload.encoding:
        return _by_name(payload, payload.encoding)
    for mark, name in _MARKS:
        if payload.raw.startswith(mark):
            return _strictly(payload, name), None if name == "utf-8-sig" else name
    wide = _without_mark(payload.raw)
    if wide:
        return _strictly(payload, wide), wide
    if b"\0" in payload.raw[:4096]:
        raise payload.wrong("it is a binary file", "add a text, PDF, HTML, DOCX or WARC file")
    named = [each for each in (payload.charset, declared) if each]
    nearly = None
    if not any(each.lower().startswith("iso-2022") for each in named):
        try:
            return payload.raw.decode(), None
        except UnicodeDecodeError:
            nearly = _nearly(payload, any(_codec(each) == "utf-8" for each in named))
        if nearly and forgiving:
            return nearly, None
    for each in named:
        codec = _codec(each)
        if codec and codec != "utf-8":
            try:
                return payload.raw.decode(codec), _written(codec)
            except UnicodeDecodeError:
                continue
    if nearly:
        broken = nearly.count("\ufffd")
        raise payload.wrong(
            f"the text is UTF-8 but for {number_of(broken, 'place')}",
            "fetch it again or correct it there, or name another encoding with --encoding",
            line=nearly[: nearly.index("\ufffd")].count("\n") + 1,
        )
    seen = _seen(payload)
    return _strictly(payload, seen), _written(seen)


def _by_name(payload: Payload, name: str) -> tuple[str, str | None]:
    try:
        codec = codecs.lookup(name).name
        "".encode(codec)
    except LookupError as error:
        raise payload.wrong(
            f"there is no encoding '{name}'", _ASK, expected="one such as utf-8, windows-1251, koi8-r, utf-16"
        ) from error
    if codec == "utf-8":
        return _strictly(payload, "utf-8-sig"), None
    return _strictly(payload, codec), _written(codec)


def _strictly(payload: Payload, codec: str) -> str:
    try:
        return payload.raw.decode(codec)
    except UnicodeDecodeError as error:
        raise payload.wrong(
            f"byte {error.start + 1:,} does not fit {_written(codec)}",
            _ASK,
            line=payload.raw.count(b"\n", 0, error.start) + 1,
        ) from error


def _codec(label: str) -> str | None:
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
        "".encode(name)
    except LookupError:
        return None
    return _MEANT.get(name, name)


def _written(codec: str) -> str:
    """Return the name of an encoding as pages write it."""
    return re.sub(r"^cp(?=125\d)", "windows-", codec).replace("_", "-").replace("utf-8-sig", "utf-8")


def _without_mark(raw: bytes) -> str | None:
    """Return which UTF-16 this is: every other byte of most scripts' blanks and marks is 0."""
    sample = raw[:4096]
    half = len(sample) // 2
    high, low = sample[1::2].count(0), sample[0::2].count(0)
    if half < 4 or max(high, low) * 10 < half or min(high, low) * 10 > max(high, low):
        return None
    return "utf-16-le" if high > low else "utf-16-be"


def _seen(payload: Payload) -> str:
    """Return the encoding whose letters make the best words, by a margin."""
    needed("charset_normalizer", "texts that are not UTF-8")
    from charset_normalizer import from_bytes

    found = from_bytes(payload.raw[:_SAMPLE], cp_isolation=_LIKELY, preemptive_behaviour=False)
    ranked = sorted(found, key=lambda match: match.chaos - match.coherence)
    scores = [match.coherence - match.chaos for match in ranked]
    if ranked and ranked[0].chaos < _NOISE and (len(ranked) == 1 or scores[0] - scores[1] >= _MARGIN):
        return _usual(ranked[0])
    likely = ", ".join(_written(_usual(each)) for each in ranked[:3])
    what = "the encoding is not clear enough: it is not UTF-8" + (f" and may be {likely}" if likely else "")
    raise payload.wrong(what, _ASK)


def _usual(match: CharsetMatch) -> str:
    """Return the most usual of the encodings in which a text is the same."""
    alike = {match.encoding, *match.could_be_from_charset}
    return next((each for each in _LIKELY if each in alike), match.encoding)


def _nearly(payload: Payload, named: bool) -> str | None:
    """Return the text of what is UTF-8 but for a few bytes, which in another encoding would be all wrong.

    Args:
        payload: the bytes.
        named: whether they are said to be UTF-8; then few are few of all, not of those beyond ASCII.
    """
    text = payload.raw.decode(errors="replace")
    broken = text.count("\ufffd")
    right = len(text) // 20 if named else sum(c > "\x7f" for c in text) - broken
    return text if broken * 10 <= right else None
