"""Columns of Apache Arrow from the columns of an answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from kg.formats.text import cell
from kg.questions.types import parse_type

if TYPE_CHECKING:
    import pyarrow


@cache
def _types() -> dict[str, pyarrow.DataType]:
    import pyarrow

    return {
        "str": pyarrow.string(),
        "span": pyarrow.string(),
        "int": pyarrow.int64(),
        "float": pyarrow.float64(),
        "bool": pyarrow.bool_(),
        "date": pyarrow.date32(),
    }


def column_of(declared: str, values: Sequence[Any]) -> pyarrow.Array[Any]:
    """Return a column; each value in it can be null.

    Args:
        declared: its type in the header of the question, or any other word where there is none: then the
            values decide, and are text where they have no one type.
        values: plain Python values.

    Example:
        >>> column_of("list<str>", [["a", "b"], None]).type
        ListType(list<item: string>)
    """
    import pyarrow

    try:
        type_ = parse_type(declared)
    except ValueError:
        try:
            return pyarrow.array(values)
        except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError):
            return pyarrow.array(
                [None if value is None else cell(value) for value in values], pyarrow.string()
            )
    wanted = pyarrow.list_(_types()[type_.item]) if type_.item else _types()[type_.base]
    return pyarrow.array(values, wanted)
