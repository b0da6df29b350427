"""Everything that `kg check` looks at: the seeds themselves, then the graph that they make."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import Problem, SeedError
from kg.fingerprint import seed_files
from kg.loader import plan_facts
from kg.presets import library
from kg.presets.run import run
from kg.seeds import Located, Seeds, load
from kg.store import Store, open_store


@dataclass(frozen=True)
class Checked:
    """What was looked at."""

    seeds: Seeds
    facts: int
    files: int
    checks: int


def check_seeds(folder: Path) -> Checked:
    """Check a folder of seeds without touching any store.

    Raises:
        SeedError: with every problem found.
    """
    seeds = load(folder)
    store = open_store("memory")
    plan_facts(seeds.facts, store, "check").run()
    problems = [*_lost(seeds), *findings(store, {item.fact.id: item for item in seeds.located})]
    if problems:
        raise SeedError(*problems)
    return Checked(seeds, len(seeds.located), len(seed_files(folder)), len(library.checks()))


def findings(store: Store, where: dict[str, Located]) -> list[Problem]:
    """Run every query under `cypher/checks`; each row is a problem."""
    problems = []
    for check in library.checks():
        for row in run(check, store).dicts():
            place = next((where[v].place("id") for v in row.values() if isinstance(v, str) and v in where), None)
            what = f"{check.name}: " + ", ".join(f"{name} {value}" for name, value in row.items())
            problems.append(Problem(what, place, expected=check.about.rstrip("."), code=check.name))
    return problems


def _lost(seeds: Seeds) -> list[Problem]:
    """Compare how many claims cite each document with the least that it declares."""
    cited: dict[str, set[str]] = {}
    for item in seeds.located:
        fact: Any = item.fact
        if type(fact).KIND == "claim":
            for citation in fact.cited:
                cited.setdefault(citation.document, set()).add(fact.id)
    problems = []
    for item in seeds.located:
        document: Any = item.fact
        if type(document).KIND == "document" and len(cited.get(document.id, ())) < document.minimum_claims:
            what = f"document '{document.id}' is cited by {len(cited.get(document.id, ()))} claims"
            expected = f"at least {document.minimum_claims}"
            problems.append(Problem(what, item.place("minimum_claims"), expected, todo="bring the lost claims back, or lower the minimum"))
    return problems
