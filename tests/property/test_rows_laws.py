"""Laws of the way from facts to rows, lines, files and stores, and back."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from kg.analysis.verdict import verdict
from kg.analysis.world import Figure
from kg.load.seeds import plan_facts
from kg.load.stream.outlines import Outlines
from kg.load.stream.row_spools import Edges, Nodes
from kg.load.stream.spool import Spool
from kg.model import OWNED, WITHDRAWN
from kg.model.convert import facts_of, rows_of
from kg.model.kinds import Fact
from kg.model.kinds.claim import Claim
from kg.model.quantity import Quantity
from kg.model.review import Reviewable, content_hash, live
from kg.model.rows import Graph
from kg.sources.json_lines import lines, record, right
from kg.sources.json_lines import read as read_lines
from kg.sources.seeds import load
from kg.sources.yaml_tree import _plain
from kg.store import Store, connect
from tests.laws import examples
from tests.property.graphs import graphs, quantities, words

LAW = settings(
    max_examples=examples(40), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
SLOW = settings(LAW, max_examples=examples(15))


def by_id(facts: list[Fact]) -> dict[str, Fact]:
    assert len({fact.id for fact in facts}) == len(facts)
    return {fact.id: fact for fact in facts}


@contextmanager
def on_file() -> Iterator[Store]:
    """Yield an empty store in a file of its own."""
    with TemporaryDirectory() as folder:
        store = connect(str(Path(folder, "store.grafeo")))
        try:
            yield store
        finally:
            store.close()


@LAW
@given(graphs())
def test_facts_become_rows_and_back(facts: list[Fact]) -> None:
    assert by_id(facts_of(rows_of(facts))) == by_id(facts)


@LAW
@given(graphs("claim", "claim", "document"))
def test_what_was_withdrawn_counts_like_what_is_not_there(facts: list[Fact]) -> None:
    rows = rows_of(facts)
    gone = {fact.id for fact in facts} - {fact.id for fact in live(facts)}
    left = {id: row for id, row in rows.nodes.items() if id not in gone}
    assert all(rows.nodes[id].labels == (WITHDRAWN, OWNED) for id in gone)
    assert Graph(left, rows.edges) == rows_of(live(facts))


@LAW
@given(graphs("claim", "claim", "document"))
def test_a_review_is_of_what_the_line_says(facts: list[Fact]) -> None:
    """The hash changes if and only if the line without what came of the review does."""
    own = [fact for fact in facts if isinstance(fact, Reviewable)]
    values = [(name, getattr(one, name)) for one in own for name in type(one).model_fields if name != "id"]
    changed = [
        fact.model_copy(update={name: value})
        for fact in own
        for name, value in values
        if name in type(fact).model_fields
    ]
    hidden = [fact.model_copy(update={"internal": "psst"}) for fact in own]
    pairs = {(content_hash(fact), _line(fact)) for fact in (*own, *changed, *hidden)}
    assert len(pairs) == len({hash for hash, _ in pairs}) == len({line for _, line in pairs})
    assert "psst" not in "".join(lines(hidden))
    assert rows_of([*facts, *hidden]) == rows_of(facts)


def _line(fact: Fact) -> str:
    own = record(fact, {})
    return json.dumps({name: value for name, value in own.items() if name not in ("reviews", "withdrawn")})


@LAW
@given(graphs())
def test_what_is_read_quickly_and_kept_on_disk_is_the_same(facts: list[Fact]) -> None:
    every, rows, outlines = by_id(facts), rows_of(facts), Outlines()
    for line in lines(facts):
        assert right(line.encode()) in (None, every[json.loads(line)["id"]])
    nodes = Nodes(Spool(Path("nowhere")), outlines)
    for node in rows.nodes.values():
        nodes.add(
            0, nodes.packed(next(label for label in node.labels[::-1] if label != OWNED), node.properties)
        )
    assert [own for _, own in nodes.part(0)] == [node.properties for node in rows.nodes.values()]
    edges, held = (
        Edges(Spool(Path("nowhere")), outlines),
        [(*e[:3], e.properties) for e in rows.edges.values()],
    )
    edges.add(0, edges.packed([], held))
    assert [*edges.part(0)] == [held]


@LAW
@given(graphs(), st.randoms())
def test_the_order_of_facts_does_not_matter(facts: list[Fact], random: Any) -> None:
    other = list(facts)
    random.shuffle(other)
    rows, turned = rows_of(facts), rows_of(other)
    assert rows == turned
    assert list(rows.nodes) == list(turned.nodes)
    assert list(rows.edges) == list(turned.edges)
    assert list(lines(facts)) == list(lines(other))


@LAW
@given(graphs("claim", "claim", "document"))
def test_a_claim_has_the_first_day_of_what_it_relays(facts: list[Fact]) -> None:
    nodes, relayed = rows_of(facts).nodes, defaultdict(list)
    for edge in rows_of(facts).edges.values():
        if edge.type == "RELAYS":
            relayed[edge.start].append(nodes[edge.end].properties["known_from"])
    claims = [fact.id for fact in live(facts) if type(fact).KIND == "claim"]
    assert {id: nodes[id].properties.get("relays_from") for id in claims} == {
        id: min(relayed.get(id, []), default=None) for id in claims
    }
    assert all(nodes[id].properties["root"] == (id not in relayed) for id in claims)


@LAW
@given(graphs())
def test_every_node_and_edge_is_one_row(facts: list[Fact]) -> None:
    rows = rows_of(facts)
    assert set(rows.nodes) == {fact.id for fact in facts}
    assert all(row.identity == identity for identity, row in rows.edges.items())
    assert all({edge.start, edge.end} <= set(rows.nodes) for edge in rows.edges.values())


@LAW
@given(graphs())
def test_facts_become_lines_and_back(facts: list[Fact]) -> None:
    written = list(lines(facts))
    assert not any("\n" in line for line in written)
    assert by_id(read_lines("\n".join(written).split("\n"), "x.jsonl").facts) == by_id(facts)


@LAW
@given(graphs())
def test_a_store_in_memory_reads_back_what_it_was_given(facts: list[Fact]) -> None:
    store = connect("memory")
    plan_facts(facts, store, "one").run()
    assert store.read() == rows_of(facts)
    assert by_id(facts_of(store.read())) == by_id(facts)


@SLOW
@given(graphs())
def test_a_store_in_a_file_reads_back_what_it_was_given(facts: list[Fact]) -> None:
    with on_file() as store:
        plan_facts(facts, store, "one").run()
        assert store.read() == rows_of(facts)


@LAW
@given(graphs())
def test_loading_twice_is_loading_once(facts: list[Fact]) -> None:
    store = connect("memory")
    plan_facts(facts, store, "one").run()
    plan = plan_facts(list(reversed(facts)), store, "one")
    assert (len(plan.changes), plan.up_to_date) == (0, True)


@LAW
@given(graphs(), graphs())
def test_changes_turn_any_graph_into_any_other(now: list[Fact], wanted: list[Fact]) -> None:
    store = connect("memory")
    plan_facts(now, store, "one").run()
    plan_facts(wanted, store, "two").run()
    assert store.read() == rows_of(wanted)
    assert len(plan_facts(wanted, store, "two").changes) == 0


@SLOW
@given(graphs(), graphs())
def test_changes_turn_any_file_into_any_other(now: list[Fact], wanted: list[Fact]) -> None:
    with on_file() as store:
        plan_facts(now, store, "one").run()
        plan_facts(wanted, store, "two").run()
        assert store.read() == rows_of(wanted)


@LAW
@given(graphs(), st.data())
def test_a_changed_fact_is_a_changed_row(facts: list[Fact], data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(facts))
    known = [name for name in ("name", "note", "paraphrase", "title") if name in type(chosen).model_fields]
    new = {data.draw(st.sampled_from(known)): data.draw(words)} if known else {}
    other = type(chosen).model_validate(chosen.model_dump() | new)
    changed = [other if fact is chosen else fact for fact in facts]
    assert (rows_of(changed) == rows_of(facts)) == (other == chosen)


def _yaml(facts: list[Fact], **style: Any) -> str:
    """Write facts as a seed file; what YAML 1.1 leaves without quotes and 1.2 reads as a number gets them."""
    lists = defaultdict(list)
    for fact in facts:
        lists[type(fact).PLURAL].append(fact.model_dump(mode="json", exclude_defaults=True))

    class Dumper(yaml.SafeDumper):
        pass

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        return dumper.represent_scalar(
            "tag:yaml.org,2002:str", value, style=None if isinstance(_plain(value), str) else "'"
        )

    Dumper.add_representer(str, text)
    return str(yaml.dump(dict(lists), Dumper=Dumper, **style))


@LAW
@given(graphs(), st.sampled_from([True, False, None]), st.sampled_from([20, 80, 10_000]), st.booleans())
def test_facts_become_yaml_and_back(facts: list[Fact], flow: bool | None, width: int, bom: bool) -> None:
    text = _yaml(facts, default_flow_style=flow, width=width)
    with TemporaryDirectory() as folder:
        Path(folder, "x.yaml").write_text(text, encoding="utf-8-sig" if bom else "utf-8", newline="")
        assert by_id(load(Path(folder)).facts) == by_id(facts)


@LAW
@given(graphs(), st.integers(1, 4))
def test_it_does_not_matter_which_file_a_fact_is_in(facts: list[Fact], number: int) -> None:
    with TemporaryDirectory() as folder:
        for i in range(number):
            part = facts[i::number]
            if part:
                file = Path(folder, f"part{i}", f"{number - i}.yaml")
                file.parent.mkdir()
                file.write_text(_yaml(part), encoding="utf-8")
        assert by_id(load(Path(folder)).facts) == by_id(facts)


@LAW
@given(quantities())
def test_low_is_never_above_high(fields: dict[str, Any]) -> None:
    quantity = Quantity.model_validate(fields)
    assert quantity.low is not None or quantity.high is not None
    assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
    assert quantity.words()
    properties = {k: v for k, v in quantity.to_properties("printed").items() if v is not None}
    assert Quantity.model_validate(Quantity.from_properties("printed", properties)) == quantity


def _numbers(facts: list[Fact]) -> list[tuple[type, float | None]]:
    """Return the bounds of claims in the order of their ids, each with its type."""
    quantities = [fact.quantity for fact in sorted(facts, key=lambda f: f.id) if isinstance(fact, Claim)]
    bounds = [bound for q in quantities if q for bound in (q.low, q.high, q.total)]
    return [(type(bound), bound) for bound in bounds]


@LAW
@given(graphs("claim", "document"))
def test_decimals_stay_as_they_are_and_whole_numbers_whole(facts: list[Fact]) -> None:
    store = connect("memory")
    plan_facts(facts, store, "one").run()
    known = _numbers(facts)
    assert _numbers(facts_of(store.read())) == known
    assert _numbers(list(read_lines(lines(facts), "x.jsonl").facts)) == known
    with TemporaryDirectory() as folder:
        Path(folder, "x.yaml").write_text(_yaml(facts), encoding="utf-8")
        assert _numbers(list(load(Path(folder)).facts)) == known


@LAW
@given(quantities(), quantities())
def test_figures_of_two_currencies_are_never_compared(one: dict[str, Any], other: dict[str, Any]) -> None:
    figures = [_figure(fields | {"mode": "flow", "stage": "sent"}) for fields in (one, other)]
    ruling = verdict(*figures)
    if figures[0].kind != figures[1].kind:
        assert ruling.word == "incomparable"
    if None not in (figures[0].currency, figures[1].currency) and figures[0].currency != figures[1].currency:
        assert ruling.rule.startswith("not compared: two currencies")


def _figure(fields: dict[str, Any]) -> Figure:
    known = Quantity.model_validate(fields).model_dump()
    return Figure(**{name: known[name] for name in Figure._fields if name in known})


@LAW
@given(quantities(), st.integers(0, 10**15), st.integers(0, 10**15), st.booleans(), st.booleans())
def test_no_quantity_holds_nothing(
    fields: dict[str, Any], low: int, high: int, low_open: bool, high_open: bool
) -> None:
    given_ = {k: v for k, v in fields.items() if k not in ("vague", "total")} | {
        "low": low,
        "high": high,
        "low_open": low_open,
        "high_open": high_open,
    }
    possible = low < high or (low == high and not low_open and not high_open)
    try:
        Quantity.model_validate(given_)
    except ValidationError:
        assert not possible
    else:
        assert possible
