"""Which files count as seeds, and when a store is older than they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.sources.fingerprint import fingerprint, seed_files


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder with two seed files and some others."""
    for name in ("a.yaml", "below/b.yml", "below/.hidden.yaml", ".git/c.yaml", "notes.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(name, encoding="utf-8")
    return tmp_path


def test_seed_files_in_a_fixed_order(seeds: Path) -> None:
    assert [f.relative_to(seeds).as_posix() for f in seed_files(seeds)] == ["a.yaml", "below/b.yml"]


def test_what_only_looks_like_a_seed_file_is_not_passed_over(seeds: Path) -> None:
    (seeds / "folder.yaml").mkdir()
    (seeds / "folder.yaml" / "inside.yaml").write_text("x", encoding="utf-8")
    (seeds / "link.yaml").symlink_to(seeds / "gone")
    names = [f.relative_to(seeds).as_posix() for f in seed_files(seeds)]
    assert names == ["a.yaml", "below/b.yml", "folder.yaml", "link.yaml"]
    assert fingerprint(seeds)


def test_the_same_seeds_elsewhere_have_the_same_fingerprint(
    seeds: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("copy")
    (other / "below").mkdir()
    for name in ("a.yaml", "below/b.yml"):
        (other / name).write_bytes((seeds / name).read_bytes())
    assert fingerprint(other) == fingerprint(seeds)


def test_every_change_of_a_seed_file_shows(seeds: Path) -> None:
    seen = {fingerprint(seeds)}
    (seeds / "notes.txt").write_text("changed", encoding="utf-8")
    assert fingerprint(seeds) in seen
    (seeds / "a.yaml").write_text("changed", encoding="utf-8")
    seen.add(fingerprint(seeds))
    (seeds / "a.yaml").rename(seeds / "z.yaml")
    seen.add(fingerprint(seeds))
    (seeds / "z.yaml").unlink()
    seen.add(fingerprint(seeds))
    (seeds / "new.yaml").touch()
    seen.add(fingerprint(seeds))
    assert len(seen) == 5


def test_names_that_are_not_utf8_are_no_obstacle(seeds: Path) -> None:
    before = fingerprint(seeds)
    (seeds / "gr\udcf6sse.yaml").touch()
    assert fingerprint(seeds) != before
