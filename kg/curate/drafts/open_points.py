"""What a proposed claim still lacks before it can be a fact, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from kg.errors import Problem
from kg.model.kinds.claim import Claim
from kg.sources.cross_check import cross_check
from kg.sources.located import Seeds, validated
from kg.sources.yaml_tree import Node

_LACKS = re.compile(r"lacks the field '([\w.]+)'$")


class Looked(NamedTuple):
    """What a look at a proposed claim finds.

    Attributes:
        open: fields that are not filled in, with what they hold, as "about: the event ...".
        wrong: faults of those that are, each with what was expected and the nearest name.
    """

    open: tuple[str, ...]
    wrong: tuple[Problem, ...]


def looked(claim: Mapping[str, Any], seeds: Seeds) -> Looked:
    """Look at a proposed claim beside the facts so far.

    Example:
        >>> found = looked({"id": "a", "stance": "denys", "speaker": "unknown"}, Seeds(()))
        >>> [words.partition(":")[0] for words in found.open]
        ['topic', 'said', 'about', 'paraphrase', 'cited']
        >>> found.wrong[0].nearest
        'denies'
    """
    written, problems = validated(Claim, dict(claim), "", Node(0, 0))
    problems += cross_check([*seeds.located, written])
    lacking = [(match[1], one) for one in problems if (match := _LACKS.search(one.what))]
    points = [f"{name}: {one.expected}" for name, one in lacking]
    lacks = [one for _, one in lacking]
    return Looked(
        tuple(points), tuple(one._replace(where=None, todo="") for one in problems if one not in lacks)
    )
