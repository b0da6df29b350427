"""The page of changes compares each publication day with the one before."""

from __future__ import annotations

import pytest

from kg.analysis.changed import changed
from kg.site import Options, overview
from kg.site.reading import arranged, published
from tests.site.conftest import CORPORA, stored


@pytest.mark.parametrize("few", [3, 12])
def test_each_day_is_compared_with_the_day_before(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overview, "FEW_CHANGES", few)
    monkeypatch.setattr(overview, "MOST_CHANGES", 1 if few == 3 else 100_000)
    with stored(CORPORA["second"]()) as store, arranged(published(store, Options())) as material:
        days, found = [None, *material.days], overview.steps(material)
        assert [day for day, _, _ in found] == days[1:][-few if few == 3 else 0 :]
        for day, documents, changes in found:
            before = days[days.index(day) - 1]
            assert changes == (changed(material.world, before, day) if before else [])
            assert {material.documents[id_].day for id_ in documents} == {day}
        assert any(changes for _, _, changes in found)
