"""Presets, colours and a guide in the forms that Neo4j Browser imports.

    scripts.zip   saved scripts, a folder per topic: dropped on the window of Browser 5
    scripts.csv   the same for the newer Browser, which imports them as Saved Cypher
    style.grass   colours, sizes and captions: dropped on the window of Browser 5
    guide.html    what to do with them, with a link per question that opens it in the Browser

What each Browser accepts was tried on Neo4j Browser 5.24 and on the preview of its successor that comes with
it.
"""

from __future__ import annotations

from kg.formats.neo4j_browser.bundle import SHEET, bundle, write
from kg.formats.neo4j_browser.grass import sheet
from kg.formats.neo4j_browser.scripts import Script, scripts_of

__all__ = ["SHEET", "Script", "bundle", "scripts_of", "sheet", "write"]
