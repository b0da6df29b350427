"""Claims as YAML, as people write them: a field a line, what is inside a field on one line."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

_PLAIN = ("bool", "float", "int", "merge", "null")
"""What a scalar must not look like unless it is one; days are text and stand without quotation marks."""
ENDLESS = 10**9
"""Columns of a line that is never broken."""


def claim_yaml(claim: Mapping[str, Any], pad: str = "", width: int = ENDLESS) -> str:
    """Return a claim as YAML.

    Args:
        claim: its fields.
        pad: what stands before every line but the first.
        width: columns after which a line is broken.

    Example:
        >>> claim = {"id": "a", "said": "2024-10-13", "quantity": {"low": 5, "unit": "guns"}}
        >>> print(claim_yaml({**claim, "cited": [{"document": "d", "start": 0}]}))
        id: a
        said: 2024-10-13
        quantity: {low: 5, unit: guns}
        cited:
        - {document: d, start: 0}
    """
    inner = {name: _inside(value) for name, value in claim.items()}
    return _dumped(inner, width).replace("\n", f"\n{pad}")


def inline(value: Any) -> str:
    """Return a value as YAML on one line.

    Example:
        >>> inline({"low": 5, "open": True}), inline("2024-10-13"), inline("a: b"), inline("no")
        ('{low: 5, open: true}', '2024-10-13', "'a: b'", "'no'")
    """
    return _dumped(_one_line(value), ENDLESS).removesuffix("\n...")


class _Flow(dict[str, Any]):
    """Fields that stand on one line."""


class _FlowList(list[Any]):
    """Values that stand on one line."""


def _inside(value: Any) -> Any:
    """Return the value of a field: of a list of fields each gets a line."""
    if isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        return [_one_line(item) for item in value]
    return _one_line(value)


def _one_line(value: Any) -> Any:
    if isinstance(value, Mapping):
        return _Flow({name: _one_line(one) for name, one in value.items()})
    return _FlowList(map(_one_line, value)) if isinstance(value, (list, tuple)) else value


def _dumped(value: Any, width: int) -> str:
    import yaml

    text: str = yaml.dump(value, Dumper=_dumper(), sort_keys=False, allow_unicode=True, width=width)
    return text.removesuffix("\n")


@cache
def _dumper() -> Any:
    """Return what writes YAML in which a day is plain text."""
    import yaml

    class Dumper(yaml.SafeDumper):
        yaml_implicit_resolvers = {  # noqa: RUF012  as the library declares it
            first: [(tag, pattern) for tag, pattern in some if tag.rpartition(":")[2] in _PLAIN]
            for first, some in yaml.SafeDumper.yaml_implicit_resolvers.items()
        }

        def ignore_aliases(self, data: Any) -> bool:
            return True

    Dumper.add_representer(
        _Flow, lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), True)
    )
    Dumper.add_representer(
        _FlowList, lambda dumper, data: dumper.represent_sequence("tag:yaml.org,2002:seq", data, True)
    )
    return Dumper
