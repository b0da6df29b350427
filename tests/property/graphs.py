"""Strategies that build valid small graphs of facts of every kind, from nothing but the models."""

from __future__ import annotations

from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import assume
from hypothesis import strategies as st
from pydantic import StringConstraints, ValidationError
from pydantic.fields import FieldInfo

from kg.model.bounds import VAGUE, rounded
from kg.model.characters import NEVER, PLAIN, odd
from kg.model.identifier import Identifier
from kg.model.kinds import Fact, Link, Tie, links, registry
from kg.model.original import Original
from kg.model.point import WithPoint
from kg.model.quantity import COUNTED, Mode, Quantity, Stage
from kg.model.review import VERDICTS, live
from kg.model.span import Limit, Span
from kg.model.stances import FACETED, side_of
from kg.sources.across import faults
from kg.sources.references import references
from kg.sources.texts import outside

IDS = [*"abcdefghijkl", "a-1", "kp-ru-2024", "x" * 80]
"""Few, so that two graphs often use one id for different things."""

NASTY = (
    "'",
    '"',
    "\\",
    "\\n",
    "a\nb",
    "\u200eleft to right\u200f",
    "😀👩‍👩‍👧",
    "ü u\u0308 ß ẞ",
    "북한 Київ",
    "\ufeff",
    "- a: b # c",
    "{x: *y}",
    "!!str z",
    "5",
    "1e3",
    "0o7",
    "null",
    "yes",
    "~",
    "2024-10-11",
    "<script>",
    "`]-() {id: $x}",
    "a: b",
    "a | b",
    "key: text: more",
    "\\u0041",
    "%41",
    "\U0010ffff",
)

words = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(
        lambda text: odd(text) is None
    ),
    st.sampled_from(NASTY),
    st.lists(st.sampled_from(NASTY), min_size=1, max_size=3).map("".join),
).filter(lambda text: bool(text.strip()))


def days(first: str, last: str) -> st.SearchStrategy[str]:
    """Return days as text between two days."""
    return st.dates(date.fromisoformat(first), date.fromisoformat(last)).map(date.isoformat)


@st.composite
def spans(draw: st.DrawFn, last: str = "9999-12-31", closed: bool = False, several: bool = True) -> str:
    """Return a span of days that ends by `last`; closed ones have an end, and not all take several days."""
    begin, end = sorted([draw(days("0001-01-01", last)), draw(days("0001-01-01", last))])
    forms = [begin, f"{begin}/{end}", f"../{end}", end[:4] + "-01-01"]
    if end[:7] < last[:7]:
        forms.append(end[:7])
    if end[:4] < last[:4]:
        forms += [end[:4], f"{end[:4]}-22"]
    forms += [f"{begin}~", f"{begin}?/{end}%", f"{end}T09:24", f"{end}T23:59:01+03:00"]
    if several and begin < end:
        forms += [f"{{{begin},{end}}}", f"[{begin},{end}?]"]
    return draw(st.sampled_from(forms if closed else [*forms, f"{begin}/.."]))


_MONEY: list[dict[str, Any]] = [
    {"measure": "money", "currency": "USD", "priced": "2022-08-20"},
    {"measure": "money", "currency": "EUR", "per": "gram"},
]


def decimals() -> st.SearchStrategy[float]:
    """Return numbers that a quantity keeps as they are: whole ones as such."""
    parts = st.tuples(st.integers(1, 10**8), st.sampled_from([1, 10, 1_000]))
    return parts.map(lambda part: rounded(part[0] / part[1]))


@st.composite
def quantities(draw: st.DrawFn) -> dict[str, Any]:
    """Return the fields of a possible quantity."""
    out: dict[str, Any] = {
        "unit": draw(st.sampled_from(["soldiers", "railway-wagons"])),
        "mode": draw(st.sampled_from(get_args(Mode))),
    }
    out["wording"] = draw(words)
    out["approximate"] = draw(st.booleans())
    if draw(st.booleans()):
        out["stage"] = draw(st.sampled_from(get_args(Stage)))
    out |= draw(st.sampled_from([{}, {}, {"measure": "mass-g"}, {"per": "day"}, *_MONEY]))
    if out.get("measure") == "money":
        del out["unit"]
    if draw(st.booleans()):
        return out | {"vague": draw(st.sampled_from(sorted(VAGUE)))}
    numbers = decimals() if {"measure", "per"} & {*out} else st.integers(0, 10**15)
    low, high = sorted([draw(numbers), draw(numbers)])
    if draw(st.booleans()):
        out["total"] = high
    which = draw(st.sampled_from(["low", "high", "both"]))
    ends = {name: value for name, value in (("low", low), ("high", high)) if which in (name, "both")}
    opened = {f"{name}_open": low < high and draw(st.booleans()) for name in ends}
    return out | ends | opened


