"""Find what a file is, and derive its text."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from kg.errors import CallError, Location, Problem, nearest
from kg.sources.originals import docx, html, pdf, plain, warc
from kg.sources.originals.derived import Derived
from kg.sources.originals.payload import Payload
from kg.sources.originals.refused import refused
from kg.system import reading

FORMATS: tuple[ModuleType, ...] = (pdf, docx, html, plain)
"""Each has RULE, MEDIA_TYPE, MOST, LESS, `fits` and `derived`; the first that fits reads the file."""
_HEAD = 4096


def rules() -> tuple[str, ...]:
    """Return the rules that texts are derived by.

    Example:
        >>> "pdf-pages-1" in rules()
        True
    """
    return tuple(each.RULE for each in FORMATS)


def derive(
    path: Path, *, record: str | None = None, rule: str | None = None, encoding: str | None = None
) -> list[Derived]:
    """Return the texts that a file holds: one, or one for each record of a web archive.

    Args:
        path: a PDF, HTML, DOCX, WARC or text file.
        record: id or address of the only record to read, in a WARC.
        rule: the rule that must be taken, as when a text is derived again; None for what the file is.
        encoding: of a text or HTML file, where it says none or the wrong one.

    Raises:
        CallError: the file cannot be read as a text; says where, why and what to do instead.
    """
    if rule is not None and rule not in rules():
        raise CallError(
            Problem(f"there is no rule '{rule}'", expected=", ".join(rules()), nearest=nearest(rule, rules()))
        )
    name = str(path)
    try:
        head = reading.head(path, _HEAD)
        if warc.fits(head, name):
            return _of_warc(path, record, rule, encoding)
        form = _form(name, head, rule)
        size = path.stat().st_size
        if size > form.MOST:
            raise CallError(Problem(_large(form, size), Location(name), todo=form.LESS))
        payload = Payload(name, reading.read(path, form.MOST), encoding)
    except OSError as error:
        raise _unread(name, error) from error
    if record is not None:
        raise payload.wrong(
            f"record '{record}' is asked for, and the file is no web archive",
            "leave the record out, or name a WARC file",
        )
    return [form.derived(payload)]


def _of_warc(path: Path, record: str | None, rule: str | None, encoding: str | None) -> list[Derived]:
    readers = {each.MEDIA_TYPE: each for each in FORMATS if rule in (None, each.RULE)}
    if html.MEDIA_TYPE in readers:
        readers["application/xhtml+xml"] = html
    return warc.derived(path, readers, record, encoding)


def _form(name: str, head: bytes, rule: str | None) -> ModuleType:
    """Return the format that reads a file.

    Raises:
        CallError: none does, or not by that rule.
    """
    if not head:
        raise CallError(Problem("the file is empty", Location(name), todo="fetch it again"))
    no = refused(head, name)
    if no:
        raise CallError(Problem(f"it is {no[0]}, not a text", Location(name), todo=no[1]))
    form = next(each for each in FORMATS if each.fits(head, name))
    if rule not in (None, form.RULE):
        raise CallError(
            Problem(
                f"it is {form.MEDIA_TYPE}, which is read by the rule {form.RULE}",
                Location(name),
                f"a file for the rule {rule}",
                todo="name the original that the text was derived from",
            )
        )
    return form


def _large(form: ModuleType, size: int) -> str:
    return f"it holds {size:,} bytes, and {form.MEDIA_TYPE} is read up to {form.MOST:,}"


def _unread(name: str, error: OSError) -> CallError:
    if isinstance(error, IsADirectoryError):
        return CallError(Problem("it is a folder", Location(name), todo="name the files in it"))
    todo = getattr(error, "todo", "check the name, and that it may be read")
    return CallError(Problem(f"it cannot be read: {error.strerror}", Location(name), todo=todo))
