"""`kg review`: somebody else looks at every claim before it leaves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli._common import format_option, print_result, seeds_option, style_of, text
from kg.errors import CallError, Problem, number_of

if TYPE_CHECKING:
    from kg.curate.reviews.record import Reviewer
    from kg.sources.located import Seeds
    from kg.sources.texts import DocumentText

SAMPLE = 20
"""Claims of an import that a person looks at, unless they say otherwise."""
_ANSWERS = {"a": "accepted", "w": "needs-work", "r": "rejected", "s": "skip", "q": "quit"}


@click.command(name="review", short_help="Look at claims that nobody else has looked at.")
@click.argument("ids", metavar="[ID]...", nargs=-1, type=text)
@click.option("--by", metavar="NAME", envvar="KG_REVIEWER", help="Who reviews.  [default: KG_REVIEWER]")
@click.option(
    "--on", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]), help="The day, YYYY-MM-DD.  [default: today]"
)
@click.option(
    "--verdict",
    type=click.Choice(["accepted", "needs-work", "rejected"]),
    help="What was found, without a question.",
)
@click.option("--document", metavar="DOCUMENT", type=text, help="Only the claims that this document prints.")
@click.option("--batch", metavar="DOCUMENT", type=text, help="Review an import: its layout and some claims.")
@click.option(
    "--sample",
    type=click.IntRange(1),
    default=SAMPLE,
    show_default=True,
    metavar="N",
    help="With --batch: how many claims to look at.",
)
@click.option("--list", "listed", is_flag=True, help="Print how far the claims have come, and stop.")
@format_option()
@click.option(
    "--sources",
    metavar="DIR",
    help="Folder of the texts, to show and prove the words.  [default: KG_SOURCES, else as kg.toml says]",
)
@seeds_option
def command(
    ids: tuple[str, ...],
    by: str | None,
    on: datetime | None,
    verdict: str | None,
    document: str | None,
    batch: str | None,
    sample: int,
    listed: bool,
    style: str | None,
    sources: str | None,
    seeds: str | None,
) -> None:
    """Show claims that nobody else has accepted as they are, one after another, and write down what you find.

    Each is shown in plain words, with the printed words in their text. The answer is written into its YAML
    file at once, bound to what was shown: a later change makes it stale. With ID only those claims or
    documents are shown; with --verdict nothing is asked. Nobody reviews what they entered, and nobody accepts
    what the text at hand does not prove. Reviews of imported claims stand in a file beside the import, which
    --batch reviews as a whole.

    \b
    Example:
      kg review --list
      kg review --by mk --document swiss-2024-10-13
      kg review isw-troops-arrived-2024-10-12 --by mk
    """
    from kg.sources import texts
    from kg.sources.seeds import load

    if listed:
        from kg import paths

        _list(load(paths.seeds(seeds)), style)
        return
    from kg.cli._adding import places_to_add
    from kg.curate.reviews.record import Reviewer

    folder = places_to_add(seeds, sources).seeds
    facts = load(folder)
    who = Reviewer(_reviewer(by), on.date() if on else date.today(), texts.folder(sources))
    if document or batch:
        from kg.curate.corpus import document as known

        known(facts, document or batch or "")
    if batch:
        _batch(batch, sample, facts, folder, who, verdict)
    elif ids or not verdict:
        _walk(ids, document, facts, folder, who, verdict)
    else:
        what = "--verdict says what was found, but not of what"
        raise CallError(
            Problem(what, todo="name the claims, as in 'kg review ID --verdict accepted --by mk'")
        )


def _reviewer(by: str | None) -> str:
    """Return who reviews.

    Raises:
        CallError: nobody said who, or it is no name.
    """
    from pydantic import TypeAdapter, ValidationError

    from kg.model.review import Curator

    if not by:
        todo = "say so with --by NAME, or once and for all in KG_REVIEWER"
        raise CallError(Problem("nobody said who reviews", expected="a name or initials", todo=todo))
    try:
        return str(TypeAdapter(Curator).validate_python(by))
    except ValidationError:
        what = f"--by: '{by[:80]}' is no name"
        raise CallError(Problem(what, expected="a name or initials without a colon")) from None


def _list(facts: Seeds, style: str | None) -> None:
    """Print how many claims of each document have come how far."""
    from kg.curate.reviews.state import counts
    from kg.model.review import Status
    from kg.questions.result import Column, Result

    found = counts(facts)
    columns = (Column("document", "str"), *(Column(status.value, "int") for status in Status))
    rows: list[tuple[Any, ...]] = [(name, *(one[status] for status in Status)) for name, one in found.items()]
    totals = {status: sum(one[status] for one in found.values()) for status in Status}
    print_result(Result("How far the claims of each document have come", columns, rows), style)
    if style_of(style) == "table":
        said = [f"{number:,} {status}" for status, number in totals.items() if number]
        click.echo(f"{number_of(sum(totals.values()), 'claim')}: {', '.join(said) or 'none'}", err=True)


def _text_of(facts: Seeds, who: Reviewer) -> Callable[[str], DocumentText | None]:
    from functools import cache

    from kg.curate.corpus import documents
    from kg.sources import texts

    known = documents(facts)
    return cache(lambda name: texts.read(who.sources, known[name].fact.file) if name in known else None)


def _walk(
    ids: tuple[str, ...], document: str | None, facts: Seeds, folder: Path, who: Reviewer, verdict: str | None
) -> None:
    """Show claims and documents one after another, and write down each answer."""
    from kg.curate.reviews.record import record, refused, reviewable
    from kg.curate.reviews.show import shown
    from kg.curate.reviews.state import left

    items = [reviewable(facts, name) for name in dict.fromkeys(ids)] if ids else left(facts, who.by, document)
    if verdict:
        for path in record(items, facts, folder, who, verdict):
            _wrote(path)
        return
    by_id = {item.id: item.fact for item in facts.located}
    text_of, done = _text_of(facts, who), 0
    for number, item in enumerate(items, 1):
        click.echo(shown(item.fact, by_id, text_of, _heading))
        answer = _asked(f"\n{number:,} of {len(items):,}")
        while answer not in ("skip", "quit") and (problems := refused([item], facts, who, answer)):
            for problem in problems:
                click.echo(f"error: {problem}", err=True)
            answer = _asked("again")
        if answer == "quit":
            break
        if answer != "skip":
            record([item], facts, folder, who, answer)
            done += 1
        click.echo()
    open_ones = "no claim is left for you" if not items else f"{number_of(done, 'review')} written"
    click.echo(open_ones, err=True)


def _batch(
    document: str, sample: int, facts: Seeds, folder: Path, who: Reviewer, verdict: str | None
) -> None:
    """Show the document of an import and some of its claims, and write down one answer for all."""
    from kg.curate.corpus import documents
    from kg.curate.reviews.record import import_of, record_import
    from kg.curate.reviews.show import shown
    from kg.curate.reviews.state import sample as some

    item = documents(facts)[document]
    claims = import_of(facts, item)
    if not claims:
        raise CallError(Problem(f"the import of '{document}' holds no claim", item.place()))
    chosen = some(claims, sample)
    by_id, text_of = {one.id: one.fact for one in facts.located}, _text_of(facts, who)
    if verdict is None:
        click.echo(shown(item.fact, by_id, text_of, _heading))
        click.echo(
            f"\n{len(chosen):,} of its {number_of(len(claims), 'claim')}, the same ones for everybody:\n"
        )
        for one in chosen:
            click.echo(shown(one.fact, by_id, text_of, _heading) + "\n")
        verdict = _asked(f"all {number_of(len(claims), 'claim')} of '{document}'")
    if verdict not in ("skip", "quit"):
        for path in record_import(item, chosen, facts, folder, who, verdict):
            _wrote(path)


def _heading(words: str) -> str:
    return click.style(words, bold=True)


def _wrote(path: Path) -> None:
    from kg.cli._common import shown

    click.echo(f"wrote {shown(path)}", err=True)


def _asked(about: str) -> str:
    """Ask what somebody found; the end of the input is quitting."""
    while True:
        try:
            given = click.prompt(f"{about}: accepted, needs-work, rejected, skip, quit (a w r s q)", err=True)
        except click.Abort:
            click.echo(err=True)
            return "quit"
        answer = _ANSWERS.get(given.strip().lower(), given.strip().lower())
        if answer in _ANSWERS.values():
            return answer
        click.echo(f"error: '{given[:40]}' is none of a, w, r, s, q", err=True)
