"""Fields that are unknown, missing or hold what does not fit, and the nearest name."""

from __future__ import annotations

import pytest

from tests.bad_seeds.right import FIELDS, Wrong

# Fields and their types


@pytest.mark.parametrize(
    ("fact", "problems"),
    [
        (
            "states: [{id: kp, nam: x, name: y}]",
            [f"1:19: unknown field 'nam' in state 'kp'; expected one of {FIELDS}; did you mean 'name'?"],
        ),
        (
            "states: [{id: kp, name: x, zzz: 1}]",
            [f"1:28: unknown field 'zzz' in state 'kp'; expected one of {FIELDS}"],
        ),
        (
            "people: [{id: p, name: x, part_of: [{actor: p2, rol: x}]}, {id: p2, name: y}]",
            [
                "1:49: unknown field 'rol' in person 'p'; expected one of actor, role, since, until; did you"
                " mean 'role'?"
            ],
        ),
        (
            "states: [{name: x}]",
            [
                "1:10: a state without id lacks the field 'id'; expected stable, readable, unique over all"
                " kinds; never reused for something else; add id:"
            ],
        ),
        (
            "places: [{id: a, name: x, kind: city, latitude: 95}, {id: b, name: x, kind: city, latitude: x}]",
            [
                "1:49: 95 does not fit 'latitude' in place 'a'; expected a number of at most 90",
                "1:93: 'x' does not fit 'latitude' in place 'b'; expected a number",
            ],
        ),
        (
            "states: [{id: a, name: x, latitude: 5}]",
            [
                "1:37: state 'a': latitude: a point also needs longitude, within_km, coordinates_from",
            ],
        ),
        (
            "organizations: [{id: a, name: x, kind: ngo}, {id: b, name: y, kind: front-company}]",
            [
                "1:40: organization 'a': kind: 'ngo' is no kind of organization; write non-governmental",
                "1:69: organization 'b': kind: 'front-company' is no kind of organization; write company, and"
                " add a relation front-of with claims about it",
            ],
        ),
        (
            "states: [{id: kp}]",
            [
                "1:10: state 'kp' lacks the field 'name'; expected the name as the field uses it,"
                " in the first language of the corpus, mostly English;"
                " add name:"
            ],
        ),
        (
            "people: [{id: p, name: x, part_of: [{role: x}]}]",
            [
                "1:37: person 'p' lacks the field 'part_of.0.actor'; expected id of the state or organization"
                " that this actor belongs to; add actor:"
            ],
        ),
        (
            "states: [{id: kp, name: 5}]",
            [
                "1:25: 5 does not fit 'name' in state 'kp'; expected text, in quotes where it looks like a"
                " number"
            ],
        ),
        (
            "states: [{id: kp, name: true}]",
            [
                "1:25: true does not fit 'name' in state 'kp'; expected text, in quotes where it looks like a"
                " number"
            ],
        ),
        (
            "states: [{id: kp, name: }]",
            [
                "1:25: null does not fit 'name' in state 'kp'; expected text, in quotes where it looks like a"
                " number"
            ],
        ),
        (
            "states: [{id: kp, name: [x]}]",
            [
                "1:25: [\"x\"] does not fit 'name' in state 'kp'; expected text, in quotes where it looks"
                " like a number"
            ],
        ),
        (
            "states: [{id: kp, name: ''}]",
            ["1:25: '' does not fit 'name' in state 'kp'; expected text that is not empty"],
        ),
        (
            "states: [{id: kp, name: '  '}]",
            ["1:25: '  ' does not fit 'name' in state 'kp'; expected text that is not empty"],
        ),
        (
            f"states: [{{id: kp, name: {'x' * 201}}}]",
            [f"1:25: '{'x' * 56}... does not fit 'name' in state 'kp'; expected at most 200 characters"],
        ),
        (
            "states: [{id: 5, name: x}]",
            ["1:15: 5 does not fit 'id' in a state; expected text, in quotes where it looks like a number"],
        ),
        (
            "states: [{id: North Korea, name: x}]",
            [
                "1:15: 'North Korea' does not fit 'id' in state 'North Korea'; expected an id: lower case"
                " letters, digits and single hyphens; did you mean 'north-korea'?"
            ],
        ),
        (
            "states: [{id: '***', name: x}]",
            [
                "1:15: '***' does not fit 'id' in state '***'; expected an id: lower case letters, digits and"
                " single hyphens"
            ],
        ),
        (
            f"states: [{{id: {'k' * 81}, name: x}}]",
            [f"1:15: '{'k' * 56}... does not fit 'id' in state '{'k' * 81}'; expected at most 80 characters"],
        ),
        (
            "states: [{id: kp, name: x, iso: kp}]",
            ["1:33: 'kp' does not fit 'iso' in state 'kp'; expected ISO 3166-1 alpha-2 code (^[A-Z]{2}$)"],
        ),
        (
            "vessels: [{id: kp, name: x, identifiers: [{scheme: imo, value: '9240915'}]}]",
            [
                "1:64: vessel 'kp': identifiers.0.value: '9240915' is no IMO number: its check digit should"
                " be 4; expected '9240914', if the rest is right; compare it with where it is from"
            ],
        ),
        (
            "vessels: [{id: kp, name: x, identifiers: [{scheme: imo, value: 9240914}]}]",
            [
                "1:64: 9240914 does not fit 'identifiers.0.value' in vessel 'kp'; expected text, in quotes"
                " where it looks like a number"
            ],
        ),
        (
            "organizations: [{id: kp, name: x, kind: bank, identifiers: [{scheme: imo, value: '2041999'}]}]",
            [
                "1:70: organization 'kp': identifiers.0.scheme: 'imo' is for a vessel, not for an"
                " organization; expected one of imo-company, lei, ogrn, wikidata, opensanctions; did you mean"
                " 'imo-company'?"
            ],
        ),
        (
            "vessels: [{id: kp, name: x, identifiers: [{scheme: tail, value: EP-PUS}]}]",
            [
                "1:52: vessel 'kp': identifiers.0.scheme: 'tail' is for an aircraft or an item, not for a"
                " vessel; expected one of imo, mmsi, wikidata, opensanctions"
            ],
        ),
        (
            "states: [{id: kp, name: x, wikidata: q5}]",
            ["1:38: state 'kp': wikidata: 'q5' is no Wikidata id; expected Q and a number"],
        ),
        (
            "states: [{id: kp, name: x, wikidata: Q5, identifiers: [{scheme: wikidata, value: Q5}]}]",
            ["1:55: state 'kp': identifiers.1: 'Q5' stands twice"],
        ),
        (
            "states: [{id: kp, name: x, known_as: foo}]",
            ["1:38: 'foo' does not fit 'known_as' in state 'kp'; expected a list"],
        ),
        (
            "states: [{id: kp, name: x, known_as: [a, 5, b]}]",
            [
                "1:42: 5 does not fit 'known_as.1' in state 'kp'; expected text, in quotes where it looks"
                " like a number"
            ],
        ),
        (
            "states: [{id: kp, name: x, part_of: [ru]}, {id: ru, name: y}]",
            ["1:38: 'ru' does not fit 'part_of.0' in state 'kp'; expected fields: actor"],
        ),
        ("states: [kp]", ["1:10: 'kp' is no state; expected fields: id, name"]),
        (
            "states:\n- kp\n- 7\n-\n- []\n- {}\n",
            [
                "2:3: 'kp' is no state; expected fields: id, name",
                "3:3: 7 is no state; expected fields: id, name",
                "4:2: null is no state; expected fields: id, name",
                "5:3: [] is no state; expected fields: id, name",
                (
                    "6:3: a state without id lacks the field 'id'; expected stable, readable, unique over all"
                    " kinds; never reused for something else; add id:"
                ),
                (
                    "6:3: a state without id lacks the field 'name'; expected the name as the field uses it,"
                    " in the first language of the corpus, mostly English; add name:"
                ),
            ],
        ),
        (
            "weapon_types: [{id: w, name: x, calibre_mm: '5'}]",
            ["1:45: '5' does not fit 'calibre_mm' in weapon_type 'w'; expected a whole number"],
        ),
        (
            "weapon_types: [{id: w, name: x, calibre_mm: 1.5}]",
            ["1:45: 1.5 does not fit 'calibre_mm' in weapon_type 'w'; expected a whole number"],
        ),
        (
            "weapon_types: [{id: w, name: x, calibre_mm: 0}]",
            ["1:45: 0 does not fit 'calibre_mm' in weapon_type 'w'; expected a number above 0"],
        ),
        (
            "weapon_types: [{id: w, name: x, calibre_mm: 9999999}]",
            [
                "1:45: 9999999 does not fit 'calibre_mm' in weapon_type 'w'; expected a number of at most"
                " 1,000,000"
            ],
        ),
        (
            f"weapon_types: [{{id: w, name: x, calibre_mm: {'9' * 100}}}]",
            [
                f"1:45: {'9' * 57}... does not fit 'calibre_mm' in weapon_type 'w'; expected a number of at"
                " most 1,000,000"
            ],
        ),
        (
            f"weapon_types: [{{id: w, name: x, calibre_mm: {'9' * 10_000}}}]",
            [f"1:45: '{'9' * 56}... does not fit 'calibre_mm' in weapon_type 'w'; expected a whole number"],
        ),
        (
            "weapon_types: [{id: w, name: x, calibre_mm: 1e400}]",
            ["1:45: '1e400' does not fit 'calibre_mm' in weapon_type 'w'; expected a whole number"],
        ),
        (
            "organizations: [{id: o, name: x, kind: news-outlets}]",
            [
                "1:40: 'news-outlets' is no known word for 'kind' in organization 'o'; expected one of"
                " government, military, intelligence, parliament, news-outlet, news-agency, think-tank,"
                " monitoring-body, international-body, company, university, unit, alliance,"
                " law-enforcement, non-governmental, armed-group, personal-account, bank, data-provider; did"
                " you mean 'news-outlet'?"
            ],
        ),
    ],
)
def test_fields_and_types(wrong: Wrong, fact: str, problems: list[str]) -> None:
    assert wrong(a=fact) == [f"a.yaml:{problem}" for problem in problems]
