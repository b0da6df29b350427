"""Texts that try to become markup, script, or another text than they are.

And drawings that hold them in every field.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from kg.model.looks import Shape
from kg.model.rows import EdgeRow, NodeRow
from kg.picture.drawing import Drawing, Edge, Node, Rule, TextBlock
from kg.questions.drawings import Kind

RUN = "window.ran.push(1)"
PAYLOADS = [
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</SCRIPT ><script>{RUN}</script>",
    f"--></script><script>{RUN}</script>",
    f"<!--<script>{RUN}</script>",
    f"]]><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<img src='x' onerror='{RUN}'>",
    f'"><img src=x onerror="{RUN}">',
    f"'><img src=x onerror='{RUN}'>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<math><mtext></table><mglyph><style><img src=x onerror={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'>",
    f"<iframe src=javascript:{RUN}>",
    f"<object data=javascript:{RUN}>",
    f"<embed src=javascript:{RUN}>",
    f"<a href=javascript:{RUN}>x</a>",
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}//http://",
    f"data:text/html,<script>{RUN}</script>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<form action=javascript:{RUN}><button>",
    "<style>@import 'http://x.invalid/a.css';</style>",
    "<link rel=stylesheet href=http://x.invalid/>",
    "<base href=http://x.invalid/>",
    "<meta http-equiv=refresh content='0;url=http://x.invalid/'>",
    f"${{{RUN}}}`",
    "{{7*7}} ${7*7} <%= 7*7 %> {% raw %} #{7*7} {title} {n}",
    "\u202egnp.exe\u202c \u2066iso\u2069 \u200f\u200b\ufeff",
    "\u2028\u2029\x85 line ends",
    "a\u200bb\u200cc\u200dd\u2060e",
    "__proto__",
    "constructor",
    "toString",
    "&lt;b&gt; &amp; &#60;script&#62;",
    "<b>bold</b> <i>multi</i> *md* _md_",
    "é ü ß ж 한 🚀 " + "x" * 300,
    "w" * 10_000,
    "?!… — ·",
    "\u0301\u0301\u0301",
    f'https://x.invalid/"onclick={RUN}',
    "%3Cscript%3E#s=f:x&d=9",
    "=cmd|' /C calc'!A0",
    "\"quoted\", 'quoted' `quoted` \\ back\\slash",
]
KINDS: tuple[Kind, ...] = ("chain", "flow", "figures", "network")


def facts(payload: str, n: int) -> tuple[list[NodeRow], list[EdgeRow]]:
    """Return a claim with speaker, event, document, outlet and topic, the payload in every text of each."""

    def row(label: str, more: dict[str, Any]) -> NodeRow:
        own = {
            "name": payload,
            "caption": payload,
            "note": payload,
            "url": payload,
            "known_as": [payload],
            payload: payload,
            **more,
        }
        return NodeRow(name(label, payload, n), (label, "Kg"), own | {"id": name(label, payload, n)})

    day = date(2024, 1, 1)
    claim = {
        "paraphrase": payload,
        "stance": "denies",
        "said": day,
        "said_text": payload,
        "when_text": payload,
        "how_many": payload,
        "wording": payload,
        "unit": payload,
        "low": 3,
        "attribution": payload,
        "hedge": payload,
        "mode": payload,
        "stage": payload,
        "inferred": [payload],
        "known_from": day,
    }
    nodes = [
        row("Claim", claim),
        row("UnnamedSource", {"wording": payload}),
        row("Shipment", {"goods": payload, "period_text": payload}),
        row(
            "Document",
            {"title": payload, "published_text": "2024-01-01", "published_to": day, "language": payload},
        ),
        row("Organization", {"kind": payload}),
        row("Topic", {"name_de": payload}),
        row(payload, {}),
    ]

    def edge(kind: str, one: str, other: str, **more: Any) -> EdgeRow:
        return EdgeRow(
            kind, name(one, payload, n), name(other, payload, n), payload, {"key": payload, **more}
        )

    edges = [
        edge("SAID_BY", "Claim", "UnnamedSource"),
        edge("ABOUT", "Claim", "Shipment"),
        edge("ON_TOPIC", "Claim", "Topic"),
        edge(
            "CITED_IN",
            "Claim",
            "Document",
            paragraph=1,
            start=2,
            end=3,
            sha256="0" * 64,
            wording=payload,
            note=payload,
        ),
        edge("PUBLISHED_BY", "Document", "Organization"),
        edge("PART_OF", "UnnamedSource", "Organization", role=payload, since_text=payload),
        edge(payload, payload, "Shipment"),
    ]
    return nodes, edges


def name(label: str, payload: str, n: int) -> str:
    """Return an id that is the payload as far as ids can be the same."""
    return (
        payload
        if label == "Claim" and len(payload) < 1000 and not payload.startswith("\u0301")
        else f"{label[:40]} {n} {payload[:200]}"
    )


def drawing(payload: Any, n: int, kind: Kind) -> Drawing:
    """Return a drawing of a kind with the payload in each of its texts.

    Args:
        payload: text, also for fields that should hold one of a few words.
        n: of the payload, for the ids.
        kind: of the drawing.
    """
    shapes: dict[Kind, Shape] = {"chain": "box", "flow": "bar", "figures": "interval", "network": "circle"}
    facts_ = [
        name(label, payload, n) for label in ("Claim", "UnnamedSource", "Shipment", "Document", payload)
    ]
    labels = ("Claim", "UnnamedSource", "Shipment", "Document", payload)
    nodes = [
        Node(
            f"{payload[:500]}|{i}",
            fact,
            label,
            shapes[kind],
            150.0 * i,
            40.0 * (i % 3),
            90,
            30,
            (payload, payload),
            (0, 30, "middle"),
            style,
            "open",
            "unbounded",
            claims=(facts_[0],),
            full=payload,
        )
        for i, (fact, label, style) in enumerate(
            zip(facts_, labels, ("denies", payload, "disputed", "", "asserts"), strict=True)
        )
    ]
    nodes.append(Node("stranger", "", payload, payload, 300, 150, 40, 40, (payload,), members=(nodes[0].id,)))
    edges = [
        Edge(
            f"{payload[:500]}|{i}",
            nodes[i].id,
            nodes[i + 1].id,
            payload,
            style,
            ((nodes[i].x, nodes[i].y), (nodes[i + 1].x, nodes[i + 1].y)),
            2,
            9,
            label=payload,
            claims=claims,
            label_at=(nodes[i].x + 60, 90),
        )
        for i, (style, claims) in enumerate(
            (("denies", (facts_[0],)), (payload, ()), ("RELAYS", ()), (payload, (facts_[0], "nobody")))
        )
    ]
    texts = (
        TextBlock(0, -60, payload, "start", "lane", facts_[1]),
        TextBlock(0, -30, payload, "end", payload, payload),
    )
    return Drawing(
        kind,
        payload,
        payload,
        tuple(nodes),
        tuple(edges),
        texts,
        (Rule(0, 0, 9, 9, payload),),
        (-60, -80, 700, 200),
        7,
        payload,
    )
