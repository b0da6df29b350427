"""What a dossier lists as said by members was said while they were members."""

from __future__ import annotations

import re

import pytest

from tests.contract.tenure import SPEECHES, facts
from tests.site.conftest import Built, built

HEADING = "Said by those who belong to it"
DIRECT = {
    "utopia": {
        "general-2015-06-01",
        "general-2024-05-05",
        "turncoat-2014-12-31",
        "returner-2013-12-31",
        "returner-2017-01-01",
        "insider-2016-01-01",
    },
    "arcadia": {"turncoat-2015-01-01"},
    "ministry": {
        "minister-2015-01-01",
        "minister-2016-12-31",
        "aide-2016-12-31",
        "aide-2018-12-31",
        "aide-2019-01-01",
        "insider-2015-12-31",
    },
    "league": {"utopia-2020-01-01"},
}


@pytest.fixture(scope="module")
def site() -> Built:
    """The site of a corpus in which offices begin and end."""
    return built(facts(SPEECHES))


@pytest.mark.parametrize("actor", DIRECT)
def test_members_are_heard_while_they_belong(actor: str, site: Built) -> None:
    page = site.files[f"actor/{actor}.html"].decode()
    said = page.split(HEADING)[1].split("</section>")[0]
    assert set(re.findall(r"#([\w-]+)\"", said)) == DIRECT[actor]


def test_an_office_lasts_and_does_not_lie_between(site: Built) -> None:
    assert "minister, 1 Jan 2015 to 2016" in site.files["actor/minister.html"].decode()
