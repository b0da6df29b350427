"""The tools of `kg mcp --drafts`: a document by paragraph, and proposals of claims that a person decides."""

from __future__ import annotations

from typing import Annotated, Any

from mcp.server.mcpserver import Context
from mcp.server.mcpserver.tools import Tool
from mcp_types import CallToolResult, ToolAnnotations
from pydantic import Field

from kg.mcp.answers import Passage, Proposed
from kg.mcp.reading import Reading, told
from kg.mcp.tools import Tools

INSTRUCTIONS = """
You may propose claims of documents whose text is at hand: read_document gives the paragraphs, propose_claim
keeps a draft. A draft is no claim: a person accepts or rejects it, and it is in no answer before. Propose
what a sentence says, by whom it is said there, in the bounds that it prints; leave the rest out."""

PROPOSES = ToolAnnotations(
    read_only_hint=False, destructive_hint=False, idempotent_hint=False, open_world_hint=False
)
Quantity = Annotated[
    dict[str, Any],
    Field(
        description="how many: low and high (with low_open, high_open, approximate) or vague; unit, mode"
        " (stock, flow or cumulative) and wording, the number as the quote prints it; left out where there is"
        " no figure"
    ),
]
Inferred = Annotated[
    dict[str, Any],
    Field(description="what the text leaves open and you resolved, by field, with the reason"),
]


def drafting(tools: Tools) -> list[Tool]:
    """Return the tools; they write nothing but drafts."""

    def read_document(
        document: Annotated[str, Field(description="id of the document, from kg://documents or find")],
        first: Annotated[int, Field(ge=1, description="first paragraph, from 1")] = 1,
        last: Annotated[
            int, Field(ge=1, description="last paragraph; as many as fit when left out")
        ] = 1_000_000,
    ) -> Annotated[CallToolResult, Passage]:
        """Read paragraphs of a document whose text is at hand.

        With each come the claims and the drafts that cite it already.
        """
        return told(lambda: tools.passage(document, first, last))

    def propose_claim(
        context: Context[Any, Any],
        document: Annotated[str, Field(description="id of the document")],
        paragraph: Annotated[int, Field(ge=1, description="the paragraph, from 1")],
        quote: Annotated[
            str,
            Field(description="the words to cite, exactly as they stand once in the paragraph: one sentence"),
        ],
        stance: Annotated[str, Field(description=_stances())],
        said: Annotated[
            str, Field(description="the day it was said, ISO; ../DAY when it is only known to be by then")
        ],
        paraphrase: Annotated[
            str, Field(description="what was said, in English words of your own, not copied")
        ],
        speaker: Annotated[
            str, Field(description="id of who speaks; unknown when the text does not say")
        ] = "unknown",
        attribution: Annotated[
            str, Field(description="the printed words that stand in for a speaker who is not named")
        ] = "",
        about: Annotated[
            str, Field(description="id of the event, weapon type or actor; left out when none fits")
        ] = "",
        topic: Annotated[str, Field(description="id of the topic; left out when none fits")] = "",
        quantity: Quantity = {},  # noqa: B006  never changed
        inferred: Inferred = {},  # noqa: B006  never changed
        note: Annotated[str, Field(description="a remark for the person who decides")] = "",
    ) -> Annotated[CallToolResult, Proposed]:
        """Propose a claim that a document makes; it is checked and kept as a draft for a person to decide.

        Ids must exist, the quote must stand in the paragraph and hold the wording of the figure, and the
        bounds must be those that the wording gives.
        """
        fields = {
            "topic": topic,
            "stance": stance,
            "speaker": speaker,
            "attribution": attribution,
            "said": said,
            "about": about,
            "quantity": quantity,
            "paraphrase": paraphrase,
            "inferred": inferred,
            "note": note,
        }
        return told(lambda: tools.propose(_client(context), document, paragraph, quote, fields))

    return [Reading.of(read_document), Reading.of(propose_claim, PROPOSES)]


def _client(context: Context[Any, Any]) -> str:
    """Return the name that the client gave itself when it shook hands."""
    known = context.session.client_params
    return str(known.client_info.name) if known else ""


def _stances() -> str:
    from kg.language import ENGLISH
    from kg.model.stances import STANCES

    return "the speaker: " + "; ".join(
        f"{word}: {stance.words[ENGLISH].meaning}" for word, stance in STANCES.items()
    )
