"""`kg draft`: claims that a machine proposes, decided by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli._common import seeds_option
from kg.errors import number_of

if TYPE_CHECKING:
    from kg.curate.drafts.draft import Draft

_SOURCES = click.option(
    "--sources",
    metavar="DIR",
    help="Folder of the texts, to show and prove the words.  [default: KG_SOURCES, else as kg.toml says]",
)


@click.group(name="draft", short_help="Decide about proposed claims.")
def command() -> None:
    """Look at claims that a machine proposes; accept, reject or edit them.

    Drafts lie in drafts/ beside the seeds and never reach the graph. 'kg add' makes the first ones.

    \b
    Example:
      kg draft --help
    """


@command.command(name="list")
@click.argument("document", required=False)
@click.option("--all", "every", is_flag=True, help="Show those that were accepted or rejected, too.")
@seeds_option
def list_(document: str | None, every: bool, seeds: str | None) -> None:
    """List the open drafts, of DOCUMENT alone when it is given, one a line.

    \b
    Example:
      kg draft list
    """
    from kg import paths
    from kg.curate.drafts.folder import folder_of
    from kg.curate.drafts.show import in_list

    drafts = folder_of(paths.seeds(seeds)).drafts(document)
    for draft in drafts:
        if every or draft.state == "open":
            click.echo(in_list(draft))
    left = sum(draft.state == "open" for draft in drafts)
    click.echo(f"{number_of(left, 'open draft')} of {len(drafts):,}", err=True)


@command.command(name="next")
@click.argument("document", required=False)
@_SOURCES
@seeds_option
def next_(document: str | None, sources: str | None, seeds: str | None) -> None:
    """Show the open draft that promises most, of DOCUMENT alone when it is given.

    \b
    Example:
      kg draft next
    """
    from kg import paths
    from kg.curate.drafts.folder import folder_of

    left = [d for d in folder_of(paths.seeds(seeds)).drafts(document) if d.state == "open"]
    if not left:
        click.echo("no open draft; 'kg draft propose DOCUMENT' looks for some", err=True)
        return
    best = max(left, key=lambda draft: (draft.proposal.score, -draft.number))
    _show(best, sources, seeds)
    n = best.number
    click.echo(
        f"\n{number_of(len(left), 'open draft')}; kg draft accept {n} | edit {n} | reject {n}", err=True
    )


@command.command()
@click.argument("number", type=int)
@_SOURCES
@seeds_option
def show(number: int, sources: str | None, seeds: str | None) -> None:
    """Show draft NUMBER: the cited words, the claim as YAML, what is missing, and why.

    \b
    Example:
      kg draft show 1
    """
    from kg import paths
    from kg.curate.drafts.folder import folder_of

    _show(folder_of(paths.seeds(seeds)).draft(number), sources, seeds)


@command.command()
@click.argument("number", type=int)
@_SOURCES
@seeds_option
def accept(number: int, sources: str | None, seeds: str | None) -> None:
    """Add the claim of draft NUMBER to the file of its document and check the corpus.

    A draft with something open is refused. When the check finds something wrong the file stays as it is.

    \b
    Example:
      kg draft accept 1
    """
    from kg import paths
    from kg.cli._common import shown
    from kg.curate.drafts.decide import accept as accepted
    from kg.sources import texts

    done = accepted(paths.seeds(seeds), number, texts.folder(sources))
    click.echo(f"added claim '{done.draft.claim['id']}' to {shown(done.file)}")


@command.command()
@click.argument("number", type=int)
@click.option("--why", default="", metavar="TEXT", help="Why; it is kept with the draft.")
@seeds_option
def reject(number: int, why: str, seeds: str | None) -> None:
    """Reject draft NUMBER, so that the same is not proposed again.

    \b
    Example:
      kg draft reject 1 --why 'the range of the missile, not a number delivered'
    """
    from kg import paths
    from kg.curate.drafts.decide import reject as rejected

    rejected(paths.seeds(seeds), number, why)
    click.echo(f"rejected draft {number}")


@command.command()
@click.argument("number", type=int)
@click.option(
    "--set",
    "given",
    metavar="FIELD=VALUE",
    multiple=True,
    help="Fill in a field without an editor, such as quantity.mode=flow; may be given more than once.",
)
@seeds_option
def edit(number: int, given: tuple[str, ...], seeds: str | None) -> None:
    """Open the claim of draft NUMBER in $EDITOR; afterwards say what is still missing or wrong.

    With --set no editor opens.

    \b
    Example:
      kg draft edit 1
      kg draft edit 1 --set quantity.mode=flow --set about=kp-troops-ru-2024
    """
    from kg import paths
    from kg.cli._draft import in_editor
    from kg.curate.drafts.change import filled
    from kg.curate.drafts.folder import folder_of
    from kg.curate.drafts.open_points import looked
    from kg.sources.seeds import load

    folder = paths.seeds(seeds)
    facts = load(folder)
    if given:
        changed = filled(folder, number, given)
    else:
        draft = folder_of(folder).draft(number)
        edited = in_editor(folder, draft, looked(draft.claim, facts))
        if edited is None:
            click.echo(f"draft {number} is as it was")
            return
        changed = edited
    found = looked(changed.claim, facts)
    for point in found.open:
        click.echo(f"missing: {point}")
    for problem in found.wrong:
        click.echo(f"wrong: {problem}")
    if not (found.open or found.wrong):
        click.echo(f"draft {number} is complete: kg draft accept {number}")


@command.command()
@click.argument("document")
@click.option(
    "--most", type=click.IntRange(1, 10_000), metavar="N", help="Open drafts at most.  [default: 60]"
)
@_SOURCES
@seeds_option
def propose(document: str, most: int | None, sources: str | None, seeds: str | None) -> None:
    """Propose claims of DOCUMENT: of sentences with a figure, a name and a word of reporting.

    What a claim cites already, and what was rejected, is not proposed again. An open draft gains what it
    lacks, such as a speaker that is among the facts by now; what stands in it stays. Of a short text there
    are fewer drafts; without --most at most half as many as it has sentences, or ten.

    \b
    Example:
      kg draft propose swiss-2024-10-13 --sources texts/
    """
    from pathlib import Path

    from kg import paths
    from kg.curate.corpus import document as find
    from kg.curate.drafts.folder import folder_of
    from kg.curate.drafts.propose import write_drafts
    from kg.curate.held import held_text, paragraphs_of
    from kg.sources import texts
    from kg.sources.seeds import load

    folder = paths.seeds(seeds)
    facts = load(folder)
    fact = find(facts, document).fact
    paragraphs = paragraphs_of(fact, held_text(fact, texts.folder(sources)))
    done = write_drafts(
        Path(folder_of(folder).path).parent, fact, paragraphs, facts, most=most, by="kg draft propose"
    )
    for note in done.notes:
        click.echo(note)


def _show(draft: Draft, sources: str | None, seeds: str | None) -> None:
    from kg import paths
    from kg.curate.corpus import documents
    from kg.curate.drafts.open_points import looked
    from kg.curate.drafts.show import shown
    from kg.sources import texts
    from kg.sources.seeds import load

    facts = load(paths.seeds(seeds))
    known = documents(facts).get(draft.document)
    text = texts.read(texts.folder(sources), known.fact.file) if known else None
    fact = known.fact if known else None
    found = looked(draft.claim, facts)
    click.echo(shown(draft, fact, text, found, lambda words: click.style(words, bold=True)))
