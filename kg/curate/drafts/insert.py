"""A claim, or another item of a list, put into a file; every other byte of the file stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.curate.drafts.writing import claim_yaml, inline

_BOM = "\ufeff"


def with_item(raw: bytes, plural: str, item: Mapping[str, Any], *, short: bool = False) -> bytes:
    """Return a file with one item more in one of its lists, behind the last one there.

    Comments, order, indentation and line ends stay: nothing but the lines of the item is new. That is why
    the file is not loaded and written again, which moves comments.

    Args:
        raw: the file, valid YAML in UTF-8 with a mapping at its top.
        plural: the key of the list, which need not be there yet.
        item: its fields.
        short: on one line.

    Example:
        >>> raw = b"claims:\\n- {id: a}  # the first\\n\\n# More\\ntopics: []\\n"
        >>> print(with_item(raw, "claims", {"id": "b"}).decode())
        claims:
        - {id: a}  # the first
        - id: b
        <BLANKLINE>
        # More
        topics: []
        <BLANKLINE>
    """
    import yaml

    whole = raw.decode("utf-8")
    text = whole.removeprefix(_BOM)
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    top = yaml.compose(text, Loader=yaml.SafeLoader)
    pairs = top.value if isinstance(top, yaml.MappingNode) else []
    listed = next((value for key, value in pairs if key.value == plural), None)
    if listed is None:
        line, column = len(lines), 0
        lines += [end] if lines and not lines[-1].endswith(("\n", "\r")) else []
        line = len(lines)
        lines.append(f"{plural}:{end}")
        line += 1
    elif not listed.value or isinstance(listed, yaml.ScalarNode):  # claims: [] or nothing
        start, stop = listed.start_mark.index, listed.end_mark.index
        lines = (text[:start] + text[stop:]).splitlines(keepends=True)
        line, column = listed.start_mark.line + 1, 0
    elif listed.flow_style:
        at = listed.end_mark.index - 1
        return (whole[: len(whole) - len(text)] + text[:at] + ", " + inline(item) + text[at:]).encode()
    else:
        line, column = behind(listed), listed.start_mark.column
    if line and not lines[line - 1].endswith(("\n", "\r")):
        lines[line - 1] += end
    pad = " " * column
    block = f"{pad}- {inline(item) if short else claim_yaml(item, pad + '  ')}\n".replace("\n", end)
    return (whole[: len(whole) - len(text)] + "".join([*lines[:line], block, *lines[line:]])).encode()


def behind(node: Any) -> int:
    """Return the line behind the last thing that a list or mapping holds, counted from 0."""
    import yaml

    while not isinstance(node, yaml.ScalarNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    mark = node.end_mark
    return int(mark.line + (mark.column > 0))
