"""The parts around a Neo4j server, without a server: Java, jars, homes, processes, Docker, compose."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

import kg.server
from kg.cli.neo4j import command
from kg.errors import CallError, StoreError
from kg.server import DockerServer, LocalServer, conf, docker, find, jars, java, launch, maven, pids, ports, process
from kg.server.home import Home
from kg.server.java import Jdk
from kg.server.lock import locked
from kg.server.releases import RELEASES, pom, release_named

ROOT = Path(__file__).parents[2]
LTS, NEW = RELEASES["5.26"], RELEASES["2026"]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a local server is for Linux and macOS")


def script(path: Path, text: str) -> Path:
    """Write a program in this Python."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!{sys.executable}\n{text}")
    path.chmod(0o755)
    return path


# --- releases


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


# --- java


def jdk(home: Path, version: str) -> Path:
    script(home / "bin" / "java", "")
    (home / "release").write_text(f'IMPLEMENTOR="X"\nJAVA_VERSION="{version}"\n')
    return home


def test_java_is_found_in_order_and_once(tmp_path: Path) -> None:
    first, second = jdk(tmp_path / "a", "21.0.2"), jdk(tmp_path / "jvm" / "b", "1.8.0_392")
    (tmp_path / "jvm" / "link").symlink_to(first)
    (tmp_path / "jvm" / "no-java").mkdir()
    env = {"JAVA_HOME": str(first), "PATH": str(second / "bin")}
    found = java.installed(env, [str(tmp_path / "jvm" / "*")])
    assert [(j.home.name, j.major) for j in found] == [("a", 21), ("b", 8)]


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
    with pytest.raises(StoreError, match=r"no Java at all.*expected Java 17 or Java 21.*openjdk-21-jre.*JAVA_HOME"):
        java.pick(LTS, [])


def test_too_old_a_java_names_it_and_what_it_would_run() -> None:
    with pytest.raises(StoreError, match=r"found Java 17 in /old.*expected Java 21 or Java 25.*--version 5\.26"):
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


# --- jars

MAVEN = """
import pathlib, sys, time
count = pathlib.Path(__file__).with_name("count")
count.write_text(count.read_text() + "x" if count.exists() else "x")
lib = pathlib.Path(next(a for a in sys.argv if a.startswith("-DoutputDirectory="))[18:])
assert "-C" in sys.argv and pathlib.Path(sys.argv[sys.argv.index("-f") + 1]).parent == pathlib.Path.cwd()
lib.mkdir()
for name in NAMES[:HALF]:
    (lib / name).write_text("jar")
time.sleep(PAUSE)
print(SAYS); sys.exit(CODE)
"""


def fake_maven(
    folder: Path, release: kg.server.Release = LTS, half: int = 3, pause: float = 0, says: str = "", code: int = 0
) -> Path:
    names = [f"neo4j-{release.version}.jar", f"neo4j-server-{release.version}.jar", "neo4j-browser-5.24.0.jar"]
    head = f"NAMES, HALF, PAUSE, SAYS, CODE = {names!r}, {half}, {pause}, {says!r}, {code}\n"
    return script(folder / "mvn", head + MAVEN)


def runs(folder: Path) -> int:
    return len((folder / "count").read_text())


@pytest.fixture
def bin_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KG_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    (tmp_path / "bin").mkdir()
    return tmp_path / "bin"


J17 = Jdk(Path("/j"), 17)


def test_jars_are_fetched_once_and_then_need_no_maven(bin_dir: Path) -> None:
    fake_maven(bin_dir)
    said: list[str] = []
    lib = jars.jars(LTS, J17, said.append)
    assert lib == jars.cache_root() / "5.26.30" / "lib"
    assert len(list(lib.glob("*.jar"))) == 3
    assert "fetching Neo4j 5.26.30" in said[0]
    (bin_dir / "mvn").unlink()
    assert jars.jars(LTS, J17, said.append) == lib
    assert len(said) == 1


