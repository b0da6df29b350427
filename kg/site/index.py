"""The search index: every name of everything, as inert compressed text in a file that pages load."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from kg.language.codes import in_sentences
from kg.language.directions import joined
from kg.language.fold import fold
from kg.language.interface import languages
from kg.language.interface.words import Words
from kg.model.kinds.document import Document
from kg.picture.out.files import text_of
from kg.picture.out.page.assets import own
from kg.picture.out.page.pack import pack
from kg.site.material import Material
from kg.site.presets import Answer

LETTERS = ("\u0370-\u03ff", "\u0400-\u052f", "\u1100-\u1112", "\u1161-\u1175", "\u11a8-\u11c2")
"""Greek and Cyrillic letters, and the parts of Hangul syllables.

The search itself writes these in Latin letters.
"""


def index_file(material: Material, w: Words, answers: Mapping[str, Answer]) -> bytes:
    """Return the file that holds the index: one string of base64, which is read as data and never run."""
    return f'globalThis.kgIndex = "{pack(index(material, w, answers))}";\n'.encode()


class IndexedNames(TypedDict):
    """The index: words for kinds, and a row of all that has a name and a page.

    A row is the number of its kind, address, name, remark, and other names.
    """

    kinds: list[str]
    rows: list[list[str | int]]


def index(material: Material, w: Words, answers: Mapping[str, Answer]) -> IndexedNames:
    """Return the index: what has a page, then claims under the address of the page on which they stand."""
    kinds: dict[str, int] = {}
    rows: list[list[str | int]] = []

    def add(kind: str, address: str, name: str, note: str, *others: str) -> None:
        latin = [fold(text) for text in (name, *others) if not text.isascii()]
        rows.append(
            [
                kinds.setdefault(kind, len(kinds)),
                address,
                name,
                note,
                *dict.fromkeys(o for o in (*others, *latin) if o and o != name),
            ]
        )

    for id_, path in material.addresses.pages.items():
        fact = material.facts[id_]
        kind = w.kind(material.kind(id_))
        others = [
            *(getattr(fact, f"name_{code}", None) or "" for code in languages()),
            *getattr(fact, "names", ()),
            getattr(fact, "wording", "") or "",
            *in_sentences(getattr(fact, "codes", ())),
            id_,
        ]
        standing = material.standing.get(id_)
        status = w.either("status", standing.status) if standing else ""
        note = ", ".join(dict.fromkeys(filter(None, [status, *material.ahead(id_, w).split(", ")])))
        if isinstance(fact, Document):
            note = joined([material.name(fact.outlet), fact.published.text])
        add(kind, path, material.name(id_), note, *others)
    for answer in answers.values():
        preset = answer.preset
        add(
            w("preset.kind"),
            answer.path,
            preset.title.said(w.language),
            "",
            preset.title,
            *preset.title.others.values(),
            *preset.asked,
            preset.name,
        )
    for claim in material.claims.values():
        add(
            w.kind("Claim"),
            material.addresses.page(claim.id),
            claim.paraphrase,
            f" {w('and')} ".join(map(material.name, claim.voices)) or w("nobody"),
            claim.id,
        )
    return {"kinds": list(kinds), "rows": rows}


def search_script(w: Words) -> bytes:
    """Return the search: the viewer's way of comparing names, and our own list of hits."""
    import json

    words = {key: w(f"search.{key}", asked="{asked}") for key in ("found", "none", "lead")}
    table = {
        chr(c): latin
        for start in LETTERS
        for c in range(ord(start[0]), ord(start[2]) + 1)
        if (latin := _latin(chr(c)))
    }
    parts = "\n".join((own("js/fold.js"), own("js/unpack.js"), text_of("kg.site", "search.js")))
    inert = json.dumps([words, table], ensure_ascii=True, sort_keys=True).replace("<", r"\u003c")
    return f'(() => {{\n"use strict";\nconst [WORDS, LATIN] = {inert};\n{parts}\n}})();\n'.encode()


def _latin(letter: str) -> str:
    from anyascii import anyascii

    return "".join(c for c in anyascii(letter).lower() if c.isalnum())
