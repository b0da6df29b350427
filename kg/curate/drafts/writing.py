"""Claims as YAML, as people write them: a field a line, what is inside a field on one line."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

_PLAIN = ("bool", "float", "int", "merge", "null")
"""What a scalar must not look like unless it is one; days are text and stand without quotation marks."""


def claim_yaml(claim: Mapping[str, Any], indent: str = "") -> str:
    """Return a claim as YAML.

    Args:
        claim: its fields.
        indent: what stands before every line but the first.

    Example:
        >>> claim = {"id": "a", "said": "2024-10-13", "quantity": {"low": 5, "unit": "guns"}}
        >>> print(claim_yaml({**claim, "cited": [{"document": "d", "start": 0}]}))
        id: a
        said: 2024-10-13
        quantity: {low: 5, unit: guns}
        cited:
        - {document: d, start: 0}
    """
    lines: list[str] = []
    for name, value in claim.items():
        if isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
            lines += [f"{name}:", *(f"- {inline(item)}" for item in value)]
        else:
            lines.append(f"{name}: {inline(value)}")
    return f"\n{indent}".join(lines)


def inline(value: Any) -> str:
    """Return a value as YAML on one line.

    Example:
        >>> inline({"low": 5, "open": True}), inline("2024-10-13"), inline("a: b"), inline("no")
        ('{low: 5, open: true}', '2024-10-13', "'a: b'", "'no'")
    """
    import yaml

    text: str = yaml.dump(
        value, Dumper=_dumper(), default_flow_style=True, sort_keys=False, allow_unicode=True, width=10**9
    )
    return text.removesuffix("\n").removesuffix("\n...")


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

    return Dumper
