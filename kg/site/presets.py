"""The pages of the presets: the question, its rows, its drawing, and how to ask it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from kg.errors import CallError, KgError
from kg.picture.contents import draw_preset
from kg.picture.drawing import Drawing
from kg.questions import library
from kg.questions.allowed import allowed
from kg.questions.header import Preset
from kg.questions.result import Result
from kg.questions.run import run
from kg.site.addresses import stem
from kg.site.material import Material
from kg.site.tables import Table, table_of
from kg.site.view import Page
from kg.site.words import Words, translated


class Answer(NamedTuple):
    """A preset asked of the corpus: rows and drawing, or why it could not be asked."""

    preset: Preset
    given: Mapping[str, Any]
    result: Result | None
    drawing: Drawing | None
    reason: str

    @property
    def path(self) -> str:
        """The path of its page."""
        return f"preset/{stem(self.preset.name)}.html"


def ask(material: Material, preset: Preset) -> Answer:
    """Ask a preset with its defaults, else with the values of its example, else with the first values that the graph has."""
    reason = ""
    for given in _ways(material, preset):
        try:
            result = run(preset, material.store, given)
            drawing = draw_preset(preset, material.store, material.seen, given) if preset.graph else None
        except CallError as error:
            reason = reason or str(error)
            continue
        return Answer(preset, given, result, drawing if drawing and drawing.nodes else None, "")
    return Answer(preset, {}, None, None, reason)


def _ways(material: Material, preset: Preset) -> list[dict[str, Any]]:
    """Return the sets of values to try, each with the day of the site where the preset takes one."""
    ways: list[dict[str, Any]] = [
        dict(preset.needed),
        {**preset.needed, **{n: v for n, v in preset.example if isinstance(v, str)}},
    ]
    first: dict[str, Any] = {}
    for parameter in preset.parameters:
        if parameter.type.label and (parameter.required or parameter.default is not None):
            try:
                found = allowed(parameter, material.store, limit=1)
            except KgError:
                found = []
            if found:
                first[parameter.name] = found[0].value
        elif parameter.required:
            first[parameter.name] = dict(preset.example).get(parameter.name)
    ways.append(first)
    day = {"as_of": material.options.as_of} if material.options.as_of and preset.parameter("as_of") else {}
    return [{**way, **day} for way in ways]


def every(material: Material) -> dict[str, Answer]:
    """Ask every preset."""
    return {preset.name: ask(material, preset) for preset in library.every()}


def preset_page(material: Material, w: Words, answer: Answer, pictures: list[Any], viewer: str) -> Page:
    """Return the page of a preset."""
    preset, title = answer.preset, translated(answer.preset, w)
    other = "" if not preset.title_de else preset.title if w.language == "de" else preset.title_de
    parameters = answer.result.parameters if answer.result else answer.given
    asked = [
        (name.replace("_", " "), str(value))
        for name, value in parameters.items()
        if value not in (None, False)
    ]
    rows: Table | None = table_of(answer.result, material, w) if answer.result else None
    file = library.files()[preset.name].read_text("utf-8-sig").replace("\r\n", "\n")
    values = {
        "preset": preset,
        "other": other,
        "asked": asked,
        "reason": answer.reason,
        "pictures": pictures,
        "viewer": viewer,
        "rows": rows,
        "folder": answer.path.removesuffix(".html"),
        "command": command(answer),
        "cypher": file.strip(),
    }
    named = [
        v
        for row in (answer.result.rows if answer.result else [])
        for cell in row
        for v in (cell if isinstance(cell, list) else [cell])
    ]
    basis = tuple(
        sorted({v for v in (*named, *parameters.values()) if isinstance(v, str) and v in material.facts})
    )
    return Page(answer.path, "preset.html", title, preset.about, values, basis)


def command(answer: Answer) -> str:
    """Return how the answer is asked on the command line."""
    words = ["kg ask", answer.preset.name]
    for parameter in answer.preset.parameters:
        value = answer.given.get(parameter.name)
        if value is not None and value is not False:
            words.append(
                f"{parameter.option}"
                f" {value if isinstance(value, date) else str(value).lower() if isinstance(value, bool) else value}"
            )
    return " ".join(words)
