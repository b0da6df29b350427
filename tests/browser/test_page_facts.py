"""What our page tells in a real browser is what the facts say: on each day, in cards, in the table."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from urllib.parse import urlencode

import pytest

from kg.analysis.asof import cut, publication_days
from kg.analysis.roots import roots
from kg.analysis.status import status
from kg.language.interface.words import Words
from kg.picture.contents import see
from kg.questions import library
from kg.questions.run import run

from .page_desk import CHAIN, DISPATCH, EVENT, FIGURES, FLOW, NETWORK, Corpus, View, drawn_as_known

pytestmark = pytest.mark.browser


# Days


def ten_days(days: list[date]) -> list[date]:
    one = timedelta(1)
    chosen = {days[0] - one, *days, *(day + one for day in days), *(day - one for day in days[1:])}
    return sorted(day for day in chosen if day <= days[-1])[:12]


def test_the_slider_equals_as_of_on_ten_days(view: View, drawn: Corpus) -> None:
    preset = library.question("timeline")
    days = ten_days(publication_days(drawn.seen.world))
    assert len(days) >= 10
    view.at(f"d={EVENT}")
    for day in days:
        place = view.js(
            "kgPage.app.setDay(arguments[0]); return Number(document.getElementById('day').value)", str(day)
        )
        printed = publication_days(drawn.seen.world)
        assert printed[place] == max((one for one in printed if one <= day), default=printed[0])
        answer = run(preset, drawn.store, {"event": DISPATCH, "as_of": str(day)})
        assert sorted(view.claims()) == sorted(row[-1] for row in answer.rows), day
        known = cut(drawn.seen.world, day)
        told = view.js(
            "return Object.fromEntries(kgPage.facts.ids.map((id) => [id, kgPage.marksOf(id,"
            " kgPage.filter.day)]))"
        )
        for row in status(known):
            if row.event in told:
                assert (
                    told[row.event]["status"],
                    told[row.event]["credibility"],
                    told[row.event]["rule"],
                ) == (row.status, row.credibility, row.rule), (day, row.event)
        for support in roots(known):
            if support.subject in told:
                own = told[support.subject]
                assert (own["min"], own["max"], own["reports"]) == (
                    support.roots.least,
                    support.roots.most,
                    len(support.reports),
                ), day
        judged = {row.event for row in status(known)}
        assert not [i for i, marks in told.items() if "status" in marks and i not in judged], day
        chains = view.js(
            "return kgPage.app.scene.claims.flat().filter((c) => kgPage.claimKnown(c)).map((c) =>"
            " [kgPage.facts.ids[c], kgPage.chains(kgPage.facts.ids[c])])"
        )
        for claim, paths in chains:
            assert {path[-1] for path in paths} <= set(known.claims), (day, claim)


def test_the_slider_hides_what_a_picture_made_as_of_that_day_does_not_hold(view: View, drawn: Corpus) -> None:
    view.at()
    for day in publication_days(drawn.seen.world)[:-1]:
        then = drawn_as_known(drawn.store, see(drawn.store, day))
        for number in (CHAIN, FIGURES, EVENT):
            view.js("kgPage.app.draw(arguments[0]); kgPage.app.setDay(arguments[1])", number, str(day))
            shown = view.js(
                "const s = kgPage.app.scene; return s.id.filter((id, i) => s.on[i] && s.kindOf[i] ==="
                " 'Claim')"
            )
            assert sorted(shown) == sorted(node.id for node in then[number].nodes if node.kind == "Claim"), (
                day,
                number,
            )


def test_a_picture_made_for_each_day_is_the_one_that_the_slider_shows(view: View, drawn: Corpus) -> None:
    view.at(f"d={FLOW}")
    days = publication_days(drawn.seen.world)[:-1]
    assert list(drawn.by_day[FLOW]) == days
    for day in days:
        then = drawn_as_known(drawn.store, see(drawn.store, day))[FLOW]
        assert drawn.by_day[FLOW][day] == then, "as 'kg view --as-of' draws it"
        view.js("kgPage.app.setDay(arguments[0])", str(day))
        assert view.js("return kgPage.app.scene.id") == [node.id for node in then.nodes]
        assert view.js("return kgPage.app.scene.high") == [round(edge.high, 2) for edge in then.edges]
        assert view.page.text("caption") == then.caption
    view.clean()


def test_the_buttons_go_from_publication_to_publication(view: View, drawn: Corpus) -> None:
    days = publication_days(drawn.seen.world)
    view.at(f"d={CHAIN}")
    for day in reversed(days[:-1]):
        view.click("#day-before")
        assert view.js("return kgPage.filter.day") == str(day)
    view.click("#day-after")
    assert view.js("return kgPage.filter.day") == str(days[1])


def test_a_status_told_by_an_outline_is_that_of_the_day(view: View, drawn: Corpus) -> None:
    view.at(f"d={NETWORK}")
    days = publication_days(drawn.seen.world)
    early = {row.event: row.status for row in status(cut(drawn.seen.world, days[0]))}
    view.js("kgPage.app.setDay(arguments[0])", str(days[0]))
    drawn_as = dict(
        view.js(
            "const s = kgPage.app.scene; return s.fact.map((f, i) => [f, s.style[i], s.on[i]]).filter(([f,"
            " style, on]) => on && style).map(([f, style]) => [f, style])"
        )
    )
    told = {event: style for event, style in drawn_as.items() if event in early}
    assert told
    assert all(early[event] == style for event, style in told.items())


# Cards


def test_a_claim_card_says_who_how_many_when_through_whom_and_where(view: View) -> None:
    view.at(f"d={CHAIN}")
    view.click_at("isw-troops-arrived-2024-10-12")
    card = view.card()
    for words in (
        "Institute for the Study of War",
        "several thousand soldiers",
        "mehrere tausend",
        "2,000 to 10,000 (excluded)",
        "12 Oct 2024",
        "The Washington Post",
        "Washington Post's source in Ukrainian military intelligence",
        "disputed",
        "asserted and denied",
        "paragraph 4, characters 147 to 400",
        "published 13 Oct 2024",
        "says that it is so",
        "An echo",
        "Not in the text, resolved by us",
    ):
        assert words in card, words
    assert view.js("return document.querySelectorAll('#card blockquote').length") == 0
    assert view.js("return document.querySelectorAll('#card .hops li').length") == 3
    view.js("document.querySelector('#card .hops button').click()")
    assert "The Washington Post" in view.js(
        "return document.querySelector('#card h2').textContent + document.querySelector('#card"
        " dd').textContent"
    )
    view.js("[...document.querySelectorAll('#card .bar button')][0].click()")
    assert "Institute for the Study of War" in view.card()
    view.clean()


def test_a_missing_speaker_is_a_gap_and_says_so(view: View) -> None:
    view.at(f"d={CHAIN}")
    gap = view.js("const s = kgPage.app.scene; return s.id[s.kindOf.indexOf('Gap')]")
    view.click_at(gap)
    assert "neither names nor describes" in view.card()


def test_an_event_card_lists_claims_by_stance_and_the_status_with_its_reason(
    view: View, drawn: Corpus
) -> None:
    [standing] = [row for row in status(drawn.seen.world) if row.event == DISPATCH]
    elsewhere = standing.from_elsewhere(drawn.seen.world)
    assert set(standing.denied) <= set(elsewhere), "the denial is of a larger event"
    view.at(f"d={NETWORK}&s=f:{DISPATCH}")
    card = view.card()
    for words in (
        "Deployment, as alleged",
        "disputed",
        "possibly true (Admiralty 3)",
        "●●○○",
        "2 documents",
        "independent roots",
        "Asserted (",
        f"and counted here, too ({len(elsewhere)})",
        *(drawn.seen.graph.nodes[claim].properties["paraphrase"] for claim in elsewhere),
        "Not confirmed (1)",
    ):
        assert words in card, words


def test_hovering_shows_the_neighbourhood(view: View) -> None:
    view.at(f"d={CHAIN}")
    inked = (
        "const c = document.getElementById('live'), d = c.getContext('2d').getImageData(0, 0, c.width,"
        " c.height).data; let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n;"
    )
    assert view.js(inked) == 0
    view.hover("isw-troops-arrived-2024-10-12")
    assert view.js(inked) > 1000
    assert "ISW" in view.page.text("whisper")
    view.js("document.getElementById('canvas').dispatchEvent(new PointerEvent('pointerleave'))")
    assert view.js(inked) == 0
    assert view.page.text("whisper") == ""


def test_a_group_opens_on_click_and_closes_again(view: View) -> None:
    view.at(f"d={NETWORK}")
    cluster, member = view.js(
        "const s = kgPage.app.scene, [i, inside] = [...s.members][0]; return [s.id[i], s.id[inside[0]]]"
    )
    assert member not in view.shapes()
    view.js("kgPage.app.layers.move({ x: 0, y: 0, k: 0.4 })")
    view.rest()
    view.click_at(cluster)
    view.rest()
    assert member in view.shapes()
    assert urlencode({"open": cluster}) in view.state()
    view.js(
        "[...document.querySelectorAll('#card button')].find((b) => b.textContent.includes('Close this"
        " group')).click()"
    )
    assert member not in view.shapes()
    view.js("kgPage.app.select('f:' + arguments[0])", member)
    assert member in view.shapes(), "what is selected is shown"


# Table


def test_the_table_equals_the_answer_as_json(view: View, drawn: Corpus) -> None:
    view.at(f"d={EVENT}&view=table")
    answer = run(library.question("timeline"), drawn.store, {"event": DISPATCH})
    rows = {row["claim"]: row for row in view.js("return kgPage.tableRows('claims').map((row) => row.cells)")}
    days = view.js(
        "return Object.fromEntries(kgPage.tableRows('claims').map((r) => [r.cells.claim, r.days]))"
    )
    assert set(rows) == {row["claim"] for row in answer.dicts()}
    for row in answer.dicts():
        told = rows[row["claim"]]
        assert told["what"] == row["what"]
        assert told["figure"].partition(" (“")[0] == (row["figure"] or "")
        assert told["published"] == Words().day(str(row["published"]))
        assert told["said"].endswith(Words().day(str(row["said"])))
        assert days[row["claim"]]["published"] == str(row["published"]), "copies keep the ISO day"
        assert told["stance"] == row["stance"].replace("-", " ")
        assert told["speaker"] == row["speaker"] or (
            row["speaker"] is None and told["speaker"].startswith("nobody named")
        )
    shown = view.js(
        "return [...document.querySelectorAll('#table tbody tr')].map((tr) => [...tr.cells].map((td) =>"
        " td.textContent))"
    )
    assert shown == view.js("return kgPage.tableRows('claims').map((row) => Object.values(row.cells))")


def test_the_table_holds_every_shape_and_line_of_every_picture(view: View, drawn: Corpus) -> None:
    view.at("view=table")
    for number, drawing in enumerate(drawn.drawings):
        view.js("kgPage.app.draw(arguments[0])", number)
        shapes = view.js("return kgPage.tableRows('shapes').map((row) => row.cells)")
        assert [row["id"] for row in shapes] == [node.id for node in drawing.nodes]
        assert [row["claims"].split() for row in shapes] == [list(node.claims) for node in drawing.nodes]
        lines = view.js("return kgPage.tableRows('lines').map((row) => row.cells)")
        names = {node["id"]: node["name"] for node in shapes}
        assert [(row["from"], row["to"]) for row in lines] == [
            (names[e.start], names[e.end]) for e in drawing.edges
        ]
        assert [row["claims"].split() for row in lines] == [list(e.claims) for e in drawing.edges]
        assert [row["derived"] == "yes" for row in lines] == [e.derived for e in drawing.edges]


def test_the_table_sorts_and_is_copied_as_csv(view: View) -> None:
    view.at(f"d={NETWORK}&view=table")
    view.click("#table th.c-figure button")
    view.click("#table th.c-figure button")
    assert (
        view.js("return document.querySelector('#table th.c-figure').getAttribute('aria-sort')")
        == "descending"
    )
    first = view.js("return document.querySelector('#table tbody td.c-figure').textContent")
    assert first.startswith("130,000,000,000 RUB")
    rows = list(csv.DictReader(io.StringIO(view.js("return kgPage.csv()"))))
    told = view.js("return kgPage.tableRows('claims').length")
    assert len(rows) == told
    assert rows[0]["figure"] == first
    view.js(
        "navigator.clipboard.writeText = (words) => { window.copied = words; return Promise.resolve(); };"
        " document.getElementById('copy-json').click()"
    )
    assert [row["claim"] for row in json.loads(view.js("return window.copied"))] == [
        row["claim"] for row in rows
    ]
    view.click("#table .rest")
    assert view.js("return document.querySelectorAll('#table tbody tr').length") == told
    view.clean()
