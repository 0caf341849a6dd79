import csv
import io
import json
import re

import httpx
import pytest

from relgraph.cli.main import main
from relgraph.queries.catalogue import catalogue
from relgraph.resources import read_words
from relgraph.web import speech
from relgraph.web.asking.page import FIRST
from relgraph.web.headers import POLICY


def rows(text):
    return text.count("<td data-key=") and text.split("<tbody>")[1].split("</tbody>")[0].count("<tr>")


@pytest.mark.parametrize("name", catalogue())
def test_every_question_opens_as_a_form_and_answers_if_it_can(client, name):
    answer = client.get(f"/questions/{name}")
    assert answer.status_code == 200
    for parameter in catalogue()[name].parameters:
        assert (f'name="{parameter.name}"' in answer.text) is (parameter.name != "language")
    needs = any(parameter.required for parameter in catalogue()[name].parameters)
    assert ('id="answer-title"' in answer.text) is not needs
    assert "Angaben stimmen nicht" not in answer.text


def test_every_parameter_has_a_name_above_its_field():
    words = read_words(speech._WORDS / "parameters.yaml")
    assert {one.name for question in catalogue().values() for one in question.parameters} - {"language"} <= set(words)


@pytest.mark.parametrize(
    "topic", ["Halbleiter", "semiconductors", "Semiconductors", "https://w3id.org/relgraph/topic/semiconductors"]
)
def test_labels_codes_and_iris_all_work(client, topic):
    text = client.get("/questions/technology-leaders", params={"topic": topic}).text
    assert '<a href="/id/country/KR">Südkorea</a>' in text
    assert "nachhaltigen Stadtentwicklung" in text
    assert "#s-" in text
    assert "#:~:text=" in text


def test_wrong_values_come_back_beside_their_fields_with_suggestions(client):
    text = client.get("/questions/visits-and-meetings", params={"country": "Japn", "since": "gestern", "x": "1"}).text
    assert "„Japn“ kommt hier nicht vor." in text
    assert "country=Japan&amp;since=gestern" in text
    assert "„gestern“ ist kein Datum" in text
    assert "keine Angabe „x“" in text
    assert 'value="Japn"' in text
    assert 'id="answer-title"' not in text


def test_a_choice_that_is_none_is_told(client):
    text = client.get("/questions/concentration", params={"by": "colour"}).text
    assert "steht nicht zur Wahl" in text


def test_the_first_rows_lead_to_all(client):
    text = client.get("/questions/partner-ranking").text
    assert rows(text) == FIRST
    assert "limit=0" in text
    whole = client.get("/questions/partner-ranking", params={"limit": "0"}).text
    assert rows(whole) > FIRST


def test_nothing_found_says_what_would_help(client):
    text = client.get("/questions/partnerships", params={"country": "Japan", "status": "ended"}).text
    assert "Dazu sagt keine" in text
    assert "Ohne „Stand: ended“" in text
    assert '<a href="/questions/partnerships?country=Japan">' in text


@pytest.mark.parametrize("format_", ["csv", "tsv", "json", "jsonl", "md", "html"])
def test_files_are_what_the_command_line_writes(client, bundled, capsys, format_):
    answer = client.get(f"/questions/technology-leaders.{format_}", params={"country": "Japan"})
    arguments = ["query", "technology-leaders", "--param", "country=Japan", "--format", format_, "--lang", "de"]
    with pytest.raises(SystemExit):
        main([*arguments, "--store", str(bundled / "store")])
    assert answer.text.replace("\r\n", "\n") == capsys.readouterr().out.replace("\r\n", "\n")


def test_turtle_holds_the_relations_behind_the_answer(client, tmp_path):
    import rdflib

    answer = client.get("/questions/technology-leaders.ttl", params={"topic": "Halbleiter"})
    assert answer.headers["content-type"].startswith("text/turtle")
    graph = rdflib.Graph().parse(data=answer.text, format="turtle")
    rg = rdflib.Namespace("https://w3id.org/relgraph/ontology#")
    relations = set(graph.subjects(rdflib.RDF.type, rg.Strength))
    assert len(relations) == 2
    assert all(list(graph.objects(relation, rg.evidence)) for relation in relations)