@pytest.mark.parametrize(
    ("says", "message"),
    [
        ("[ERROR] Could not transfer artifact a from/to r: Unknown host", "Maven cannot reach its repository.*network"),
        ("[ERROR] Plugin x: Cannot access r in offline mode", "Maven cannot reach its repository.*network"),
        ("[ERROR] copy failed: No space left on device", "the disk is full.*KG_CACHE"),
        ("[ERROR] Checksum validation failed, expected a but is b", "does not match its checksum"),
        ("\x1b[31m[ERROR]\x1b[m strange", r"Maven failed: \[ERROR\] strange.*mvn -v"),
        ("", "it printed nothing"),
    ],
)
def test_failed_maven_leaves_nothing_and_says_why(bin_dir: Path, says: str, message: str) -> None:
    fake_maven(bin_dir, half=2, says=says, code=1)
    with pytest.raises(StoreError, match=message):
        jars.jars(LTS, J17)
    assert [p.name for p in jars.cache_root().iterdir()] == ["lock"]


def test_maven_that_copies_too_little_is_noticed(bin_dir: Path) -> None:
    fake_maven(bin_dir, half=2)
    with pytest.raises(StoreError, match="did not copy neo4j-browser"):
        jars.jars(LTS, J17)
    assert [p.name for p in jars.cache_root().iterdir()] == ["lock"]


