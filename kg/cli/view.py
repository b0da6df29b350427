"""`kg view`: the network as one HTML file."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli._common import ready_store, seeds_option, store_option


@click.command(name="view", short_help="Write the network view as one HTML file.")
@click.argument("preset", required=False)
@click.option("--param", "given", multiple=True, metavar="NAME=VALUE", help="A parameter of the preset; may be repeated.")
@click.option("--output", default="build/kg.html", show_default=True, metavar="FILE", help="The file to write, whole or not at all.")
@seeds_option
@store_option
def command(preset: str | None, given: tuple[str, ...], output: str, seeds: str | None, store: str | None) -> None:
    """Write the network view: one HTML file that opens without a network.

    Without PRESET the file holds the pictures of the headline questions and the whole network.

    \b
    Example:
      kg view
      kg view timeline --param event=kp-troops-dispatch-2024 --output dispatch.html
    """
    from kg.errors import CallError, Problem
    from kg.export.html import write
    from kg.presets import library
    from kg.views import overview, preset_scene

    pairs = dict(item.partition("=")[::2] for item in given)
    wrong = next((item for item in given if "=" not in item), None)
    if wrong is not None:
        raise CallError(Problem(f"'{wrong}' is no parameter", expected="NAME=VALUE", todo="for example --param topic=shells"))
    if pairs and preset is None:
        raise CallError(Problem("--param without a preset", expected="the name of a preset before it"))
    asked = [library.preset(preset)] if preset else library.headlines()
    opened = ready_store(store, seeds)
    try:
        scenes = [preset_scene(p, opened, {k.replace("-", "_"): v for k, v in pairs.items()}) for p in asked]
        whole = opened.read()
    finally:
        opened.close()
    if not preset:
        scenes.append(overview(whole))
    path = write(Path(output), scenes, title="Who says who armed whom?", context=whole)
    click.echo(f"wrote {path}")
