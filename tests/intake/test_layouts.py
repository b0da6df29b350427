"""The layouts that come with kg: what each makes of a small table of invented rows."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.analysis.contradictions import contradictions
from kg.analysis.reading import read_world
from kg.analysis.world import World
from kg.errors import CallError
from kg.load.seeds import plan_seeds
from kg.sources.seeds import load
from kg.sources.tables.importing import Imported, imported
from kg.sources.tables.layouts import SHIPPED, layout_named, names
from kg.store import connect

STATES = """\
states:
- {id: al, name: Alphaland, iso: AA}
- {id: be, name: Betaland, iso: BB}
"""
HEAD = (
    "table,year,exporter,importer,category,num_items,state_of_origin,intermediate_locations,description,"
    "comments"
)


class Corpus:
    """A fresh corpus into which tables are imported."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.seeds = folder, folder / "seeds"
        self.seeds.mkdir()
        (self.seeds / "states.yaml").write_text(STATES, encoding="utf-8")

    def take(self, layout: str, name: str, text: str) -> Imported:
        """Import a table that holds this text."""
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        made = layout_named(layout, [SHIPPED])
        day, texts = date(2026, 6, 1), self.folder / "texts"
        return imported(made, file, load(self.seeds), self.seeds, published=day, texts=texts)

    @property
    def facts(self) -> dict[str, Any]:
        """All facts by id."""
        return {fact.id: fact for fact in load(self.seeds).facts}

    def of(self, kind: str) -> list[Any]:
        """The facts of a kind."""
        return [fact for fact in self.facts.values() if kind == type(fact).KIND]

    @property
    def world(self) -> World:
        """The graph."""
        store = connect("memory")
        plan_seeds(self.seeds, store).run()
        return read_world(store)


def clashes(corpus: Corpus) -> list[tuple[str, str]]:
    """Return the claims whose figures contradict each other."""
    return [(pair.one, pair.other) for pair in contradictions(corpus.world) if pair.verdict == "contradicts"]


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """A fresh corpus with two states."""
    monkeypatch.delenv("KG_SOURCES", raising=False)
    return Corpus(tmp_path)


@pytest.mark.parametrize("name", sorted(names([SHIPPED])))
def test_every_layout_can_be_read(name: str) -> None:
    layout = layout_named(name, [SHIPPED])
    assert layout.title
    assert layout.about


def test_unroca_two_states_contradict_each_other(corpus: Corpus) -> None:
    rows = (
        "major_export,2023,Betaland,Alphaland,IV. Combat aircraft,8,,,Falke-2,",
        "major_import,2023,Betaland,Alphaland,IV. Combat aircraft,6,,,Falke-2,Delivered in 2023",
        "small_arms_export,2023,Alphaland,Gammaland,3. Assault rifles,classified,,,,",
        "military_holdings,2023,Alphaland,,I. Battle tanks,200,,,,",
    )
    done = corpus.take("unroca-reports", "reports.csv", "\n".join([HEAD, *rows]))
    assert (done.report.rows, done.report.claims) == (4, 3)
    claims = corpus.of("claim")
    assert [claim.quantity.stage for claim in claims if claim.quantity] == [None, None]
    assert [claim.quantity for claim in claims if claim.about.endswith("2023")].count(None) == 0
    (found,) = clashes(corpus)
    assert {corpus.facts[claim].speaker for claim in found} == {"government-alphaland", "government-betaland"}


def test_unroca_lines_of_one_report_are_not_set_against_the_whole(corpus: Corpus) -> None:
    rows = (
        "major_export,2023,Betaland,Alphaland,IV. Combat aircraft,4,,,Falke-2,",
        "major_export,2023,Betaland,Alphaland,IV. Combat aircraft,3,,,Falke-3,",
        "major_import,2023,Betaland,Alphaland,IV. Combat aircraft,7,,,,",
    )
    corpus.take("unroca-reports", "reports.csv", "\n".join([HEAD, *rows]))
    assert {claim.quantity.of for claim in corpus.of("claim")} == {"falke-2", "falke-3", None}
    assert clashes(corpus) == []


