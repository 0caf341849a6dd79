import pytest

from relgraph.errors import StoreError
from relgraph.web.app import create_app
from relgraph.web.settings import Settings


def test_no_store_is_said_at_once(tmp_path):
    with pytest.raises(StoreError, match="no store here"):
        create_app(Settings(str(tmp_path / "nowhere")))


def test_the_first_page_speaks_german_and_english(client):
    assert 'lang="de"' in client.get("/").text
    assert "Foreign relations" in client.get("/", headers={"Accept-Language": "en-GB,en;q=0.9"}).text


def test_a_language_once_chosen_stays(client):
    chosen = client.get("/", params={"lang": "en"})
    assert "lang=en" in chosen.headers["set-cookie"]
    assert 'lang="en"' in client.get("/", headers={"Cookie": "lang=en"}).text
    client.cookies.clear()


@pytest.mark.parametrize("language", ["xx", "<script>", "de,en"])
def test_an_unknown_language_is_passed_over(client, language):
    answer = client.get("/", params={"lang": language})
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
