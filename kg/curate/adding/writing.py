"""The text and the document of an addition as files: all of them are written, or none."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from kg.curate.adding.plan import Addition
from kg.curate.drafts.writing import inline
from kg.system.atomic_files import write_atomically

_SCHEMA = os.path.join("..", "..", "schemas", "seeds.schema.json")
"""Where a corpus keeps the schema of its facts, seen from a document's file."""


def write(additions: Sequence[Addition]) -> None:
    """Write the texts, then the documents; when one cannot be written, those before it are taken away.

    Raises:
        ExportError: a file cannot be written; nothing new is left, and what was there is as it was.
    """
    files: dict[Path, str] = {one.text: one.derived.text for one in additions if not one.kept}
    files |= {one.file: rendered(one) for one in additions}
    folders = {path.parent for path in files if not path.parent.exists()}
    new: list[Path] = []
    try:
        for path, content in files.items():
            if not path.exists():
                new.append(path)
                write_atomically(path, content)
    except BaseException:
        for path in new:
            path.unlink(missing_ok=True)
        for folder in folders:
            with suppress(OSError):  # somebody else may have put something there
                folder.rmdir()
        raise


def rendered(addition: Addition) -> str:
    """Return the seed file of a document."""
    head = []
    if (addition.file.parent / _SCHEMA).is_file():
        head.append(f"# yaml-language-server: $schema={_SCHEMA.replace(os.sep, '/')}")
    if addition.organization:
        head += ["organizations:", _item(addition.organization)]
    return "\n".join([*head, "documents:", _item(addition.written)]) + "\n"


def _item(fields: Mapping[str, Any]) -> str:
    return "- " + "\n  ".join(_lines(fields))


def _lines(fields: Mapping[str, Any]) -> list[str]:
    """Return fields a line each; what is inside a field stands below it."""
    lines = []
    for name, value in fields.items():
        if isinstance(value, Mapping):
            lines += [f"{name}:", *(f"  {line}" for line in _lines(value))]
        else:
            lines.append(f"{name}: {inline(value)}")
    return lines
