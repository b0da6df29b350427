"""`kg view`: an answer, a fact or everything as a drawing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli._common import (
    headlines,
    one_of,
    ready_store,
    seeds_option,
    shown,
    store_option,
    text,
    write_whole,
)

if TYPE_CHECKING:
    from datetime import date

    from kg.picture.contents import Seen
    from kg.picture.drawing import Drawing
    from kg.questions.header import Preset
    from kg.store import Store

DRAWINGS = ("chain", "flow", "figures", "network")
FORMATS = ("html", "pyvis", "svg", "png", "pdf", "json")
ENDINGS = {".html": "html", ".htm": "html", ".svg": "svg", ".png": "png", ".pdf": "pdf", ".json": "json"}
Writer = Callable[..., str | bytes]
Picture = Callable[["Seen"], "Drawing"]
TITLE, TITLE_DE = "Who says who armed whom?", "Wer sagt, wer wen bewaffnet hat?"


@click.command(name="view", short_help="Draw an answer, a fact or everything: page, SVG, PNG, PDF.")
@click.argument("what", required=False, type=text, metavar="[PRESET|ID]")
@click.option(
    "--as",
    "kind",
    type=one_of(*DRAWINGS),
    metavar="|".join(DRAWINGS),
    help="Which drawing.  [default: the one that fits]",
)
@click.option(
    "--format",
    "style",
    type=one_of(*FORMATS),
    metavar="|".join(FORMATS),
    help="What to write.  [default: by the ending of --output, else html]",
)
@click.option(
    "--param",
    "given",
    multiple=True,
    type=text,
    metavar="NAME=VALUE",
    help="A parameter of the preset; may be repeated.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="Only what was published on or before this day.",
)
@click.option(
    "--lang",
    "language",
    type=one_of("en", "de"),
    metavar="en|de",
    default="en",
    show_default=True,
    help="Words of the drawing and its page; what comes from the facts stays as it is.",
)
@click.option(
    "--sources",
    type=text,
    metavar="DIR",
    help="Quote the articles in an html page from their texts: for your own use.  [default: no quotes]",
)
@click.option("--dark", is_flag=True, help="Dark paper, for svg, png and pdf.")
@click.option(
    "--output",
    type=text,
    metavar="FILE",
    help="The file, whole or not at all; - for standard output.  [default: kg.html, ... beside the store]",
)
@seeds_option
@store_option
def command(
    what: str | None,
    kind: str | None,
    style: str | None,
    given: tuple[str, ...],
    as_of: Any,
    language: str,
    sources: str | None,
    dark: bool,
    output: str | None,
    seeds: str | None,
    store: str | None,
) -> None:
    """Draw the answer to a PRESET, what is said about the node of an ID, or everything.

    A chain shows from whom a claim came and where it was printed, a flow who supplied whom with what, figures
    who says how many, a network everything that is linked. Without PRESET or ID a page holds the headline
    questions and the whole network, any other format the whole network. Pages open without a network.

    \b
    Example:
      kg view
      kg view who-sourced --param topic=shells --output shells.svg
      kg view kp-troops-dispatch-2024 --as figures --output dispatch.pdf
    """
    from kg import paths
    from kg.picture.contents import see
    from kg.sources import texts

    pairs, preset = _asked(what, given)
    folder = texts.folder(sources) if sources else None
    day = as_of.date() if as_of else None
    style = style or ENDINGS.get(Path(output or "").suffix.lower(), "html")
    opened = ready_store(store, seeds)
    try:
        day = _day(preset, pairs, day)
        seen = see(opened, day, language)
        pictures, *titles = _pictures(what, preset, pairs, kind, style, opened)
        drawings = [draw(seen) for draw in pictures]
        content = (
            _page(pictures, drawings, titles, seen, folder)
            if style == "html"
            else _writers()[style](drawings[0], "dark" if dark else "light")
        )
    finally:
        opened.close()
    if output == "-":
        click.echo(content, nl=False)
        return
    ending = "html" if style == "pyvis" else style
    target = Path(output) if output else paths.default_store(paths.seeds(seeds)).with_name(f"kg.{ending}")
    write_whole(target, content)
    click.echo(f"wrote {shown(target)}")


def _asked(what: str | None, given: Sequence[str]) -> tuple[dict[str, str], Preset | None]:
    """Return the parameters, and the preset if it is one that was named."""
    from kg.errors import CallError, Problem
    from kg.questions import library
    from kg.questions.run import bind

    wrong = next((item for item in given if "=" not in item), None)
    if wrong is not None:
        raise CallError(
            Problem(
                f"'{wrong[:80]}' is no parameter",
                expected="NAME=VALUE",
                todo="for example --param topic=shells",
            )
        )
    pairs = {name.replace("-", "_"): value for name, _, value in (item.partition("=") for item in given)}
    preset = library.preset(what) if what in library.files() else None
    if pairs and preset is None:
        raise CallError(Problem("--param without a preset", expected="the name of a preset before it"))
    if preset is not None:
        bind(preset, pairs)
    return pairs, preset


def _day(preset: Preset | None, pairs: dict[str, Any], day: date | None) -> date | None:
    """Return the day of knowledge, whichever way it was given, and hand it to the preset."""
    from kg.questions.run import bind

    if preset is None or preset.parameter("as_of") is None:
        return day
    if day is not None:
        pairs["as_of"] = str(day)
    found: date | None = bind(preset, pairs).get("as_of")
    return found


def _pictures(
    what: str | None,
    preset: Preset | None,
    pairs: Mapping[str, Any],
    kind: str | None,
    style: str,
    opened: Store,
) -> tuple[list[Picture], str, str]:
    """Return what draws each picture as known on the day of what it is given, and the title of a page in English and German."""
    from kg.picture.contents import draw_fact, draw_preset, draw_whole
    from kg.questions import library

    def answer(asked: Preset, given: Mapping[str, Any], kind: str | None = None) -> Picture:
        dated = asked.parameter("as_of") is not None
        return lambda seen: draw_preset(
            asked, opened, seen, {**given, "as_of": str(seen.as_of)} if dated and seen.as_of else given, kind
        )

    def around(fact: str) -> Picture:
        def draw(seen: Seen) -> Drawing:
            if fact not in seen.whole.nodes:
                raise _unknown(fact, [*library.files(), *seen.whole.nodes])
            return draw_fact(fact, seen, kind)

        return draw

    if preset is not None:
        return [answer(preset, pairs, kind)], preset.title, preset.title_de
    if what is not None:
        return [around(what)], TITLE, TITLE_DE
    if style != "html" or kind is not None:
        return [lambda seen: draw_whole(seen, kind)], TITLE, TITLE_DE
    asked, left = headlines(opened)
    for reason in left:
        click.echo(f"note: {reason}", err=True)
    return [*(answer(p, {}) for p in asked), draw_whole], TITLE, TITLE_DE


def _unknown(what: str, names: Sequence[str]) -> Exception:
    from kg.errors import CallError, Problem, nearest

    what_ = f"there is no preset or node '{what[:80]}'"
    return CallError(
        Problem(what_, expected="a name that 'kg presets' lists, or an id", nearest=nearest(what, names))
    )


def _page(
    pictures: Sequence[Picture],
    drawings: Sequence[Drawing],
    titles: Sequence[str],
    seen: Seen,
    sources: Path | None,
) -> str:
    """Return the page; all but networks are drawn anew for each publication day, a network keeps its places."""
    from kg.picture.contents import each_day
    from kg.picture.out.page import render

    days = each_day(
        seen,
        [
            draw if drawing.kind != "network" else None
            for draw, drawing in zip(pictures, drawings, strict=True)
        ],
    )
    return render(
        drawings,
        title=titles[0],
        title_de=titles[1],
        context=seen.whole,
        world=seen.world,
        by_day=days,
        as_of=seen.as_of,
        sources=sources,
        language=seen.language,
    )


def _writers() -> dict[str, Writer]:
    """Return what writes each format but pages: from a drawing, on light or dark paper."""

    def pyvis(drawing: Drawing, theme: Any) -> str:
        from kg.picture.out.pyvis import render

        return render(drawing)

    def svg(drawing: Drawing, theme: Any) -> str:
        from kg.picture.out.svg import render

        return render(drawing, theme)

    def png(drawing: Drawing, theme: Any) -> bytes:
        from kg.picture.out.png import render

        return render(drawing, theme)

    def pdf(drawing: Drawing, theme: Any) -> bytes:
        from kg.picture.out.pdf import render

        return render(drawing, theme)

    def json(drawing: Drawing, theme: Any) -> str:
        from kg.picture.out.json import render

        return render(drawing)

    return {"pyvis": pyvis, "svg": svg, "png": png, "pdf": pdf, "json": json}
