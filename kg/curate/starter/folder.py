"""Making the folder of a new corpus: all of it or nothing, and nothing that is there is touched."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kg.corpus import FILE
from kg.curate.starter.facts import files
from kg.errors import CallError, ExportError, Problem
from kg.system.atomic_files import write_atomically

_SETTINGS = """\
# A corpus of kg: 'kg' finds this file from any folder below.
title = {title}
# Of names and answers, the most important first (ISO 639).
languages = {languages}
# Folders of the documents' texts; new ones go into the first.
texts = ["texts"]
# The graph, built from the facts whenever it is asked.
store = "build/kg.grafeo"
# With whom documents without a mark may be shared: clear, green, amber, amber+strict or red.
mark = "clear"

# What questions take when a call does not say it.
[defaults]
# topic = "deliveries"
"""
_IGNORED = """\
# Texts and originals are not ours to pass on, and the graph is built from the facts.
/texts/
/originals/
/build/
"""
_README = """\
# {title}

Claims about arms transfers: who says what, in which document, and what it rests on. Made with `kg init`.

| | |
| --- | --- |
| `kg.toml` | title, languages, where the texts are |
| `seeds/starter/` | states, weapon types and topics to start with; change them at will |
| `seeds/documents/` | one file a document: what it is, and the claims in it |
| `seeds/` | any other `.yaml` file: organizations, people, places, events |
| `drafts/` | what was found in a text and nobody has accepted yet; never part of the graph |
| `texts/` | the texts of the documents; they are not shared, because they are not ours |

From anywhere in this folder:

```sh
kg add FILE...      # take a PDF, web page, Word or text file in as a document
kg draft next       # look at what was found in it, and accept, change or reject it
kg check            # are the facts right?
kg verify           # do the texts say what is cited?
kg ask index        # which documents there are; 'kg presets' lists all questions
kg view --open      # draw it
kg site public      # a site of it
```

A claim says who said what, when, and where it stands: a span of the text, proven by its hash. Write what was
said in words of your own, copy no sentence, and leave open what the text leaves open. Names are in
{languages}; other spellings and scripts stand under `known_as`.
"""


def make(folder: Path, title: str, languages: Sequence[str]) -> list[str]:
    """Make a corpus, and return the names of its files.

    Raises:
        CallError: something of it is there already; nothing was written then.
        ExportError: it cannot be written; what was written is removed again.
    """
    starter = files(languages)
    listed = json.dumps(list(languages))
    texts = {
        **{f"seeds/starter/{name}": text for name, text in starter.items()},
        "README.md": _README.format(title=title, languages=", ".join(languages)),
        ".gitignore": _IGNORED,
        FILE: _SETTINGS.format(title=json.dumps(title, ensure_ascii=False), languages=listed),
    }
    there = [name for name in (*texts, "seeds") if (folder / name).exists()]
    if there or (folder.exists() and not folder.is_dir()):
        what = f"{folder} holds {', '.join(there)} already" if there else f"{folder} is a file"
        raise CallError(
            Problem(
                what, expected="a new folder", todo="name another one, or move them away; nothing was changed"
            )
        )
    written: list[Path] = []
    try:
        for name, text in texts.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, text)
            written.append(path)
        for name in ("texts", "seeds/documents"):
            (folder / name).mkdir(exist_ok=True)
    except (OSError, ExportError) as error:
        for path in written:
            with suppress(OSError):
                path.unlink()
        if isinstance(error, ExportError):
            raise
        todo = "check the path and its rights"
        raise ExportError(Problem(f"cannot make {folder}: {error.strerror}", todo=todo)) from error
    return list(texts)
