"""All files of the export, and writing them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from kg.formats.neo4j_browser.grass import sheet
from kg.formats.neo4j_browser.guide import guide
from kg.formats.neo4j_browser.scripts import Script, scripts_of
from kg.questions.header import Question
from kg.system.atomic_files import write_atomically

SHEET = "style.grass"
COLUMNS = ("name", "description", "query", "id", "parentId", "isFolder")
"""What the newer Browser demands of a file of saved queries."""
_OFF = ":config autoComplete: false"
QUIET = Script(
    "", "only-what-was-returned.cypher", "setting", "kg: draw only what the query returned", (), _OFF, _OFF
)
"""Switches 'Connect result nodes' off."""
_DAY = (1980, 1, 1, 0, 0, 0)


def bundle(presets: Iterable[Question], browser: str) -> dict[str, bytes]:
    """Return the content of every file by name; the same presets give the same bytes.

    Args:
        presets: the questions.
        browser: address of Neo4j Browser, for the links of the guide.
    """
    presets = list(presets)
    scripts = {preset.name: scripts_of(preset) for preset in presets}
    flat = [script for several in scripts.values() for script in several]
    return {
        "scripts.zip": _zip([QUIET, *flat]),
        "scripts.csv": _csv(flat),
        SHEET: sheet().encode(),
        "guide.html": guide(presets, scripts, QUIET, browser).encode(),
    }


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Write files to a folder, each whole or not at all; other files there stay as they are.

    Raises:
        ExportError: one cannot be written.
    """
    for name, content in files.items():
        write_atomically(folder / name, content)


def _zip(scripts: list[Script]) -> bytes:
    """Return an archive with a folder per topic.

    The folders are entries of their own, as the newer Browser wants them.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for folder in dict.fromkeys(script.folder for script in scripts if script.folder):
            archive.writestr(zipfile.ZipInfo(f"{folder}/", _DAY), "")
        for script in scripts:
            name = f"{script.folder}/{script.file}" if script.folder else script.file
            archive.writestr(zipfile.ZipInfo(name, _DAY), script.text, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _csv(scripts: list[Script]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    folders = {folder: str(number) for number, folder in enumerate(dict.fromkeys(s.folder for s in scripts))}
    for folder, number in folders.items():
        writer.writerow((folder, "", "", number, "", "true"))
    for place, script in enumerate(scripts, len(folders)):
        writer.writerow(
            (script.name, " ".join(script.remarks), script.text, place, folders[script.folder], "false")
        )
    return stream.getvalue().encode()
