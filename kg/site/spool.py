"""The files of a site between making and writing: packed in one temporary file, not in memory."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Iterator, MutableMapping
from types import TracebackType

from kg.errors import ExportError
from kg.system.full_disk import refused


class Spool(MutableMapping[str, bytes]):
    """Files by path, in the order of their paths; nothing is left when it is closed or its process ends.

    Example:
        >>> with Spool() as files:
        ...     files["site/b.css"], files["a.html"] = b"p {}", b"start"
        ...     list(files), files["a.html"], len(files)
        (['a.html', 'site/b.css'], b'start', 2)
    """

    def __init__(self) -> None:
        """Open the temporary file, which has no name.

        Raises:
            ExportError: there is no place for it.
        """
        self._places: dict[str, tuple[int, int]] = {}
        try:
            self._file = tempfile.TemporaryFile(prefix="kg-site-")  # noqa: SIM115  # closed in `__exit__`
        except OSError as error:
            raise _no_room(error) from error

    def __setitem__(self, path: str, content: bytes) -> None:
        """Keep a file, packed."""
        packed = zlib.compress(content, 1)
        try:
            start = self._file.seek(0, 2)
            self._file.write(packed)
            self._file.flush()
        except OSError as error:
            raise _no_room(error) from error
        self._places[path] = start, len(packed)

    def __getitem__(self, path: str) -> bytes:
        """Return a file as it was given."""
        start, length = self._places[path]
        self._file.seek(start)
        return zlib.decompress(self._file.read(length))

    def __delitem__(self, path: str) -> None:
        """Forget a file."""
        del self._places[path]

    def __iter__(self) -> Iterator[str]:
        """Yield the paths in their order."""
        return iter(sorted(self._places))

    def __len__(self) -> int:
        """Return how many files there are."""
        return len(self._places)

    def __enter__(self) -> Spool:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """Close, and so delete, the temporary file."""
        self._file.close()


def _no_room(error: OSError) -> ExportError:
    what = f"cannot keep the site in {tempfile.gettempdir()} while it is made"
    return ExportError(refused(what, error, "name another folder with TMPDIR"))
