"""What `kg` says to whom is new: the commands in groups, three to start with, and what others call them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click

Row = tuple[str, str]

FIRST = (
    ("kg demo", "build the graph and ask it five things"),
    ('kg find "North Korea"', "what is called so, and its id"),
    ('kg ask "who sourced the troop numbers"', "ask in words, or by name"),
)
"""Calls to start with, and what each does."""
GROUPS = {
    "Ask": ("ask", "analyse", "presets", "find", "show", "explain", "cypher", "shell"),
    "Publish": ("view", "site", "export"),
    "Curate": (
        "init",
        "add",
        "import",
        "candidates",
        "draft",
        "review",
        "check",
        "cite",
        "verify",
        "coverage",
    ),
    "Store and servers": ("load", "neo4j", "browser", "mcp"),
    "This program": ("demo", "doctor", "completion", "help"),
}
"""The commands by what they are for; one that is missing here is shown last."""
MEANT = {
    "analyze": "'kg analyse' answers about all of a large graph",
    "backup": "'kg export jsonl' writes all facts",
    "build": "'kg load' builds the graph from the facts",
    "draw": "'kg view' draws",
    "graph": "'kg view' draws the graph",
    "ingest": "'kg add' takes documents in, 'kg import' makes facts of a table, 'kg load' loads facts",
    "list": "'kg presets' lists the questions, 'kg ask index' the documents",
    "new": "'kg add' takes a file in as a document",
    "open": "'kg view --open' opens a page, 'kg shell' a prompt",
    "query": "'kg ask' answers a question, 'kg cypher' a statement",
    "questions": "'kg presets' lists the questions",
    "run": "'kg ask' answers a question, 'kg cypher' runs a statement",
    "search": "'kg find' searches names, 'kg presets --search' questions",
    "serve": "'kg site' writes pages, 'kg neo4j start' serves the graph to a browser, 'kg mcp' to assistants",
    "server": "'kg neo4j start' runs one, 'kg mcp' serves assistants",
    "sql": "'kg cypher' runs a statement",
    "start": "'kg demo' builds the graph and answers five questions",
    "validate": "'kg check' checks the facts",
    "version": "'kg --version' says it",
}
"""Commands that people try, and the ones that are here."""


def grouped(rows: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Yield each group of commands that has any, with its name.

    Args:
        rows: commands, with what each does.

    Example:
        >>> list(grouped([("ask", "Answer."), ("weigh", "Weigh."), ("find", "Find.")]))
        [('Ask', [('ask', 'Answer.'), ('find', 'Find.')]), ('Others', [('weigh', 'Weigh.')])]
    """
    words = dict(rows)
    for group, names in GROUPS.items():
        if found := [(name, words.pop(name)) for name in names if name in words]:
            yield group, found
    if words:
        yield "Others", list(words.items())


def welcome(context: click.Context, list_groups: Callable[[click.Context, click.HelpFormatter], None]) -> str:
    """Return what `kg` alone says: what it is for, three lines to start with, and its commands.

    Args:
        context: of `kg`.
        list_groups: writes the commands in groups.
    """
    from kg.cli._examples import of_corpus

    formatter = context.make_formatter()
    formatter.write_text((context.command.help or "").partition("\n")[0])
    with formatter.section("Start with"):
        formatter.write_dl([(of_corpus(call), words) for call, words in FIRST], col_max=40)
    list_groups(context, formatter)
    formatter.write("\n'kg help COMMAND' says more of one; 'kg presets' lists the questions.\n")
    return formatter.getvalue()
