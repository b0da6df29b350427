"""Words that a PDF broke at the end of a line, put together again."""

from __future__ import annotations

import re

_BREAK = re.compile(r"(?P<before>\w+)(?:[\ufffe\x02]\s*|[-\u2010][ \t]*\r?\n\s*)(?P<after>\w+)")
"""PDFium gives U+FFFE (older: U+0002) for a hyphen that it takes for the end of a line."""
_LONE = re.compile(r"(?<=\S)([-\u2010\u2011\ufffe\x02]|(?<=\d)\u2013(?=\s*\d))[ \t]*\r?\n\s*")
_MORE = frozenset("and or to und oder bis bzw sowie et ou i и или і або".split())
"""What follows a hyphen that stands for a word: Waffen- und Munitionslieferungen."""


def joined(page: str) -> str:
    r"""Return the text of a page with the words joined that were broken at the ends of lines.

    The hyphen stays where it was the writer's own, as far as that can be seen: before a digit or a capital,
    and where the same word stands elsewhere on the page with it.

    Example:
        >>> joined("of ammu\ufffenition by Shahed\ufffe136, Waffen\ufffeund U.S.-\r\nBritish")
        'of ammunition by Shahed-136, Waffen- und U.S.-British'
        >>> joined("Russian-flagged ships, Russian\ufffeflagged")
        'Russian-flagged ships, Russian-flagged'
    """

    def word(found: re.Match[str]) -> str:
        before, after = found["before"], found["after"]
        if after.lower() in _MORE:
            return f"{before}- {after}"
        own = not _one_word(before, after) or f"{before}-{after}" in page
        return f"{before}{'-' if own else ''}{after}"

    return _LONE.sub(
        lambda found: f"{found[1]}".replace("\ufffe", "-").replace("\x02", "-"), _BREAK.sub(word, page)
    )


def _one_word(before: str, after: str) -> bool:
    """Return whether two halves could be one word: letters, no change from small to capital or back."""
    last, first = before[-1], after[0]
    return last.isalpha() and first.isalpha() and last.isupper() == first.isupper()
