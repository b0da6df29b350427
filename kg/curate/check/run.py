"""Running every check on a folder of seeds."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from kg.curate.check.catalogue import every
from kg.curate.check.notice import LEVELS, Notice
from kg.curate.check.rule import Corpus
from kg.curate.check.rules import rules
from kg.errors import Location, Problem, SeedError
from kg.load.seeds import plan_facts
from kg.model.kinds import Fact
from kg.questions import library
from kg.questions.run import run
from kg.sources.fingerprint import seed_files
from kg.sources.located import Located, Seeds
from kg.sources.repeated import counted
from kg.sources.seeds import load
from kg.store import Store, connect

STRUCTURE = "structure"
"""The rule of every fault that reading the seeds finds and that has no code of its own."""


@dataclass(frozen=True)
class Checked:
    """What was looked at and what was found.

    Attributes:
        seeds: the facts; none when they could not be read.
        files: how many seed files there are.
        checks: how many checks ran beyond structure and references.
        findings: errors, then warnings, then notes; each by file and line.
        without_text: documents whose text is not at hand, of which checks that need it say nothing.
    """

    seeds: Seeds
    files: int
    checks: int
    findings: tuple[Notice, ...]
    without_text: int = 0

    @property
    def facts(self) -> int:
        """How many facts were checked."""
        return len(self.seeds.located)

    def only(self, wanted: Collection[str]) -> Checked:
        """Return the same with the findings of some checks or levels alone; all of them when none is named.

        Args:
            wanted: ids of checks, or `error`, `warning`, `note`.
        """
        if not wanted:
            return self
        kept = tuple(f for f in self.findings if f.rule in wanted or f.level in wanted)
        return replace(self, findings=kept)

    @property
    def counts(self) -> Counter[str]:
        """How many findings there are of each level."""
        return Counter(finding.level for finding in self.findings)


def check(folder: str | os.PathLike[str], source: Path | None = None, *, gate: bool = False) -> Checked:
    """Check a folder of seeds without touching any store.

    Facts that cannot be read are reported alone: what rests on them is not looked at.

    Args:
        folder: where the seed files are.
        source: folder of the documents' texts; checks that need a text say nothing without it.
        gate: the corpus is about to leave: everything must have been reviewed by somebody else.
    """
    files = len(seed_files(folder))
    try:
        seeds = load(folder)
    except SeedError as error:
        known = every()
        return Checked(
            Seeds(()),
            files,
            0,
            tuple(Notice(p.code if p.code in known else STRUCTURE, "error", p) for p in error.problems),
        )
    store = connect("memory")
    plan_facts(seeds.facts, store, "check").run()
    corpus = Corpus(seeds, source, Path(folder))
    found = [
        *queries(store, corpus.by_id),
        *(f for rule in rules().values() for f in rule.findings(corpus, gate)),
    ]
    found.sort(key=lambda f: (LEVELS.index(f.level), f.problem.where or Location(""), f.rule, f.problem.what))
    told = counted(((f.rule, f.level), f.problem) for f in found)
    findings = tuple(Notice(rule, level, problem) for (rule, level), problem in told)
    checks = sum(gate or not rule.only_gate for rule in rules().values()) + len(library.checks())
    return Checked(seeds, files, checks, findings, corpus.without_text)


def check_seeds(folder: str | os.PathLike[str]) -> Checked:
    """Check a folder of seeds; see `check`.

    Raises:
        SeedError: with every error found; warnings and notes raise nothing.
    """
    checked = check(folder)
    errors = [finding.problem for finding in checked.findings if finding.level == "error"]
    if errors:
        raise SeedError(*errors)
    return checked


def queries(store: Store, where: dict[str, Located[Fact]]) -> list[Notice]:
    """Run every query under `cypher/checks`; each row is an error."""
    findings = []
    for query in library.checks():
        for row in run(query, store).dicts():
            place = next(
                (where[v].place("id") for v in row.values() if isinstance(v, str) and v in where), None
            )
            told = ", ".join(f"{name} {value}" for name, value in row.items())
            what = f"{query.name}: {told} ({query.about.rstrip('.')})"
            findings.append(Notice(query.name, "error", Problem(what, place, code=query.name)))
    return findings
