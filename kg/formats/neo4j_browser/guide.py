"""The guide page: how to import, how to style, how to ask, and a link per question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import resources
from itertools import groupby
from urllib.parse import quote_plus

from jinja2 import Environment, StrictUndefined

from kg.formats.neo4j_browser.scripts import Script
from kg.questions.header import Question


def link(script: Script, browser: str) -> str | None:
    """Return the address that opens a script in the editor of Browser 5; it runs when a person says so.

    Args:
        script: what to open.
        browser: address of the Browser, e.g. `http://localhost:7474/browser/`.

    Returns:
        The address; None when there is nothing to open, or a text with `&` or `#`, at which the Browser would
        cut it off.
    """
    fits = bool(script.ready) and not set(script.ready) & set("&#")
    return f"{browser}?cmd=edit&arg={quote_plus(script.ready)}" if fits else None


def guide(
    presets: Sequence[Question], scripts: Mapping[str, Sequence[Script]], quiet: Script, browser: str
) -> str:
    """Return the page; it needs neither network nor JavaScript.

    Args:
        presets: the questions, in order of topic.
        scripts: the scripts of each preset by its name.
        quiet: the script that switches 'Connect result nodes' off.
        browser: address of the Browser, for the links.
    """
    text = (
        (resources.files("kg.formats.neo4j_browser") / "guide.html").read_text("utf-8").replace("\r\n", "\n")
    )
    template = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).from_string(text)
    topics = [
        (topic.capitalize(), list(group)) for topic, group in groupby(presets, lambda preset: preset.topic)
    ]
    return (
        template.render(
            topics=topics,
            scripts=scripts,
            quiet=quiet,
            browser=browser,
            link=lambda script: link(script, browser),
        )
        + "\n"
    )
