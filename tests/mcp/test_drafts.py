"""`kg mcp --drafts` with the SDK's own client: documents are read, claims proposed, no more."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from mcp import Client
from mcp_types import Implementation

from kg.curate.drafts import offered
from kg.curate.drafts.folder import folder_of
from kg.curate.drafts.offered import Offer, keep
from kg.errors import CallError
from tests.cli.tools import run
from tests.intake.drafts import TEXT, corpus
from tests.mcp.conftest import Desk, text_of

POST = "post-2026-01-05"
QUOTE = "Alphaland has sent at least 60 howitzers to Betaland, Mara Quill said on 4 January 2026."
CLAIM: dict[str, Any] = {
    "document": POST,
    "paragraph": 3,
    "quote": QUOTE,
    "stance": "asserts",
    "speaker": "quill",
    "said": "2026-01-04",
    "about": "aa-bb-howitzers",
    "topic": "arms-supply",
    "quantity": {"low": 60, "unit": "guns", "mode": "cumulative", "wording": "at least 60"},
    "paraphrase": "Quill puts the howitzers that Betaland got at 60 or more.",
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = corpus(tmp_path_factory.mktemp("drafts"))
    run("load", "--seeds", folder).done()
    return folder


@pytest.fixture(scope="module")
def drafting(small: Path) -> Iterator[Desk]:
    """A server with --drafts, spoken to by a client that says its name."""
    env = {"KG_SEEDS": str(small), "KG_SOURCES": str(small.parent / "texts")}
    with Desk(
        "--drafts", env=env, client_info=Implementation(name="Reader\x1b[31m 2", version="2")
    ) as opened:
        yield opened


def files(folder: Path) -> dict[str, str]:
    """Return every file below a folder with its hash."""
    return {str(p): sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()}


def without(**changes: Any) -> dict[str, Any]:
    return {name: value for name, value in (CLAIM | changes).items() if value is not None}


def test_the_tools_are_there_only_with_drafts(drafting: Desk, desk: Desk) -> None:
    async def talk(client: Client) -> list[Any]:
        return (await client.list_tools()).tools

    tools = {tool.name: tool for tool in drafting.run(talk)}
    plain = {tool.name for tool in desk.run(talk)}
    assert tools.keys() - plain == {"read_document", "propose_claim"}
    assert tools["read_document"].annotations.read_only_hint
    assert not tools["propose_claim"].annotations.read_only_hint
    assert not tools["propose_claim"].annotations.destructive_hint
    for field in tools["propose_claim"].input_schema["properties"].values():
        assert field.get("description")
    (refused,) = desk.call(("propose_claim", CLAIM))
    assert refused.is_error


def test_a_document_is_read_by_paragraph(drafting: Desk) -> None:
    passage = drafting.answer("read_document", document=POST, first=1, last=2)
    assert [p["number"] for p in passage["paragraphs"]] == [1, 2]
    assert passage["paragraphs"][1]["text"] == TEXT.split("\n\n")[1]
    assert passage["paragraphs"][0]["claims"] == ["quill-guns-2026-01-02"]
    assert (passage["total"], passage["notes"]) == (5, [])
    far, absent = drafting.call(
        ("read_document", {"document": POST, "first": 9}), ("read_document", {"document": "post-2026-01-50"})
    )
    assert "has no paragraphs 9" in text_of(far)
    assert f"did you mean '{POST}'?" in text_of(absent)


def test_a_proposal_becomes_a_draft_with_the_name_of_the_client(small: Path, drafting: Desk) -> None:
    before = files(small.parent)
    kept = drafting.answer("propose_claim", **CLAIM)
    assert kept["missing"] == kept["notes"] == []
    draft = folder_of(small).draft(kept["draft"])
    assert draft.by == r"Reader\x1b[31m 2"
    assert draft.state == "open"
    assert draft.claim["cited"][0]["sha256"] == sha256(QUOTE.encode()).hexdigest()
    after = files(small.parent)
    assert after.keys() - before.keys() == {str(folder_of(small).file(POST))}
    assert before.items() <= after.items()
    (again,) = drafting.call(("propose_claim", CLAIM))
    assert f"the same is draft {kept['draft']}, which is open" in text_of(again)
    assert drafting.answer("read_document", document=POST, first=3, last=3)["paragraphs"][0]["drafts"]
    run("draft", "accept", str(kept["draft"]), "--seeds", small).done()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"stance": "assert"}, "did you mean 'asserts'?"),
        ({"speaker": "quil"}, "did you mean 'quill'?"),
        ({"about": "aa-bb-howitzer"}, "did you mean 'aa-bb-howitzers'?"),
        ({"said": "2026-01-09"}, "was said on 2026-01-09 but document"),
        ({"said": "Tuesday"}, "said"),
        ({"paragraph": 2}, "the quote does not stand in paragraph 2"),
        ({"paragraph": 12}, "has no paragraph 12; expected 1 to 5"),
        (
            {"quote": "howitzers to Betaland, Mara Quill said"},
            "the wording 'at least 60' does not stand in the quote",
        ),
        (
            {"quantity": CLAIM["quantity"] | {"low": 61}},
            "gives other bounds than the quantity; expected low: 60",
        ),
        (
            {"quantity": CLAIM["quantity"] | {"high": 60}},
            "gives other bounds than the quantity; expected low: 60",
        ),
        ({"quantity": CLAIM["quantity"] | {"wording": "60"}}, "gives other bounds than the quantity"),
        ({"quantity": {"low": 60}}, "the proposal lacks quantity.wording"),
        ({"speaker": "unknown", "attribution": "a general"}, "the attribution 'a general' does not stand"),
        ({"document": "../../post"}, "there is no document '../../post'"),
        ({"file": "/tmp/x.yaml"}, "'propose_claim' has no argument 'file'"),
        ({"paraphrase": "x" * 10_000}, "at most 2,000 characters"),
        ({"quote": QUOTE * 50}, "the quote has 4,400 characters; expected at most 2,000"),
        ({"quantity": {str(i): "x" * 1000 for i in range(100)}}, "unknown field"),
        ({"paraphrase": None}, "'propose_claim' needs paraphrase"),
    ],
)
def test_a_proposal_that_is_wrong_is_refused_and_nothing_written(
    changes: dict[str, Any], said: str, small: Path, drafting: Desk
) -> None:
    before = files(small.parent)
    (answer,) = drafting.call(("propose_claim", without(**changes)))
    assert answer.is_error
    assert said in text_of(answer)
    assert len(text_of(answer)) <= 4_000
    assert files(small.parent) == before


def test_what_nobody_can_check_is_said_and_what_is_open_is_asked(tmp_path: Path) -> None:
    seeds = corpus(tmp_path)
    quantity = {"low": 1, "unit": "sailors", "mode": "stock", "wording": "Mara Quill"}
    fields = {name: CLAIM[name] for name in ("stance", "said", "paraphrase")} | {"quantity": quantity}
    draft, missing = keep(seeds, tmp_path / "texts", "", Offer(POST, 3, QUOTE, fields))
    assert draft.by == "an assistant"
    assert [point.partition(":")[0] for point in missing] == ["topic", "about"]
    assert draft.proposal.why == ("quantity: kg cannot read 'Mara Quill'; compare the bounds yourself",)
    (tmp_path / "texts" / "post.txt").write_text(TEXT + "More.\n", "utf-8")
    with pytest.raises(CallError, match="is not the one that document"):
        keep(seeds, tmp_path / "texts", "", Offer(POST, 3, QUOTE, fields))


def test_drafts_of_a_document_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offered, "MOST_OPEN", 2)
    seeds = corpus(tmp_path)
    fields = {name: CLAIM[name] for name in ("stance", "said", "paraphrase")}
    for quote in ("Mara Quill could not confirm", "reports of up to 2,000 shells"):
        keep(seeds, tmp_path / "texts", "x", Offer(POST, 4, quote, fields))
    with pytest.raises(CallError, match="has 2 open drafts; a person decides about some of them first"):
        keep(seeds, tmp_path / "texts", "x", Offer(POST, 4, "up to 2,000 shells", fields))
    run("draft", "reject", "1", "--why", "no claim", "--seeds", seeds).done()
    with pytest.raises(CallError, match="the same is draft 1, which was rejected: no claim"):
        keep(seeds, tmp_path / "texts", "x", Offer(POST, 4, "Mara Quill could not confirm", fields))
