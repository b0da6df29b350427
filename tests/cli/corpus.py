"""A small corpus of our own: invented states, two invented articles, every sort of claim that chains need."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

POST = """Guns by night

Alphaland has shipped 40 howitzers to Betaland since March, the Alpha Times reported, \
citing a harbour pilot who asked not to be named.
“There was no shipment, not one gun”, said a spokesman for Betaland on Sunday.
More than 300 engineers are said to have followed.
"""
RADIO = """Radio Gamma, evening news

According to the Harbour Post, Alphaland sent some forty howitzers across the sea.
"""
TEXTS = {"post.txt": POST, "radio.txt": RADIO}


def cite(document: str, phrase: str, **more: Any) -> dict[str, Any]:
    """Return the citation of a phrase of one of the two articles."""
    text = {"post-2026-01-05": POST, "radio-2026-01-06": RADIO}[document]
    lines = [line for line in text.split("\n") if line.strip()]
    number, line = next((n, line) for n, line in enumerate(lines, 1) if phrase in line)
    start = line.index(phrase)
    span = {
        "paragraph": number,
        "start": start,
        "end": start + len(phrase),
        "sha256": sha256(phrase.encode()).hexdigest(),
    }
    return {"document": document, **span, **more}


def _claim(
    id: str, speaker: str, about: str, said: str, paraphrase: str, *cited: dict[str, Any], **more: Any
) -> dict[str, Any]:
    base = {
        "id": id,
        "topic": "arms",
        "stance": "asserts",
        "speaker": speaker,
        "said": said,
        "about": about,
        "paraphrase": paraphrase,
    }
    return {**base, **more, "cited": list(cited)}


def _document(id: str, outlet: str, published: str, file: str, title: str) -> dict[str, Any]:
    return {
        "id": id,
        "title": title,
        "outlet": outlet,
        "published": published,
        "recorded": "2026-02-01",
        "language": "en",
        "file": file,
        "sha256": sha256(TEXTS[file].encode()).hexdigest(),
    }


_SHIPPED = "Alphaland has shipped 40 howitzers to Betaland since March"
_FORTY = {
    "low": 40,
    "high": 40,
    "unit": "howitzers",
    "mode": "flow",
    "stage": "sent",
    "wording": "40 howitzers",
}
_FACTS: dict[str, dict[str, list[dict[str, Any]]]] = {
    "names.yaml": {
        "topics": [
            {"id": "arms", "name": "Arms", "name_de": "Waffen", "description": "Every claim about arms."}
        ],
        "states": [
            {"id": "aa", "name": "Alphaland"},
            {"id": "bb", "name": "Betaland", "known_as": ["Beta | Land", "베타랜드"]},
        ],
        "organizations": [
            {"id": "post", "name": "Harbour Post", "kind": "news-outlet"},
            {
                "id": "times",
                "name": "Alpha Times",
                "kind": "news-outlet",
                "part_of": [{"actor": "aa", "role": "state newspaper"}],
            },
            {"id": "radio", "name": "Radio Gamma", "kind": "news-outlet"},
        ],
        "unnamed_sources": [{"id": "pilot", "name": "A harbour pilot", "wording": "a harbour pilot"}],
        "weapon_types": [{"id": "howitzer", "name": "Howitzers"}],
        "shipments": [
            {
                "id": "aa-bb-howitzers",
                "name": "Howitzers for Betaland",
                "supplier": "aa",
                "recipient": "bb",
                "goods": "howitzers",
                "weapon_types": ["howitzer"],
                "period": "2025-03/..",
            },
        ],
        "deployments": [
            {
                "id": "aa-engineers",
                "name": "Engineers in Betaland",
                "sender": "aa",
                "host": "bb",
                "personnel": "engineers",
            }
        ],
    },
    "documents/2026-01-05-post.yaml": {
        "documents": [
            _document("post-2026-01-05", "post", "2026-01-05", "post.txt", "Report on guns for Betaland")
        ],
        "claims": [
            _claim(
                "post-howitzers",
                "post",
                "aa-bb-howitzers",
                "2026-01-05",
                "The Post passes on what the Times reports.",
                cite("post-2026-01-05", _SHIPPED),
                relays=["times-howitzers"],
                quantity=_FORTY,
            ),
            _claim(
                "times-howitzers",
                "times",
                "aa-bb-howitzers",
                "../2026-01-05",
                "The Times reports 40 howitzers on a pilot's word.",
                cite("post-2026-01-05", _SHIPPED),
                relays=["pilot-howitzers"],
                quantity=_FORTY,
            ),
            _claim(
                "pilot-howitzers",
                "pilot",
                "aa-bb-howitzers",
                "../2026-01-05",
                "A pilot speaks of 40 howitzers.",
                cite("post-2026-01-05", _SHIPPED),
                quantity=_FORTY,
            ),
            _claim(
                "bb-denial",
                "bb",
                "aa-bb-howitzers",
                "2026-01-04",
                "A spokesman says that there was no shipment.",
                cite("post-2026-01-05", "“There was no shipment, not one gun”"),
                stance="denies",
                answers=["times-howitzers"],
            ),
            _claim(
                "engineers-300",
                "unknown",
                "aa-engineers",
                "../2026-01-05",
                "There is talk of more than 300 engineers.",
                cite("post-2026-01-05", "More than 300 engineers"),
                attribution="are said to",
                quantity={
                    "low": 300,
                    "low_open": True,
                    "unit": "engineers",
                    "mode": "stock",
                    "wording": "More than 300",
                },
            ),
        ],
    },
    "documents/2026-01-06-radio.yaml": {
        "documents": [
            _document(
                "radio-2026-01-06", "radio", "2026-01-06", "radio.txt", "Evening news on guns for Betaland"
            )
        ],
        "claims": [
            _claim(
                "radio-howitzers",
                "radio",
                "aa-bb-howitzers",
                "2026-01-06",
                "The radio passes on what the Post printed.",
                cite("radio-2026-01-06", "some forty howitzers"),
                relays=["post-howitzers"],
                quantity={**_FORTY, "approximate": True, "wording": "some forty"},
            ),
        ],
    },
}


COUNT = sum(len(items) for part in _FACTS.values() for items in part.values())
"""How many facts there are."""


def facts() -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Return the facts by file and plural; a copy, to be changed at will."""
    copied: dict[str, dict[str, list[dict[str, Any]]]] = json.loads(json.dumps(_FACTS))
    return copied


def claim(by_file: dict[str, Any], id: str) -> dict[str, Any]:
    """Return one claim of `facts()`."""
    return next(c for part in by_file.values() for c in part.get("claims", ()) if c["id"] == id)


def write(folder: Path, by_file: dict[str, Any] | None = None) -> Path:
    """Write facts as seed files into a folder, and return it."""
    for name, part in (facts() if by_file is None else by_file).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(part, sort_keys=False), encoding="utf-8")
    return folder


def write_texts(folder: Path) -> Path:
    """Write the two articles into a folder, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder
