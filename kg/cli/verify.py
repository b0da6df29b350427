"""`kg verify`: do the texts say what is cited?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from kg.cli._common import seeds_option
from kg.cli._speech import say
from kg.errors import number_of


@click.command(name="verify", short_help="Prove every citation against the texts.")
@click.option(
    "--sources", metavar="DIR", help="Folder of the texts.  [default: KG_SOURCES, else as kg.toml says]"
)
@click.option("--originals", metavar="DIR", help="Folder of the files that texts were derived from.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="How to print.",
)
@seeds_option
def command(sources: str | None, originals: str | None, style: str, seeds: str | None) -> None:
    """Prove every citation by the hash of its span, and every text by its own hash.

    A citation whose text is not at hand is unverifiable, never verified; a page, region or moment of what is
    no text has nothing to hash and is counted apart. What we do not hold is named. Each wrong one is named
    with file and line. Exit code 1 when any citation is wrong or a text is not the one that was cited.

    With --originals each text is also derived again from the file that it was made from. A text that comes
    out otherwise is an error, with the place where it differs first; no citation is moved.

    \b
    Example:
      kg verify
      kg verify --sources texts/
    """
    from kg import paths
    from kg.curate.check.notice import Notice
    from kg.curate.originals import prove
    from kg.curate.verify import verify
    from kg.questions.emptiness import NONE
    from kg.sources import texts
    from kg.sources.seeds import load
    from kg.sources.tables.layouts import folders

    facts, source = load(paths.seeds(seeds)), texts.folder(sources)
    proof = verify(facts, source)
    again = prove(facts, Path(originals), source, folders(paths.seeds(seeds))) if originals else None
    problems = [*proof.changed, *proof.wrong, *(again.differs if again else ())]
    findings = [Notice(p.code, "error", p) for p in problems]
    if style == "sarif":
        from kg.curate.check.sarif import render

        click.echo(render(findings), nl=False)
    elif style == "json":
        counts = {
            "citations": proof.citations,
            "verified": proof.verified,
            "unverifiable": proof.unverifiable,
            "no_text": proof.no_text,
            "wrong": len(proof.wrong),
        }
        texts_ = {
            "unchanged": proof.texts,
            "changed": len(proof.changed),
            "absent": list(proof.absent),
            "not_held": list(proof.not_held),
        }
        out: dict[str, Any] = {**counts, "texts": texts_}
        if again:
            out["originals"] = {
                "same": len(again.same),
                "differ": len(again.differs),
                "absent": list(again.absent),
                "other": [str(problem) for problem in again.other],
            }
        out["findings"] = [f.record() for f in findings]
        click.echo(json.dumps(out, ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            say(problem)
        no_text = f"{proof.no_text:,} in what is no text, " if proof.no_text else ""
        click.echo(
            f"{number_of(proof.citations, 'citation')}: {proof.verified:,} verified, {proof.unverifiable:,}"
            f" unverifiable, {no_text}{len(proof.wrong):,} wrong"
        )
        every = proof.texts + len(proof.changed) + len(proof.absent)
        click.echo(
            f"{number_of(every, 'text')}: {proof.texts:,} unchanged,"
            f" {len(proof.absent):,} absent, {len(proof.changed):,} changed"
        )
        if again:
            click.echo(
                f"{number_of(again.count, 'original')}: {len(again.same):,} same, {len(again.differs):,}"
                f" different, {len(again.absent):,} not at hand, {len(again.other):,} other files"
            )
            for problem in again.other:
                click.echo(f"{click.style('warning:', fg='yellow')} {problem}", err=True)
            for name in again.absent:
                click.echo(f"original not at hand: {name}")
        if not every and not proof.citations:
            click.echo(NONE, err=True)
        for name in proof.not_held:
            click.echo(f"not held: {name}")
        if proof.absent:
            click.echo(
                "name the folder of the texts with --sources DIR or KG_SOURCES to verify the rest", err=True
            )
    if problems:
        click.get_current_context().exit(1)
