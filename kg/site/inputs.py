"""One hash over everything that a site is made from; a run that would change nothing can stop early."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from kg import paths
from kg.model.kinds.document import Document
from kg.site.options import Options
from kg.site.writable import writable
from kg.sources import texts
from kg.store import Store

_CODE = Path(__file__).resolve().parent.parent
_ENDINGS = frozenset({".py", ".html", ".css", ".js", ".json", ".yaml"})


def inputs(options: Options, store: Store, corpus: str, documents: Iterable[Document]) -> str:
    """Return the SHA-256 of all that goes in, the program and its extras too; equal ones give equal sites.

    Args:
        options: how the site is built.
        store: says to what its facts are narrowed.
        corpus: SHA-256 of the facts that are published.
        documents: those among them, for their texts.
    """
    total = sha256()
    total.update(
        repr(
            (
                options.language,
                str(options.as_of),
                store.collection,
                store.held_back,
                options.base_url,
                options.title,
                options.publication,
                options.sources is not None,
                sorted(writable()),
            )
        ).encode()
    )
    total.update(corpus.encode())
    if options.sources is not None:
        for document in documents:
            held = texts.read(options.sources, document.file)
            total.update(f"{document.id} {held.sha256 if held else ''}\n".encode())
    files = [path for path in sorted(_CODE.rglob("*")) if path.suffix in _ENDINGS and path.is_file()]
    for path in (*files, *sorted(Path(paths.presets()).rglob("*.cypher"))):
        total.update(path.name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return total.hexdigest()
