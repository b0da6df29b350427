"""Tables to download."""

from __future__ import annotations

from kg.model.weighing import JOINT
from kg.questions.result import Column, Result
from kg.site.material import Material

_COLUMNS = (
    "claim str, stance str, speaker str?, speaker_name str?, said_from date?, said_to date, said_text"
    " str?, about str, topic str, low float?, high float?, low_included bool?, high_included bool?,"
    " approximate bool?, vague str?, unit str?, of str?, measure str?, currency str?, priced str?, total"
    " float?, per str?, mode str?, stage str?, wording str?, hedge str, paraphrase str, relays"
    " list<str>, document str, paragraph int?, start int?, end int?, sha256 str?, spot str?"
)


def claims_table(material: Material) -> Result:
    """Return every claim with each of its citations, one row a citation."""
    rows: list[tuple[object, ...]] = []
    for claim in material.claims.values():
        q = claim.quantity
        figure = (
            (
                q.low,
                q.high,
                _included(q.low, q.low_open),
                _included(q.high, q.high_open),
                q.approximate,
                q.vague,
                q.unit,
                q.of,
                q.measure,
                q.currency,
                q.priced and q.priced.text,
                q.total,
                q.per,
                q.mode,
                q.stage,
                q.wording,
            )
            if q
            else (None,) * 16
        )
        own = (
            claim.id,
            claim.stance,
            JOINT.join(sorted(claim.origins)) or None,
            " and ".join(map(material.name, sorted(claim.origins))) or None,
            claim.said.first,
            claim.said.last,
            claim.said.text,
            claim.about,
            claim.topic,
            *figure,
            claim.hedge,
            claim.paraphrase,
            list(claim.relays),
        )
        for c in claim.cited:
            spot = c.derived(material.documents[c.document]).get("spot")
            rows.append((*own, c.document, c.paragraph, c.start, c.end, c.sha256, spot))
    return Result(
        "Every claim and where it is printed",
        tuple(Column(*part.split()) for part in _COLUMNS.split(", ")),
        rows,
    )


def _included(bound: float | None, excluded: bool) -> bool | None:
    """Return whether a bound belongs to the figure, None where there is no bound."""
    return None if bound is None else not excluded
