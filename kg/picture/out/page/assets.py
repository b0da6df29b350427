"""What every page needs: the viewer and its style, inline in the page or as two files that pages share."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from typing import Any, NamedTuple

from kg.language.interface import declared, languages, own_words
from kg.language.interface.patterns import forms
from kg.model.schemes import SCHEMES
from kg.picture.out.files import text_of
from kg.picture.out.page.looks import looks
from kg.picture.out.page.pack import pack_text

SCRIPTS = (
    "words",
    "dom",
    "unpack",
    "facts",
    "fold",
    "scene",
    "filter",
    "bundle",
    "pen",
    "lines",
    "shapes",
    "labels",
    "camera",
    "paint",
    "layers",
    "grid",
    "vector",
    "neighbours",
    "address",
    "steps",
    "claim",
    "card",
    "stage",
    "minimap",
    "legend",
    "days",
    "finding",
    "compare",
    "find",
    "table",
    "save",
    "embed",
    "paper",
    "take",
    "choice",
    "main",
)
"""The parts of the viewer, each after what it uses; together they are one function that runs once."""
_PARTS = tuple(f"js/{part}.js" for part in SCRIPTS)
_NAMED = re.compile(r"""["'`]([a-z][\w-]*(?:\.[\w-]+)*\.?)(?=["'`]|\$\{)""")
"""A key, or the beginning of one up to a full stop, as scripts and template write it."""
_NOT_RUN = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:[^*]|\*(?!/))*\*/)?\n|^[ \t]+", re.MULTILINE)
"""Lines of a script that hold nothing but a comment, and the room before the others."""
STYLES = ("base", "stage", "card", "table", "narrow", "print")


class Assets(NamedTuple):
    """Where a page finds the viewer and the style.

    Attributes:
        script: address of the file that holds `script()`; empty to embed it.
        style: address of the file that holds `style()`; empty to embed it.
    """

    script: str = ""
    style: str = ""


INLINE = Assets()
"""Everything in the page itself: one file that can be sent."""


def own(name: str) -> str:
    """Return one of the files beside this module."""
    return text_of("kg.picture.out.page", name)


@cache
def words() -> dict[str, list[str | None]]:
    """Return the words that the page names: by key one for each language, in the order of `languages`.

    None stands where a language has no word of its own; the first one, English, is said instead.
    """
    named = set(_NAMED.findall("".join(map(own, ("template.html", *_PARTS)))))
    families = tuple(name for name in named if name.endswith("."))
    tables = [{**declared(code), **own_words(code)} for code in languages()]
    ends = {f".{form}" for words in tables for form in forms(words)}
    return {
        key: [words.get(key) for words in tables]
        for key in sorted(set().union(*tables))
        if key in named or key.startswith(families) or any(key.removesuffix(end) in named for end in ends)
    }


@cache
def script() -> str:
    """Return the viewer: the parts of `js/` and the tables of words, looks and registers, as one script.

    What only those read who write it is left out: lines of comments, and room at the beginning of lines.

    The same release gives the same text, so that its hash in the policy stays valid.
    """
    pages = {name: scheme.page for name, scheme in SCHEMES.items() if scheme.page}
    values = {"LANGUAGES": languages(), "WORDS": words(), "LOOKS": looks(), "REGISTERS": pages}
    tables = "".join(f"const {name} = {_inert(value)};\n" for name, value in values.items())
    parts = _NOT_RUN.sub("", "\n".join(own(part) for part in _PARTS))
    return f'(() => {{\n"use strict";\n{tables}{parts}\n}})();\n'


@cache
def opener() -> str:
    """Return the script that unpacks the viewer of a page that is one file, and runs it."""
    return own("open.js")


@cache
def packed() -> str:
    """Return the viewer as such a page holds it."""
    return pack_text(script())


@cache
def style() -> str:
    """Return the style sheet: the parts of `css/`."""
    return "\n".join(own(f"css/{part}.css") for part in STYLES)


def policy(assets: Assets) -> str:
    """Return the content policy: only this viewer and this style, by hash or from beside the page."""
    beside = "'self' file:"  # some browsers do not count a file on the disk as 'self'
    scripts = beside if assets.script else f"{_hash(opener())} {_hash(script())}"
    trusted = "'none'" if assets.script else "kg"  # only what has one of these hashes runs, whoever made it
    styles = beside if assets.style else _hash(style())
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; img-src data: blob:; base-uri 'none';"
        f" form-action 'none'; require-trusted-types-for 'script'; trusted-types {trusted}"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _inert(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")
