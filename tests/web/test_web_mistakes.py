def test_a_page_that_is_not_there_says_so_in_words(client):
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "Diese Seite gibt es nicht." in answer.text


def test_a_page_asked_for_in_another_way_says_so(client):
    assert client.post("/").status_code == 405


def test_what_was_asked_for_stays_text(client):
    assert "<script>alert" not in client.get("/<script>alert(1)</script>").text
