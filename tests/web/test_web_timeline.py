import csv
import io
import re

import pytest

from handmade import JAPAN, LAND, extraction
from relgraph.brief.fact import newness
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.queries.asking import ask
from relgraph.store.embedded import memory_store
from relgraph.store.opening import open_store
from relgraph.web.chronicle import Scope, chronicle


def get(client, **params):
    client.cookies.clear()  # a language once chosen stays
    return client.get("/timeline", params=params)


def rows(client, **params):
    return list(csv.DictReader(io.StringIO(get(client, format="csv", **params).text)))


@pytest.mark.parametrize("about", ["Japan", "Polen"])
def test_it_tells_what_the_question_of_the_catalogue_tells(client, bundled, about):
    with open_store(bundled / "store") as store:
        told = list(ask("timeline", {"actor": about, "limit": "0"}, store).answer.dicts())
    # The question gives what has no other end a row for each topic, the page one entry
    mine = {
        (row["when"], row["subject_name"], row["object_name"]) for row in rows(client, about=about) if row["object"]
    }
    theirs = {(row["when"], row["subject_name"], row["object_name"]) for row in told}
    missing = {one for one in mine if one not in theirs and (one[0], one[2], one[1]) not in theirs}
    assert missing == set()
    assert len(mine) > 10


def test_the_newest_comes_first_or_the_oldest(client):
    dates = [newness(row["when"]) for row in rows(client, about="Japan")]
    assert dates == sorted(dates, reverse=True)
    assert [newness(row["when"]) for row in rows(client, about="Japan", order="oldest")] == sorted(dates)


def test_a_topic_a_type_and_dates_narrow(client):
    assert {row["type"] for row in rows(client, about="Japan", type="visit")} == {"visit"}
    assert {row["when"][:4] for row in rows(client, about="Japan", since="2014", until="2015")} == {"2014", "2015"}
    some, every = rows(client, about="Japan", topic="Technologie"), rows(client, about="Japan")
    assert 0 < len(some) < len(every)


def test_bars_lead_to_their_year_and_say_what_they_hold(client):
    page = get(client, about="Japan").text
    found = re.search(
        r'<a href="/timeline\?about=Japan&amp;since=2019&amp;until=2019" aria-label="2019: (\d+) Einträge', page
    )
    assert found
    assert f"<p>{found[1]} Einträge · <a" in get(client, about="Japan", since="2019", until="2019").text


def test_what_is_planned_for_later_stands_apart():
    told = [
        ("visit", LAND, JAPAN, "Das Land reist im Oktober 2024 nach Japan.", {"status": "planned", "date": "2024-10"}),
        ("cooperation", LAND, JAPAN, "Das Land arbeitet mit Japan zusammen.", {}),
    ]
    with memory_store([*nquads([extraction("r-1", "2024-02-01", "Land", told)]), *ontology_nquads()]) as store:
        held = chronicle(store, Scope("Japan"), "de", newest_first=True)
    assert held.as_of == "2024-02-01"
    assert [(one.when, one.newest.type) for one in held.coming] == [("2024-10", "visit")]


@pytest.mark.parametrize(
    ("params", "status", "told"),
    [
        ({}, 200, "Zeitleiste"),
        ({"about": "Japn"}, 404, '<a href="/timeline?about=Japan">Japan</a>'),
        ({"about": "Japan", "topic": "Wasserstof"}, 404, "Wasserstoff"),
        ({"about": "Japan", "since": "19.5.2019"}, 400, "kein Datum"),
        ({"about": "Japan", "since": "2090"}, 200, "nichts mit Datum belegt"),
        ({"about": "Japan", "format": "xls"}, 404, "xls"),
        ({"about": "<script>alert(1)</script>"}, 404, "&lt;script&gt;"),
    ],
)
def test_what_was_typed_is_mended(client, params, status, told):
    answer = get(client, **params)
    assert answer.status_code == status
    assert told in answer.text
    assert "<script>alert" not in answer.text


def test_a_year_is_opened_by_keyboard_without_scripts(visit):
    page = visit("/timeline?about=Japan&lang=de", java_script_enabled=False)
    page.focus("svg.bars a[href*='since=2014']")
    page.keyboard.press("Enter")
    page.wait_for_url("**since=2014**")
    assert page.input_value("#since") == "2014"


def test_on_a_phone_the_newest_years_are_in_sight_first(visit):
    page = visit("/timeline?about=Japan&lang=de", width=390, height=844)
    newest = page.locator(".bars a").last.bounding_box()
    assert newest["x"] >= 0
    assert newest["x"] + newest["width"] <= 390
    assert page.locator(".bars a").first.bounding_box()["x"] < 0
