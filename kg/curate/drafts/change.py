"""Changing a draft before it is decided: in an editor, or field by field."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kg.curate.drafts.draft import Draft, Proposal
from kg.curate.drafts.folder import folder_of
from kg.errors import CallError, Problem, nearest
from kg.model.kinds.claim import Claim
from kg.sources import yaml_tree


def edited(seeds: str | os.PathLike[str], number: int, text: str) -> Draft:
    """Give a draft the claim that a text in YAML holds; what is open in it may stay open.

    Raises:
        CallError: there is no such draft, it was decided, or the text is no claim; the draft stays as it was.
    """
    folder = folder_of(seeds)
    draft = folder.undecided(number)
    claim = _read(text)
    cited = claim.get("cited")
    if not (isinstance(cited, list) and cited and all(isinstance(one, dict) for one in cited)):
        raise CallError(Problem("cited: is missing", expected="the list of citations as it was"))
    return folder.change(draft, proposal=_with(draft, claim))


def filled(seeds: str | os.PathLike[str], number: int, given: Iterable[str]) -> Draft:
    """Fill in fields of a draft.

    Args:
        seeds: the folder of the facts.
        number: of the draft.
        given: each `field=value`, the value in YAML; `quantity.mode` is a field of a field. Without a value a
            field is taken out.

    Raises:
        CallError: there is no such draft or field, or it was decided; the draft stays as it was.
    """
    folder = folder_of(seeds)
    draft = folder.undecided(number)
    claim = {name: dict(value) if isinstance(value, dict) else value for name, value in draft.claim.items()}
    for pair in given:
        name, equals, value = pair.partition("=")
        field, _, inner = name.strip().partition(".")
        if field not in Claim.model_fields or field == "cited" or not equals:
            what = f"'{pair[:80]}' fills in no field of a claim"
            close = nearest(field, Claim.model_fields)
            raise CallError(Problem(what, expected="FIELD=VALUE, such as quantity.mode=flow", nearest=close))
        fields = claim.setdefault(field, {}) if inner else claim
        if not isinstance(fields, dict):
            raise CallError(Problem(f"'{field}' has no fields of its own", expected=f"{field}=VALUE"))
        read = _value(value, name)
        fields.pop(inner or field, None)
        fields |= {} if read is None else {inner or field: read}
    return folder.change(draft, proposal=_with(draft, claim))


def _with(draft: Draft, claim: dict[str, Any]) -> Proposal:
    """Return what a draft proposes with another claim; a reason stays with the value that it was for."""

    def changed(name: str) -> bool:
        return name in {*draft.claim, *claim} and draft.claim.get(name) != claim.get(name)

    still = tuple(why for why in draft.proposal.why if not changed(why.partition(":")[0]))
    return replace(draft.proposal, claim=claim, why=still)


def _value(text: str, name: str) -> Any:
    tree, problems = yaml_tree.read_text(f"value: {text}", name)
    if problems or tree is None or not isinstance(tree.value, dict):
        raise CallError(*(one._replace(where=None) for one in problems))
    return tree.value["value"]


def _read(text: str) -> dict[str, Any]:
    """Return the claim that a text in YAML holds."""
    tree, problems = yaml_tree.read_text(text, "the claim")
    if problems or tree is None or not isinstance(tree.value, dict):
        raise CallError(
            *problems or [Problem("this is no claim", expected="fields such as stance: and said:")]
        )
    return dict(tree.value)
