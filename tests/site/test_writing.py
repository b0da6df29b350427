"""Writing: only what differs, only what is ours, whole or not at all, again after an interruption."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kg.errors import CallError, ExportError
from kg.site import Site, write
from kg.site.write import MANIFEST, check, fresh, known, publish

pytestmark = pytest.mark.xdist_group("site")


def site(inputs: str = "one", **files: str) -> Site:
    named = {name.replace("__", "/").replace("_", "."): text.encode() for name, text in files.items()}
    return Site(dict(sorted(named.items())), {"inputs": inputs})


def standing(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): p.read_text()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and p.name != MANIFEST
    }


FIRST = site(index_html="start", event__a_html="a", event__a__chain_svg="<svg/>", site__site_css="p {}")


def test_the_first_run_writes_everything(tmp_path: Path) -> None:
    done = publish(tmp_path / "new", FIRST)
    assert (len(done.written), done.same, done.removed, done.left) == (4, 0, (), ())
    assert standing(tmp_path / "new") == {path: content.decode() for path, content in FIRST.files.items()}


def test_the_second_run_writes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")}
    done = publish(tmp_path, FIRST)
    assert (done.written, done.same, done.removed) == ((), 4, ())
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")} == before


def test_only_what_differs_is_written_and_what_is_gone_removed(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    before = (tmp_path / "site/site.css").stat().st_mtime_ns
    done = publish(tmp_path, site("two", index_html="other", site__site_css="p {}"))
    assert done.written == ("index.html",)
    assert done.removed == ("event/a.html", "event/a/chain.svg")
    assert not (tmp_path / "event").exists()
    assert (tmp_path / "site/site.css").stat().st_mtime_ns == before


def test_what_somebody_put_there_stays(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    (tmp_path / "event/mine.txt").write_text("mine")
    (tmp_path / "CNAME").write_text("example.org")
    publish(tmp_path, site("two", index_html="other"))
    assert standing(tmp_path) == {"CNAME": "example.org", "event/mine.txt": "mine", "index.html": "other"}


def test_a_page_that_somebody_changed_is_mended_when_it_is_still_made_and_left_when_not(
    tmp_path: Path,
) -> None:
    publish(tmp_path, FIRST)
    (tmp_path / "event/a.html").write_text("by hand")
    (tmp_path / "index.html").write_text("by hand")
    done = publish(tmp_path, site("two", index_html="start"))
    assert done.left == ("event/a.html",)
    assert standing(tmp_path) == {"event/a.html": "by hand", "index.html": "start"}


def test_a_folder_that_holds_other_things_is_refused_before_and_while_writing(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    for act in (lambda: check(tmp_path), lambda: publish(tmp_path, FIRST)):
        with pytest.raises(CallError, match=r"holds other things: thesis\.doc.*--force"):
            act()
    assert standing(tmp_path) == {"thesis.doc": "years of work"}
    publish(tmp_path, FIRST, force=True)
    assert standing(tmp_path)["thesis.doc"] == "years of work"
    publish(tmp_path, site("two", index_html="x"))
    assert standing(tmp_path) == {"index.html": "x", "thesis.doc": "years of work"}


def test_a_stranger_with_the_name_of_one_of_our_new_files_is_not_overwritten(tmp_path: Path) -> None:
    publish(tmp_path, site(index_html="start"))
    (tmp_path / "about.html").write_text("mine")
    with pytest.raises(CallError, match=r"about\.html"):
        publish(tmp_path, site("two", index_html="start", about_html="ours"))
    assert standing(tmp_path)["about.html"] == "mine"


def test_hidden_files_are_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / ".nojekyll").write_text("")
    (tmp_path / ".git").mkdir()
    publish(tmp_path, FIRST)
    assert (tmp_path / ".git").is_dir()


@pytest.mark.parametrize("after", range(1, 6))
def test_a_run_that_is_cut_off_can_be_repeated(
    tmp_path: Path, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, FIRST)
    second = site("two", index_html="other", event__b_html="b", site__site_css="q {}")
    plain, count = write._write, 0

    def cut_off(root: Path, path: str, content: bytes) -> None:
        nonlocal count
        count += 1
        if count == after:
            (root / ".index.html.kg-0123456789ab.part").write_bytes(content[:1])
            raise KeyboardInterrupt
        plain(root, path, content)

    monkeypatch.setattr(write, "_write", cut_off)
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path, second)
    monkeypatch.undo()
    assert {
        v
        for v in standing(tmp_path).values()
        if v not in {c.decode() for s in (FIRST, second) for c in s.files.values()}
    } <= {"{", "o", "b", "q"}
    assert (tmp_path / "index.html").read_text() in ("start", "other")
    assert not fresh(tmp_path, "two")
    publish(tmp_path, second)
    assert standing(tmp_path) == {path: content.decode() for path, content in second.files.items()}
    assert fresh(tmp_path, "two") == 3


def test_fresh_only_with_the_same_inputs_and_every_file_as_written(tmp_path: Path) -> None:
    assert fresh(tmp_path / "nowhere", "one") == 0
    publish(tmp_path, FIRST)
    assert fresh(tmp_path, "one") == 4
    assert fresh(tmp_path, "two") == 0
    (tmp_path / "event/a.html").write_text("by hand")
    assert fresh(tmp_path, "one") == 0


@pytest.mark.parametrize("bad", ["../x", "/etc/passwd", "a/../../x", "c:x", "a\\..\\x", "", "."])
def test_a_manifest_that_names_paths_outside_is_refused(tmp_path: Path, bad: str) -> None:
    (tmp_path / MANIFEST).write_text(json.dumps({"generator": "kg site", "files": {bad: "0" * 64}}))
    with pytest.raises(CallError, match="no list of files"):
        known(tmp_path)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"generator": "other", "files": {}}', '{"generator": "kg site", "files": []}'],
)
def test_a_manifest_of_others_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(CallError, match="no list of files"):
        publish(tmp_path, FIRST)


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    folder = tmp_path / "site"
    publish(folder, site(index_html="start"))
    (folder / "event").symlink_to(tmp_path / "outside")
    with pytest.raises(ExportError, match="link to somewhere else"):
        publish(folder, FIRST)
    assert list((tmp_path / "outside").iterdir()) == []


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("file")
    with pytest.raises(CallError, match="is a file"):
        check(tmp_path / "x")
    with pytest.raises(CallError, match="is a file"):
        publish(tmp_path / "x", FIRST)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_an_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError, match="cannot write"):
        publish(tmp_path / "x", FIRST)
