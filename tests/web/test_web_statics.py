import pytest

from relgraph.web.statics import content, static


def test_a_file_is_kept_for_ever_under_the_address_of_its_content(client):
    answer = client.get(static("site.css"))
    assert answer.status_code == 200
    assert answer.content == content("site.css")
    assert "immutable" in answer.headers["cache-control"]


def test_an_old_address_gives_the_file_as_it_is_now(client):
    answer = client.get("/static/000000000000/site.css")
    assert answer.content == content("site.css")
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("name", ["..%2F..%2Fapp.py", "nothing.css", "..", "%00"])
def test_nothing_else_can_be_had(client, name):
    assert client.get(f"/static/0/{name}").status_code == 404
