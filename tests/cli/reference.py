"""What the generated pages should say: the reference of the command line, and the outputs of the tour."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click

from kg.cli._group import group
from tests.cli.tools import run

HEAD = """# The command line

Generated from the help of every command; `KG_UPDATE_DOCS=1` with `tests/cli/test_reference.py` renews it.
The questions behind `kg ask` have their own page, [cypher/README.md](../cypher/README.md); every one takes
the options of `kg ask who-sourced`, which stands here for all. [tour.md](tour.md) shows the commands at work.

Answers go to standard output, errors and notes to standard error. A terminal gets a table, a pipe JSON. Exit
codes: 0 done, 1 it failed, 2 it was called wrongly, 130 it was interrupted, 143 it was told to end (SIGTERM;
129 when its terminal went away). Environment: `KG_CORPUS` names the folder of a corpus, `KG_SEEDS` that of
the facts, `KG_SOURCES` that of the texts, `NEO4J_URI`, `NEO4J_USERNAME`, `NEO4J_PASSWORD` and
`NEO4J_DATABASE` a server, `PAGER` the program that shows what is longer than the screen, `NO_COLOR` and
`FORCE_COLOR` switch colours, `COLUMNS` sets the width.
"""
EXAMPLE = ("ask", "who-sourced")
_BLOCK = re.compile(r"(```console\n)(.*?)(```)", re.S)


def commands(command: click.Command = group, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the words of every command; of the presets only one."""
    yield words
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command, info_name="kg")):
            if words != ("ask",) or name == EXAMPLE[1]:
                below = command.get_command(click.Context(command), name)
                assert below is not None
                yield from commands(below, (*words, name))


def reference() -> str:
    """Return docs/cli.md as it should be."""
    parts = [HEAD]
    for words in commands():
        parts.append(
            f"{'#' * min(4, 2 + (len(words) > 1))}"
            f" {' '.join(('kg', *words))}\n\n```text\n{run(*words, '--help').done().rstrip()}\n```\n"
        )
    return "\n".join(parts)


def tour(text: str) -> str:
    """Return a tour with the outputs of its commands as they are.

    A block is a command after `$ ` and what it prints.
    """
    return _BLOCK.sub(lambda block: block[1] + _shown(block[2]) + block[3], text)


def _shown(block: str) -> str:
    line = block.partition("\n")[0]
    assert line.startswith("$ kg "), line
    ran = run(*shlex.split(line)[2:], tty=True)
    code = f"(exit code {ran.code})\n" if ran.code else ""
    return f"{line}\n{ran.err}{ran.out}{code}".replace("\r\n", "\n")