def test_a_picture_is_a_picture(client):
    answer = client.get("/questions/visits-and-meetings.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.text.startswith("<svg")
    assert "prefers-color-scheme: dark" in answer.text
    assert client.get("/questions/memberships.svg").status_code == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/questions/nothing", 404), ("/questions/technology-leaders.exe", 404),
        ("/questions/technology-leaders.csv?topic=Nix", 404),
        ("/questions/technology-leaders.csv?limit=x", 400), ("/questions/technology-leaders.ttl?x=1", 400),
        ("/questions/people-of.ttl", 400),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_said(client, path, status):
    assert client.get(path).status_code == status


def test_the_catalogue_stands_in_groups_and_filters(client):
    text = client.get("/questions").text
    assert text.count("data-words=") == len(catalogue())
    some = client.get("/questions", params={"q": "besucht"}).text
    assert "Wer hat wen besucht" in some
    assert some.count("data-words=") < 5
    assert "Keine Frage passt" in client.get("/questions", params={"q": "<b>xyz"}).text


def test_an_answer_as_a_page_has_a_policy_of_its_own(client):
    policy = client.get("/questions/technology-leaders.html").headers["content-security-policy"]
    assert policy != POLICY
    assert "unsafe" not in policy


def test_as_an_advisor_would(visit):
    page = visit("/questions/technology-leaders?lang=de")
    page.get_by_label("Land oder Region", exact=True).click()
    page.get_by_role("option").first.wait_for()
    page.get_by_label("Land oder Region", exact=True).fill("jap")
    page.get_by_role("option", name="Japan", exact=False).first.click()
    assert page.get_by_label("Land oder Region", exact=True).input_value() == "Japan"
    page.get_by_role("button", name="Neu fragen").click()
    page.wait_for_url("**country=Japan*")
    answer = page.locator("table.sortable")
    assert answer.get_by_role("link", name="Robotik").count() == 1
    answer.get_by_role("button", name="Thema").click()
    assert answer.locator("th").first.get_attribute("aria-sort") == "ascending"
    first = answer.locator("tbody tr").first.inner_text()
    answer.get_by_role("button", name="Thema").click()
    assert answer.locator("tbody tr").first.inner_text() != first
    answer.get_by_role("link", name="Beleg 1", exact=True).first.click()
    assert page.url.endswith("#note-1")
    assert page.locator("#note-1 q").is_visible()
    assert "#:~:text=" in page.locator("#note-1").get_by_role("link", name="Im Original").get_attribute("href")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    told = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8"))))
    assert len(told) == answer.locator("tbody tr").count()
    assert download.value.suggested_filename == "technology-leaders.csv"


def test_by_keyboard_alone(visit):
    page = visit("/questions/technology-leaders?lang=de")
    page.get_by_label("Thema", exact=True).focus()
    page.keyboard.type("halbl")
    page.get_by_role("option", name="Halbleiter").wait_for()
    page.keyboard.press("ArrowDown")
    page.locator('[role=option][aria-selected="true"]', has_text="Halbleiter").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_function("() => [...document.querySelectorAll('input')].some((one) => one.value === 'Halbleiter')")
    page.keyboard.press("Enter")
    page.wait_for_url("**topic=Halbleiter*")
    assert page.locator("table.sortable tbody tr").count() == 2


def test_without_scripts(visit):
    page = visit("/questions/technology-leaders?lang=de", java_script_enabled=False)
    page.get_by_label("Thema", exact=True).fill("Halbleiter")
    page.get_by_role("button", name="Neu fragen").click()
    page.wait_for_url("**topic=Halbleiter*")
    assert page.locator("table.sortable tbody tr").count() == 2
    assert page.locator("datalist option").count() > 5


def test_filtering_while_typing(visit):
    page = visit("/questions?lang=de")
    page.get_by_label("Fragen filtern").fill("besucht")
    assert page.get_by_role("link", name="Wer hat wen besucht oder getroffen?").is_visible()
    assert not page.get_by_role("link", name="Wer ist wo Mitglied?").is_visible()


def test_the_picture_is_shown(visit):
    page = visit("/questions/visits-and-meetings?lang=de&country=Japan")
    page.wait_for_load_state("networkidle")
    assert page.locator("img.picture").evaluate("image => image.naturalWidth") > 300


def test_json_is_that_of_sparql(client):
    answer = client.get("/questions/partnerships.json", params={"country": "JP"})
    assert "bindings" in json.loads(answer.text)["results"]


def test_a_question_that_takes_too_long_is_stopped_and_its_form_stays(served, bundled):
    with served(bundled / "store", "--limit", "0.1") as address, httpx.Client(base_url=address, timeout=60) as client:
        answers = [client.get(f"/questions/{name}") for name in ("partner-ranking", "shared-partners", "opportunities")]
        answers += [client.get("/questions/partnerships", params={"country": "Tuvalu"})]
    stopped = [answer for answer in answers if answer.status_code == 503]
    for answer in stopped:
        assert "angehalten" in answer.text
        assert "enger" in answer.text
        assert "<form" in answer.text
    assert {answer.status_code for answer in answers} <= {200, 503}
    assert stopped


def test_a_plan_tells_when_it_was_reported(client):
    text = client.get("/questions/planned-commitments", params={"country": "Japan"}).text
    assert ">gemeldet</th>" in text
    assert '<td class="dated" data-key="2015-10-19">19.10.2015</td>' in text


def test_what_tells_when_it_was_tells_it_once(client):
    text = client.get("/questions/visits-and-meetings", params={"country": "Japan"}).text
    assert ">wann</th>" in text
    assert ">gemeldet</th>" not in text


def test_what_a_release_says_leads_to_its_things(client):
    text = client.get("/questions/release-card", params={"release": "bw-2019-11-12-landtag-kanagawa"}).text
    assert '<a href="/id/region/JP-14">Kanagawa</a>' in text


def test_sources_stay_in_sight_under_their_heading(visit):
    page = visit("/questions/partner-ranking?lang=de", width=390, height=844)
    heading, cell = page.locator("th.cite").bounding_box(), page.locator("td.cite").first.bounding_box()
    assert heading["x"] + heading["width"] <= 390
    assert abs(heading["x"] - cell["x"]) < 1


def test_an_office_that_was_held_says_so(client):
    text = client.get("/questions/offices", params={"actor": "Charles de Gaulle"}).text
    assert '<td data-key="Staatspräsident">Staatspräsident</td>' in text
    assert '<td data-key="beendet">beendet</td>' in text


def test_a_link_by_iri_fills_the_form_with_names(client):
    table = client.get("/questions/planned-commitments", params={"country": "Japan"}).text
    link = re.search(r'/questions/evidence[?][^"]*guenther-horzetzky[^"]*country%2FJP', table)[0].replace("&amp;", "&")
    form = client.get(link).text
    assert 'name="actor" value="Günther Horzetzky"' in form
    assert 'name="other" value="Japan"' in form
    assert "in Japan auf" in form
