"""The list of all questions, as `cypher/README.md` has it: read off the headers of the presets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from kg.questions.header import Parameter, Preset

INTRO = """# Questions

Generated from the headers of the files in this folder; do not edit. `KG_UPDATE_DOCS=1` with `tests/contract/test_reference.py`
writes it anew.

Each file is one question: a header that says what it asks, takes and returns, a statement that only reads, and below
`// :graph` the statement that draws the answer. The same file runs in the embedded engine, in Neo4j and in the Neo4j
Browser. `kg ask NAME` answers it, `kg view NAME` draws it, `kg ask NAME --help` says what is below.

A file in a folder of a topic is a question; nothing else has to be written. Its first line is the title, and these lines follow:

| line | says |
| --- | --- |
| `:title-de` | the title in German |
| `:asked` | other wordings of the question, in English and German, by which `kg ask "..."` finds it |
| `:about` | what exactly a row is, and what is left out |
| `:param` | name, type, default (none: it must be given) and help of a parameter |
| `:example` | values to try it with, on the corpus that comes with the program |
| `:returns` | name and type of each column |
| `:key` | the columns that tell rows apart |
| `:order` | the order of the rows; total, so that every store gives the same |
| `:table` | the columns that a terminal shows, when all are too many |
| `:tags` | words to find it by; `headline-1` to `headline-5` are what `kg demo` asks |

| type | takes |
| --- | --- |
| `str`, `int`, `float`, `bool`, `date` | text, a whole number, a number, true or false, a day as YYYY-MM-DD |
| `id<Label>` | the id of a node with that label |
| `value<Label.property>` | a word that the property of some node with that label has |
| `list<str>`, `list<int>`, `list<date>` | several, with commas between |
| any of them with `?` | also nothing, which is the default `null` |

A value that the graph does not have is refused with the nearest one that it has. `--as-of DAY` goes by publication: the
answer is the one that the documents published by that day give.

A line of a statement that ends in `// :with topic` narrows the answer to that parameter and does nothing without it. `kg` leaves
such lines out when the parameter is not given, and asks for a given one plainly (`t.id = $topic`, not
`$topic IS NULL OR t.id = $topic`), so that a store can start at its index. Pasted whole, the statement gives the same rows, as
tests prove; only slower in a large graph.
"""


def markdown(presets: Iterable[Preset]) -> str:
    """Return the whole document: a table of all questions by topic, then each with its parameters and columns.

    Args:
        presets: in the order to print, those of one topic together.
    """
    topics: dict[str, list[Preset]] = {}
    for preset in presets:
        topics.setdefault(preset.topic, []).append(preset)
    parts = [INTRO]
    for topic, some in topics.items():
        parts.append(
            f"\n- [{topic.capitalize()}](#{topic}): " + ", ".join(f"[{p.name}](#{p.name})" for p in some)
        )
    parts.append("\n")
    for topic, some in topics.items():
        parts += [f"\n## {topic.capitalize()}\n", *("\n" + "".join(_one(preset)) for preset in some)]
    return "".join(parts)


def _one(preset: Preset) -> Iterator[str]:
    yield (
        f"### {preset.name}\n\n**{_safe(preset.title)}**\n\n*{_safe(preset.title_de)}*\n\n{_safe(preset.about)}\n\n"
    )
    yield f"```sh\n{preset.call}\n```\n\n"
    yield "| parameter | type | default | |\n| --- | --- | --- | --- |\n"
    yield from (
        f"| `{p.option}` | `{p.type.text}` | {_default(p)} | {_safe(p.help)} |\n" for p in preset.parameters
    )
    yield "\nColumns: " + ", ".join(f"`{name} {kind.text}`" for name, kind in preset.returns) + ".\n"


def _default(parameter: Parameter) -> str:
    return "must be given" if parameter.required else f"`{_word(parameter.default)}`"


def _word(value: Any) -> str:
    """Return a value as it is typed on the command line."""
    if value is None or isinstance(value, bool):
        return {None: "none", True: "true", False: "false"}[value]
    return value.isoformat() if isinstance(value, date) else str(value)


def _safe(text: str) -> str:
    """Keep words from turning into a table or markup."""
    return text.replace("|", "&#124;").replace("<", "&lt;").replace("*", "&#42;")
