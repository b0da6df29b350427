"""What each question must answer on the second corpus, derived by hand from its seeds.

No program wrote these.

`rows` is how many rows there are; each item of `holding` is some columns of one of them, and nothing else may
match twice what is written once.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple


class Asked(NamedTuple):
    """One call of a question: what is given, how many rows come, and parts of some of them."""

    given: dict[str, Any]
    rows: int
    holding: list[dict[str, Any]]


ROCKETS = {"topic": "rockets"}
SERVICE, MINISTER, SPOKESPERSON = (
    "Sylvanian secret service",
    "War minister of Ruritania",
    "Spokesperson of Freedonia's war ministry",
)

EXPECTED: dict[str, list[Asked]] = {
    # ---- actors
    "on-the-record": [
        Asked(
            {},
            11,
            [
                {"actor": "sy-service", "claims": 6, "asserts": 6, "denies": 0, "questions": 0, "relays": 0},
                {"actor": "fd-spokesperson", "claims": 3, "asserts": 1, "denies": 2},
                {
                    "actor": "rt-war-minister",
                    "claims": 4,
                    "asserts": 1,
                    "expects": 1,
                    "denies": 1,
                    "questions": 1,
                },
                {"actor": "wire", "claims": 3, "relays": 3},
            ],
        ),
        Asked({"topic": "fighting"}, 4, [{"actor": "monitor", "claims": 2, "asserts": 1, "questions": 1}]),
    ],
    "right-of-reply": [
        Asked(
            {"actor": "freedonia"},
            6,
            [
                {
                    "event": "fd-rt-rockets",
                    "role": "supplier",
                    "asserted_by": 8,
                    "answered": True,
                    "denied": 1,
                    "admitted": 0,
                },
                {"event": "fd-rt-guns", "asserted_by": 1, "denied": 0, "admitted": 1},
                {"event": "rt-fd-airships", "role": "recipient", "answered": False},
                {"event": "fd-trainers", "role": "sender", "asserted_by": 4, "denied": 1},
                {"event": "fd-trainers-pass", "asserted_by": 1, "answered": True, "denied": 1},
                {"event": "pact", "role": "signatory", "asserted_by": 3, "answered": False},
            ],
        ),
        Asked(
            {"actor": "ruritania"},
            7,
            [
                {"event": "rockets-fired", "role": "user", "asserted_by": 2, "denied": 1},
                {
                    "event": "fd-rt-rockets",
                    "role": "recipient",
                    "asserted_by": 7,
                    "answered": True,
                    "admitted": 1,
                    "left_open": 1,
                },
            ],
        ),
    ],
    "said-by": [
        Asked({"actor": "sy-service"}, 6, [{"claim": "sy-service-losses", "figure": "12 soldiers"}]),
        Asked({"actor": "freedonia"}, 0, []),
        Asked(
            {"actor": "freedonia", "members": True}, 3, [{"claim": "fd-admits-guns", "speaker": SPOKESPERSON}]
        ),
    ],
    "silent": [
        Asked(
            {},
            1,
            [
                {
                    "actor": "bd-navy",
                    "claims": 2,
                    "kind": "military",
                    "spoken_of_by": ["Monitor of the Small States"],
                }
            ],
        )
    ],
    "spokespeople": [
        Asked(
            {"actor": "ruritania"},
            3,
            [
                {
                    "speaker_id": "rt-war-minister",
                    "steps": 2,
                    "claims": 4,
                    "offices": ["war minister, Ruritanian government"],
                },
                {"speaker_id": "harbour-source", "kind": "unnamed source", "claims": 1},
            ],
        ),
    ],
    # ---- claims
    "answers": [
        Asked(
            {},
            7,
            [
                {
                    "claim": "monitor-fired",
                    "answered": "sy-service-fired",
                    "stance": "cannot-confirm",
                    "own": False,
                }
            ],
        ),
        Asked(
            {"stance": "retracts"},
            1,
            [{"claim": "gazette-retracts", "answered": "gazette-rockets", "own": True}],
        ),
        Asked({"topic": "trainers"}, 1, [{"speaker": SPOKESPERSON, "to_speaker": "A diplomat"}]),
    ],
    "chains": [
        Asked(
            ROCKETS,
            16,
            [
                {
                    "claim": "boersenblatt-rockets",
                    "root": "harbour-rockets",
                    "chain": [
                        "Strelsauer Börsenblatt",
                        "Continental Wire",
                        "Freedonia Gazette",
                        "A harbour official in Zürnheim",
                    ],
                },
                {"claim": "unknown-rockets", "chain": ["?"]},
            ],
        ),
    ],
    "denied-or-doubted": [
        Asked(
            {},
            7,
            [
                {"claim": "gazette-retracts", "stance": "retracts"},
                {"claim": "rt-minister-denies-firing", "answers": ["sy-service-fired"]},
            ],
        ),
        Asked({"topic": "fighting"}, 2, []),
    ],
    "expected": [
        Asked(
            {},
            4,
            [
                {
                    "claim": "rt-minister-trainers",
                    "asserted_since": ["A diplomat", "Sylvanian Observer", SERVICE],
                    "denied_since": [SPOKESPERSON],
                },
                {
                    "claim": "observer-concerned",
                    "hedge": "conditional",
                    "asserted_since": ["Monitor of the Small States"],
                    "denied_since": [],
                },
                {"claim": "diplomat-airships", "asserted_since": [], "denied_since": []},
                {"claim": "unknown-mines", "stance": "asserts", "stage": "ordered"},
            ],
        ),
        Asked(
            {"as_of": date(2001, 3, 31)},
            2,
            [{"claim": "rt-minister-trainers", "asserted_since": [], "denied_since": []}],
        ),
    ],
    "figures": [
        Asked(
            {},
            18,
            [{"claim": "sy-service-rockets", "figure": "more than 100 rockets", "low": 100, "high": None}],
        ),
        Asked({"unit": "rockets"}, 9, []),
        Asked({"unit": "rockets", "as_of": date(2001, 3, 31)}, 4, [{"claim": "gazette-rockets"}]),
        Asked({"topic": "trainers"}, 4, [{"claim": "sy-service-trainers", "low": 200, "high": 400}]),
    ],
    "repeated-by": [
        Asked(
            {"claim": "harbour-rockets"},
            4,
            [
                {"told_by": "harbour-rockets", "hops": 0, "figure": "40 to 60 rockets"},
                {
                    "told_by": "wire-rockets",
                    "hops": 2,
                    "documents": ["boersenblatt-2001-03-10", "wire-2001-03-07"],
                },
                {"told_by": "boersenblatt-rockets", "hops": 3, "figure": "dozens of rockets"},
            ],
        ),
        Asked({"claim": "unknown-mines"}, 1, []),
        Asked(
            {"claim": "harbour-rockets", "as_of": date(2001, 3, 7)},
            3,
            [{"hops": 2, "documents": ["wire-2001-03-07"]}],
        ),
    ],
    "retold-numbers": [
        Asked(
            {},
            2,
            [
                {
                    "claim": "boersenblatt-rockets",
                    "change": "number became a vague word",
                    "was": "60 rockets",
                },
                {
                    "claim": "monitor-rockets",
                    "change": "upper bound added",
                    "was": "more than 100 rockets",
                    "told": "100 rockets",
                },
            ],
        ),
        Asked({"unit": "trainers"}, 0, []),
        Asked(
            {"as_of": date(2001, 3, 31)},
            2,
            [{"claim": "gazette-rockets", "relayed": "harbour-rockets", "change": "raised"}],
        ),
    ],
    "unsourced-numbers": [
        Asked(
            {},
            6,
            [
                {"claim": "unknown-rockets", "speaker": None, "attribution": "it is said"},
                {"claim": "observer-rockets", "speaker": "Sylvanian Observer"},
                {"claim": "gazette-range"},
                {"claim": "monitor-guns"},
                {"claim": "monitor-airships"},
                {"claim": "unknown-losses"},
            ],
        ),
    ],
    "who-sourced": [
        Asked(
            ROCKETS,
            7,
            [
                {"root": "harbour-source", "reports": 3, "said": date(2001, 3, 1)},
                {"root": "unknown-rockets", "root_speaker": None},
                {
                    "root": "sy-service",
                    "reports": 1,
                    "via": ["Monitor of the Small States [monitor-2001-06-01]"],
                },
            ],
        ),
        Asked(
            {"topic": "rockets", "as_of": date(2001, 3, 7)},
            1,
            [{"root": "harbour-source", "reports": 2}],
        ),
    ],
    # ---- documents
    "contents": [
        Asked({"document": "observer-2001-04-02"}, 14, [{"claim": "fd-denies-rockets", "stance": "denies"}]),
        Asked({"document": "observer-2001-04-02", "topic": "fighting"}, 5, []),
    ],
    "index": [
        Asked(
            {},
            5,
            [
                {"document": "gazette-2001-03-05", "claims": 3, "roots": 3, "unknown_speakers": 0},
                {"document": "wire-2001-03-07", "claims": 7, "roots": 4},
                {"document": "monitor-2001-06-01", "claims": 13, "unknown_speakers": 2},
            ],
        ),
    ],
    "overlap": [
        Asked(
            {},
            5,
            [
                {
                    "one": "boersenblatt-2001-03-10",
                    "other": "wire-2001-03-07",
                    "shared": 2,
                    "roots": ["diplomat-talks", "harbour-rockets"],
                },
                {
                    "one": "monitor-2001-06-01",
                    "other": "observer-2001-04-02",
                    "shared": 2,
                    "speakers": [SERVICE],
                },
                {
                    "one": "gazette-2001-03-05",
                    "other": "wire-2001-03-07",
                    "shared": 1,
                    "of_one": 3,
                    "of_other": 5,
                },
            ],
        ),
        Asked({"document": "monitor-2001-06-01"}, 1, []),
    ],
    "printed-otherwise": [
        Asked(
            {},
            2,
            [
                {
                    "claim": "sy-service-rockets",
                    "document": "monitor-2001-06-01",
                    "printed": "over 100",
                    "wording": "more than 100",
                },
                {
                    "claim": "fd-denies-rockets",
                    "document": "observer-2001-04-02",
                    "said": date(2001, 3, 8),
                    "printed_said": "2001-03-09",
                },
            ],
        ),
    ],
    # ---- events
    "casualties": [
        Asked(
            {},
            2,
            [
                {
                    "claim": "sy-service-losses",
                    "side": "Sylvania",
                    "figure": "12 soldiers",
                    "counted": ["killed", "wounded"],
                },
                {"claim": "unknown-losses", "figure": "dozens of soldiers", "speaker": None},
            ],
        ),
        Asked({"actor": "ruritania"}, 0, []),
    ],
    "deployments": [
        Asked(
            {},
            2,
            [
                {
                    "deployment": "fd-trainers",
                    "sender": "Freedonia",
                    "host": "Ruritania",
                    "asserted": 4,
                    "denied": 1,
                    "figures": [
                        f"300 trainers ({MINISTER})",
                        "hundreds of trainers (A diplomat)",
                        "hundreds of trainers (Sylvanian Observer)",
                        f"200 to 400 trainers ({SERVICE})",
                    ],
                },
                {"deployment": "fd-trainers-pass", "figures": [], "asserted": 1, "denied": 1},
            ],
        ),
        Asked({"actor": "sylvania"}, 0, []),
    ],
    "disputed": [
        Asked(
            {},
            4,
            [
                {
                    "event": "rockets-fired",
                    "asserted_by": ["Sylvanian Observer", SERVICE],
                    "denied_by": [MINISTER],
                    "questioned_by": ["Monitor of the Small States"],
                },
                {"event": "fd-trainers", "denied_by": [SPOKESPERSON], "questioned_by": []},
                {"event": "fd-trainers-pass", "asserted_by": [SERVICE], "denied_by": [SPOKESPERSON]},
                {
                    "event": "fd-rt-rockets",
                    "denied_by": [SPOKESPERSON],
                    "questioned_by": ["A diplomat", MINISTER],
                },
            ],
        ),
    ],
    "evidence": [
        Asked(
            {},
            2,
            [{"claim": "sy-service-debris", "supports": ["rockets-fired"]}, {"claim": "monitor-debris"}],
        )
    ],
    "single-root": [
        Asked(
            {},
            2,
            [
                {
                    "event": "talks",
                    "claims": 3,
                    "documents": 2,
                    "root": "diplomat",
                    "tellers": ["A diplomat", "Continental Wire", "Strelsauer Börsenblatt"],
                },
                {"event": "rockets-fired", "claims": 2, "documents": 1, "root_speaker": SERVICE},
            ],
        ),
    ],
    "timeline": [
        Asked(
            {"event": "rockets-fired"},
            4,
            [{"claim": "sy-service-fired", "said": date(2001, 3, 21), "published": date(2001, 4, 2)}],
        ),
        Asked(
            {"event": "fd-trainers"}, 6, [{"claim": "sy-service-trainers-pass", "about": "fd-trainers-pass"}]
        ),
    ],
    # ---- places
    "conflicting-places": [
        Asked(
            {},
            3,
            [
                {
                    "event": "fd-trainers",
                    "one": "Öder Pass",
                    "one_by": [SERVICE],
                    "other": "Strelsau",
                    "other_by": ["A diplomat", "Sylvanian Observer"],
                },
                {
                    "event": "fd-rt-rockets",
                    "one_place": "strelsau",
                    "other_place": "zuernheim",
                    "other_by": ["Monitor of the Small States"],
                },
                {"event": "fd-rt-rockets", "one_place": "strelsau", "other_place": "zuernheim-pier"},
            ],
        ),
        Asked({"topic": "trainers"}, 1, []),
    ],
    "what-happened": [
        Asked(
            {},
            9,
            [
                {
                    "place": "oeder-pass",
                    "event": "rockets-fired",
                    "kind": "use",
                    "placed_by": 1,
                    "asserted": 2,
                    "denied": 1,
                    "questioned": 1,
                }
            ],
        ),
        Asked(
            {"place": "rt-land"},
            4,
            [
                {"place": "strelsau", "event": "fd-trainers", "placed_by": 2},
                {"place": "zuernheim-pier", "event": "fd-rt-rockets", "placed_by": 1},
            ],
        ),
    ],
    # ---- quality
    "imprecise-days": [
        Asked({}, 6, [{"claim": "sy-service-trainers", "precision": "month", "said_text": "2001-05"}]),
        Asked({"precision": "before"}, 5, [{"claim": "diplomat-talks"}]),
    ],
    "inferred": [
        Asked(
            {},
            3,
            [
                {"claim": "gazette-shortage", "facet": "when", "reason": "no day is given"},
                {"claim": "unknown-losses", "facet": "what", "reason": "dead and wounded are not told apart"},
            ],
        ),
    ],
    "vague-figures": [
        Asked(
            {},
            9,
            [
                {"claim": "gazette-range", "why": "approximate"},
                {"claim": "boersenblatt-rockets", "why": "vague word"},
                {"claim": "observer-rockets", "why": "no lower bound"},
                {"claim": "unknown-rockets", "why": "no upper bound"},
            ],
        ),
        Asked({"unit": "trainers"}, 2, []),
    ],
    # ---- shipments
    "flows": [
        Asked(
            {},
            3,
            [
                {
                    "supplier_id": "freedonia",
                    "recipient_id": "ruritania",
                    "delivered": 1,
                    "under_way": 1,
                    "not_yet": 0,
                    "weapons": ["Feldschlange 90", "Жар-Птица"],
                    "asserted": 10,
                    "denied": 1,
                    "questioned": 2,
                },
                {"supplier_id": "ruritania", "delivered": 1, "not_yet": 1},
                {"supplier_id": "borduria", "not_yet": 1},
            ],
        ),
        Asked({"recipient": "sylvania"}, 1, []),
    ],
    "in-return": [
        Asked(
            {},
            2,
            [
                {"shipment": "rt-fd-airships", "stage": "delivered", "figure": "2 airships"},
                {"shipment": "rt-fd-airships-wanted", "stage": "wanted", "stance": "expects"},
            ],
        ),
        Asked({"recipient": "ruritania"}, 0, []),
    ],
    "ledger": [
        Asked(
            {},
            5,
            [
                {
                    "shipment": "fd-rt-rockets",
                    "asserted": 8,
                    "denied": 1,
                    "questioned": 2,
                    "stage": "delivered",
                },
                {
                    "shipment": "fd-rt-guns",
                    "asserted": 2,
                    "figures": ["several guns (Monitor of the Small States)"],
                },
            ],
        ),
        Asked({"weapon": "gun"}, 1, [{"shipment": "fd-rt-guns", "asserted": 2}]),
        Asked(
            {"weapon": "weaponry", "recipient": "freedonia"},
            2,
            [{"shipment": "rt-fd-airships"}, {"shipment": "rt-fd-airships-wanted"}],
        ),
    ],
    "not-delivered": [
        Asked(
            {},
            3,
            [
                {"shipment": "rt-fd-airships-wanted", "stage": "wanted", "like_it": ["rt-fd-airships"]},
                {"shipment": "bd-sy-mines", "stage": "ordered", "like_it": []},
                {"shipment": "fd-rt-guns", "stage": "under-way", "like_it": []},
            ],
        ),
    ],
    "transport": [
        Asked(
            {},
            2,
            [
                {
                    "shipment": "fd-rt-rockets",
                    "means": ["ship", "rail"],
                    "route": ["Strait of Fenwick", "Zürnheim"],
                    "claims": 8,
                }
            ],
        ),
        Asked({"means": "air"}, 1, [{"shipment": "rt-fd-airships", "route": []}]),
    ],
    # ---- sources
    "figures-by-outlet": [
        Asked(
            {},
            4,
            [
                {"outlet": "observer", "figures": 6, "named": 3, "unnamed": 1, "own_voice": 1, "unknown": 1},
                {"outlet": "monitor", "figures": 5, "named": 2, "unnamed": 0, "own_voice": 2, "unknown": 1},
                {"outlet": "gazette", "figures": 2, "unnamed": 1, "own_voice": 1},
                {"outlet": "boersenblatt", "figures": 1, "named": 1},
            ],
        ),
    ],
    "first-reports": [
        Asked(
            {},
            7,
            [
                {
                    "event": "fd-rt-rockets",
                    "outlets": ["Freedonia Gazette"],
                    "speakers": ["A harbour official in Zürnheim"],
                    "followed": 4,
                },
                {"event": "fd-trainers", "published": date(2001, 3, 10), "followed": 2},
            ],
        ),
        Asked({"later": 2}, 2, []),
        Asked({"later": 0}, 13, [{"event": "bd-sy-mines", "followed": 0}]),
    ],
    "load-bearing": [
        Asked(
            {},
            9,
            [
                {
                    "root": "diplomat",
                    "claims": 6,
                    "retold": 3,
                    "events": 3,
                    "alone": 2,
                    "alone_events": ["rt-fd-airships-wanted", "talks"],
                },
                {"root": "harbour-source", "claims": 3, "retold": 2, "events": 1, "alone": 0},
            ],
        ),
        Asked(
            {"topic": "fighting"},
            2,
            [{"root": "sy-service", "alone_events": ["rockets-fired"]}, {"root": "monitor", "alone": 0}],
        ),
    ],
    "relay-matrix": [
        Asked(
            {},
            6,
            [
                {
                    "teller_id": "boersenblatt",
                    "told_id": "wire",
                    "claims": 2,
                    "topics": ["bargain", "rockets"],
                },
                {"teller_id": "monitor", "told_id": "sy-service", "claims": 1},
            ],
        ),
    ],
    "unnamed": [
        Asked(
            {},
            2,
            [
                {
                    "actor": "diplomat",
                    "claims": 4,
                    "passed_on_by": ["Continental Wire", "Sylvanian Observer"],
                    "part_of": [],
                },
                {
                    "actor": "harbour-source",
                    "claims": 1,
                    "passed_on_by": [],
                    "wording": "ein Hafenbeamter",
                    "part_of": ["Ruritanian government"],
                },
            ],
        ),
    ],
    # ---- weapons
    "alleged-for": [
        Asked(
            {},
            8,
            [
                {
                    "actor": "sylvania",
                    "role": "targeted by",
                    "weapon_type": "zhar-ptitsa",
                    "asserted": 2,
                    "denied": 1,
                    "questioned": 1,
                }
            ],
        ),
        Asked(
            {"actor": "ruritania"},
            4,
            [
                {"role": "received", "weapon_type": "feldschlange-90"},
                {"role": "supplied", "weapon_type": "airship"},
                {"role": "used", "events": ["rockets-fired"]},
                {"role": "received", "weapon_type": "zhar-ptitsa"},
            ],
        ),
        Asked(
            {"weapon": "gun"}, 2, [{"actor": "freedonia", "role": "supplied", "weapon": "Feldschlange 90"}]
        ),
    ],
    "dossier": [
        Asked(
            {"weapon": "rocket"},
            20,
            [
                {
                    "claim": "gazette-range",
                    "weapon": "Жар-Птица",
                    "aliases": ["Feuervogel"],
                    "other_names": ["Zhar-Ptitsa", "Firebird"],
                },
            ],
        ),
        Asked({"weapon": "gun"}, 2, []),
    ],
    "found": [
        Asked(
            {},
            1,
            [
                {
                    "finding": "pass-debris",
                    "weapon_type": "zhar-ptitsa",
                    "found_by": SERVICE,
                    "places": ["Öder Pass"],
                    "supports": ["rockets-fired"],
                    "asserted": 2,
                },
            ],
        ),
        Asked({"weapon": "gun"}, 0, []),
    ],
    "never-found": [
        Asked(
            {},
            2,
            [
                {
                    "weapon_type": "feldschlange-90",
                    "shipments": 1,
                    "uses": 0,
                    "asserted": 2,
                    "speakers": ["Monitor of the Small States", SPOKESPERSON],
                },
                {"weapon_type": "airship", "asserted": 1},
            ],
        ),
    ],
    "used-in-combat": [
        Asked({}, 4, [{"claim": "sy-service-fired", "weapons": ["Жар-Птица"], "figure": "5 rockets"}]),
        Asked({"weapon": "rocket"}, 4, [{"claim": "sy-service-fired"}]),
        Asked({"weapon": "gun"}, 0, []),
    ],
}
