"""Messages in the words of an assistant: tools and arguments instead of commands and options."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Collection
from functools import cache

from kg.questions import library

_TOOLS = {"presets": "the tool presets", "show": "the tool cypher"}
"""What to call instead of a command."""
_RENAMED = {"timeout": "seconds", "param": "parameters"}
"""Options of the command line that are arguments of another name."""
_SAID = re.compile(
    r"(?P<ask>'kg ask [^']*'|\bkg ask [\w-]+(?: --[\w-]+ \S+)*)"
    r"|'kg (?P<command>\w+)[^']*'"
    r"|(?<!\w)'[^']*'(?!\w)"  # what somebody sent stays as it was
    r"|(?<![\w-])--param (?P<name>\w+)=VALUE"
    r"|(?<![\w-])--(?P<option>[a-z][\w-]*)"
)


def for_assistants(text: str, own: Collection[str] = ()) -> str:
    """Return a message with the names of tools and arguments.

    What is only on the command line stays: an assistant passes it on to a person.

    Args:
        text: in the words of the command line.
        own: arguments of the tool, beside the parameters of questions.

    Example:
        >>> for_assistants("'said-by' needs --actor; for example: kg ask said-by --actor kirby")
        '\\'said-by\\' needs actor; for example: ask {"preset": "said-by", "parameters": {"actor": "kirby"}}'
        >>> for_assistants("expected one of those that 'kg presets' lists; or run 'kg load'")
        "expected one of those that the tool presets lists; or run 'kg load'"
    """
    return _SAID.sub(lambda part: _said(part, own), text)


def _said(part: re.Match[str], own: Collection[str]) -> str:
    if part["ask"]:
        return _call(part["ask"].strip("'"))
    if part["name"]:
        return f'"parameters": {{"{part["name"]}": VALUE}}'
    if part["option"]:
        name = part["option"].replace("-", "_")
        return _RENAMED.get(name, name if name in own or name in _parameters() else part[0])
    return _TOOLS.get(part["command"] or "", part[0])


def _call(command: str) -> str:
    """Return a call of the tool ask that asks what a command asks."""
    preset, *options = shlex.split(command)[2:]
    parameters = {
        o[2:].replace("-", "_"): value for o, value in zip(options[::2], options[1::2], strict=False)
    }
    return "ask " + json.dumps({"preset": preset, **({"parameters": parameters} if parameters else {})})


@cache
def _parameters() -> frozenset[str]:
    return frozenset(p.name for question in library.every() for p in question.parameters)
