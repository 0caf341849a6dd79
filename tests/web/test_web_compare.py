import csv
import io

import pytest

from relgraph.web.comparing import FORMATS

RESEARCH = "https://w3id.org/relgraph/topic/research"
PAIR = [("partner", "Japan"), ("partner", "China")]


def get(client, path, params):
    client.cookies.clear()  # a language once chosen stays
    return client.get(path, params=params)


def test_numbers_lead_to_the_sentences_behind_them(client):
    rows = list(csv.DictReader(io.StringIO(get(client, "/compare", [*PAIR, ("format", "csv")]).text)))
    told = next(row for row in rows if row["key"] == RESEARCH and row["partner_name"] == "Japan")
    page = get(client, "/compare", PAIR).text
    assert f'{told["releases"]} <span class="small">({told["sentences"]})</span>' in page
    behind = get(client, "/compare/sentences", {"partner": told["partner"], "row": RESEARCH}).text
    assert behind.count("<blockquote") == int(told["relations"])
    assert told["newest_sentence"] in behind
    assert '<a href="/id/relation/' in behind or 'href="/id/relation/' in behind


@pytest.mark.parametrize("by", ["topic", "type", "year"])
def test_every_cell_has_a_page(client, by):
    held = get(client, "/compare", [*PAIR, ("by", by), ("format", "json")]).json()
    for row in (held["rows"][0], held["rows"][-1]):
        for partner in row["counts"]:
            answer = get(client, "/compare/sentences", {"partner": partner, "row": row["key"] or "none", "by": by})
            assert answer.status_code == 200
            assert "<blockquote" in answer.text


@pytest.mark.parametrize("format_", FORMATS)
def test_a_comparison_comes_as_a_file(client, format_):
    answer = get(client, "/compare", [*PAIR, ("format", format_)])
    begins = {"png": b"\x89PNG", "svg": b"<svg", "csv": b"by,key", "json": b"{", "md": b"# Vergleich"}
    assert answer.content.startswith(begins[format_])
    assert answer.headers["content-disposition"].endswith(f'-Japan-China.{format_}"')


def test_a_partner_is_left_out_without_scripts(client):
    answer = get(client, "/compare", [*PAIR, ("partner", "Korea"), ("by", "type"), ("drop", "China")])
    assert answer.status_code == 303
    assert answer.headers["location"] == "/compare?partner=Japan&partner=Korea&by=type"


@pytest.mark.parametrize(
    ("params", "status", "told"),
    [
        ([], 200, "Vergleich"),
        (PAIR[:1], 200, "braucht zwei Partner"),
        ([*PAIR, ("partner", "Koera")], 404, "partner=Japan&amp;partner=China&amp;partner="),
        ([*PAIR, ("until", "heute")], 400, "kein Datum"),
        ([*PAIR, ("format", "xls")], 404, "xls"),
        ([*PAIR, ("by", "colour")], 422, ""),
        ([("partner", f"P{n}") for n in range(13)], 400, "at most 12"),
        ([*PAIR, ("partner", "<script>alert(1)</script>")], 404, "&lt;script&gt;"),
    ],
)
def test_what_was_typed_is_mended(client, params, status, told):
    answer = get(client, "/compare", params)
    assert answer.status_code == status
    assert told in answer.text
    assert "<script>alert" not in answer.text


def test_a_row_that_is_not_there_is_a_mistake(client):
    assert get(client, "/compare/sentences", {"partner": "Japan", "row": "nothing"}).status_code == 404


def test_enter_shows_and_leaves_nobody_out(visit):
    page = visit("/compare?partner=Japan&partner=China&lang=de")
    page.fill("#another-1", "Südkorea")
    page.keyboard.press("Enter")
    page.wait_for_selector("th a:has-text('Südkorea')")
    assert page.locator("table.heat thead a").all_inner_texts() == ["Japan", "China", "Südkorea"]


def test_many_sentences_come_in_parts(client):
    whole = get(client, "/compare/sentences", {"partner": "China", "row": "none"}).text
    after = get(client, "/compare/sentences", {"partner": "China", "row": "none", "start": "5"}).text
    assert whole.count("<blockquote") == after.count("<blockquote") + 5
    assert "Beziehungen 6 bis" in after
    assert 'start=0" rel="prev"' in after