NAMED: dict[str, st.SearchStrategy[Any]] = {
    "said": spans("2023-12-31", closed=True),
    "published": days("2024-01-01", "2024-12-31"),
    "recorded": days("2025-01-01", "2030-12-31"),
    "decided": days("2025-01-01", "2030-12-31"),
    "start": st.integers(0, 500),
    "end": st.integers(501, 1000),
    "region": st.lists(st.integers(0, 50).map(float), min_size=4, max_size=4),
    "timecode": st.sampled_from(["0:00:00", "00:01:23", "12:59:59"]),
    "sha256": st.sampled_from(["a" * 64, "0123456789abcdef" * 4]),
    "file": words.filter(lambda name: outside(name.strip()) is None),
    "reviews": st.lists(
        st.fixed_dictionaries(
            {
                "by": st.sampled_from(["mk", "J. L."]),
                "on": days("2026-01-01", "2026-12-31"),
                "of": st.sampled_from(["a" * 64, "0123456789abcdef" * 4]),
                "verdict": st.sampled_from(VERDICTS),
            }
        ),
        max_size=2,
    ),
    "withdrawn": st.sampled_from(
        [None, None, None, {"by": "mk", "on": "2026-12-09", "why": "wrong: 'document'"}]
    ),
    "entered_by": st.sampled_from(["mk", "import sipri-register@1"]),
}
"""Fields that must fit others, that sources look at, or that are dear to draw."""


@cache
def _field(model: type[Fact | Tie], name: str) -> st.SearchStrategy[Any]:
    """Return the strategy of a plain field."""
    info = model.model_fields[name]
    return NAMED[name] if name in NAMED else _of(info.annotation, list(info.metadata))


