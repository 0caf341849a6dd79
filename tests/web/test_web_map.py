import csv
import io
import re

import pytest

from relgraph.atlas.frames import frames


def get(client, **params):
    client.cookies.clear()  # a language once chosen stays
    return client.get("/map", params=params)


def test_each_country_leads_to_its_page_and_tells_its_numbers(client):
    page = get(client).text
    told = r"(Japan: Partnerschaften \d+, Sätze \d+, Mitteilungen (\d+))"
    found = re.search(rf'<a href="/id/country/JP" class="heat-\d" aria-label="{told}"><title>\1</title>', page)
    assert found
    row = re.search(r'<th scope="row"><a href="/id/country/JP">Japan</a></th>(.*?)</tr>', page, re.DOTALL)[1]
    assert row.endswith(f'<td class="number">{found[2]}</td>')


def test_singapore_can_be_seen_and_clicked(client):
    page = get(client, view="asia-pacific").text
    assert re.search(r'<a href="/id/country/SG"[^>]*>.*<circle cx="[\d.]+" cy="[\d.]+" r="5.5"/></a>', page)


@pytest.mark.parametrize("view", list(frames()))
def test_every_part_of_the_world_is_a_link_away(client, view):
    assert f"view={view}" in get(client).text
    assert f'view={view}" aria-current="page"' in get(client, view=view).text


def test_the_numbers_come_as_a_file(client):
    rows = list(csv.DictReader(io.StringIO(get(client, actor="Baden-Württemberg", format="csv").text)))
    assert {"Japan", "China"} <= {row["name"] for row in rows}
    assert all(int(row["releases"]) > 0 for row in rows)


@pytest.mark.parametrize(
    ("params", "status", "told"),
    [
        ({"actor": "Hesen"}, 404, '<a href="/map?actor=Hessen">Hessen</a>'),
        ({"topic": "Wasserstof"}, 404, "Wasserstoff"),
        ({"type": "friendship"}, 404, "friendship"),
        ({"since": "gestern"}, 400, "kein Datum"),
        ({"view": "atlantis"}, 404, "atlantis"),
        ({"since": "2090"}, 200, "Dazu sagt keine Mitteilung etwas."),
        ({"actor": "<script>alert(1)</script>"}, 404, "&lt;script&gt;"),
    ],
)
def test_what_was_typed_is_mended(client, params, status, told):
    answer = get(client, **params)
    assert answer.status_code == status
    assert told in answer.text
    assert "<script>alert" not in answer.text


def test_a_country_is_reached_by_keyboard(visit):
    page = visit("/map?lang=de", java_script_enabled=True)
    page.focus('svg a[href="/id/country/FR"]')
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Frankreich: ")
