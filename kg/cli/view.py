"""`kg view`: an answer, a fact or everything as a drawing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli._common import (
    as_of_option,
    language_option,
    narrowing_options,
    note,
    one_of,
    open_in_browser,
    open_option,
    ready_store,
    seeds_option,
    shown,
    store_option,
    text,
)
from kg.formats import endings, formats
from kg.model.sharing import Only
from kg.questions.drawings import KINDS
from kg.system.atomic_files import write_atomically

if TYPE_CHECKING:
    from datetime import date

    from kg.picture.contents import Seen
    from kg.picture.drawing import Drawing
    from kg.questions.header import Question
    from kg.store import Store

FORMATS = formats("page", "drawing")
Picture = Callable[["Seen"], "Drawing"]


@click.command(name="view", short_help="Draw an answer, a fact or everything: page, SVG, PNG, PDF.")
@click.argument("what", required=False, type=text, metavar="[PRESET|ID]")
@click.option(
    "--as",
    "kind",
    **one_of(*KINDS),
    help="Which drawing.  [default: the one that fits]",
)
@click.option(
    "--format",
    "style",
    **one_of(*FORMATS),
    help="What to write.  [default: by the ending of --output, else html]",
)
@click.option(
    "--param",
    "pairs",
    multiple=True,
    type=text,
    metavar="NAME=VALUE",
    help="A parameter of the preset; may be repeated.",
)
@click.option(
    "--event",
    type=text,
    metavar="EVENT",
    help="Only what is said about this event and its parts, and what that rests on; for large graphs.",
)
@as_of_option
@language_option("Words of the drawing and its page; what comes from the facts stays as it is.")
@click.option(
    "--sources",
    type=text,
    metavar="DIR",
    help="Quote the articles in an html page from their texts: for your own use.  [default: no quotes]",
)
@click.option("--dark", is_flag=True, help="Dark paper, for svg, png and pdf.")
@click.option("--narrow", is_flag=True, help="Paper of 360 pixels, as a phone has it; a page has both.")
@click.option(
    "-o",
    "--output",
    type=text,
    metavar="FILE",
    help=(
        "The file, whole or not at all; - for standard output.  [default: named after what is drawn, beside"
        " the store; kg.html of everything]"
    ),
)
@open_option
@narrowing_options
@seeds_option
@store_option
def command(
    what: str | None,
    kind: str | None,
    style: str | None,
    pairs: tuple[str, ...],
    event: str | None,
    as_of: date | None,
    language: str,
    sources: str | None,
    dark: bool,
    narrow: bool,
    output: str | None,
    opens: bool,
    only: Only,
    seeds: str | None,
    store: str | None,
) -> None:
    """Draw the answer to a PRESET, what is said about the node of an ID or name, or everything.

    A chain shows from whom a claim came and where it was printed, a flow who supplied whom with what, figures
    who says how many, a map where it is said to have been, a network everything that is linked. Without
    PRESET or ID a page holds the headline questions and the whole network, any other format the whole
    network. Pages open without a network.

    \b
    Example:
      kg view
      kg view who-sourced --param topic=shells --output shells.svg
      kg view kp-troops-dispatch-2024 --as figures --output dispatch.pdf
    """
    from kg import paths
    from kg.cli._file_name import drawing_name
    from kg.cli._meant import node_id, values_meant
    from kg.findings.held_back import with_event, with_statement
    from kg.picture.contents import see
    from kg.questions.emptiness import NONE
    from kg.sources import texts

    values, preset = _asked(what, pairs)
    folder = texts.folder(sources) if sources else None
    style = style or endings("page", "drawing").get(Path(output or "").suffix.lower(), "html")
    render = FORMATS[style].render
    opened = ready_store(store, seeds, only=only._replace(event=event))
    try:
        if preset is not None:
            values = values_meant(preset, opened, values)
        elif what is not None:
            what = node_id(opened, what) or what
        day = _day(preset, values, as_of, opened)
        seen = see(opened, day, language)
        if not seen.world.claims:
            note(NONE)
        pictures, title = _pictures(what, preset, values, kind, style, opened)
        title = with_event(title, _name_of(event, seen))
        content = (
            _page(render, pictures, with_statement(title, opened.held_back), seen, folder)
            if FORMATS[style].of == "page"
            else render(pictures[0](seen._replace(narrow=narrow)), "dark" if dark else "light")
        )
    finally:
        opened.close()
    if output == "-":
        click.echo(content, nl=False)
        if opens:
            note("--open opens a file, and this went to standard output")
        return
    ending = next(iter(FORMATS[style].endings), "")
    asked = {**values, "as_of": as_of or values.get("as_of"), "collection": opened.collection}
    asked |= {"only_event": event, "mark": only.mark, "reviewed": "only" if only.reviewed else None}
    own = drawing_name(what, asked, kind, language, dark, narrow) + ending
    target = Path(output) if output else Path(paths.default_store(paths.seeds(seeds))).with_name(own)
    write_atomically(target, content)
    click.echo(
        f"wrote {shown(target)}{'' if output or opens else ' (open it in any browser, or add --open)'}"
    )
    if opens:
        open_in_browser(target)


def _name_of(event: str | None, seen: Seen) -> str | None:
    node = seen.graph.nodes.get(event or "")
    return node.properties["caption"] if node else event


def _asked(what: str | None, pairs: Sequence[str]) -> tuple[dict[str, str], Question | None]:
    """Return the values by parameter name, and the question if it is one that was named."""
    from kg.errors import CallError, Problem
    from kg.questions import library
    from kg.questions.run import bind

    wrong = next((item for item in pairs if "=" not in item), None)
    if wrong is not None:
        what, todo = f"'{wrong[:80]}' is no parameter", "for example --param as_of=2024-10-18"
        raise CallError(Problem(what, expected="NAME=VALUE", todo=todo))
    values = {name.replace("-", "_"): value for name, _, value in (item.partition("=") for item in pairs)}
    preset = library.question(what) if what in library.files() else None
    if values and preset is None:
        raise CallError(Problem("--param without a question", expected="the name of a question before it"))
    if preset is not None and not preset.lacks(values):
        bind(preset, values)
    return values, preset


def _day(preset: Question | None, values: dict[str, Any], day: date | None, opened: Store) -> date | None:
    """Return the day of knowledge, whichever way it was said, and hand it to the question."""
    from kg.questions.run import bind

    if preset is None or preset.parameter("as_of") is None:
        return day
    if day is not None:
        values["as_of"] = str(day)
    known_on: date | None = bind(preset, values, opened).get("as_of")
    return known_on


def _pictures(
    what: str | None,
    preset: Question | None,
    values: Mapping[str, Any],
    kind: str | None,
    style: str,
    opened: Store,
) -> tuple[list[Picture], str]:
    """Return what draws each picture as known on the day of what it is given, and the title of a page."""
    from kg.corpus import open_corpus
    from kg.language.interface.words import titled
    from kg.picture.contents import draw_fact, draw_graph, draw_preset
    from kg.questions import library

    def answer(asked: Question, values: Mapping[str, Any], kind: str | None = None) -> Picture:
        dated = asked.parameter("as_of") is not None
        return lambda seen: draw_preset(
            asked,
            opened,
            seen,
            {**values, "as_of": str(seen.as_of)} if dated and seen.as_of else values,
            kind,
        )

    def around(fact: str) -> Picture:
        def draw(seen: Seen) -> Drawing:
            if fact not in seen.graph.nodes:
                raise _unknown(fact, [*library.files(), *seen.graph.nodes])
            return draw_fact(fact, seen, kind)

        return draw

    own = open_corpus().title or titled("site.title")
    if preset is not None:
        return [answer(preset, values, kind)], preset.title
    if what is not None:
        return [around(what)], own
    if FORMATS[style].of != "page" or kind is not None:
        return [lambda seen: draw_graph(seen, kind)], own
    return [*(answer(p, {}) for p in library.headlines()), draw_graph], own


def _unknown(what: str, names: Sequence[str]) -> Exception:
    from kg.errors import CallError, Problem, nearest

    wrong = f"there is no question or node '{what[:80]}'"
    expected = "a name that 'kg presets' lists, or an id"
    return CallError(Problem(wrong, expected=expected, nearest=nearest(what, names)))


def _page(
    render: Callable[..., str],
    pictures: Sequence[Picture],
    title: str,
    seen: Seen,
    sources: Path | None,
) -> str:
    """Return the page; each publication day has drawings of its own, but a network keeps its places."""
    from kg.picture.contents import each_day
    from kg.picture.forms import in_every_form

    drawings = [in_every_form(draw, seen) for draw in pictures]
    dated = [
        partial(in_every_form, draw) if drawing.kind != "network" else None
        for draw, drawing in zip(pictures, drawings, strict=True)
    ]
    days = each_day(seen, dated)
    return render(
        drawings,
        title=title,
        context=seen.graph,
        world=seen.world,
        by_day=days,
        as_of=seen.as_of,
        sources=sources,
        language=seen.language,
    )
