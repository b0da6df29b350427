"""Packages that only some work needs: imported when it is done, and named when they are missing."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version

from kg.errors import CallError, Problem


def needed(module: str, what: str, extra: str = "documents") -> None:
    """Make sure that a package of an extra is there; the caller imports it on the next line.

    Args:
        module: the module to import.
        what: what cannot be read or done without it, in the plural.
        extra: the extra of ours that brings it.

    Raises:
        CallError: it is not installed.

    Example:
        >>> needed("json", "lines of JSON")
        >>> needed("no_such_module", "PDF files")
        Traceback (most recent call last):
        kg.errors.CallError: PDF files need a package that is not installed; pip install 'kg-arms[documents]'
    """
    try:
        import_module(module)
    except ModuleNotFoundError as error:
        raise CallError(
            Problem(f"{what} need a package that is not installed", todo=f"pip install 'kg-arms[{extra}]'")
        ) from error


def tool(*packages: str) -> str:
    """Return packages with their versions, as a document says what its text was derived with.

    Example:
        >>> tool("pypdfium2").split()[0]
        'pypdfium2'
    """
    return ", ".join(f"{package} {version(package)}" for package in packages)
