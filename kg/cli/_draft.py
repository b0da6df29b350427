"""Editing a draft in the editor that a person uses."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from kg.errors import CallError

if TYPE_CHECKING:
    from kg.curate.drafts.draft import Draft
    from kg.curate.drafts.open_points import Looked


def in_editor(seeds: str, draft: Draft, found: Looked) -> Draft | None:
    """Open the claim of a draft in $EDITOR until it is YAML or the person gives up.

    Args:
        seeds: the folder of the facts.
        draft: the draft.
        found: what is open and wrong in it, shown as comments.

    Returns:
        The draft with the new claim; None when nothing was changed.

    Raises:
        CallError: what was written is no claim, and nobody is there to write it again.
    """
    from kg.curate.drafts.change import edited
    from kg.curate.drafts.writing import claim_yaml
    from kg.formats.text import visible

    points = [*found.open, *map(str, found.wrong), *draft.proposal.why]
    text = "".join(f"# {visible(point)}\n" for point in points) + claim_yaml(draft.claim) + "\n"
    while True:
        written = click.edit(text, extension=".yaml")
        if written is None or written == text:
            return None
        try:
            return edited(seeds, draft.number, written)
        except CallError as error:
            if not sys.stdin.isatty():
                raise
            for problem in error.problems:
                click.echo(f"error: {problem}", err=True)
            click.confirm("Edit again?", default=True, abort=True, err=True)
            text = written
