"""What the tools return: the schema that a client sees."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field


class Citation(BaseModel):
    """The exact place in a document where a claim stands."""

    claim: str = Field(description="id of the claim; the tool explain walks from it to its roots")
    says: str = Field(description="paraphrase of the claim")
    document: str = Field(description="id of the document")
    outlet: str | None = Field(description="who published it; null where nobody knows")
    day: str = Field(description="when it was published, ISO")
    paragraph: int | None = Field(description="counted from 1 over the non-empty lines")
    start: int | None = Field(description="first character in the paragraph, from 0, after Unicode NFC")
    end: int | None = Field(description="one past the last character")
    sha256: str | None = Field(description="hash of exactly that span in UTF-8")
    spot: str | None = Field(description="page, region or moment, where it is more or other than a paragraph")
    state: str = Field(
        description="verified by hash; wrong; unverifiable, because the text is not at hand; or no text,"
        " where there is nothing to hash"
    )
    quote: str | None = Field(description="the span itself where the text is at hand")


class Column(BaseModel):
    """One column of an answer."""

    name: str
    type: str


class Answer(BaseModel):
    """Rows, and what they rest on."""

    question: str
    finding: str = Field(description="the answer in a sentence, made from all rows; empty for free Cypher")
    parameters: dict[str, Any] = Field(description="what was asked with, defaults included")
    columns: list[Column]
    rows: list[dict[str, Any]] = Field(
        description="null is unknown, days are ISO, nodes, edges and paths are objects"
    )
    left_out: int | None = Field(description="how many rows are not shown; null when that is not known")
    notes: list[str] = Field(description="what to know before using the rows")
    citations: list[Citation] = Field(description="the places where the claims behind these rows stand")


class Parameter(BaseModel):
    """One parameter of a preset."""

    name: str
    type: str = Field(description="id<Label> is the id of a node with that label; ? allows null")
    required: bool
    default: Any
    help: str


class Preset(BaseModel):
    """One question that ask can answer."""

    name: str
    topic: str
    question: str
    about: str
    parameters: list[Parameter]
    returns: list[Column]


class Presets(BaseModel):
    """The questions that fit."""

    presets: list[Preset]


class Paragraph(BaseModel):
    """One paragraph of a text."""

    number: int = Field(description="counted from 1 over the non-empty lines")
    text: str
    claims: list[str] = Field(description="ids of the claims that cite it")
    drafts: list[int] = Field(description="numbers of the drafts that cite it")


class Passage(BaseModel):
    """Some paragraphs of a document."""

    document: str
    title: str
    outlet: str | None
    published: str = Field(description="as the facts have it, EDTF")
    language: str
    total: int = Field(description="how many paragraphs the text has")
    paragraphs: list[Paragraph]
    notes: list[str] = Field(description="what is left out, and how to read on")


class Proposed(BaseModel):
    """A proposal that was kept."""

    draft: int = Field(description="its number; a person sees it with 'kg draft show NUMBER'")
    missing: list[str] = Field(description="what a person has to fill in")
    notes: list[str] = Field(description="what could not be checked")
