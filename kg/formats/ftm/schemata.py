"""What we use of the model of FollowTheMoney: its schemata, their properties and types.

Source: followthemoney 4.11, folder `schema`; the tests compare every line with that package.
"""

from __future__ import annotations

from functools import cache

PARENTS: dict[str, tuple[str, ...]] = {
    "Thing": (),
    "Interval": (),
    "Interest": ("Interval",),
    "LegalEntity": ("Thing",),
    "Organization": ("LegalEntity",),
    "PublicBody": ("Organization",),
    "Asset": ("Thing",),
    "Company": ("Organization", "Asset"),
    "Person": ("LegalEntity",),
    "Vehicle": ("Asset",),
    "Vessel": ("Vehicle",),
    "Airplane": ("Vehicle",),
    "Address": ("Thing",),
    "Document": ("Thing",),
    "Article": ("Document",),
    "Image": ("Document",),
    "Video": ("Document",),
    "Folder": ("Document",),
    "Event": ("Interval", "Thing"),
    "Trip": ("Event",),
    "UnknownLink": ("Interest",),
    "Documentation": ("Interest",),
    "Membership": ("Interest",),
    "Sanction": ("Interval",),
    "Identification": ("Interval",),
}
"""Each schema and those whose properties it has, too."""

_OWN = {
    "Thing": "name:name alias:name country:country summary:text notes:text description:text sourceUrl:url"
    " publisher:string wikidataId:identifier keywords:string addressEntity:entity>Address"
    " proof:entity>Document retrievedAt:date",
    "Interval": "startDate:date endDate:date date:date summary:text description:text recordId:string"
    " sourceUrl:url proof:entity>Document publisher:string namesMentioned:name",
    "Interest": "role:string status:string",
    "LegalEntity": "classification:string ogrnCode:identifier leiCode:identifier",
    "Organization": "imoNumber:identifier",
    "Vehicle": "registrationNumber:identifier type:string model:string",
    "Vessel": "imoNumber:identifier flag:country mmsi:identifier",
    "Address": "full:address latitude:number longitude:number",
    "Document": "title:string fileName:string mimeType:mimetype language:language publishedAt:date"
    " parent:entity>Folder",
    "Event": "location:address",
    "Trip": "startLocation:entity>Address endLocation:entity>Address",
    "UnknownLink": "subject:entity>Thing object:entity>Thing",
    "Documentation": "document:entity>Document entity:entity>Thing",
    "Membership": "member:entity>LegalEntity organization:entity>Organization",
    "Sanction": "entity:entity>Thing authority:string program:string reason:text status:string",
    "Identification": "holder:entity>LegalEntity type:string number:identifier",
}

NO_LANGUAGE = ("entity", "date", "url", "country", "language", "mimetype")
"""Types of values that are in no language."""


@cache
def properties(schema: str) -> dict[str, str]:
    """Return the properties of a schema that we use, and the type of each.

    Example:
        >>> properties("Trip")["name"], properties("Trip")["endLocation"]
        ('name', 'entity>Address')
    """
    found: dict[str, str] = {}
    for parent in PARENTS[schema]:
        found |= properties(parent)
    own = (pair.split(":") for pair in _OWN.get(schema, "").split())
    return found | dict(pair for pair in own)


def is_a(schema: str, wanted: str) -> bool:
    """Return whether a schema is another one or a special one of it.

    Example:
        >>> is_a("Trip", "Thing"), is_a("Membership", "Thing")
        (True, False)
    """
    return schema == wanted or any(is_a(parent, wanted) for parent in PARENTS[schema])
