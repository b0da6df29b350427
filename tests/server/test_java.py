"""Which Java a server runs in, and what is said when there is none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import kg.server
from kg.errors import StoreError
from kg.server import java
from kg.server.java import Jdk
from tests.server.tools import LTS, NEW, ON_POSIX, jdk, script

pytestmark = ON_POSIX


def test_java_is_found_in_order_and_once(tmp_path: Path) -> None:
    first, second = jdk(tmp_path / "a", "21.0.2"), jdk(tmp_path / "jvm" / "b", "1.8.0_392")
    (tmp_path / "jvm" / "link").symlink_to(first)
    (tmp_path / "jvm" / "no-java").mkdir()
    env = {"JAVA_HOME": str(first), "PATH": str(second / "bin")}
    jdks = java.installed(env, [str(tmp_path / "jvm" / "*")])
    assert [(j.home.name, j.major) for j in jdks] == [("a", 21), ("b", 8)]


def test_java_without_release_file_is_asked(tmp_path: Path) -> None:
    lines = f"    java.home = {tmp_path / 'real'}\\n    java.specification.version = 25\\n"
    script(tmp_path / "shims" / "java", f"import sys; sys.stderr.write('{lines}')")
    assert java.installed({"PATH": str(tmp_path / "shims")}, []) == [Jdk(tmp_path / "real", 25)]


def test_java_that_does_not_run_is_none(tmp_path: Path) -> None:
    script(tmp_path / "bin" / "java", "import sys; sys.exit('Unable to locate a Java Runtime.')")
    assert java.installed({"PATH": str(tmp_path / "bin"), "JAVA_HOME": str(tmp_path / "gone")}, []) == []


@pytest.mark.parametrize(
    ("release", "majors", "picked"),
    [(LTS, [17, 21, 25], 21), (LTS, [11, 17], 17), (NEW, [17, 21, 25], 25), (NEW, [21, 27], 21)],
)
def test_newest_accepted_java_is_picked(release: kg.server.Release, majors: list[int], picked: int) -> None:
    assert java.pick(release, [Jdk(Path(f"/j{m}"), m) for m in majors]).major == picked


def test_of_two_equal_javas_the_first_is_picked() -> None:
    assert java.pick(LTS, [Jdk(Path("/a"), 17), Jdk(Path("/b"), 17)]).home == Path("/a")


def test_no_java_says_what_to_install() -> None:
    with pytest.raises(
        StoreError, match=r"no Java at all.*expected Java 17 or Java 21.*openjdk-21-jre.*JAVA_HOME"
    ):
        java.pick(LTS, [])


def test_too_old_a_java_names_it_and_what_it_would_run() -> None:
    with pytest.raises(
        StoreError, match=r"found Java 17 in /old.*expected Java 21 or Java 25.*--version 5\.26"
    ):
        java.pick(NEW, [Jdk(Path("/old"), 17)])
    with pytest.raises(StoreError) as caught:
        java.pick(NEW, [Jdk(Path("/old"), 8)])
    assert "--version" not in str(caught.value)


def test_java_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name, value in {"NEO4J_PASSWORD": "secret", "LC_ALL": "", "LC_CTYPE": "", "LANG": "C"}.items():
        monkeypatch.setenv(name, value)
    env = java.environment(Jdk(Path("/j"), 17))
    assert env["JAVA_HOME"] == "/j"
    assert env["LC_ALL"] == "C.UTF-8"
    assert "NEO4J_PASSWORD" not in env
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert env | {"LANG": "de_DE.UTF-8", "LC_ALL": ""} == java.environment(Jdk(Path("/j"), 17))
