"""Facts as JSON-LD in the words of schema.org, with the cited places as annotations of the W3C.

Source: JSON-LD 1.1, W3C Recommendation of 16 July 2020; https://schema.org.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.formats.annotating import TERMS, VOCABULARIES, annotation, places
from kg.formats.json import with_list
from kg.formats.leaving import Exported, Loss
from kg.formats.quoting import quotes as words_at
from kg.formats.schema_org import thing
from kg.formats.triples import PREFIXES, checked
from kg.model.base import links
from kg.model.citation import TextSpan
from kg.model.parts import Strict
from kg.model.span import Span

if TYPE_CHECKING:
    from kg.formats.annotating import Place
    from kg.model.kinds import Fact

FORMAT = "jsonld"
OF = "facts"
ENDINGS = (".jsonld",)
ABOUT = "Claims and what they name in the words of schema.org (JSON-LD)."
OPTIONS = {"base": ("urn:kg-arms:", "Begins every address."), "quotes": ("no", "'yes' adds the cited words.")}

CONTEXT: dict[str, Any] = {
    "@vocab": PREFIXES["schema"],
    **VOCABULARIES,
    "edtf": PREFIXES["edtf"],
    **TERMS,
}
"""What every word means, so that nothing has to be fetched to know it."""


def render(facts: Sequence[Fact], *, base: str = "urn:kg-arms:", quotes: str = "no") -> Exported:
    """Write claims and what they name in the words of schema.org, and cited places as annotations.

    A claim has text, author, day, what it is about, on which claims it rests and where it appeared. What
    schema.org has no word for, stance and figure above all, stands under ours (kg:...), so nothing is lost.
    The words of the texts are added only where asked for, from the texts at hand.

    \b
    Example:
      kg export jsonld --output corpus.jsonld
    """
    loss = Loss()
    objects = _objects(facts, checked(base), words_at(quotes, loss))
    return Exported("".join(with_list({"@context": CONTEXT}, "@graph", objects)), loss)


def _objects(
    facts: Sequence[Fact], begins: str, words: Callable[[Place], str | None]
) -> Iterator[dict[str, Any]]:
    by_id = {fact.id: fact for fact in facts}
    for fact in facts:
        told, carried = thing(fact, by_id, lambda id: {"@id": begins + id})
        kinds = [*filter(None, [told.pop("@type")]), *(f"kg:{label}" for label in type(fact).LABELS)]
        own = _own(fact, {"id", *_PLACED, *carried} - {"said"}, begins)
        yield {"@id": begins + fact.id, "@type": kinds, **told, **own}
        for place in places(fact, by_id):
            made = annotation(fact, place, begins, begins + place.document.id, words(place))
            made["target"] |= _own(place.cited, _FOUND, begins)
            yield made


_PLACED = ("aliases", "cited")
"""Fields that stand as annotations."""
_FOUND = frozenset(TextSpan._fields) | {"document", "page", "region", "timecode"}
"""Fields of a citation that its selectors tell."""


def _own(value: Strict, told: Collection[str], base: str) -> dict[str, Any]:
    """Return the fields of a fact or of a part of one that are told in no other words."""
    linked = {*links(type(value)), getattr(value, "TARGET", "")}
    fields = {
        name: getattr(value, name)
        for name, info in type(value).model_fields.items()
        if name not in told and not info.exclude
    }
    return {
        f"kg:{name}": _term(each, base if name in linked else None, base)
        for name, each in fields.items()
        if each not in (None, [], {})
    }


def _term(value: Any, names: str | None, base: str) -> Any:
    """Return a value as JSON-LD has it; with `names`, the address of the fact that it names."""
    if isinstance(value, list):
        return [_term(each, names, base) for each in value]
    if isinstance(value, dict):
        return [{"@type": "kg:Pair", "kg:key": key, "kg:value": each} for key, each in value.items()]
    if isinstance(value, Span):
        return {"@type": "edtf:EDTF", "@value": value.text}
    if isinstance(value, date):
        return {"@type": "xsd:date", "@value": str(value)}
    if isinstance(value, Strict):
        return {"@type": f"kg:{type(value).__name__}", **_own(value, (), base)}
    return value if names is None else {"@id": names + value}