def test_unroca_file_of_a_country(corpus: Corpus) -> None:
    reports = "major_import,2023,Betaland,Alphaland,IV. Combat aircraft,6,,,Falke-2,"
    corpus.take("unroca-reports", "reports.csv", f"{HEAD}\n{reports}")
    series = {"tow": "sa_ar", "tow_verbose": "Assault rifles"}
    values = [{"year": 2023, "amount": 100, "contains_classified": True}]
    file = {
        "country": {"name_en": "Alphaland"},
        "available_reports": [{"year": 2023}],
        "hw_imp": [{"country": "Betaland", "ca_1": 6, "ca_2": 8, "bt_1": None}],
        "sa_imp_time": [{**series, "own_values": values, "other_values": []}],
    }
    done = corpus.take("unroca-country", "alphaland.json", json.dumps(file))
    assert done.difference is not None
    assert len(done.difference.same) == 1  # the report and the file say the same for Alphaland
    assert len(clashes(corpus)) == 1
    (bound,) = [claim for claim in corpus.of("claim") if claim.quantity.high is None]
    assert (bound.quantity.low, bound.speaker) == (100, "government-alphaland")


UCDP = {
    "id": "900001",
    "code_status": "Clear",
    "dyad_name": "Government of Alphaland - Front",
    "side_a": "Government of Alphaland",
    "side_b": "Front",
    "source_office": "Invented Agency",
    "source_date": "2024-05-02",
    "source_headline": "Missile kills soldiers",
    "source_original": "military spokesman",
    "where_coordinates": "Dunay town",
    "country": "Alphaland",
    "event_clarity": "2",
    "date_prec": "2",
    "date_start": "2024-04-30 00:00:00.000",
    "date_end": "2024-05-02 00:00:00.000",
    "best": "15",
    "high": "20",
    "low": "12",
}


def test_ucdp_is_a_chain_of_three(corpus: Corpus) -> None:
    other = {**UCDP, "id": "900002", "source_office": "A;B", "source_original": "one;two", "source_date": ""}
    nobody = {**UCDP, "id": "900003", "source_original": "-1", "side_b": "Civilians"}
    rows = [",".join(row.values()) for row in (UCDP, other, nobody)]
    done = corpus.take("ucdp-ged", "ged.csv", "\n".join([",".join(UCDP), *rows]))
    facts = corpus.facts
    count = facts["ucdp-900001-count"]
    assert count.relays == ["ucdp-900001-report-invented-agency"]
    assert facts[count.relays[0]].relays == ["ucdp-900001-original-military-spokesman"]
    assert facts["ucdp-900001-source-military-spokesman"].wording == "military spokesman"
    assert (count.quantity.low, count.quantity.high, count.hedge) == (12, 20, "apparent")
    assert count.quantity.wording.startswith("best 15")
    assert count.when.text == "2024-04-30/2024-05-02"
    assert facts["ucdp-900001"].actors == ["al", "group-front"]
    assert facts["ucdp-900002-report-a"].relays == []
    assert facts["ucdp-900003-report-invented-agency"].relays == []
    assert facts["ucdp-900003"].actors == ["al"]
    assert any("who had it from whom" in reason for reason in done.report.lost)
    assert corpus.world.relays["ucdp-900001-count"] == ("ucdp-900001-report-invented-agency",)


def test_opensanctions_entities(corpus: Corpus) -> None:
    entities = (
        {"id": "s-1", "schema": "Sanction", "properties": {"entity": ["NK-aB"], "authority": ["The Office"]}},
        {
            "id": "NK-aB",
            "schema": "Company",
            "properties": {
                "name": ["Optics JSC", "Optik AO"],
                "country": ["bb"],
                "topics": ["sanction"],
                "imoNumber": ["IMO2041999"],
            },
        },
        {
            "id": "v-1",
            "schema": "Vessel",
            "properties": {"name": ["STAR"], "imoNumber": ["IMO9240914", "IMO9000001"], "flag": ["zz"]},
        },
        {
            "id": "o-1",
            "schema": "Ownership",
            "properties": {"owner": ["NK-aB"], "asset": ["v-1"], "startDate": ["2024-03"]},
        },
        {"id": "a-1", "schema": "Address", "properties": {"full": ["Dunay"]}},
    )
    done = corpus.take("opensanctions-entities", "list.ftm.json", "\n".join(map(json.dumps, entities)))
    (company,) = [fact for fact in corpus.of("organization") if fact.kind == "company"]
    assert (company.country, company.known_as) == ("be", ["Optik AO"])
    assert [str(one) for one in company.identifiers] == ["opensanctions: NK-aB", "imo-company: 2041999"]
    (vessel,) = corpus.of("vessel")
    assert [str(one) for one in vessel.identifiers] == ["opensanctions: v-1", "imo: 9240914"]
    (listed,) = corpus.of("designation")
    assert (listed.targets, listed.name) == ([company.id], "The Office lists Optics JSC")
    (relation,) = corpus.of("relation")
    assert (relation.subject, relation.object, relation.period.text) == (company.id, vessel.id, "2024-03/..")
    spoken = {claim.about: (claim.speaker, claim.stated_in) for claim in corpus.of("claim")}
    assert spoken[listed.id] == ("authority-the-office", None)
    assert spoken[relation.id] == (None, "opensanctions-list-2026-06-01")
    assert done.report.lost["no fact is made of this sort of entity (schema)"][0] == 1
    assert done.report.lost["topics of an entity are nobody's statement"][0] == 1
    assert done.report.lost["a flag whose code no state of the corpus has (iso:)"][0] == 1
    again = {**entities[0], "id": "s-2"}
    corpus.take("opensanctions-entities", "more.ftm.json", json.dumps(again))
    assert [fact.targets for fact in corpus.of("designation")] == [[company.id], [company.id]]


def test_opensanctions_statements_name_the_list(corpus: Corpus) -> None:
    head = "canonical_id,entity_id,prop,schema,value,dataset,original_value,external,first_seen,id"
    rows = (
        "NK-1,x,country,Company,bb,list_one,Betaland,f,2025-06-01,a2",
        "NK-1,y,name,Company,Optics JSC,list_two,,f,2025-01-01,a1",
        "NK-1,y,topics,Company,sanction,list_two,,f,2025-01-01,a3",
    )
    corpus.take("opensanctions-statements", "s.csv", "\n".join([head, *rows]))
    (actor,) = [fact for fact in corpus.of("organization") if fact.kind == "company"]
    assert actor.name == "Optics JSC"
    assert {claim.stated_in for claim in corpus.of("claim")} == {"os-list-list-one", "os-list-list-two"}
    assert all(claim.about == actor.id for claim in corpus.of("claim"))


def test_component_lists(corpus: Corpus) -> None:
    gur = (
        "id,name_and_marking,armament,manufacturer_country,manufacturer,production_date,publication_date,url\n"
        "7001,DC/DC converter / XX0505S / 2413,BT-7 missile,Betaland,Power AG,13th week of 2024,27.08.2025,\n"
        "7002,Microchip (no marking),BT-7 missile,,Not identified,,27.08.2025,\n"
    )
    corpus.take("components-gur", "gur.csv", gur)
    facts = corpus.facts
    assert (facts["gur-7001"].name, facts["gur-7001"].marking) == ("DC/DC converter", "XX0505S / 2413")
    assert facts["maker-power-ag"].country == "be"
    assert facts["gur-7001-maker-claim"].when.text == "2024"
    assert "gur-7002-maker" not in facts
    assert facts["gur-7002-found-claim"].speaker == "gur"
    own = (
        "Weapon;Component;Maker;Source\nBT-7 missile;gyroscope;Gyro Ltd;Lab One\nBT-7 missile;chip;unknown;\n"
    )
    done = corpus.take("components", "own.csv", own)
    spoken = {
        (claim.speaker, claim.stated_in) for claim in corpus.of("claim") if claim.id.startswith("part-")
    }
    assert spoken == {("finder-lab-one", None), (None, "components-own-2026-06-01")}
    assert len(corpus.of("weapon_type")) == 1
    assert done.report.lost["no maker is named"][0] == 1


BIBTEX = """\
% exported
@online{guns2026, title={{Howitzers} by rail, 50\\% {\\"u}ber}, organization={Harbour Post},
  date={2026-01-05},
  url={https://post.example/a%20b}, language={english}}
@article{ships, title={Ships}, journal={Post}, year=2025, month=mar}
@misc{undated, title={Undated}}
"""


def test_bibliographies_are_documents_without_claims(corpus: Corpus) -> None:
    done = corpus.take("bibtex", "library.bib", BIBTEX)
    facts = corpus.facts
    first, second = facts["doc-guns2026"], facts["doc-ships"]
    assert (first.title, first.url) == ("Howitzers by rail, 50% über", "https://post.example/a%20b")
    assert (first.language, first.held, facts[first.outlet].name) == ("en", False, "Harbour Post")
    assert (second.published.text, second.inferred) == (
        "2025-03-01",
        {"published": "Printed is only 2025-mar."},
    )
    assert done.report.lost["an entry without a day, not even of access"][0] == 1
    assert corpus.of("claim") == []
    before = (corpus.seeds / "imports" / "bibliography-library.jsonl.gz").read_bytes()
    corpus.take("bibtex", "library.bib", BIBTEX)
    assert (corpus.seeds / "imports" / "bibliography-library.jsonl.gz").read_bytes() == before
    item = {"id": "http://z.example/items/AB", "type": "article-newspaper", "title": "Rifles"}
    day = {"issued": {"date-parts": [[2026, 2, 3]]}, "URL": "https://post.example/r", "language": "de-DE"}
    known = {**item, **day, "id": "x", "URL": first.url}
    corpus.take("csl-json", "csl.json", json.dumps([{**item, **day}, known]))
    rifles = corpus.facts["doc-ab"]
    assert (rifles.published.text, rifles.language, rifles.inferred) == ("2026-02-03", "de", {})
    assert "doc-x" not in corpus.facts
    zotero = (
        "Key,Item Type,Publication Year,Title,Publication Title,Publisher,Url,Date\n"
        "K1,webpage,2024,Tanks,,Harbour Post,https://post.example/t,2024-05-02\n"
    )
    corpus.take("zotero-csv", "zotero.csv", zotero)
    assert corpus.facts["doc-k1"].outlet == first.outlet


def test_a_broken_bibliography_is_said_with_its_line(corpus: Corpus) -> None:
    with pytest.raises(CallError) as raised:
        corpus.take("bibtex", "library.bib", "@online{a, title={A}, year=2020}\n\n@article{b, title={x\n")
    assert "library.bib:3: no BibTeX: " in str(raised.value)


def test_the_sheet_of_the_auto_archiver(corpus: Corpus) -> None:
    head = "link,archive status,archive location,archive date,upload timestamp,upload title,hash,wacz"
    rows = (
        "https://post.example/1,success,https://copy.example/a,2026-01-05T09:00:00+00:00,2026-01-04,Rail,SHA-256:56,",
        "https://t.me/x/2,success,https://copy.example/b,2026-01-06T09:00:00+00:00,,A post,,",
        "https://post.example/3,failed,,,,Gone,,",
    )
    done = corpus.take("auto-archiver", "sheet.csv", "\n".join([head, *rows]))
    first, second = corpus.of("document")
    assert (first.archive, first.published.text) == ("https://copy.example/a", "2026-01-04")
    assert first.note == "the copy has SHA-256:56"
    assert (second.kind, second.published.text, list(second.inferred)) == (
        "post",
        "2026-01-06",
        ["published"],
    )
    assert done.report.lost["the link was not archived"][0] == 1
    assert corpus.take("auto-archiver", "again.csv", "\n".join([head, *rows])).written == ()
