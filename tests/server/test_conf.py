"""What a server is told: addresses, ports and memory."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

import kg.server
from kg.errors import CallError
from kg.server import LocalServer, conf, ports
from kg.server.releases import RELEASES
from tests.server.tools import ON_POSIX

pytestmark = ON_POSIX


@pytest.mark.parametrize("release", RELEASES.values(), ids=RELEASES)
def test_conf_is_loopback_only_and_silent(release: kg.server.Release, tmp_path: Path) -> None:
    text = conf.text(release, 1111, 2222)
    settings = dict(line.split("=", 1) for line in text.splitlines() if not line.startswith("#"))
    addresses = {name: value for name, value in settings.items() if name.endswith("_address")}
    assert len(addresses) == 6
    assert all(value.startswith("127.0.0.1") for value in addresses.values())
    assert (
        settings["server.bolt.listen_address"]
        == settings["server.bolt.advertised_address"]
        == "127.0.0.1:1111"
    )
    assert (
        settings["server.http.listen_address"]
        == settings["server.http.advertised_address"]
        == "127.0.0.1:2222"
    )
    assert settings["server.https.enabled"] == "false"
    assert settings["dbms.security.auth_enabled"] == "true"
    assert settings["dbms.usage_report.enabled"] == settings["client.allow_telemetry"] == "false"
    assert settings["server.memory.heap.max_size"] == "512m"
    assert settings["server.memory.pagecache.size"] == "256m"
    assert ("server.fleet_discovery.enabled" in settings) == (release.key == "2026")
    assert not any(value.startswith("/") for value in settings.values())


def test_jvm_options_fit_the_java_version() -> None:
    assert "--enable-native-access=ALL-UNNAMED" in conf.jvm_options(25)
    assert "--enable-native-access=ALL-UNNAMED" not in conf.jvm_options(17)
    assert conf.jvm_options(21, "2g")[:2] == ["-Xms2g", "-Xmx2g"]


def test_taken_ports_are_not_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken, socket.socket() as other:
        for one in (taken, other):
            one.bind(("127.0.0.1", 0))
            one.listen()
        busy = taken.getsockname()[1], other.getsockname()[1]
        monkeypatch.setattr(ports, "USUAL", busy)
        assert not ports.is_free(busy[0])
        bolt, http = ports.choose(busy)
        assert not {bolt, http} & set(busy)
        assert bolt != http
    assert ports.choose() == busy, "the usual ones are taken when they are free"
    assert ports.choose((bolt, http)) == (bolt, http), "the remembered ones come first"
    assert ports.choose((busy[1], busy[1]))[1] != busy[1], "never one port for both"


@pytest.mark.parametrize("size", ["a lot", "", "512", "0m", "-1g", "1t", "2g -XX:+Evil", "1g\n2"])
def test_a_size_of_memory_that_is_none_is_refused(size: str) -> None:
    with pytest.raises(CallError, match="is no size for the heap"):
        LocalServer("5.26", heap=size)
