"""What an edge is to pages and drawings."""

from __future__ import annotations

from typing import Literal

LinkRole = Literal[
    "part",
    "supplier",
    "recipient",
    "sender",
    "host",
    "user",
    "target",
    "payer",
    "payee",
    "producer",
    "licensor",
    "authority",
    "broker",
    "carrier",
    "craft",
    "operator",
    "agent",
    "end-user",
    "financier",
    "transit",
    "subject",
    "object",
    "finder",
    "party",
    "goods",
    "cargo",
    "origin",
    "destination",
    "place",
    "evidence",
    "return",
    "member",
    "wider",
    "maker",
    "publisher",
    "name",
    "",
]
"""What an edge is to pages and drawings, which ask for it by this, in the order in which they list edges.

Of what larger event it is a `part`; whose goods move to whom (`supplier`, `recipient`), whose people
(`sender`, `host`), who uses something against whom (`user`, `target`), who pays whom (`payer`, `payee`), who
makes it (`producer`) and by whose leave (`licensor`), which `authority` lists or seizes; who helps it along
(`broker`, `carrier`, the vessel or aircraft as `craft`, its `operator`, the port's `agent`, the `financier`),
who uses it in the end (`end-user`) and through where it goes (`transit`); of what something is said
(`subject`) to be something (`object`); the `finder`, who else takes part
(`party`); the `goods` concerned, the shipment on board (`cargo`), from where (`origin`) to where
(`destination`), the `place`, what it is `evidence` of, what it repays (`return`); to whom an
actor belongs (`member`), the `wider` class or place, the `maker`, the `publisher`, and the document that
equates a `name`. An edge without a role is listed under its own words.
"""

GIVING, TAKING = ("supplier", "sender", "payer"), ("recipient", "host", "payee")
"""From whom something goes, and to whom."""
TRADING = ("supplier", "recipient", "payer", "payee")
"""Who gives or takes goods or money."""
ACTING = (*GIVING, "user", "producer", "authority", "subject")
"""Who does it, or of whom it is said."""
ACTED_ON = (*TAKING, "target", "object")
"""To whom it is done."""
HELPING = (
    "licensor",
    "broker",
    "carrier",
    "craft",
    "operator",
    "agent",
    "end-user",
    "financier",
    "transit",
)
"""Who helps it along."""
