"""Twice as much on one event, in one text or in one chain is about twice the work; where not, it is said.

Work is counted in calls of functions, Python's own and built-in ones: what a machine does beside it does not
matter.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from posixpath import dirname, join, normpath
from types import FrameType
from typing import Any

import pytest

from bench import bounds
from bench.extreme import CORPORA, Corpus
from kg.analysis import pairing
from kg.analysis.asof import publication_days
from kg.analysis.chains import MOST, paths
from kg.analysis.contradictions import contradictions
from kg.analysis.figure_status import figure_status
from kg.analysis.keystones import keystones
from kg.analysis.marking import marks
from kg.analysis.reading import world_of
from kg.analysis.status import history
from kg.analysis.votes import Ballots
from kg.analysis.world import World
from kg.curate.candidates import candidates
from kg.curate.check.rule import Corpus as Checked
from kg.curate.check.rules.duplicates import near_duplicates
from kg.curate.check.rules.spans import overlapping
from kg.curate.coverage import Carried, Coverage, Paragraph, coverage
from kg.curate.coverage_page import render as coverage_page
from kg.curate.phrases import nearest_passage
from kg.curate.verify import verify
from kg.errors import Problem
from kg.findings.facts import of_fact
from kg.language.interface.words import Words
from kg.language.known_names import KnownNames
from kg.language.sentences import sentences
from kg.language.title import Title
from kg.load.seeds import plan_facts
from kg.model.convert import rows_of
from kg.picture.contents import Seen, draw_fact
from kg.picture.forms import in_every_form
from kg.picture.out.page.days import every
from kg.picture.out.page.page import render
from kg.picture.telling import names_in
from kg.questions import library, run
from kg.site.claims import Cards
from kg.site.make import build_from
from kg.site.options import Options
from kg.site.reading import arranged, published
from kg.site.spool import Spool
from kg.sources import texts
from kg.sources.located import Seeds
from kg.sources.seeds import load
from kg.store import connect
from kg.store.embedded.store import EmbeddedStore

Work = Callable[[], object]


def counted(work: Work) -> int:
    """Return how many functions are called."""
    calls = 0

    def note(frame: FrameType, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


def written(name: str, number: int, folder: Path) -> tuple[Seeds, Path]:
    """Write a corpus and read it."""
    CORPORA[name](number).write(folder)
    return load(folder / "seeds"), folder / "texts"


def world(name: str, number: int, folder: Path) -> World:
    """Return a corpus as the analyses see it."""
    return world_of(rows_of(written(name, number, folder)[0].facts))


def _paragraph(number: int) -> str:
    corpus: Corpus = CORPORA["paragraph"](number)
    return corpus.lines["paper-0"][0]


def _covered(seeds: Seeds, folder: Path) -> Work:
    held = {"paper-0": texts.read(folder, "paper-0.txt")}
    return lambda: [(c.sentences, c.characters) for c in coverage(seeds, held)]


def _covered_page(text: str) -> Work:
    shown = Coverage("paper-0", "Report", True, (Paragraph(1, text, (Carried(0, 9, ("claim-0",)),)),))
    return partial(coverage_page, [shown], {"claim-0": "It is said."}, {"paper-0": "en"})


def _ruled(rule: Callable[[Checked], Iterator[Problem]], seeds: Seeds) -> Work:
    corpus = Checked(seeds)
    return lambda: list(rule(corpus))


def _sentences_of_speakers(number: int, folder: Path) -> Work:
    """Say in a sentence what each speaker of a crowd says, and what is said about it."""
    rows = rows_of(written("crowd", number, folder)[0].facts)
    known = world_of(rows)
    speakers = [id_ for id_ in rows.nodes if id_.startswith("speaker-")]
    given = rows, Ballots(known), marks(known), names_in(rows)
    return lambda: [of_fact(one, *given)(Words("en")) for one in speakers]


WORKS: dict[str, tuple[int, Callable[[int, Path], Work]]] = {
    "contradictions": (400, lambda n, f: partial(contradictions, world("crowd", n, f))),
    "figures": (400, lambda n, f: partial(figure_status, world("crowd", n, f))),
    "keystones": (300, lambda n, f: partial(keystones, world("chain", n, f))),
    "sentences": (20_000, lambda n, f: partial(sentences, _paragraph(n))),
    "candidates": (5_000, lambda n, f: partial(candidates, _paragraph(n), KnownNames([]))),
    "passage": (20_000, lambda n, f: partial(nearest_passage, [_paragraph(n)], "Officials spoke of Seoul")),
    "coverage": (300, lambda n, f: _covered(*written("aliases", n, f))),
    "coverage page": (20_000, lambda n, f: _covered_page(_paragraph(n))),
    "overlapping": (300, lambda n, f: _ruled(overlapping, written("citations", n, f)[0])),
    "duplicates": (300, lambda n, f: _ruled(near_duplicates, written("crowd", n, f)[0])),
    "speakers": (200, _sentences_of_speakers),
    "verify": (300, lambda n, f: partial(verify, *written("aliases", n, f))),
}
"""What is done, with how much it is begun."""


@pytest.mark.parametrize("name", WORKS)
def test_twice_as_much_is_twice_the_work(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairing, "FEWEST", 5)
    monkeypatch.setattr(pairing.Pairing.__init__, "__defaults__", (None, 2_000, None))
    monkeypatch.setattr("kg.analysis.figure_status.MOST", 2_000)
    monkeypatch.setattr("kg.analysis.keystones.MOST", 10_000)
    monkeypatch.setattr("kg.analysis.keystones.FOR_EACH", 10)
    size, prepared = WORKS[name]
    once, twice = (counted(prepared(n, tmp_path / str(n))) for n in (size, 2 * size))
    assert twice < 2.5 * once, (once, twice)


def test_what_is_left_out_is_said_and_few_are_compared_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pairing.Pairing.__init__, "__defaults__", (None, 2_000, None))
    few = contradictions(world("crowd", 40, tmp_path / "few"))
    assert few.note == ""
    many = contradictions(world("crowd", 200, tmp_path / "many"))
    assert "belong together; each was compared with the" in many.note
    assert "--event" in many.note


def test_names_by_the_thousand_are_all_found(tmp_path: Path) -> None:
    seeds, _ = written("aliases", 600, tmp_path)
    found = KnownNames(seeds.facts).find(
        "The Northern Realm 17, the Northern Realm 299 and Northern Realm 300."
    )
    assert [mention.words for mention in found] == ["Northern Realm 17", "Northern Realm 299"]


def test_paths_that_cross_end_at_a_bound() -> None:
    rungs = {f"{side}{i}": [f"a{i + 1}", f"b{i + 1}"] for i in range(40) for side in "ab"}
    told = paths("a0", rungs)
    assert "there are more" in told.note
    assert sum(len(way.claims) for way in told) <= MOST


def test_words_that_moved_are_not_looked_for_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds, folder = written("citations", 20, tmp_path)
    file = folder / "paper-0.txt"
    lines = file.read_text("utf-8").split("\n")
    file.write_text("\n".join(["A new first line.", *lines]), encoding="utf-8")
    assert {p.todo.split(" in ")[0] for p in verify(seeds, folder).wrong} == {"the cited words now stand"}
    monkeypatch.setattr("kg.curate.moved.MOST", 0)
    assert {p.todo.split(";")[0] for p in verify(seeds, folder).wrong} == {
        "the text is too long to look where the words stand now"
    }


def test_a_card_spells_out_the_first_hops_and_the_root(tmp_path: Path) -> None:
    store = connect("memory")
    plan_facts(written("chain", 30, tmp_path)[0].facts, store, "a chain").run()
    with arranged(published(store, Options())) as material:
        (told,) = Cards(material, Words("en"))("claim-29").chains
    assert [hop.claim for hop in told] == [*(f"claim-{29 - i}" for i in range(12)), "", "claim-0"]


def test_around_a_speaker_stands_what_is_near_and_the_caption_counts_the_rest(tmp_path: Path) -> None:
    rows = rows_of(written("chain", 150, tmp_path)[0].facts)
    drawing = draw_fact("speaker-149", Seen(rows, world_of(rows), {}, None), "network")
    assert drawing.left_out == 49
    assert "49 more did not fit" in drawing.caption
    drawn = {node.id for node in drawing.nodes if node.kind == "Claim"}
    assert drawn == {f"claim-{n}" for n in range(49, 150)}


def test_a_page_of_too_many_days_tells_the_last_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = rows_of(written("crowd", 120, tmp_path)[0].facts)
    seen = Seen(rows, world_of(rows), {}, None)

    def slider() -> str:
        page = render([draw_fact("dispatch", seen)], title="Crowd", context=rows, world=seen.world)
        return page.partition('id="time"')[2].partition(">")[0]

    assert "hidden" not in slider()
    assert every(seen.world, days := publication_days(seen.world)).days == days
    monkeypatch.setattr("kg.picture.out.page.days.MOST", 100)
    assert "hidden" in slider()
    assert every(seen.world, days).days == days[-1:]


def test_a_history_of_too_many_days_has_the_last_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crowd = world("crowd", 200, tmp_path)
    assert history(crowd).note == ""
    monkeypatch.setattr("kg.analysis.status.MOST", 400)
    told = history(crowd)
    assert told.note.startswith("of 4 days of publication only the last 2 were looked at; narrow with")
    assert {day for day, _ in told} <= {*publication_days(crowd)[-2:]}


def test_the_forms_of_a_picture_share_its_rows_and_its_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = rows_of(written("crowd", 60, tmp_path)[0].facts)
    seen = Seen(rows, world_of(rows), {}, None)
    work: Counter[str] = Counter()

    def watched(name: str) -> None:
        module, _, function = name.rpartition(".")
        plain = getattr(import_module(module), function)

        def counting(*given: Any, **more: Any) -> Any:
            work[function] += 1
            return plain(*given, **more)

        monkeypatch.setattr(name, counting)

    for name in ("kg.findings.facts.evidence", "kg.picture.contents.around", "kg.picture.contents.Subject"):
        watched(name)
    forms = [in_every_form(partial(draw_fact, "dispatch", kind=kind), seen) for kind in ("figures", "chain")]
    assert [len(form.others) for form in forms] == [3, 3]
    said = [{str(one.finding) for one in (form, *form.others) if one.language == "de"} for form in forms]
    assert said[0] == said[1] == {Title(forms[0].finding).said("de")}
    assert work == {"evidence": 1, "around": 1, "Subject": 1}, work


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "number", "command"),
    [
        ("crowd", 2_000, ["contradictions", "--limit", "5"]),
        ("crowd", 2_000, ["view", "dispatch", "--output"]),
        ("chain", 2_000, ["explain", "claim-1999"]),
        ("chain", 2_000, ["view", "claim-1999", "--output"]),
    ],
)
def test_a_command_stays_small(name: str, number: int, command: list[str], tmp_path: Path) -> None:
    CORPORA[name](number).write(tmp_path)
    output = [str(tmp_path / "out.html")] if command[-1] == "--output" else []
    stored = ["--seeds", str(tmp_path / "seeds"), "--store", "memory"]
    ran = bounds.run([*command, *output, *stored], limit=120)
    assert ran.code == 0
    assert ran.megabytes < 500, ran


def test_pictures_of_twice_as_many_claims_are_made_of_twice_the_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    met, plain = 0, EmbeddedStore._run

    def counting(store: EmbeddedStore, *given: Any, **more: Any) -> Any:
        nonlocal met
        answer = plain(store, *given, **more)
        met += len(answer)
        return answer

    monkeypatch.setattr(EmbeddedStore, "_run", counting)
    rows: dict[str, list[int]] = {}
    for number in (100, 200):
        store = connect("memory")
        plan_facts(written("crowd", number, tmp_path / str(number))[0].facts, store, "a crowd").run()
        for name in ("disputed", "deployments", "on-the-record", "expected", "denied-or-doubted"):
            met = 0
            run.graph(library.question(name), store, {})
            rows.setdefault(name, []).append(met)
    assert all(once < twice < 2.5 * once for once, twice in rows.values()), rows


@pytest.mark.slow
def test_a_page_shows_the_first_claims_and_says_where_all_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("material", "claims"):
        monkeypatch.setattr(f"kg.site.{module}.MOST_CLAIMS", 5)
    monkeypatch.setattr("kg.site.presets.MOST_IN_FILES", 7)
    store = connect("memory")
    plan_facts(written("crowd", 60, tmp_path)[0].facts, store, "a crowd").run()
    with Spool() as files:
        build_from(published(store, Options()), files=files)
        page = files["event/dispatch.html"].decode()
        assert page.count('<article class="claim') < 30
        assert re.search(r"The first 5 of \d+\. All of them: <a [^>]*>data/claims.csv", page)
        assert len(files["data/claims.csv"].splitlines()) == 61
        assert len(files["preset/timeline/rows.csv"].splitlines()) == 8
        assert "The files hold the first 7 rows" in files["preset/timeline.html"].decode()
        pages = {path: files[path].decode() for path in files if path.endswith(".html")}
    for path, text in pages.items():
        for there in re.findall(r'href="([^":]*#claim-\d+)"', text):
            target, _, anchor = there.partition("#")
            held = pages[normpath(join(dirname(path), target)) if target else path]
            assert f'id="{anchor}"' in held, (path, there)
