"""`kg neo4j` before any server was started."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.neo4j import command
from kg.errors import StoreError
from tests.server.tools import ON_POSIX

pytestmark = ON_POSIX


@pytest.mark.parametrize("name", [None, *command.commands], ids=str)
def test_every_command_has_help_with_an_example(name: str | None) -> None:
    done = CliRunner().invoke(command, [name, "--help"] if name else ["--help"])
    assert done.exit_code == 0
    assert re.search(r"Example:\n +(export .*)?(\S+=)?.*kg neo4j", done.output)


def test_wrong_release_is_a_wrong_call() -> None:
    assert CliRunner().invoke(command, ["start", "--version", "4.4"]).exit_code == 2


def test_commands_before_the_first_start(bin_dir: Path, tmp_path: Path) -> None:
    home = ["--home", str(tmp_path / "h")]
    for name in ("url", "password"):
        assert isinstance(CliRunner().invoke(command, [name, *home]).exception, StoreError)
    status = CliRunner().invoke(command, ["status", *home])
    assert status.exit_code == 1
    assert json.loads(status.output)["running"] is False
    assert CliRunner().invoke(command, ["stop", *home]).output == "Neo4j 5.26 did not run.\n"
    assert CliRunner().invoke(command, ["logs", *home]).output == ""
    assert not (tmp_path / "h").exists(), "asking makes nothing"
