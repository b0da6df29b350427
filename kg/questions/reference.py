"""The list of all questions, as `cypher/README.md` has it: read off their headers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.questions.header import Parameter, Question

INTRO = """# Questions

Generated from the headers of the questions; do not edit. `KG_UPDATE_DOCS=1` with
`tests/contract/test_reference.py` writes it anew.

Each question is one file: a header that says what it asks, takes and returns, and below it how it is
answered. Most are in Cypher, in this folder: a statement that only reads, and below `// :graph` the
statement that draws the answer. The same file runs in the embedded engine, in Neo4j and in the Neo4j
Browser. The analyses are in Python, in `kg/questions/analyses`: a function from the whole world to rows;
what the rows name is drawn. `kg ask NAME` answers a question, `kg view NAME` draws it, `kg ask NAME --help`
says what is below; `kg NAME` is short for `kg ask NAME` unless a command is called so.

A `.cypher` file in a folder of a topic, or a `.py` file among the analyses, is a question; nothing else has
to be written. Its first line is the title, and these lines follow, in Cypher after `//`, in Python in the
docstring:

| line | says |
| --- | --- |
| `:title-CODE` | the title in another language, by its ISO 639 code |
| `:asked` | other wordings of the question, in any language, by which `kg ask "..."` finds it |
| `:about` | what exactly a row is, and what is left out |
| `:param` | name, type, default (none: it must be given) and help of a parameter |
| `:example` | values to try it with, on the corpus that comes with the program; once for each example |
| `:returns` | name and type of each column |
| `:key` | the columns that tell rows apart |
| `:order` | the order of the rows; total, so that every store gives the same |
| `:table` | the columns that a terminal shows, when all are too many |
| `:drawing` | the drawing that shows the answer; without it, what the answer holds decides |
| `:short` | of an analysis: the command that it is in short, when that is not its own name |
| `:tags` | words to find it by; `headline-1` to `headline-5` are what `kg demo` asks |

| type | takes |
| --- | --- |
| `str`, `int`, `float`, `bool`, `date` | text, a whole number, a number, true or false, a day as YYYY-MM-DD |
| `id<Label>` | the id of a node with that label |
| `id<One\\|Other>` | the id of a node with one of these labels |
| `choice<one\\|other>` | one of these words |
| `value<Label.property>` | a word that the property of some node with that label has |
| `list<str>`, `list<int>`, `list<date>`, `list<choice<...>>` | several, with commas between |
| any of them with `?` | also nothing, which is the default `null` |

Where an id is wanted, a name does that one node with the label has and no other comes near
(`--supplier "North Korea"`); the answer says what was understood, and an id is never taken for a name. Any
other value that the graph does not have is refused with the nearest one that it has. `--as-of DAY` goes by
publication: the answer is the one that the documents published by that day give.

Every analysis takes `--as-of`, `--recorded-by`, `--topic`, `--event` and `--actor`; a header need not say so.

A line of a statement that ends in `// :with topic` narrows the answer to that parameter and does nothing
without it. `kg` leaves such lines out when the parameter is not given, and asks for a given one plainly
(`t.id = $topic`, not `$topic IS NULL OR t.id = $topic`), so that a store can start at its index. Pasted
whole, the statement gives the same rows, as tests prove; only slower in a large graph.
"""


def markdown(questions: Iterable[Question]) -> str:
    """Return the document: a list of all questions by topic, then each with its parameters and columns.

    Args:
        questions: in the order to print, those of one topic together.
    """
    topics: dict[str, list[Question]] = {}
    for question in questions:
        topics.setdefault(question.topic, []).append(question)
    parts = [INTRO]
    for topic, some in topics.items():
        parts.append(
            f"\n- [{topic.capitalize()}](#{topic}): " + ", ".join(f"[{p.name}](#{p.name})" for p in some)
        )
    parts.append("\n")
    for topic, some in topics.items():
        parts += [f"\n## {topic.capitalize()}\n", *("\n" + "".join(_one(question)) for question in some)]
    return "".join(parts)


def _one(question: Question) -> Iterator[str]:
    yield f"### {question.name}\n\n**{_safe(question.title)}**\n\n"
    yield from (f"*{_safe(title)}*\n\n" for title in question.title.others.values())
    yield f"{_safe(question.about)}\n\n"
    calls = "\n".join(question.calls(f"kg ask {question.name}"))
    yield f"```sh\n{calls}\n```\n\n"
    yield "| parameter | type | default | |\n| --- | --- | --- | --- |\n"
    yield from (
        f"| `{p.option}` | {_code(p.type.text)} | {_default(p)} | {_safe(p.help)} |\n"
        for p in question.parameters
    )
    yield "\nColumns: " + ", ".join(f"`{name} {kind.text}`" for name, kind in question.returns) + ".\n"


def _default(parameter: Parameter) -> str:
    if parameter.required:
        return "must be given"
    return f"`{'none' if parameter.default is None else parameter.type.written(parameter.default)}`"


def _code(text: str) -> str:
    """Return text as code in a table, where a bar would end the cell."""
    return f"`{text.replace('|', chr(92) + '|')}`"


def _safe(text: str) -> str:
    """Keep words from turning into a table or markup."""
    return text.replace("|", "&#124;").replace("<", "&lt;").replace("*", "&#42;")
