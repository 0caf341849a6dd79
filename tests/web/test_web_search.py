import pytest

from relgraph.queries.listing import Listed
from relgraph.web.search import PAGE, evidence
from relgraph.web.speech import Speech


def test_results_stand_in_groups_and_an_exact_name_leads_on(client):
    text = client.get("/search", params={"q": "Japan"}).text
    assert '<a href="/id/country/JP">Japan</a>' in text
    assert "/brief?about=Japan" in text
    for heading in ("Orte", "Einrichtungen", "Themen", "Mitteilungen"):
        assert f">{heading} " in text


def test_one_group_is_paged_and_has_types(client):
    first = client.get("/search", params={"q": "a", "group": "institutions"}).text
    assert first.count('class="hit"') == PAGE
    assert "type=ResearchInstitution" in first
    second = client.get("/search", params={"q": "a", "group": "institutions", "page": 2}).text
    assert 'rel="prev"' in second
    assert second != first
    only = client.get("/search", params={"q": "a", "group": "institutions", "type": "Company"}).text
    assert "Unternehmen ·" in only
    assert "Staatliche Stelle ·" not in only


def test_a_question_offers_its_answer_first(client):
    text = client.get("/search", params={"q": "Wer führt bei Halbleitern?"}).text
    assert "Technologieführer · Thema Halbleiter" in text
    assert "/ask?q=Wer+f%C3%BChrt+bei+Halbleitern%3F" in text


def test_a_miss_suggests(client):
    text = client.get("/search", params={"q": "Japna"}).text
    assert "Nichts gefunden" in text
    assert '<a href="/id/country/JP">Japan</a>' in text


def test_nothing_sought_says_what_can_be(client):
    assert "ganze Fragen" in client.get("/search").text


@pytest.mark.parametrize("q", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}", "a" * 3000])
def test_what_was_sought_stays_text(client, q):
    answer = client.get("/search", params={"q": q})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text


@pytest.mark.parametrize("page", ["0", "x", "-1", "", "²"])
def test_a_page_that_cannot_be_is_the_first(client, page):
    assert client.get("/search", params={"q": "a", "group": "places", "page": page}).text.count('class="hit"') == PAGE


def test_typing_choosing_and_arriving_by_keyboard(visit):
    page = visit("/search")
    page.locator("#find").focus()
    page.keyboard.type("jap")
    options = page.get_by_role("option")
    options.first.wait_for()
    assert options.first.inner_text().startswith("Japan")
    assert page.get_by_role("combobox").first.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    assert options.first.get_attribute("aria-selected") == "true"
    assert page.locator("#find").get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("Escape")
    assert page.get_by_role("listbox").count() == 0
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=jap")
    assert page.get_by_role("link", name="Japan", exact=True).count() >= 1


def test_without_scripts_searching_works(visit):
    page = visit("/search?lang=de", java_script_enabled=False)
    page.locator("#find").fill("Kanagawa")
    page.get_by_role("button", name="Suchen").click()
    page.get_by_role("link", name="Kanagawa", exact=True).first.wait_for()  # the next page may not be there yet


def test_what_has_no_relation_itself_is_told_without_a_nought(client):
    told = {one["name"]: one["evidence"] for one in client.get("/suggest", params={"q": "kan"}).json()["found"]}
    assert told["Kanada"] == "genannt in 2 Mitteilungen"
    assert told["Kanton Bern"] == "nicht selbst genannt"
    assert told["Kanagawa"] == "1 Beziehung, 1 Mitteilung"


@pytest.mark.parametrize(
    ("relations", "releases", "told"),
    [(2, 3, "2 Beziehungen, 3 Mitteilungen"), (2, 0, "2 Beziehungen"), (0, 1, "genannt in 1 Mitteilung"),
     (0, 0, "nicht selbst genannt")],
)  # fmt: skip
def test_evidence_tells_no_nought_and_ends_in_no_comma(relations, releases, told):
    assert evidence(Listed("x", "Country", relations=relations, releases=releases), Speech("de")) == told