def test_damaged_jars_and_other_pins_are_fetched_again(bin_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_maven(bin_dir)
    lib = jars.jars(LTS, J17)
    (lib / "neo4j-5.26.30.jar").write_text("ja")  # torn
    jars.jars(LTS, J17)
    assert (lib / "neo4j-5.26.30.jar").read_text() == "jar"
    assert runs(bin_dir) == 2
    monkeypatch.setattr(jars, "COPY", "another version of the goal")
    jars.jars(LTS, J17)
    assert runs(bin_dir) == 3
    assert sorted(p.name for p in jars.cache_root().iterdir()) == ["5.26.30", "lock"]


FETCH = "from pathlib import Path; from kg.server.jars import *; from kg.server.releases import RELEASES; "
FETCH += "print(jars(RELEASES['5.26'], Jdk(Path('/j'), 17)))"


def test_two_processes_fetch_once(bin_dir: Path) -> None:
    fake_maven(bin_dir, pause=0.5)
    both = [subprocess.Popen([sys.executable, "-c", FETCH], cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in "12"]
    said = [one.communicate(timeout=60)[0] for one in both]
    assert said[0] == said[1]
    assert said[0].strip().endswith("/5.26.30/lib")
    assert runs(bin_dir) == 1


def test_killed_download_is_not_taken_for_a_whole_one(bin_dir: Path) -> None:
    fake_maven(bin_dir, half=1, pause=60)
    with subprocess.Popen([sys.executable, "-c", FETCH], cwd=ROOT, start_new_session=True) as one:
        until = time.monotonic() + 30
        while not list(jars.cache_root().glob(".work-*/lib/*.jar")) and time.monotonic() < until:
            time.sleep(0.05)
        os.killpg(one.pid, signal.SIGKILL)
    assert list(jars.cache_root().glob(".work-*"))
    fake_maven(bin_dir)
    assert len(list(jars.jars(LTS, J17).glob("*.jar"))) == 3
    assert not list(jars.cache_root().glob(".work-*"))


def test_no_maven_says_what_to_install(bin_dir: Path) -> None:
    with pytest.raises(StoreError, match=r"Maven is not installed.*apt install maven.*Docker"):
        jars.jars(LTS, J17)


def test_full_disk_is_noticed_before_the_download(bin_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_maven(bin_dir)
    monkeypatch.setattr(jars, "NEEDED", 10**18)
    with pytest.raises(StoreError, match=r"the disk is full.*KG_CACHE"):
        jars.jars(LTS, J17)
    assert not (bin_dir / "count").exists()


def test_cache_that_cannot_be_written(bin_dir: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("KG_CACHE", str(tmp_path / "file"))
    with pytest.raises(StoreError, match=r"cannot be kept in.*set KG_CACHE"):
        jars.jars(LTS, J17)


def test_maven_that_hangs_is_given_up(bin_dir: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(maven, "SECONDS", 0.3)
    (tmp_path / "w").mkdir()
    with pytest.raises(StoreError, match=r"did not finish.*network"):
        maven.copy_jars(str(fake_maven(bin_dir, pause=30)), J17, tmp_path / "w")


# --- lock


def test_lock_waits_tells_and_gives_up(tmp_path: Path) -> None:
    told: list[bool] = []
    with locked(tmp_path / "lock", 1), pytest.raises(StoreError, match="has held"):  # noqa: SIM117
        with locked(tmp_path / "lock", 0.3, lambda: told.append(True)):
            pass
    assert told == [True]
    with locked(tmp_path / "lock", 0):
        pass


# --- conf and ports


@pytest.mark.parametrize("release", RELEASES.values(), ids=RELEASES)
def test_conf_is_loopback_only_and_silent(release: kg.server.Release, tmp_path: Path) -> None:
    text = conf.text(release, 1111, 2222)
    settings = dict(line.split("=", 1) for line in text.splitlines() if not line.startswith("#"))
    addresses = {name: value for name, value in settings.items() if name.endswith("_address")}
    assert len(addresses) == 6
    assert all(value.startswith("127.0.0.1") for value in addresses.values())
    assert settings["server.bolt.listen_address"] == settings["server.bolt.advertised_address"] == "127.0.0.1:1111"
    assert settings["server.http.listen_address"] == settings["server.http.advertised_address"] == "127.0.0.1:2222"
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


# --- home


def test_password_is_random_private_and_no_option(tmp_path: Path) -> None:
    home = Home("5.26", tmp_path / "h")
    with home.lock():
        seen = set()
        for _ in range(50):
            file = home.write_password()
            seen.add(home.password())
    assert len(seen) == 50
    assert all(re.fullmatch(r"\w{32}", one, re.ASCII) for one in seen)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_foreign_directory_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "thesis.txt").touch()
    server = LocalServer("5.26", tmp_path)
    for fresh in (False, True):
        with pytest.raises(StoreError, match=r"holds files that are not of a server, such as 'data'.*--home"):
            server.start(fresh=fresh)
    assert (tmp_path / "data" / "thesis.txt").exists()
    assert [p.name for p in tmp_path.iterdir()] == ["data"]


def test_home_of_another_release_or_engine_is_refused(tmp_path: Path) -> None:
    home = Home("5.26", tmp_path)
    home.prepare("local", "5.26.30")
    home.remember(password_set=True)
    with pytest.raises(StoreError, match=r"belongs to Neo4j 5\.26, not 2026.*--version 5\.26"):
        LocalServer("2026", tmp_path).start()
    with pytest.raises(StoreError, match="made with the engine 'local', not 'docker'"):
        home.prepare("docker", "x")


def test_file_instead_of_a_home(tmp_path: Path) -> None:
    (tmp_path / "f").touch()
    with pytest.raises(StoreError, match="is not a directory"):
        LocalServer("5.26", tmp_path / "f").start()
    with pytest.raises(StoreError, match="f/h"):
        LocalServer("5.26", tmp_path / "f" / "h").start()


def test_wipe_removes_only_its_own(tmp_path: Path) -> None:
    home = Home("5.26", tmp_path)
    home.prepare("local", "5.26.30")
    home.write_password()
    (tmp_path / "data" / "x").touch()
    (tmp_path / "notes.txt").touch()
    home.wipe()
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]


def test_wipe_does_not_follow_links(tmp_path: Path) -> None:
    home = Home("5.26", tmp_path / "h")
    home.path.mkdir()
    home.prepare("local", "5.26.30")
    (tmp_path / "elsewhere").mkdir()
    (home.path / "data").rmdir()
    (home.path / "data").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StoreError, match="is a link and is not followed"):
        home.wipe()
    assert (home.path / "conf").exists()


def test_damaged_state_and_lost_password(tmp_path: Path) -> None:
    home = Home("5.26", tmp_path)
    with pytest.raises(StoreError, match=r"no Neo4j 5\.26 was started.*kg neo4j start --version 5\.26"):
        home.password()
    home.remember(password_set=True, bolt=1, http=2)
    assert home.ports() == (1, 2)
    with pytest.raises(StoreError, match=r"the password file .* is gone.*--fresh"):
        home.password()
    (tmp_path / "kg-neo4j.json").write_text('{"bolt": 1')
    assert home.state() == {}
    with home.lock():  # still known as ours
        pass


# --- processes

SLEEP = "import signal, sys, time\nif 'deaf' in sys.argv: signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
SLEEP += "print('up', flush=True); time.sleep(60)"


def sleeper(*arguments: str) -> subprocess.Popen[str]:
    one = subprocess.Popen([sys.executable, "-c", SLEEP, *arguments], stdout=subprocess.PIPE, text=True)
    assert one.stdout is not None
    assert one.stdout.readline() == "up\n"
    one.stdout.close()
    return one


def test_stale_pid_of_nobody_or_somebody_else() -> None:
    gone = sleeper()
    gone.kill()
    until = time.monotonic() + 10
    while pids.is_that(gone.pid, [sys.executable]):  # a zombie does not live
        assert time.monotonic() < until
    gone.wait()
    assert not pids.is_that(gone.pid, [""])
    assert not pids.is_that(None, [""])
    assert not pids.is_that(1, [""])
    assert not pids.is_that(os.getpid(), ["org.neo4j.server.CommunityEntryPoint"])
    assert pids.is_that(os.getpid(), ["python"])


def test_server_of_a_home_with_a_longer_name_is_another_one() -> None:
    one = sleeper("org.neo4j.server.CommunityEntryPoint", "--home-dir=/a/b2", "--config-dir=/a/b2/conf")
    try:
        assert launch.marks(LTS, Path("/a/b2"))
        assert pids.is_that(one.pid, launch.marks(LTS, Path("/a/b2")))
        assert not pids.is_that(one.pid, launch.marks(LTS, Path("/a/b")))
        assert not pids.is_that(one.pid, launch.marks(NEW, Path("/a/b2")))
    finally:
        one.kill()
        one.wait()


def test_ps_serves_where_there_is_no_proc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pids, "Path", lambda _: Path("/no/such/proc"))
    one = sleeper("a mark")
    assert pids.is_that(one.pid, ["a mark"])
    one.kill()
    one.wait()
    assert not pids.is_that(one.pid, ["a mark"])


def test_end_by_request_and_by_force() -> None:
    one = sleeper("polite")
    assert pids.end(one.pid, ["polite"], 10)
    deaf = sleeper("deaf")
    assert not pids.end(deaf.pid, ["deaf"], 0.3)
    for each in (one, deaf):
        with contextlib.suppress(ChildProcessError):
            each.wait()
        assert pids.arguments(each.pid) == ""


# --- a local server whose Java is a small program


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home, and a Java that runs `server.py` beside it instead of Neo4j."""
    text = "import runpy, sys\nif 'set-initial-password' not in sys.argv: runpy.run_path(sys.argv[0] + '.py')"
    home = jdk(tmp_path / "jdk", "17.0.1")
    script(home / "bin" / "java", text)
    monkeypatch.setattr(java, "pick", lambda release: Jdk(home, 17))
    monkeypatch.setattr(process, "jars", lambda *_: tmp_path / "lib")
    return home / "bin" / "java.py"


def test_start_that_fails_shows_the_log_and_leaves_no_process(fake: Path, tmp_path: Path) -> None:
    fake.write_text("print('Exception: no such thing'); raise SystemExit(3)")
    server = LocalServer("5.26", tmp_path / "h")
    with pytest.raises(
        StoreError, match=r"Neo4j 5\.26\.30 on bolt://127\.0\.0\.1:\d+ ended by itself; its log ends with: Exception: no such"
    ):
        server.start()
    assert not server.status().running
    assert server.logs() == ["Exception: no such thing"]


def test_start_that_takes_too_long_leaves_no_process(fake: Path, tmp_path: Path) -> None:
    fake.write_text("import os, time; print(os.getpid(), flush=True); time.sleep(60)")
    server = LocalServer("5.26", tmp_path / "h")
    with pytest.raises(StoreError, match="did not answer within 2 s"):
        server.start(timeout=2)
    assert pids.arguments(int(server.logs()[0])) == ""
    assert server.pid() is None
    assert not server.stop()


def test_port_taken_in_between_means_other_ports(fake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake.write_text("print('java.net.BindException: Address already in use')")
    said: list[str] = []
    with pytest.raises(StoreError, match="Address already in use"):
        LocalServer("5.26", tmp_path / "h").start(progress=said.append)
    assert sum("trying again with other ports" in line for line in said) == 2


def test_somebody_elses_server_on_our_port_is_not_ours(fake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake.write_text("import time; time.sleep(60)")  # it never says that it listens
    monkeypatch.setattr(LocalServer, "answers", lambda self: True)
    with pytest.raises(StoreError, match="did not answer"):
        LocalServer("5.26", tmp_path / "h").start(timeout=1)


def test_data_without_a_password_file_are_not_started(fake: Path, tmp_path: Path) -> None:
    home = Home("5.26", tmp_path / "h")
    home.path.mkdir()
    home.prepare("local", "5.26.30")
    (home.path / "data" / "databases" / "system").mkdir(parents=True)
    with pytest.raises(StoreError, match=r"whose password is not known here.*--fresh"):
        LocalServer("5.26", home.path).start()


# --- Docker

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


def test_docker_that_does_not_answer_leaves_no_container(engine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


# --- docker-compose.yml


def test_compose_file() -> None:
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    assert set(compose) == {"services", "volumes"}
    service = compose["services"]["neo4j"]
    assert set(service) <= {
        "image", "restart", "stop_grace_period", "ports", "environment", "volumes", "healthcheck",
    }  # fmt: skip
    assert service["image"] == LTS.image
    assert len(service["ports"]) == 2
    assert all(isinstance(p, str) and p.startswith("127.0.0.1:") for p in service["ports"])
    assert re.fullmatch(r"neo4j/\$\{NEO4J_PASSWORD:\?[^}]+\}", service["environment"]["NEO4J_AUTH"])
    assert all(isinstance(value, str) for value in service["environment"].values()), "a bare false is a YAML trap"
    assert "NEO4J_PASSWORD" not in service["environment"], "the image would take it for a setting"
    (volume,) = service["volumes"]
    assert volume.split(":") == [next(iter(compose["volumes"])), "/data"]
    health = service["healthcheck"]
    assert health["test"][0] == "CMD-SHELL"
    assert "bolt://" in health["test"][1]
    assert "RETURN 1" in health["test"][1]
    assert {"interval", "timeout", "retries", "start_period"} == set(health) - {"test"}


def test_compose_health_check_hands_over_the_password(tmp_path: Path) -> None:
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    check = compose["services"]["neo4j"]["healthcheck"]["test"][1].replace("$$", "$")
    script(tmp_path / "cypher-shell", "import os, sys; print(os.environ['NEO4J_PASSWORD'], *sys.argv[1:], sep='|')")
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
    if not docker_program or subprocess.run([docker_program, "compose", "version"], capture_output=True, check=False).returncode:
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
    subprocess.run(config, cwd=tmp_path, env={**env, "NEO4J_PASSWORD": "long enough"}, capture_output=True, check=True)


# --- command line


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


@pytest.mark.parametrize("size", ["a lot", "", "512", "0m", "-1g", "1t", "2g -XX:+Evil", "1g\n2"])
def test_a_size_of_memory_that_is_none_is_refused(size: str) -> None:
    with pytest.raises(CallError, match="is no size for the heap"):
        LocalServer("5.26", heap=size)
