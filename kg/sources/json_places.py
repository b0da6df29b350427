"""Where everything on a line of JSON stands; looked up only when something is wrong with it."""

from __future__ import annotations

import json
import re

from kg.errors import Location, Problem
from kg.sources.yaml_tree import DEEPEST, Node, stands_twice, too_deep

NAMES = {"citations": "cited"}
"""Names of fields that are called otherwise on a line, with those in seed files."""
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]|[^\s\[\]{},:"]+')


class LineNode(Node):
    """The top of a line: what is inside is found when it is asked for."""

    def __init__(self, line: int, text: str = "") -> None:
        """Keep the text of the line; without it only its number is known."""
        super().__init__(line, 1 if text else 0)
        self.text = text

    def opened(self) -> Node:
        """Return the node with all that is inside, under the names that seed files use."""
        node = places(self.text, "", self.line)[0] if self.text else self
        for line_name, name in NAMES.items():
            if line_name in node.fields:
                node.fields[name] = node.fields[line_name]
        return node


def places(text: str, file: str, line: int) -> tuple[Node, list[Problem]]:
    """Read where everything stands, and what makes a valid line ambiguous or too deep.

    Args:
        text: one line of valid JSON.
        file: how messages call the file.
        line: its number.

    Example:
        >>> node, _ = places('{"id": "kp", "known_as": ["a", "b"]}', "a.jsonl", 3)
        >>> node.fields["known_as"][1].items[1].column
        32
    """
    top = Node(line, 1)
    problems: list[Problem] = []
    stack: list[tuple[Node, bool]] = []
    key: list[tuple[str, tuple[int, int]] | None] = [None]
    for match in _TOKEN.finditer(text):
        token, at = match[0], (line, match.start() + 1)
        if token in "]}":
            stack.pop()
            key.pop()
            continue
        owner, named = stack[-1] if stack else (None, False)
        if named and key[-1] is None:
            key[-1] = json.loads(token), at
            continue
        node = Node(*at)
        if owner is None:
            top = node
        elif (name := key[-1]) is None:
            owner.items.append(node)
        elif name[0] in owner.fields:
            first = Location(file, *owner.fields[name[0]][0])
            problems.append(stands_twice(name[0], Location(file, *name[1]), first))
        else:
            owner.fields[name[0]] = name[1], node
        key[-1] = None
        if token in "[{":
            stack.append((node, token == "{"))
            key.append(None)
            if len(stack) > DEEPEST:
                return top, [too_deep(Location(file, *at))]
    return top, problems
