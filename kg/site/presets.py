"""The pages of the presets: the question, its rows, its drawing, and how to ask it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kg.errors import CallError
from kg.findings import chips, finding
from kg.findings.held_back import options_of
from kg.language import ENGLISH
from kg.language.interface.words import Words
from kg.model.sharing import HeldBack
from kg.picture.contents import draw_answer
from kg.picture.drawing import Drawing
from kg.picture.forms import in_every_form
from kg.picture.telling import names_in
from kg.questions import library
from kg.questions.header import Question
from kg.questions.result import Result
from kg.site.addresses import stem
from kg.site.asking import Asked, ask
from kg.site.drawings import Picture
from kg.site.material import Material
from kg.site.tables import Table, table_of
from kg.site.view import Page
from kg.system.memory import give_back

MOST_ROWS = 1_000
"""Rows that a page shows."""
MOST_IN_FILES = 20_000
"""Rows that its files to download have."""
FEW_ROWS = 4
"""Rows that the start page shows of an answer."""


class Answer(NamedTuple):
    """A preset asked of the corpus: rows and drawing, or why it could not be asked."""

    preset: Question
    parameters: Mapping[str, object]
    result: Result | None
    drawing: Drawing | None
    reason: str
    all: int = 0
    """How many rows there are; `result` may hold the first of them only."""
    finding: str = ""
    """The sentence that states the answer, in the language of the site."""

    def remembered(self) -> Answer:
        """Return what pages about all questions need: the first rows, and no drawing."""
        first = self.result and self.result._replace(rows=self.result.rows[:FEW_ROWS])
        return self._replace(result=first, drawing=None)

    @property
    def path(self) -> str:
        """The path of its page."""
        return f"preset/{stem(self.preset.name)}.html"


def every(material: Material) -> Iterator[Answer]:
    """Yield the answer to every preset, one after the other."""
    m = material
    for preset in library.every():
        if preset.name in m.asked:
            asked = m.asked[preset.name]
        else:
            asked = ask(preset, m.store, m.options.as_of, m.world, m.seen.graph)
        yield answer_of(m, preset, asked)
        give_back()


def answer_of(material: Material, preset: Question, asked: Asked) -> Answer:
    """Return an answer with its drawing."""
    result, seen = asked.result, material.seen
    if result is None:
        return Answer(preset, {}, None, None, asked.reason)
    try:
        draw = partial(draw_answer, preset, result, asked.elements)
        drawing = in_every_form(draw, seen) if preset.draws else None
    except CallError as error:
        return Answer(preset, {}, None, None, str(error))
    told = drawing.finding if drawing else finding(result, names_in(seen.graph), seen.language)
    drawing = drawing if drawing and drawing.nodes else None
    kept = result._replace(rows=result.rows[:MOST_IN_FILES])
    return Answer(preset, asked.parameters, kept, drawing, "", len(result.rows), told)


def preset_page(material: Material, w: Words, answer: Answer, pictures: list[Picture], viewer: str) -> Page:
    """Return the page of a preset."""
    preset, title = answer.preset, answer.preset.title.said(w.language)
    headline = answer.finding or title
    every = {ENGLISH: str(preset.title), **preset.title.others}
    parameters = answer.result.parameters if answer.result else answer.parameters
    told = chips(parameters, names_in(material.seen.graph), w)
    asked = list(zip(told, (str(v) for v in parameters.values() if v not in (None, False, [])), strict=True))
    rows: Table | None = table_of(answer.result, material, w, most=MOST_ROWS) if answer.result else None
    file = Path(library.files()[preset.name]).read_text("utf-8-sig") if preset.in_cypher else ""
    if not preset.examples:  # those in the file are of a corpus that is not open
        file = re.sub(r"^// :example .*\n", "", file, flags=re.M)
    values = {
        "preset": preset,
        "question": title,
        "others": [(code, text) for code, text in every.items() if text != title],
        "asked": asked,
        "reason": answer.reason,
        "pictures": pictures,
        "viewer": viewer,
        "rows": rows,
        "all": answer.all,
        "in_files": min(answer.all, MOST_IN_FILES),
        "note": answer.result.note if answer.result else "",
        "folder": answer.path.removesuffix(".html"),
        "command": command(answer, material.store.held_back),
        "cypher": file.replace("\r\n", "\n").strip(),
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
    described = f"{title} {answer.finding}" if answer.finding else preset.about
    return Page(answer.path, "preset.html", headline, described, values, basis)


def command(answer: Answer, held: HeldBack | None = None) -> str:
    """Return how the answer is asked on the command line."""
    words = ["kg ask", answer.preset.name]
    for parameter in answer.preset.parameters:
        value = answer.parameters.get(parameter.name)
        if value is not None and value is not False:
            words.append(f"{parameter.option} {str(value).lower() if isinstance(value, bool) else value}")
    if answer.result and (collection := answer.result.parameters.get("collection")):
        words.append(f"--collection {collection}")
    return " ".join([*words, *options_of(held)])
