import pytest


def test_the_reading_comes_first_and_then_the_answer_with_sources(client):
    text = client.get("/ask", params={"q": "Wer führt bei Halbleitern?"}).text
    assert (
        text.index("Technologieführer · Thema Halbleiter") < text.index('id="answer-title"') < text.index('id="notes"')
    )
    assert '<a href="/id/country/KR">Südkorea</a>' in text
    assert "/questions/technology-leaders?topic=Halbleiter" in text


def test_an_english_page_answers_in_english(client):
    text = client.get("/ask", params={"q": "Who leads in semiconductors?", "lang": "en"}).text
    client.cookies.clear()
    assert "South Korea" in text
    assert "read as" in text


def test_other_readings_are_links(client):
    text = client.get("/ask", params={"q": "Partner in Japan"}).text
    assert "reading=" in text


@pytest.mark.parametrize(
    "q", ["Wie wird das Wetter morgen in Stuttgart?", "asdf qwer zxcv", "?", "<script>alert(1)</script>"]
)
def test_a_refusal_leads_on(client, q):
    answer = client.get("/ask", params={"q": q})
    assert answer.status_code == 200
    assert "kann der Graph nicht beantworten" in answer.text
    assert "/questions" in answer.text
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("reading", ["0", "99", "x", "-1", "²"])
def test_a_reading_that_is_none_is_the_first(client, reading):
    text = client.get("/ask", params={"q": "Wer führt bei Halbleitern?", "reading": reading}).text
    assert "Technologieführer · Thema Halbleiter" in text


def test_nothing_asked_gives_examples(client):
    assert "Wer führt bei Halbleitern?" in client.get("/ask").text


def test_a_question_in_the_one_search_box_of_the_first_page(visit):
    page = visit("/?lang=de")
    page.get_by_label("Suchen oder fragen", exact=True).fill("Wer führt bei Halbleitern?")
    page.get_by_role("button", name="Suchen").click()
    page.get_by_role("link", name="Südkorea").first.wait_for()
    page.get_by_role("link", name="Ganze Antwort").click()
    page.wait_for_url("**/ask?q=*")
    assert page.locator(".notes li").count() == 2
