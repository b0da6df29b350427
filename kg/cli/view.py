"""`kg view`: the network as one HTML file."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli._common import headlines, ready_store, seeds_option, shown, store_option, text, write_whole


@click.command(name="view", short_help="Write the network view as one HTML file.")
@click.argument("preset", required=False)
@click.option("--param", "given", multiple=True, type=text, metavar="NAME=VALUE", help="A parameter of the preset; may be repeated.")
@click.option("--output", metavar="FILE", help="The file to write, whole or not at all.  [default: kg.html beside the default store]")
@seeds_option
@store_option
def command(preset: str | None, given: tuple[str, ...], output: str | None, seeds: str | None, store: str | None) -> None:
    """Write the network view: one HTML file that opens without a network.

    Without PRESET the file holds the pictures of the headline questions and the whole network.

    \b
    Example:
      kg view
      kg view timeline --param event=kp-troops-dispatch-2024 --output dispatch.html
    """
    from kg import paths
    from kg.errors import CallError, Problem
    from kg.export.html import render
    from kg.presets import library
    from kg.presets.run import bind
    from kg.views import overview, preset_scene

    pairs = {name.replace("-", "_"): value for name, _, value in (item.partition("=") for item in given)}
    wrong = next((item for item in given if "=" not in item), None)
    if wrong is not None:
        raise CallError(Problem(f"'{wrong[:80]}' is no parameter", expected="NAME=VALUE", todo="for example --param topic=shells"))
    if pairs and preset is None:
        raise CallError(Problem("--param without a preset", expected="the name of a preset before it"))
    asked = [library.preset(preset)] if preset else []
    for one in asked:
        bind(one, pairs)
    opened = ready_store(store, seeds)
    try:
        if not preset:
            asked, left = headlines(opened)
            for reason in left:
                click.echo(f"note: {reason}", err=True)
        scenes = [preset_scene(p, opened, pairs) for p in asked]
        whole = opened.read()
    finally:
        opened.close()
    if not preset:
        scenes.append(overview(whole))
    target = Path(output) if output else paths.default_store(paths.seeds(seeds)).with_name("kg.html")
    write_whole(target, render(scenes, title="Who says who armed whom?", context=whole))
    click.echo(f"wrote {shown(target)}")
