"""What does everything hang on?

:title-de Woran hängt alles?
:asked    keystones; what hangs on whom; which actors would bring events down; Schlusssteine; woran hängt
          alles
:about    One row per actor or document without which events would fall to none, to one root, or lose a
          root; those on which the most hangs come first.
:param    level choice<person|organization|state> = "organization"   speakers that belong together up to
          this level count once
:example  --topic troop-numbers
:example  --as-of 2024-10-13
:returns  id str, name str, kind choice<actor|document>, to_none int, to_one int, fewer int, claims int,
          falls_to_none list<str>, falls_to_one list<str>, loses_a_root list<str>, rule str
:key      id
:order    to_none desc, to_one desc, fewer desc, claims desc, id
:table    id, kind, to_none, to_one, fewer, claims, rule
:drawing  network
:tags     roots, sensitivity
"""

from __future__ import annotations

from typing import Any

from kg.analysis.keystones import Keystone, keystones
from kg.errors import number_of
from kg.questions.scope import Answer, Scope


def answer(scope: Scope) -> Answer:
    """Rank actors and documents."""
    found = keystones(scope.world, level=scope.parameters["level"], among=scope.among)
    return Answer((row(k, scope.world.name(k.id)) for k in found), note=found.note)


def row(k: Keystone, name: str) -> tuple[Any, ...]:
    """Return the row of a keystone, told what an actor is called."""
    return (
        k.id,
        k.id if k.kind == "document" else name,
        k.kind,
        len(k.none),
        len(k.one),
        len(k.fewer),
        k.claims,
        k.none,
        k.one,
        k.fewer,
        f"without {_WHAT[k.kind]}: {number_of(k.claims, 'claim falls', 'claims fall')}",
    )


_WHAT = {"document": "its citations", "actor": "its claims, and what only they pass on"}
