"""`docker-compose.yml`: loopback only, silent, and no default password."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from kg.server import conf, docker
from tests.server.tools import LTS, ON_POSIX, ROOT, script

pytestmark = ON_POSIX


def test_compose_file() -> None:
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    assert set(compose) == {"services", "volumes"}
    service = compose["services"]["neo4j"]
    assert set(service) <= {
        "image",
        "restart",
        "stop_grace_period",
        "ports",
        "environment",
        "volumes",
        "healthcheck",
    }
    assert service["image"] == LTS.image
    assert len(service["ports"]) == 2
    assert all(isinstance(p, str) and p.startswith("127.0.0.1:") for p in service["ports"])
    assert re.fullmatch(r"neo4j/\$\{NEO4J_PASSWORD:\?[^}]+\}", service["environment"]["NEO4J_AUTH"])
    assert all(isinstance(value, str) for value in service["environment"].values()), (
        "a bare false is a YAML trap"
    )
    assert "NEO4J_PASSWORD" not in service["environment"], "the image would take it for a setting"
    (volume,) = service["volumes"]
    assert volume.split(":") == [next(iter(compose["volumes"])), "/data"]
    health = service["healthcheck"]
    assert health["test"][0] == "CMD-SHELL"
    assert "bolt://" in health["test"][1]
    assert "RETURN 1" in health["test"][1]
    assert {"interval", "timeout", "retries", "start_period"} == set(health) - {"test"}


def test_the_compose_file_and_a_server_of_ours_have_the_same_settings() -> None:
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    theirs = {
        name: re.sub(r"\$\{NEO4J_\w+:-(\w+)\}", r"\1", value)
        for name, value in compose["services"]["neo4j"]["environment"].items()
    }
    ours = {docker.variable(name): value for name, value in conf.settings(LTS).items()}
    both = theirs.keys() & ours.keys()
    assert {name: theirs[name] for name in both} == {name: ours[name] for name in both}
    for limit in ("db.memory.transaction.max", "dbms.memory.transaction.total.max", "db.transaction.timeout"):
        assert docker.variable(limit) in both
    assert ours.keys() - both == {
        docker.variable(name)  # the image's own choice is as good
        for name in ("server.https.enabled", "dbms.security.auth_enabled", "db.tx_log.preallocate")
    }


def test_compose_health_check_hands_over_the_password(tmp_path: Path) -> None:
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    check = compose["services"]["neo4j"]["healthcheck"]["test"][1].replace("$$", "$")
    script(
        tmp_path / "cypher-shell",
        "import os, sys; print(os.environ['NEO4J_PASSWORD'], *sys.argv[1:], sep='|')",
    )
    env = {"PATH": f"{tmp_path}:/usr/bin:/bin", "NEO4J_AUTH": "neo4j/pa ss/w$rd"}
    done = subprocess.run(["/bin/sh", "-c", check], env=env, capture_output=True, text=True, check=True)
    assert done.stdout == "pa ss/w$rd|--address|bolt://127.0.0.1:7687|RETURN 1\n"


def test_every_variable_of_the_compose_file_is_in_the_example() -> None:
    wanted = re.findall(r"(?<!\$)\$\{([A-Z0-9_]+)", (ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    shown = dict(re.findall(r"^(?:# )?([A-Z0-9_]+)=(.*)$", example, re.MULTILINE))
    assert set(wanted) == set(shown)
    assert shown["NEO4J_PASSWORD"] == "", "no default password for everybody"


def test_docker_compose_reads_it_and_refuses_without_a_password(tmp_path: Path) -> None:
    docker_program = shutil.which("docker")
    if (
        not docker_program
        or subprocess.run([docker_program, "compose", "version"], capture_output=True, check=False).returncode
    ):
        pytest.skip("no 'docker compose' here")
    config = [
        docker_program,
        "compose",
        "--env-file",
        os.devnull,
        "--file",
        str(ROOT / "docker-compose.yml"),
        "config",
        "--quiet",
    ]
    env = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    refused = subprocess.run(config, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert refused.returncode
    assert "NEO4J_PASSWORD" in refused.stderr
    subprocess.run(
        config, cwd=tmp_path, env={**env, "NEO4J_PASSWORD": "long enough"}, capture_output=True, check=True
    )
