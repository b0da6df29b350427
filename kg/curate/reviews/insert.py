"""Reviews put into a file of facts; every other byte of the file stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.curate.drafts.insert import behind
from kg.curate.drafts.writing import inline

_BOM = "\ufeff"
FIELD = "reviews"

Target = tuple[str, str]
"""The key of the list that a fact stands in, and its id."""


def with_reviews(raw: bytes, reviews: Mapping[Target, Mapping[str, Any]]) -> bytes:
    """Return a file of facts with one review more of each of some facts, behind those that it has.

    Comments, order, indentation and line ends stay.

    Args:
        raw: the file, valid YAML in UTF-8 with a mapping at its top.
        reviews: the fields of each review, by the fact that it is of; what is not there is left out.

    Example:
        >>> raw = b"claims:\\n- id: a  # the first\\n  said: 2024\\n# More\\n- {id: b, reviews: []}\\n"
        >>> both = {("claims", name): {"by": "mk", "verdict": "accepted"} for name in "ab"}
        >>> print(with_reviews(raw, both).decode())
        claims:
        - id: a  # the first
          said: 2024
          reviews:
          - {by: mk, verdict: accepted}
        # More
        - {id: b, reviews: [{by: mk, verdict: accepted}]}
        <BLANKLINE>
    """
    import yaml

    whole = raw.decode("utf-8")
    text = whole.removeprefix(_BOM)
    end = "\r\n" if "\r\n" in text else "\n"
    top = yaml.compose(text, Loader=yaml.SafeLoader)
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    edits: list[tuple[int, int, str]] = []
    for plural, items in top.value if isinstance(top, yaml.MappingNode) else ():
        for item in items.value if isinstance(items, yaml.SequenceNode) else ():
            fields = {key.value: value for key, value in item.value} if _is_mapping(item) else {}
            review = reviews.get((plural.value, getattr(fields.get("id"), "value", "")))
            if review is not None:
                edits += _edits(text, starts, end, item, fields.get(FIELD), inline(review))
    for start, stop, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[stop:]
    return (whole[: len(whole) - len(whole.removeprefix(_BOM))] + text).encode()


def _is_mapping(node: Any) -> bool:
    import yaml

    return isinstance(node, yaml.MappingNode)


def _edits(
    text: str, starts: list[int], end: str, item: Any, found: Any, review: str
) -> Iterator[tuple[int, int, str]]:
    """Yield what to put where: from, up to, and the text in its place."""
    import yaml

    if isinstance(found, yaml.SequenceNode) and (found.flow_style or not found.value):
        at = found.end_mark.index - 1
        yield at, at, _comma(text, at) * bool(found.value) + review
    elif isinstance(found, yaml.SequenceNode):
        yield _line(text, starts, end, found, f"{' ' * found.start_mark.column}- {review}")
    elif found is not None:  # reviews: and nothing, or null
        gap = "" if text[found.start_mark.index - 1 : found.start_mark.index] == " " else " "
        yield found.start_mark.index, found.end_mark.index, f"{gap}[{review}]"
    elif item.flow_style:
        at = item.end_mark.index - 1
        yield at, at, f"{_comma(text, at)}{FIELD}: [{review}]"
    else:
        pad = " " * item.start_mark.column
        yield _line(text, starts, end, item, f"{pad}{FIELD}:{end}{pad}- {review}")


def _comma(text: str, at: int) -> str:
    return " " if text[:at].rstrip().endswith(",") else ", "


def _line(text: str, starts: list[int], end: str, node: Any, new: str) -> tuple[int, int, str]:
    at = starts[min(behind(node), len(starts) - 1)]
    open_line = at > 0 and not text[:at].endswith(("\n", "\r"))
    return at, at, f"{end if open_line else ''}{new}{end}"
