"""Identifiers: what each register takes, what is said of a wrong one, and the way into a graph and back."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from kg.model.convert import facts_of, rows_of
from kg.model.identifier import Identifier
from kg.model.kinds import registry
from kg.model.kinds.organization import Organization
from kg.model.kinds.vessel import Vessel
from kg.model.schemes import SCHEMES

RIGHT = {
    "imo": ["9074729", "9240914"],
    "imo-company": ["2041999"],
    "mmsi": ["203999421", "111232506"],
    "tail": ["EP-PUS", "N123AB", "RA-76383"],
    "icao24": ["730c4e"],
    "lei": ["5299000J2N45DDNE4Y28"],
    "ogrn": ["1022200525819", "385768585948949"],
    "wikidata": ["Q423"],
    "opensanctions": ["NK-2oTqgCCeR8bbVZu5NzuULz", "Q7747", "ofac-36216"],
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_register_takes_what_it_gives_out(scheme: str) -> None:
    for value in RIGHT[scheme]:
        assert Identifier(scheme=scheme, value=value).value == value


@pytest.mark.parametrize(
    ("scheme", "value", "said"),
    [
        ("imo", "9074728", "its check digit should be 9"),
        ("imo", "907472", "is no IMO number"),
        ("imo", "IMO 9074729", "is no IMO number"),
        ("imo-company", "2041998", "its check digit should be 9"),
        ("mmsi", "003999421", "is no MMSI"),
        ("tail", "ep-pus", "is no tail number"),
        ("icao24", "730C4E", "is no ICAO 24-bit address"),
        ("lei", "5299000J2N45DDNE4Y82", "its check digits should be 28"),
        ("ogrn", "1022200525818", "its check digit should be 9"),
        ("ogrn", "385768585948940", "its check digit should be 9"),
        ("wikidata", "423", "is no Wikidata id"),
        ("opensanctions", "a b", "is no OpenSanctions id"),
    ],
)
def test_a_wrong_one_is_refused(scheme: str, value: str, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Identifier(scheme=scheme, value=value)


@pytest.mark.parametrize("scheme", [name for name, scheme in SCHEMES.items() if scheme.right])
def test_one_wrong_digit_is_found_anywhere(scheme: str) -> None:
    for value in RIGHT[scheme]:
        for place, digit in enumerate(value):
            if digit.isdigit():
                other = value[:place] + str((int(digit) + 1) % 10) + value[place + 1 :]
                with pytest.raises(ValidationError):
                    Identifier(scheme=scheme, value=other)


def test_they_come_back_from_rows_as_they_went_in() -> None:
    ship = Vessel.model_validate(
        {
            "id": "ship",
            "name": "Ship",
            "identifiers": [
                {"scheme": s, "value": v[0]} for s, v in RIGHT.items() if SCHEMES[s].calls("vessel")
            ],
        }
    )
    graph = rows_of([ship])
    assert graph.nodes["ship"].properties["identifiers"][0] == "imo: 9074729"
    assert facts_of(graph) == [ship]


def test_the_old_field_for_wikidata_is_still_read() -> None:
    body = Organization.model_validate({"id": "a", "name": "A", "kind": "bank", "wikidata": "Q42"})
    assert body.identifiers == [Identifier(scheme="wikidata", value="Q42")]
    assert Organization.model_validate(body.model_dump()) == body


@pytest.mark.parametrize("kind", sorted({kind for scheme in SCHEMES.values() for kind in scheme.kinds}))
def test_a_register_is_for_the_kinds_that_it_names(kind: str) -> None:
    model = registry()[kind]
    for name, scheme in SCHEMES.items():
        fact = {"id": "a", "name": "A", "identifiers": [{"scheme": name, "value": RIGHT[name][0]}]}
        fact |= {"kind": "company"} if kind == "organization" else {}
        if scheme.calls(kind):
            assert facts_of(rows_of([model.model_validate(fact)])) == [model.model_validate(fact)]
        else:
            with pytest.raises(ValidationError, match=f"'{name}' is for"):
                model.model_validate(fact)