def _of(annotation: Any, around: list[Any]) -> st.SearchStrategy[Any]:
    """Return a strategy for a plain annotation and the constraints that were found around it."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _of(args[0], [*around, *args[1:]])
    if origin in (Union, UnionType):
        return st.one_of(*(_of(arg, around) for arg in args))
    if origin is Literal:
        return st.sampled_from(args)
    if origin is list:
        return st.lists(_of(args[0], []), max_size=2)
    if origin is dict:
        return st.dictionaries(_of(args[0], []), _of(args[1], []), max_size=2)
    constraints = [c for m in around for c in (m.metadata if isinstance(m, FieldInfo) else [m])]
    if annotation is str:
        pattern = next(
            (c.pattern for c in constraints if isinstance(c, StringConstraints) and c.pattern), None
        )
        if pattern in (None, PLAIN):
            return words
        return st.from_regex(
            str(pattern).removeprefix("^").removesuffix("$").replace(rf"[^\s{NEVER}]", "[!-~]"),
            fullmatch=True,
        )
    if annotation is int:
        low = max(
            [getattr(c, "ge", 0) or 0 for c in constraints] + [getattr(c, "gt", -1) + 1 for c in constraints]
        )
        return st.integers(low, max([getattr(c, "le", None) or low for c in constraints], default=low))
    if annotation is float:  # hundredths, so that every notation says the same
        least = min([getattr(c, "gt", None) or getattr(c, "ge", None) or 0 for c in constraints], default=0)
        most = max([getattr(c, "le", None) or 0 for c in constraints], default=0)
        return st.integers(round(least * 100) + 1, round(most * 100)).map(lambda n: n / 100)
    parts: dict[Any, st.SearchStrategy[Any]] = {
        Span: spans(),
        Limit: spans(several=False),
        Quantity: quantities(),
        Original: ORIGINALS,
        Identifier: IDENTIFIERS,
        bool: st.booleans(),
        NoneType: st.none(),
    }
    return parts[annotation]


IDENTIFIERS = st.integers(1, 10**6).map(lambda n: {"scheme": "wikidata", "value": f"Q{n}"})
"""Hardly ever the same twice, which a fact refuses."""

RECORD = {"record": "urn:uuid:1", "uri": "https://a.example/b", "date": "2026-01-05T10:00:00.5Z"}
ORIGINALS = st.sampled_from(
    [
        {
            "file": "Ü 'x': #1.pdf",
            "sha256": "b" * 64,
            "media_type": "application/pdf",
            "rule": "pdf-pages-1",
            "tool": "pypdfium2 5.15.2",
            **more,
        }
        for more in (
            {},
            {"pages": 10**6},
            {"encoding": "windows-1251", "warc": RECORD},
            {"pages": 1, "warc": {**RECORD, "payload_digest": "sha1:AB"}},
        )
    ]
)


Skeleton = dict[str, type[Fact]]
"""The kind of each id."""


def _targets(skeleton: Skeleton, labels: tuple[str, ...], own: str) -> list[str]:
    return [i for i, model in skeleton.items() if i != own and set(labels) & set(model.LABELS)]


@st.composite
def _skeletons(draw: st.DrawFn, kinds: tuple[str, ...]) -> Skeleton:
    """Choose kinds for some ids, and add whatever their required references need."""
    models = registry()
    ids = draw(st.permutations(IDS))
    todo = draw(
        st.lists(
            st.sampled_from([models[k] for k in kinds or [*models, *["claim"] * 8]]), min_size=1, max_size=4
        )
    )
    skeleton: Skeleton = {}
    while todo:
        model = todo.pop()
        assume(len(skeleton) < len(ids))
        own = ids[len(skeleton)]
        skeleton[own] = model
        for labels, number in _needs(model):
            able = [m for m in models.values() if set(labels) & set(m.LABELS)]
            missing = number - len(_targets(skeleton, labels, own)) - len([m for m in todo if m in able])
            todo += [draw(st.sampled_from(able)) for _ in range(missing)]
    return skeleton


def _needs(model: type[Fact]) -> list[tuple[tuple[str, ...], int]]:
    """Return the labels and the number of facts that a kind cannot be without."""
    out: list[tuple[tuple[str, ...], int]] = [(("Organization",), 1)] if model.KIND == "document" else []
    for name, info in model.model_fields.items():
        number = (
            max([getattr(m, "min_length", None) or 0 for m in info.metadata], default=0)
            if _is_list(info)
            else 1
        )
        tie = _tie(info)
        if info.is_required() and number and not _optional(info) and (name in links(model) or tie):
            out.append((links(model)[name].to if name in links(model) else tie.TO if tie else (), number))
    return out


def _is_list(info: FieldInfo) -> bool:
    return get_origin(info.annotation) is list


def _optional(info: FieldInfo) -> bool:
    return NoneType in get_args(info.annotation)


def _tie(info: FieldInfo) -> type[Tie] | None:
    inner = get_args(info.annotation)
    return inner[0] if _is_list(info) and isinstance(inner[0], type) and issubclass(inner[0], Tie) else None


_MASKS = st.integers(0, 2**40 - 1)
"""Which optional fields are there, one bit each."""


@st.composite
def _filled(draw: st.DrawFn, own: str, skeleton: Skeleton, model: type[Fact | Tie]) -> dict[str, Any] | None:
    """Fill the fields of a fact or of one of its ties; None when there is nothing to tie to."""
    out: dict[str, Any] = {"id": own} if issubclass(model, Fact) else {}
    chosen = draw(_MASKS)
    for number, (name, info) in enumerate(model.model_fields.items()):
        if name in out or info.exclude or not (info.is_required() or chosen >> number & 1):
            continue
        link = next((m for m in info.metadata if isinstance(m, Link)), None)
        labels = link.to if link else model.TO if issubclass(model, Tie) and name == model.TARGET else None
        tie = _tie(info)
        least = max([getattr(m, "min_length", None) or 0 for m in info.metadata], default=0)
        most = min([getattr(m, "max_length", None) or 3 for m in info.metadata], default=3)
        if labels:
            known = _targets(skeleton, labels, own)
            if _is_list(info):
                out[name] = (
                    draw(st.lists(st.sampled_from(known), unique=True, min_size=max(1, least), max_size=most))
                    if known
                    else []
                )
            elif known and not (info.is_required() and _optional(info) and draw(st.booleans())):
                out[name] = draw(st.sampled_from(known))
            elif _optional(info):
                out[name] = None
            else:
                return None
        elif tie:
            ties = [draw(_filled(own, skeleton, tie)) for _ in range(draw(st.integers(least, 2)))]
            out[name] = [item for item in ties if item]
        else:
            out[name] = draw(_field(model, name))
    return out


@st.composite
def _claim_made_fit(draw: st.DrawFn, fields: dict[str, Any], skeleton: Skeleton) -> dict[str, Any]:
    """Return the fields of a claim with one or several speakers, and with marks that have a sense."""
    out = dict(fields)
    if len(out.get("speakers", ())) > 1:
        out["speaker"] = None
    else:
        out["speakers"] = []
    if out["speakers"] or out["speaker"]:
        out["stated_in"] = None
    if side_of(out["stance"]) in ("against", "doubt") and {"Claim", "Document"} & set(
        skeleton[out["about"]].LABELS
    ):
        out["answers"] = []
    voices = out["speakers"] or [out["speaker"]]
    if any(voice is None or skeleton[voice].VOICE == "unnamed" for voice in voices):
        out["firsthand"] = False
    side = side_of(out["stance"])
    given = {"how-many": "quantity", "when": "when", "where": "place"}.get(out.get("facet", ""))
    if side not in FACETED or (side in ("for", "ahead") and given and out.get(given) is None):
        out["facet"] = "whole"
    own = [one for one in (out, *out["cited"]) if one.get("quantity")]
    for one in own:
        weapons = _targets(skeleton, COUNTED, "")
        one["quantity"]["of"] = draw(st.sampled_from([*weapons, "no-id", None]))
    return out


_SPAN = {"paragraph": 1, "start": 0, "end": 501, "sha256": "a" * 64}


def _place_made_fit(cited: dict[str, Any]) -> dict[str, Any]:
    """Return a citation with a whole span, or none where it says a page, region or moment."""
    spans = [name for name in _SPAN if cited.get(name) is not None]
    elsewhere = any(cited.get(name) is not None for name in ("page", "region", "timecode"))
    if elsewhere and len(spans) < len(_SPAN):
        return {name: value for name, value in cited.items() if name not in _SPAN}
    return {**_SPAN, **{name: value for name, value in cited.items() if value is not None}}


def _document_made_fit(fields: dict[str, Any], every: dict[str, dict[str, Any]]) -> None:
    """Let a document be held or not, copy at most one other, and come after its originals."""
    if None in (fields.get("file"), fields.get("sha256"), fields.get("outlet")):
        fields |= {"file": None, "sha256": None, "original": None}
    ids = [*every]

    def before(other: str | None) -> bool:
        return (
            other is not None
            and ids.index(other) < ids.index(fields["id"])
            and every[other]["published"] <= fields["published"]
        )

    for name in ("reprint_of", "translates"):
        if not before(fields.get(name)):
            fields[name] = None
    if fields["reprint_of"]:
        fields["translates"] = None
    fields["corrects"] = [other for other in fields.get("corrects", ()) if before(other)]


def _claim_made_known(fields: dict[str, Any], every: dict[str, dict[str, Any]]) -> None:
    """Let a claim be known only after what it is stated in, and cite what we hold, or what states it."""
    printed = [every[one["document"]] for one in fields["cited"]]
    paper = every.get(fields.get("stated_in") or "")
    for day in ("published", "recorded"):
        if paper and any(paper[day] > one[day] for one in printed):
            fields["stated_in"] = None
    for one, document in zip(fields["cited"], printed, strict=True):
        if document.get("file") is None and (fields.get("stated_in") != document["id"]):
            document |= {"file": "text.txt", "sha256": "a" * 64}
        if document.get("file") is None:
            for name in _SPAN:
                one.pop(name, None)
            one.setdefault("page", 1)


def _nothing_leans_on_what_is_withdrawn(facts: list[Fact]) -> list[Fact]:
    """Let stand what anything names that stands."""
    while True:
        named = {other for fact in live(facts) for _, other, _ in references(type(fact), fact)}
        wrong = {fact.id for fact in facts if getattr(fact, "withdrawn", None)} & named
        if not wrong:
            return facts
        facts = [f.model_copy(update={"withdrawn": None}) if f.id in wrong else f for f in facts]


@st.composite
def graphs(draw: st.DrawFn, *kinds: str) -> list[Fact]:
    """Return facts whose references resolve among them: of the kinds named, and what those need.

    A graph that breaks a rule between fields of one fact, or between facts, is thrown away.
    """
    skeleton = draw(_skeletons(kinds))
    every: dict[str, dict[str, Any]] = {}
    for own, model in skeleton.items():
        fields = draw(_filled(own, skeleton, model))
        assume(fields is not None)
        every[own] = fields or {}
    for own, model in skeleton.items():
        fields = every[own]
        if model.KIND == "document":
            _document_made_fit(fields, every)
        if "cited" in fields:
            fields["cited"] = [_place_made_fit(one) for one in fields["cited"]]
        if model.KIND == "claim":
            about = fields["about"]
            if skeleton[about].KIND == "claim" and [*skeleton].index(about) > [*skeleton].index(own):
                others = _targets(skeleton, ("Event", "WeaponType", "Actor"), own)
                fields["about"] = draw(st.sampled_from(others or [about]))
            every[own] = draw(_claim_made_fit(fields, skeleton))
        if not {*WithPoint.model_fields} <= fields.keys():
            every[own] = {name: v for name, v in every[own].items() if name not in WithPoint.model_fields}
    for own, model in skeleton.items():
        if model.KIND == "claim":
            _claim_made_known(every[own], every)
    organizations = [i for i, model in skeleton.items() if model.KIND == "organization"]
    facts: list[Fact] = []
    for own, model in skeleton.items():
        fields = every[own]
        if model.KIND == "document" and fields["file"] and not fields.get("outlet"):
            fields["outlet"] = organizations[0]
        try:
            facts.append(model.model_validate(fields))
        except ValidationError as error:
            if any(item["type"] != "value_error" for item in error.errors()):
                raise
            assume(False)
    facts = _nothing_leans_on_what_is_withdrawn(facts)
    known = {fact.id: fact for fact in facts}
    assume(not any(fault for fact in facts for fault in faults(fact, known)))
    return facts
