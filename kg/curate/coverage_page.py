"""Coverage as one HTML page that loads nothing and runs nothing; texts only where they are at hand."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from importlib import resources

from jinja2 import Environment, StrictUndefined

from kg.curate.coverage import Coverage, percent
from kg.errors import number_of


def render(coverages: Sequence[Coverage], says: Mapping[str, str], languages: Mapping[str, str]) -> str:
    """Return the page.

    Args:
        coverages: what is covered, by document.
        says: the paraphrase of each fact that is cited, by id.
        languages: the language of each document, by id.

    Returns:
        The page as text; the same input gives the same text.
    """
    css = _own("css")
    style = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_own("html"))
    return template.render(
        coverages=coverages,
        says=says,
        languages=languages,
        percent=percent,
        number_of=number_of,
        policy=policy,
        css=css,
    )


def _own(ending: str) -> str:
    return (resources.files("kg.curate") / f"coverage_page.{ending}").read_text("utf-8").replace("\r\n", "\n")
