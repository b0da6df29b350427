"""Which reports go back to one root?

:title-de Welche Berichte haben dieselbe einzige Wurzel?
:asked    echoes; echo of one report; circular reporting; reports that share one root; relay loops; Echo;
          Zirkelschluss
:about    One row per bundle of reports that share their only root, per loop of claims that relay each
          other, and per relay that is dated before what it relays.
:example  --topic troop-numbers
:example  --topic troop-numbers --as-of 2024-10-13
:returns  kind choice<echo|loop|anachronism>, root_speaker str?, reports int, told_by list<str>, root str?,
          claims list<str>, documents list<str>, rule str
:key      kind, root, claims
:order    kind, reports desc, root, claims
:table    kind, root_speaker, reports, told_by, root, rule
:drawing  chain
:tags     roots, echoes, relays
"""

from __future__ import annotations

from kg.analysis.echoes import echoes
from kg.questions.scope import Answer, Scope


def answer(scope: Scope) -> Answer:
    """Find bundles, loops and anachronisms."""
    return Answer(
        (
            f.kind,
            None if f.root is None else scope.told_by(f.root),
            len(f.reports),
            [scope.told_by(claim, document) for claim, document in f.reports]
            or [scope.told_by(claim) for claim in f.claims],
            f.root,
            f.claims,
            sorted({document for _, document in f.reports}),
            f.rule,
        )
        for f in echoes(scope.world, scope.among)
    )
