"""A fact that stands under the word of another kind, as a claim behind the documents of a file."""

from __future__ import annotations

from typing import Any

from kg.errors import Problem
from kg.model.kinds import Fact, registry
from kg.sources import yaml_tree
from kg.sources.yaml_tree import Node

_STRANGE = 3
"""Fields that a kind lacks before it is looked for another kind that has all of them."""


def misplaced(model: type[Fact], value: Any, file: str, node: Node) -> Problem | None:
    """Return the one problem of a fact whose fields are those of another kind; None for any other fact.

    Example:
        >>> claim = dict.fromkeys(("id", "topic", "stance", "speaker", "said", "about", "paraphrase"), "x")
        >>> str(misplaced(registry()["document"], claim, "a.yaml", Node(22, 3)))
        "a.yaml:22:3: 'x' has the fields of a claim and stands under 'documents:'; expected a document; \
write 'claims:' on a line of its own before it"
        >>> misplaced(registry()["document"], {"id": "x", "tittle": "y"}, "a.yaml", Node(22, 3))
    """
    if not isinstance(value, dict) or len(value.keys() - model.model_fields.keys()) < _STRANGE:
        return None
    like = next((kind for kind in registry().values() if value.keys() <= kind.model_fields.keys()), None)
    if like is None:
        return None
    what = f"'{str(value.get('id', ''))[:80]}' has the fields of a {_words(like)} and stands under"
    todo = f"write '{like.PLURAL}:' on a line of its own before it"
    where = yaml_tree.place_in(file, node, ())
    return Problem(f"{what} '{model.PLURAL}:'", where, f"a {_words(model)}", todo=todo)


def _words(model: type[Fact]) -> str:
    return model.KIND.replace("_", " ")
