"""Which releases of Neo4j there are, and what is pinned for each."""

from __future__ import annotations

import pytest

import kg.server
from kg.errors import CallError
from kg.server.releases import RELEASES, pom, release_named
from tests.server.tools import ON_POSIX

pytestmark = ON_POSIX


def test_pom_pins_every_version() -> None:
    for release in RELEASES.values():
        text = pom(release)
        assert text.count(f"<version>{release.version}</version>") == 2
        assert "<version>5.24.0</version>" in text
        assert "http" not in text, "no registry's address"


def test_unknown_release_names_the_known_ones() -> None:
    with pytest.raises(CallError, match=r"no Neo4j release '5\.25'.*5\.26 or 2026.*did you mean '5\.26'"):
        release_named("5.25")


def test_public_names_exist() -> None:
    assert sorted(kg.server.__all__) == sorted(set(kg.server.__all__))
    assert all(hasattr(kg.server, name) for name in kg.server.__all__)
