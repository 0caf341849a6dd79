import pytest


def names(client, **params):
    return [one["name"] for one in client.get("/suggest", params=params).json()["found"]]


def test_a_few_letters_give_what_has_most_evidence(client):
    found = client.get("/suggest", params={"q": "jap"}).json()["found"]
    assert {"name": "Japan", "kind": "Country", "type": "Staat", "address": "/id/country/JP"}.items() <= found[
        0
    ].items()
    assert found[0]["releases"] > 5
    assert "Mitteilungen" in found[0]["evidence"]


def test_names_are_told_in_the_language_of_the_page(client):
    assert "South Korea" in names(client, q="korea", lang="en")
    assert "Südkorea" in names(client, q="KR")


@pytest.mark.parametrize(
    ("kind", "first"), [("Region", "Kanagawa"), ("technology", "Robotik"), ("Person", "Winfried Kretschmann")]
)
def test_a_kind_narrows(client, kind, first):
    typed = {"Region": "kana", "technology": "robo", "Person": "kretschmann"}[kind]
    assert names(client, q=typed, kind=kind)[0] == first


@pytest.mark.parametrize("q", ["", "<script>", "\x00", "ſ", "a" * 5000, "%", "🦆"])
def test_whatever_is_typed_gets_an_answer(client, q):
    assert client.get("/suggest", params={"q": q}).status_code == 200


def test_where_a_country_is_asked_for_regions_are_suggested_too(client):
    form = client.get("/questions/partnerships").text
    assert 'data-suggest="/suggest?kind=Territory"' in form
    assert names(client, q="kana", kind="Territory") == ["Kanada", "Kanagawa"]
