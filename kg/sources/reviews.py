"""Reviews of imported facts: a file beside the import, since the next edition of the table writes that anew.

`seeds/imports/<document>.reviews.yaml` holds reviews of single facts by id, and of the import as a whole: of
its layout and some rows. Both are bound to what was looked at, so that what a new edition changes is stale.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field, ValidationError

from kg.errors import Location, Problem, nearest
from kg.model.base import Id
from kg.model.pydantic_errors import problems_of
from kg.model.review import Review, Reviewable, content_hash
from kg.sources import yaml_tree
from kg.sources.fingerprint import IMPORTED, REVIEWED
from kg.sources.located import Located, Written


class OfFact(Review):
    """A review of one imported fact."""

    KIND: ClassVar[str] = "review"
    fact: Id
    """Id of the fact."""


class OfImport(Review):
    """A review of an import: its layout, and some of its claims."""

    KIND: ClassVar[str] = "review"
    looked_at: Annotated[list[Id], Field(min_length=1)]
    """The claims that were compared with their rows."""


SINGLE, WHOLE = "reviews", "imports"
"""The lists of such a file."""
_LISTS: dict[str, type[OfFact | OfImport]] = {SINGLE: OfFact, WHOLE: OfImport}


@dataclass
class Beside:
    """What one such file holds.

    Attributes:
        file: the name of the import, as messages call it.
        single: reviews of single facts, and where each stands.
        whole: reviews of the import as it was.
        problems: what is wrong with the file.
    """

    file: str
    single: list[tuple[OfFact, Location]] = field(default_factory=list)
    whole: list[OfImport] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def beside(path: Path) -> Path:
    """Return where the reviews of an import stand.

    Example:
        >>> beside(Path("seeds/imports/a-table.jsonl.gz")).as_posix()
        'seeds/imports/a-table.reviews.yaml'
    """
    return path.with_name(path.name.removesuffix(IMPORTED) + REVIEWED)


def read(path: Path, name: str, folder: Path) -> Beside:
    """Read the reviews of one import.

    Args:
        path: where they are.
        name: how messages call the file.
        folder: of the seeds, out of which no link may lead.
    """
    out = Beside(name.removesuffix(REVIEWED) + IMPORTED)
    tree, out.problems = yaml_tree.read(path, name, folder)
    if tree is None:
        return out
    if not isinstance(tree.value, dict):
        what = "the file does not hold lists of reviews"
        out.problems.append(Problem(what, tree.place(()), f"the keys {SINGLE}: and {WHOLE}:"))
        return out
    for key, items in tree.value.items():
        if key not in _LISTS or not isinstance(items, list):
            what = f"'{key}' is no list of reviews"
            close = nearest(key, _LISTS)
            out.problems.append(
                Problem(what, tree.place((key,), key=True), f"{SINGLE}: or {WHOLE}:, and items below", close)
            )
            continue
        for number, item in enumerate(items):
            node = tree.node.fields[key][1].items[number]
            locate = partial(yaml_tree.place_in, name, node)
            try:
                review = _LISTS[key].model_validate(item)
            except ValidationError as error:
                out.problems += problems_of(error, _LISTS[key], item, locate)
                continue
            if isinstance(review, OfFact):
                out.single.append((review, locate((), False)))
            else:
                out.whole.append(review)
    return out


def attached(
    written: Sequence[Written], reviews: Iterable[Beside], contents: dict[str, str]
) -> tuple[list[Written], list[Problem]]:
    """Give facts the reviews that stand beside their import.

    Args:
        written: all facts.
        reviews: what stands beside imports.
        contents: the hash of what each import holds, by its name; see `kg.sources.imports`.

    Returns:
        The facts, and a remark for each review of a fact that its import has no more.
    """
    by_file = {one.file: one for one in reviews}
    if not by_file:
        return list(written), []
    singles: dict[tuple[str, str], list[OfFact]] = {}
    for one in by_file.values():
        for review, _ in one.single:
            singles.setdefault((one.file, review.fact), []).append(review)
    out, met = [], set()
    for item in written:
        known = by_file.get(item.file)
        if known and isinstance(item, Located) and isinstance(item.fact, Reviewable):
            own = singles.get((item.file, item.id), [])
            met.add((item.file, item.id))
            more = [_plain(r, r.of) for r in own]
            now = content_hash(item.fact) if known.whole else ""
            more += [_plain(r, now if r.of == contents.get(item.file) else r.of) for r in known.whole]
            item = replace(item, value=item.fact.model_copy(update={"reviews": [*item.fact.reviews, *more]}))
        out.append(item)
    return out, list(_gone(by_file.values(), met))


def _plain(review: Review, of: str) -> Review:
    return Review(by=review.by, on=review.on, of=of, verdict=review.verdict)


def _gone(reviews: Iterable[Beside], met: set[tuple[str, str]]) -> Iterator[Problem]:
    for one in reviews:
        for review, where in one.single:
            if (one.file, review.fact) not in met:
                yield Problem(
                    f"this reviews '{review.fact}', which is no claim or document of {one.file}",
                    where,
                    "the id of a fact of that import",
                    todo="take it out: the table has the row no more",
                    code="review-of-nothing",
                )
