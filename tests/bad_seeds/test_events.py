"""What an event cannot mean: two sides that are one, an end before its start, unknown beside somebody."""

from __future__ import annotations

import pytest

from kg.model.kinds.voyage import Voyage
from tests.bad_seeds.right import BASE, Wrong

SIDES = "stands under '{}' as well; take one of them out"
EARLY = "voyage 'v': arrived: is before left: a leg cannot arrive before it leaves"


@pytest.mark.parametrize(
    ("fact", "problem"),
    [
        (
            "shipments: [{id: s, name: S, supplier: kp, recipient: [ru, kp], goods: x}]",
            "1:60: shipment 's': recipient.1: 'kp' " + SIDES.format("supplier"),
        ),
        (
            "shipments: [{id: s, name: S, supplier: kp, recipient: kp, goods: x}]",
            "1:55: shipment 's': recipient.0: 'kp' " + SIDES.format("supplier"),
        ),
        (
            "shipments: [{id: s, name: S, supplier: [kp, unknown], recipient: ru, goods: x}]",
            "1:40: shipment 's': supplier: 'unknown' stands alone; take it out, or the ids beside it",
        ),
        (
            "shipments: [{id: s, name: S, supplier: [kp, kp], recipient: ru, goods: x}]",
            "1:45: shipment 's': supplier.1: 'kp' stands twice",
        ),
        (
            "shipments: [{id: s, name: S, recipient: ru, goods: x}]",
            "1:13: shipment 's' lacks the field 'supplier'; expected who supplies, as alleged: one, several"
            " together, or `unknown`; add supplier:",
        ),
        (
            "shipments: [{id: s, name: S, supplier: 5, recipient: ru, goods: x}]",
            "1:40: shipment 's': supplier: 5 is no id; write one id, a list of ids, or 'unknown'",
        ),
        (
            "shipments: [{id: s, name: S, supplier: nowhere, recipient: ru, goods: x}]",
            "1:40: shipment 's' names an unknown 'nowhere' in 'supplier'; expected the id of an Actor",
        ),
        (
            "payments: [{id: p, name: P, payer: ru, payee: ru}]",
            "1:47: payment 'p': payee.0: 'ru' " + SIDES.format("payer"),
        ),
        (
            "relations: [{id: r, name: R, subject: paper, relation: owns, object: paper}]",
            "1:70: relation 'r': object: 'paper' " + SIDES.format("subject"),
        ),
        (
            "relations: [{id: r, name: R, subject: paper, relation: own, object: ru}]",
            "1:56: 'own' is no known word for 'relation' in relation 'r'",
        ),
        (
            "designations: [{id: d, name: D, by: [ru], targets: [kp, ru]}]",
            "1:57: designation 'd': targets.1: 'ru' " + SIDES.format("by"),
        ),
        (
            "interdictions: [{id: i, name: I, by: [ru], against: [ru], form: seized}]",
            "1:54: interdiction 'i': against.0: 'ru' " + SIDES.format("by"),
        ),
        ("voyages: [{id: v, name: V, left: 2024-01-05, arrived: 2024-01-04}]", f"1:55: {EARLY}"),
        ("voyages: [{id: v, name: V, left: 2024-02, arrived: 2024-01}]", f"1:52: {EARLY}"),
        (
            'voyages: [{id: v, name: V, left: "2024-01-05T10:00Z", arrived: "2024-01-05T09:00Z"}]',
            f"1:64: {EARLY}",
        ),
        (
            'voyages: [{id: v, name: V, left: "2024-01-05T23:00-05:00", arrived: "2024-01-06T06:00+03:00"}]',
            f"1:69: {EARLY}",
        ),
    ],
)
def test_what_no_event_can_mean(wrong: Wrong, fact: str, problem: str) -> None:
    [told] = wrong(base=BASE, fact=fact)
    assert told.startswith(f"fact.yaml:{problem}")


@pytest.mark.parametrize(
    ("left", "arrived"),
    [
        ("2024-01-05T08:00+09:00", "2024-01-05T07:30+03:00"),
        ("2024-01-06T00:30+09:00", "2024-01-05T13:00-10:00"),  # across the line where the day changes
        ("2024-01-05T10:00+09:00", "2024-01-05T09:00"),  # nobody says of which zone
    ],
)
def test_a_leg_may_arrive_before_it_left_by_the_clocks_of_two_zones(left: str, arrived: str) -> None:
    leg = Voyage.model_validate({"id": "v", "name": "V", "left": left, "arrived": arrived})
    assert leg.arrived
    assert leg.arrived.text == arrived
