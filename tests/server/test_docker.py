"""Servers in Docker, whose program is written by the test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.server import DockerServer, LocalServer, docker, find
from kg.server.home import Home
from tests.server.tools import ON_POSIX, script

pytestmark = ON_POSIX

DOCKER = """
import json, os, pathlib, sys
here = pathlib.Path(__file__).parent
with (here / "calls").open("a") as out:
    out.write(json.dumps([sys.argv[1:], os.environ.get("NEO4J_AUTH")]) + "\\n")
up = here / "up"
match sys.argv[1]:
    case "info": print("28.1"); sys.exit(0)
    case "run": up.touch(); print("id")
    case "ps": print("id" if up.exists() else "")
    case "stop" | "rm": up.unlink(missing_ok=True)
    case "logs": print("a\\nb")
"""


@pytest.fixture
def engine(bin_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    script(bin_dir / "docker", DOCKER)
    monkeypatch.setattr(DockerServer, "answers", lambda self: True)
    return bin_dir


def calls(folder: Path) -> list[tuple[list[str], str | None]]:
    return [tuple(json.loads(line)) for line in (folder / "calls").read_text().splitlines()]


def test_docker_is_bound_to_loopback_and_the_password_is_not_an_argument(tmp_path: Path) -> None:
    server = DockerServer("5.26", tmp_path)
    arguments = server.run_arguments(1111, 2222)
    assert arguments[-1] == "neo4j:5.26-community"
    published = [arguments[i + 1] for i, a in enumerate(arguments) if a == "--publish"]
    assert published == ["127.0.0.1:1111:7687", "127.0.0.1:2222:7474"]
    assert "NEO4J_AUTH" in arguments, "inherited from the environment"
    assert not any(a.startswith("NEO4J_AUTH=") for a in arguments)
    assert "NEO4J_server_bolt_advertised__address=127.0.0.1:1111" in arguments
    assert "NEO4J_dbms_usage__report_enabled=false" in arguments
    assert server.name != DockerServer("5.26", tmp_path / "other").name


def test_docker_start_and_stop(engine: Path, tmp_path: Path) -> None:
    server = DockerServer("5.26", tmp_path / "h")
    assert server.start()
    assert not server.start(), "it runs already"
    assert server.status().running
    assert server.status().engine == "docker"
    assert server.logs(2) == ["a", "b"]
    ran = [(a, auth) for a, auth in calls(engine) if a[0] == "run"]
    assert [auth for _, auth in ran] == [f"neo4j/{server.password}"]
    assert server.password not in " ".join(ran[0][0])
    assert server.stop()
    assert not server.stop()
    old = server.password
    assert server.start()
    assert server.password == old
    assert server.start(fresh=True)
    assert server.password != old
    assert ["volume", "rm", "--force", server.name] in [a for a, _ in calls(engine)]


def test_docker_that_does_not_answer_leaves_no_container(
    engine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DockerServer, "answers", lambda self: False)
    with pytest.raises(StoreError, match=r"did not answer; its log ends with: a \| b"):
        DockerServer("5.26", tmp_path / "h").start(timeout=0.5)
    assert not (engine / "up").exists()


def test_docker_counts_only_when_its_engine_answers(engine: Path, tmp_path: Path) -> None:
    assert docker.engine_answers()
    assert isinstance(find("5.26", tmp_path / "a"), DockerServer)
    script(engine / "docker", "import sys; sys.exit('Cannot connect to the Docker daemon')")
    assert not docker.engine_answers()
    assert isinstance(find("5.26", tmp_path / "a"), LocalServer)
    (engine / "docker").unlink()
    assert not docker.engine_answers()


def test_a_home_keeps_its_engine(engine: Path, tmp_path: Path) -> None:
    Home("5.26", tmp_path / "l").path.mkdir()
    Home("5.26", tmp_path / "l").remember(engine="local", password_set=True)
    assert isinstance(find("5.26", tmp_path / "l"), LocalServer)
    Home("5.26", tmp_path / "d").path.mkdir()
    Home("5.26", tmp_path / "d").remember(engine="docker", password_set=True)
    script(engine / "docker", "import sys; sys.exit('Cannot connect to the Docker daemon')")
    with pytest.raises(StoreError, match=r"Cannot connect to the Docker daemon.*start Docker"):
        find("5.26", tmp_path / "d").start()
