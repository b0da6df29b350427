"""Files of other models are called by their name, whatever they are."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from kg.sources.foreign import HEAD, foreign
from tests.cli.tools import run


def _zipped(*names: str, first: str = "") -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        for name in names:
            archive.writestr(name, "<x/>")
    return raw.getvalue()


ENTITY = {"id": "NK-1", "schema": "Organization", "properties": {"name": ["KOMID"]}, "datasets": ["x"]}
BUNDLE = {"type": "bundle", "id": "bundle--5d0092c5-5f74-4287-9642-33f4c354e56d", "objects": []}
SDO = {"type": "identity", "spec_version": "2.1", "id": "identity--5d0092c5-5f74-4287-9642-33f4c354e56d"}
AREA = {"type": "FeatureCollection", "features": []}
SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"

FILES = [
    (json.dumps(ENTITY), "FollowTheMoney (FtM)"),
    (json.dumps(ENTITY, separators=(",", ":")) + "\r\n" + json.dumps(ENTITY), "FollowTheMoney (FtM)"),
    (json.dumps([ENTITY], indent=2), "FollowTheMoney (FtM)"),
    (
        "canonical_id,entity_id,prop,prop_type,schema,value\nNK-1,x,name,name,Person,Kim\n",
        "statements of FollowTheMoney (CSV)",
    ),
    (json.dumps(BUNDLE), "a STIX bundle"),
    (json.dumps(BUNDLE, indent=4), "a STIX bundle"),
    (json.dumps(BUNDLE, indent=4).replace("\n", "\r\n"), "a STIX bundle"),
    (json.dumps(SDO), "a STIX bundle"),
    ("\ufeff" + json.dumps(BUNDLE), "a STIX bundle"),
    (json.dumps(AREA), "GeoJSON"),
    (json.dumps(AREA, indent=2), "GeoJSON"),
    (json.dumps({"type": "Feature", "geometry": None}), "GeoJSON"),
    (json.dumps({"type": "Point", "coordinates": [1, 2]}), "GeoJSON"),
    (json.dumps({"@context": "https://schema.org", "@type": "Claim"}), "JSON-LD"),
    ("[\n{}\n]", "a JSON list"),
    (_zipped("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"), "a spreadsheet (Excel)"),
    (_zipped("content.xml", first=SPREADSHEET), "a spreadsheet (ODS)"),
    (_zipped("[Content_Types].xml", "word/document.xml"), "a Word document"),
    (_zipped("a.txt"), "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "old Office"),
    ("supplier,recipient,year\nAA,BB,2024\n", "a table (CSV)"),
    ("Lieferant;Empfänger;Jahr\r\nAA;BB;2024\r\n", "a table (CSV)"),
    ("a\tb\n1\t2\n", "a table (CSV)"),
    ("Title of the register\n\nas of 2025\nsupplier,recipient,year\nAA,BB,2024\n", "a table (CSV)"),
    ("Empfänger,Jahr\nÄÄ,2024\n".encode("latin-1"), "a table (CSV)"),
    ("supplier,recipient,year", "a table (CSV)"),
    ('"type","id"\n"state","aa"\n', "a table (CSV)"),
    ("%PDF-1.7\n", "a PDF"),
    ("PAR1\0\0", "a Parquet file"),
    ("SQLite format 3\0", "an SQLite database"),
    ("<!DOCTYPE html>\n<html><body>", "a web page (HTML)"),
    ('<?xml version="1.0"?>\n<graphml xmlns="x">', "XML (graphml)"),
    ("# facts\r\nstates:\r\n- id: aa\r\n", "a seed file (YAML)"),
    ("states:\n  - id: aa\n", "a seed file (YAML)"),
    ('{"a": 1}\n'.encode("utf-16"), "a text in UTF-16"),
]


@pytest.mark.parametrize(("content", "what"), FILES)
def test_the_first_line_names_what_it_is(content: str | bytes, what: str, tmp_path: Path) -> None:
    raw = content.encode() if isinstance(content, str) else content
    (tmp_path / "file.dat").write_bytes(raw)
    (tmp_path / "file.gz").write_bytes(gzip.compress(raw))
    for name in ("file.dat", "file.gz"):
        ran = run("load", tmp_path / name, "--store", tmp_path / "x.grafeo")
        ran.failed(f"{name}:1: this is ", what, "not facts; expected a file of 'kg export jsonl'")
        assert len(ran.err.splitlines()) == 1
    assert not (tmp_path / "x.grafeo").exists()


@pytest.mark.parametrize(
    "content",
    [
        '{"type": "state", "id": "aa", "name": "a, b, c"}\n',
        '\ufeff{"type": "state", "id": "aa", "name": "A", "note": "\\"type\\": \\"bundle\\""}\r\n',
        '\n\n{"type": "state", "id": "aa", "name": "A"}\n',
        '{"type": "stat", "id": "aa"}\n',
        '{"id": "aa"}\n',
        "no facts at all\n",
        "",
    ],
)
def test_what_may_be_ours_is_read_line_by_line(content: str) -> None:
    assert foreign(content.encode()[:HEAD]) is None
