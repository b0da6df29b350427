"""Writing a site into a folder.

Only what differs is written, each file wholly or not at all, and nothing that is not ours is touched.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kg.errors import CallError, ExportError, Problem
from kg.site.options import Site
from kg.system import atomic_files, reading
from kg.system.full_disk import refused

MANIFEST = "kg-site.json"
"""The list of our files, with the facts about the build; a folder that has it is ours."""
GENERATOR = "kg site"


class Done(NamedTuple):
    """What a run did: paths that were written, were the same already, were removed, or were left alone.

    A file is left alone when somebody changed it.
    """

    written: tuple[str, ...]
    same: int
    removed: tuple[str, ...]
    left: tuple[str, ...]


def publish(folder: Path, site: Site, *, force: bool = False) -> Done:
    """Write a site.

    A file is compared with what is there and written only when it differs. What the last run wrote and this
    one does not is removed, unless somebody changed it since. Before the first change the manifest lists the
    files of both runs, so that a run that was cut off can be repeated.

    Args:
        folder: where to; it is made.
        site: the files.
        force: write into a folder that holds other things; they stay, but what has the name of one of our
            files is replaced.

    Raises:
        CallError: the folder holds other things.
        ExportError: something cannot be written.
    """
    try:
        root = _root(folder)
        atomic_files.sweep(root)
        before = known(root)
        _refuse(root, before, site.files, force)
        hashes, changed = dict[str, str](), []
        for path, content in site.files.items():  # one at a time: they may not fit into memory
            hashes[path] = sha256(content).hexdigest()
            changed += [path] if _held(root, path) != content else []
        gone = sorted(before.keys() - hashes.keys())
        text = manifest(site.facts, hashes)
        if not changed and not gone and _held(root, MANIFEST) == text:
            return Done((), len(hashes), (), ())
        _write(root, MANIFEST, manifest({**site.facts, "unfinished": True}, {**before, **hashes}))
        for path in sorted(changed, key=_rank):
            _write(root, path, site.files[path])
        removed, left = _remove(root, {path: before[path] for path in gone})
        _write(root, MANIFEST, text)
        return Done(tuple(changed), len(hashes) - len(changed), removed, left)
    except OSError as error:
        todo = "name another folder, or check its rights"
        raise ExportError(refused(f"cannot write {error.filename or folder}", error, todo)) from error


def check(folder: Path, *, force: bool = False) -> None:
    """Find out before anything is made whether a folder may be written to.

    Raises:
        CallError: it is a file, or holds other things.
    """
    if folder.is_dir():
        _refuse(folder.resolve(), known(folder.resolve()), {}, force)
    elif folder.exists():
        _root(folder)


def fresh(folder: Path, inputs: str) -> int:
    """Return how many files stand in a folder that was written from the same inputs.

    It is 0 when one is missing or changed, or the inputs differ.
    """
    root = folder.resolve()
    held = _held(root, MANIFEST) if root.is_dir() else None
    files = known(root) if held is not None else {}
    if (
        held is None
        or not files
        or json.loads(held).get("inputs") != inputs
        or json.loads(held).get("unfinished")
    ):
        return 0
    for path, digest in files.items():
        content = _held(root, path)
        if content is None or sha256(content).hexdigest() != digest:
            return 0
    return len(files)


def manifest(facts: Mapping[str, object], hashes: Mapping[str, str]) -> bytes:
    """Return the manifest as bytes."""
    return (
        json.dumps(
            {"generator": GENERATOR, **facts, "files": dict(sorted(hashes.items()))},
            indent=1,
            ensure_ascii=True,
        )
        + "\n"
    ).encode()


def known(root: Path) -> dict[str, str]:
    """Return the files that the last run listed, with their hashes; empty when there was none.

    Raises:
        CallError: the manifest is not one of ours.
    """
    held = _held(root, MANIFEST)
    if held is None:
        return {}
    try:
        read = json.loads(held)
        files = read["files"] if read["generator"] == GENERATOR else None
    except (ValueError, KeyError, TypeError):
        files = None
    if not isinstance(files, dict) or not all(isinstance(v, str) and _plain(k) for k, v in files.items()):
        todo = "name another folder, or remove the file"
        raise CallError(
            Problem(
                f"{root / MANIFEST} is no list of files by 'kg site'",
                expected="a folder that 'kg site' wrote, or an empty one",
                todo=todo,
            )
        )
    return dict(files)


def _plain(path: str) -> bool:
    """Return whether a path stays below the folder."""
    parts = path.split("/")
    return (
        bool(path)
        and "\\" not in path
        and ":" not in path
        and all(part not in ("", ".", "..") for part in parts)
    )


def _root(folder: Path) -> Path:
    if folder.exists() and not folder.is_dir():
        raise CallError(Problem(f"{folder} is a file", expected="a folder", todo="name another one"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()


def _refuse(root: Path, before: Mapping[str, str], files: Iterable[str], force: bool) -> None:
    ours = (root / MANIFEST).is_file()
    strangers = (
        sorted(entry.name for entry in root.iterdir() if not entry.name.startswith(".")) if not ours else []
    )
    strangers += sorted(path for path in files if ours and path not in before and (root / path).exists())
    if strangers and not force:
        named = ", ".join(strangers[:3]) + (", ..." if len(strangers) > 3 else "")
        todo = "name an empty folder, or write beside them with --force"
        raise CallError(
            Problem(
                f"{root} holds other things: {named}",
                expected="an empty folder or one that 'kg site' wrote",
                todo=todo,
            )
        )


def _held(root: Path, path: str) -> bytes | None:
    """Return what stands in a file, None when there is none."""
    try:
        return reading.read(_inside(root, path), None)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _inside(root: Path, path: str) -> Path:
    """Return a path below the folder.

    Raises:
        ExportError: a link leads out of it.
    """
    target = root / path
    if target.is_symlink() or not target.parent.resolve().is_relative_to(root):
        raise ExportError(
            Problem(f"{target} is a link to somewhere else", expected="a plain file", todo="remove the link")
        )
    return target


def _write(root: Path, path: str, content: bytes) -> None:
    atomic_files.replace(_inside(root, path), content, root)


def _remove(root: Path, gone: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    removed, left = [], []
    for path, digest in gone.items():
        held = _held(root, path)
        if held is None:
            continue
        if sha256(held).hexdigest() != digest:
            left.append(path)
            continue
        (root / path).unlink()
        removed.append(path)
    for folder in sorted({parent for path in removed for parent in _folders(path)}, key=len, reverse=True):
        if not any((root / folder).iterdir()):
            (root / folder).rmdir()
    return tuple(removed), tuple(left)


def _folders(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _rank(path: str) -> tuple[int, str]:
    """Return the order of writing: what pages need, then the pages, and the start page last."""
    return (
        0 if path.startswith("site/") else 3 if path == "index.html" else 2 if path.endswith(".html") else 1
    ), os.fspath(path)
