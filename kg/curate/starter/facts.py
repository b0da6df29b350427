"""The facts of a new corpus as text of its seed files: states, weapon types and topics."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from kg.curate.starter.territories import Territory, territories
from kg.language import ENGLISH
from kg.model.kinds.state import State
from kg.model.kinds.topic import Topic
from kg.model.kinds.weapon_type import WeaponType

GERMAN = "de"
"""The one language whose names have a field of their own."""
_PLAIN = re.compile(r"[^\W\d_][\w ().'’-]*")
_NO_TEXT = re.compile(r"(?i)no?|y|yes|on|off|true|false|null")
"""What other readers of YAML take for something else."""


def files(languages: Sequence[str]) -> dict[str, str]:
    """Return what the seed files hold, by their names.

    Args:
        languages: of the corpus, the most important first; a fact is named in it, or else in English.

    Example:
        >>> weapons = files(["uk", "de"])["weapons.yaml"]
        >>> "name: Гаубиці, name_de: Haubitzen, known_as: [Howitzers, howitzer], subtype_of" in weapons
        True
    """
    known = words()
    states = (_state(territory, languages) for territory in territories(languages))
    weapons = (_weapon(entry, languages) for entry in known[WeaponType.PLURAL])
    topics = (_topic(entry, languages) for entry in known[Topic.PLURAL])
    return {
        "states.yaml": _file(
            "Names are from CLDR. That something is listed here does not say that it is a state.",
            State.PLURAL,
            states,
        ),
        "weapons.yaml": _file(
            "The armament categories of SIPRI, and common types below them.", WeaponType.PLURAL, weapons
        ),
        "topics.yaml": _file("The questions under which claims are read together.", Topic.PLURAL, topics),
    }


@cache
def words() -> dict[str, list[dict[str, str]]]:
    """Return the weapon types and topics with their names by language."""
    import yaml

    read: dict[str, list[dict[str, str]]] = yaml.safe_load(
        Path(__file__).with_name("words.yaml").read_text(encoding="utf-8")
    )
    return read


def _state(territory: Territory, languages: Sequence[str]) -> dict[str, Any]:
    named = _named(territory.names, languages, territory.others)
    return {"id": territory.code.lower(), **named, "iso": territory.code}


def _weapon(entry: Mapping[str, str], languages: Sequence[str]) -> dict[str, Any]:
    wider = {"subtype_of": entry["under"]} if "under" in entry else {}
    others = [entry[name] for name in (ENGLISH, "also") if name in entry]
    return {"id": entry["id"], **_named(entry, languages, others), **wider}


def _topic(entry: Mapping[str, str], languages: Sequence[str]) -> dict[str, Any]:
    named = _named(entry, languages, (entry[ENGLISH],))
    named.pop("known_as", None)
    return {"id": entry["id"], **named, "description": entry["is"]}


def _named(names: Mapping[str, str], languages: Sequence[str], others: Iterable[str]) -> dict[str, Any]:
    """Return the fields for the names: the first there is, German apart, and all others."""
    every = [names[language] for language in languages if language in names]
    every = list(dict.fromkeys([*every, *others]))
    fields: dict[str, Any] = {"name": every[0]}
    german = names.get(GERMAN) if GERMAN in languages else None
    if german and german != every[0]:
        fields["name_de"] = german
    if more := [name for name in every[1:] if name != german]:
        fields["known_as"] = more
    return fields


def _file(what: str, plural: str, entries: Iterable[Mapping[str, Any]]) -> str:
    start = "# The vocabulary to start with; change it at will. What no claim needs may stay."
    return f"{start}\n# {what}\n{plural}:\n" + "".join(
        f"- {{{', '.join(_fields(entry))}}}\n" for entry in entries
    )


def _fields(entry: Mapping[str, Any]) -> Iterator[str]:
    for name, value in entry.items():
        listed = isinstance(value, list)
        yield f"{name}: {'[' + ', '.join(map(_scalar, value)) + ']' if listed else _scalar(value)}"


def _scalar(value: str) -> str:
    """Return text as YAML: in quotes where it could be taken for something else.

    Example:
        >>> _scalar("Norway"), _scalar("no"), _scalar("Congo: both")
        ('Norway', '"no"', '"Congo: both"')
    """
    plain = _PLAIN.fullmatch(value) and not _NO_TEXT.fullmatch(value) and value == value.strip()
    return value if plain else json.dumps(value, ensure_ascii=False)
