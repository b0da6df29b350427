"""`kg draft` in the terminal: what a person sees, and what each decision does to the files."""

from __future__ import annotations

from difflib import ndiff
from pathlib import Path

import pytest

from kg.curate.corpus import document
from kg.curate.drafts import decide
from kg.curate.drafts.draft import Draft, Proposal
from kg.curate.drafts.folder import folder_of
from kg.curate.drafts.insert import with_item
from kg.curate.drafts.propose import write_drafts
from kg.errors import CallError
from kg.sources.seeds import load
from kg.sources.texts import paragraphs
from tests.cli.tools import run, widest
from tests.intake.drafts import TEXT, corpus

POST = "post-2026-01-05"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = corpus(tmp_path)
    facts = load(folder)
    write_drafts(tmp_path, document(facts, POST).fact, paragraphs(TEXT), facts)
    return folder


@pytest.fixture
def file(seeds: Path) -> Path:
    return seeds / "documents" / "post.yaml"


def editor(folder: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    """Let $EDITOR replace words of a file."""
    script = folder / "editor.py"
    script.write_text(
        "import pathlib, sys\n"
        "file = pathlib.Path(sys.argv[1])\n"
        f"file.write_text(file.read_text('utf-8').replace({old!r}, {new!r}), 'utf-8')\n",
        "utf-8",
    )
    import sys

    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")


def draft(seeds: Path, number: int) -> Draft:
    return folder_of(seeds).draft(number)


def test_next_shows_the_words_the_claim_and_what_is_missing_in_80_columns(seeds: Path) -> None:
    shown = run("draft", "next", "--seeds", seeds, "--sources", seeds.parent / "texts")
    assert shown.code == 0
    assert widest(shown.out) <= 80
    flat = " ".join(shown.out.split())
    assert "[[The government of Betaland denied on Tuesday that 40 howitzers had arrived" in flat
    assert "from Alphaland.]] “Not one,” it said." in flat
    assert "Paragraph 2:" in flat
    assert "stance: denies" in flat
    assert "4 open drafts; kg draft accept 1 | edit 1 | reject 1" in shown.err
    pilot = " ".join(run("draft", "show", "4", "--seeds", seeds).out.split())
    assert "the text is not at hand; name its folder with --sources or KG_SOURCES" in pilot
    assert "Missing: - paraphrase: what was said, in our own English words" in pilot


def test_list_has_a_line_for_each_open_draft(seeds: Path) -> None:
    run("draft", "reject", "2", "--seeds", seeds).done()
    listed = run("draft", "list", "--seeds", seeds)
    assert [line.split()[:2] for line in listed.out.splitlines()] == [[n, POST] for n in "134"]
    assert widest(listed.out) <= 80
    assert listed.err == "3 open drafts of 4\n"
    assert "(rejected)" in run("draft", "list", POST, "--all", "--seeds", seeds).out


def test_accept_adds_the_lines_of_the_claim_and_nothing_else(seeds: Path, file: Path) -> None:
    before = file.read_text("utf-8")
    done = run("draft", "accept", "1", "--seeds", seeds, "--sources", seeds.parent / "texts").done()
    assert done == f"added claim 'bb-government-guns-2025-12-30' to {file}\n"
    difference = list(ndiff(before.splitlines(), file.read_text("utf-8").splitlines()))
    assert not [line for line in difference if line[0] in "-?"]
    at = [place for place, line in enumerate(difference) if line[0] == "+"]
    assert at == list(range(at[0], at[-1] + 1))
    assert difference[at[0] - 1].endswith("# the heading")
    assert difference[at[-1] + 2] == "  # Nothing below belongs to claims."
    claim = next(fact for fact in load(seeds).facts if fact.id == "bb-government-guns-2025-12-30")
    assert claim.model_dump(mode="json", exclude_defaults=True)["stance"] == "denies"
    assert draft(seeds, 1).state == "accepted"
    run("draft", "accept", "1", "--seeds", seeds).refused("draft 1 was accepted already")
    assert run("verify", "--seeds", seeds, "--sources", seeds.parent / "texts").code == 0


def test_accept_refuses_what_is_open(seeds: Path, file: Path) -> None:
    before = file.read_bytes()
    run("draft", "accept", "4", "--seeds", seeds).refused(
        "draft 4 lacks paraphrase: what was said, in our own English words; 'kg draft edit 4' fills it in"
    )
    run("draft", "accept", "9", "--seeds", seeds).refused("there is no draft 9; expected one of 1, 2, 3, 4")
    assert (file.read_bytes(), draft(seeds, 4).state) == (before, "open")


def test_a_reason_goes_with_the_value_that_it_was_for(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(seeds, monkeypatch, "stance: denies", "stance: doubts")
    before = draft(seeds, 1).proposal.why
    run("draft", "edit", "1", "--seeds", seeds).done()
    after = draft(seeds, 1).proposal.why
    assert {*before} - {*after} == {why for why in before if why.startswith("stance:")}


def test_a_corpus_that_the_claim_makes_wrong_has_its_bytes_back(seeds: Path, file: Path) -> None:
    decide.accept(seeds, 1)
    folder = folder_of(seeds)
    twin = {**folder.draft(1).claim, "id": "the-same-again"}
    folder.change(folder.draft(2), proposal=Proposal(twin, 1))
    before = file.read_bytes()
    run("draft", "accept", "2", "--seeds", seeds).failed(
        "claim 'the-same-again' says the same as 'bb-government-guns-2025-12-30'"
    )
    assert (file.read_bytes(), folder.draft(2).state) == (before, "open")


def test_faults_that_were_there_before_do_not_stand_in_the_way(seeds: Path, file: Path) -> None:
    bare = "deployments:\n- {id: aa-divers, name: Sailors, sender: aa, host: bb, personnel: pilots}\n"
    (seeds / "more.yaml").write_text(bare, "utf-8")
    assert run("check", "--seeds", seeds).code == 1
    decide.accept(seeds, 1)
    assert b"bb-government-guns-2025-12-30" in file.read_bytes()


def test_a_file_that_somebody_else_writes_meanwhile_is_left_alone(
    seeds: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    insert = with_item

    def slow(raw: bytes, plural: str, claim: dict[str, object]) -> bytes:
        file.write_bytes(raw + b"# another hand\n")
        return insert(raw, plural, claim)

    monkeypatch.setattr(decide, "with_item", slow)
    with pytest.raises(
        CallError, match="was changed meanwhile by somebody else; nothing was written; try again"
    ):
        decide.accept(seeds, 1)
    assert file.read_bytes().endswith(b"# another hand\n")
    assert (b"bb-government-guns" in file.read_bytes(), draft(seeds, 1).state) == (False, "open")


def test_edit_keeps_what_the_editor_wrote_and_says_what_is_left(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(seeds.parent, monkeypatch, "paraphrase", "paraphrase")
    assert run("draft", "edit", "4", "--seeds", seeds).done() == "draft 4 is as it was\n"
    editor(seeds.parent, monkeypatch, "stance: asserts\n", "stance: assert\nparaphrase: A pilot says so.\n")
    assert (
        "wrong: 'assert' is no known word for 'stance'" in run("draft", "edit", "4", "--seeds", seeds).done()
    )
    assert draft(seeds, 4).claim["paraphrase"] == "A pilot says so."
    editor(seeds.parent, monkeypatch, "stance: assert\n", "stance: asserts\n")
    done = run("draft", "edit", "4", "--seeds", seeds).done()
    assert done == "draft 4 is complete: kg draft accept 4\n"
    run("draft", "accept", "4", "--seeds", seeds).done()
    editor(seeds.parent, monkeypatch, "stance:", "stance: [")
    before = draft(seeds, 3)
    assert run("draft", "edit", "3", "--seeds", seeds).code == 2
    assert draft(seeds, 3) == before


def test_fields_are_filled_in_without_an_editor(seeds: Path) -> None:
    run("draft", "edit", "3", "--set", "abuot=x", "--seeds", seeds).refused("did you mean 'about'?")
    run("draft", "edit", "3", "--set", "cited=[]", "--seeds", seeds).refused("fills in no field of a claim")
    run("draft", "edit", "3", "--set", "said.day=1", "--seeds", seeds).refused(
        "'said' has no fields of its own"
    )
    left = run(
        "draft", "edit", "3", "--set", "quantity=", "--set", "about=aa-bb-howitzer", "--seeds", seeds
    ).done()
    assert "did you mean 'aa-bb-howitzers'?" in left
    given = ("about=aa-bb-howitzers", "facet=how-many", "quantity.high=2000", "quantity.unit=shells")
    words = (
        "quantity.mode=flow",
        "quantity.wording=up to 2,000",
        "paraphrase=She cannot confirm the shells.",
    )
    more = [arg for pair in (*given, *words) for arg in ("--set", pair)]
    assert (
        run("draft", "edit", "3", *more, "--seeds", seeds).done()
        == "draft 3 is complete: kg draft accept 3\n"
    )
    run("draft", "accept", "3", "--seeds", seeds).done()


def test_a_text_that_changed_is_cited_no_more(seeds: Path) -> None:
    texts = seeds.parent / "texts"
    (texts / "post.txt").write_text(TEXT.replace("40 howitzers", "41 howitzers"), "utf-8")
    with pytest.raises(CallError, match=r"draft 1 cites words that do not stand in post.txt any more"):
        decide.accept(seeds, 1, texts)
    run("draft", "propose", POST, "--seeds", seeds, "--sources", texts).refused(
        f"the text post.txt is not the one that document '{POST}' records"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("words", ":1:1: the file holds no list"),
        (
            "- {draft: 1, why: 5, claim: {id: x}}",
            ":1:3: this is no draft; expected a number, a state of open",
        ),
        (
            "- {draft: 1, claim: {id: x, cited: 5}}",
            ":1:3: this is no draft; expected a claim with places below",
        ),
        (
            "- {draft: 1, claim: {id: x}}\n- {draft: 1, claim: {id: y}}",
            ":2:3: draft 1 stands twice: ",
        ),
    ],
)
def test_a_file_of_drafts_that_is_nonsense_is_named_with_the_place(seeds: Path, text: str, said: str) -> None:
    folder_of(seeds).file(POST).write_text(text, "utf-8")
    for call in (("list",), ("next",), ("accept", "1"), ("reject", "1")):
        run("draft", *call, "--seeds", seeds).failed(f"{POST}.yaml{said}")


def test_words_cited_from_another_document_are_proven_too(seeds: Path, file: Path) -> None:
    other = file.with_name("other.yaml")
    head = file.read_text("utf-8").partition("claims:")[0]
    other.write_text(head.replace(POST, "other").replace("post.txt", "other.txt"), "utf-8")
    (seeds.parent / "texts" / "other.txt").write_text("Nothing of the sort.\n", "utf-8")
    changed = other.read_text("utf-8")
    drafts = folder_of(seeds).file(POST)
    drafts.write_text(drafts.read_text("utf-8").replace(f"document: {POST}", "document: other"), "utf-8")
    before = file.read_bytes()
    said = run("draft", "accept", "1", "--seeds", seeds, "--sources", seeds.parent / "texts")
    assert said.code != 0, changed
    assert file.read_bytes() == before
