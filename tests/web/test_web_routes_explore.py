"""What the explorer fetches as it grows, as any client gets it."""

import pytest

LAND, JAPAN, KANAGAWA = "id/region/DE-BW", "id/country/JP", "id/region/JP-14"


def rows(table):
    """Rows of a table by column."""
    columns = {
        name: column if isinstance(column, list) else [column["of"][at] for at in column["at"]]
        for name, column in table.items()
    }
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def test_neighbours_are_told_with_sentences_by_type(client):
    found = client.get("/explore/neighbours", params={"of": KANAGAWA}).json()["neighbours"]
    land = next(one for one in found if one["iri"] == LAND)
    assert land["label"] == "Baden-Württemberg"
    assert land["relations"]["partnership"] == 1
    assert land["sentences"] == sum(land["relations"].values())


def test_a_part_holds_new_nodes_and_their_ties_to_those_that_are_there(client):
    answer = client.post("/explore/part", json={"new": [KANAGAWA], "held": [LAND, JAPAN]})
    part = answer.json()["part"]
    nodes = rows(part["nodes"])
    (line,) = [line for line in rows(part["lines"]) if nodes[line["low"]]["iri"] in (LAND, KANAGAWA)]
    assert {nodes[line["low"]]["iri"], nodes[line["high"]]["iri"]} == {LAND, KANAGAWA}


def test_sentences_come_with_their_release(client):
    told = client.post("/explore/stated", json={"pairs": [[LAND, KANAGAWA]]}).json()
    sentences, releases = rows(told["evidence"]["sentences"]), rows(told["evidence"]["releases"])
    assert any("Kanagawa" in one["text"] for one in sentences)
    assert all(releases[one["release"]]["iri"].startswith("id/release/") for one in sentences)


def test_a_path_leads_from_one_to_the_other(client):
    told = client.get("/explore/paths", params={"start": KANAGAWA, "end": JAPAN}).json()
    assert told["paths"]
    for path in told["paths"]:
        assert (path[0], path[-1]) == (KANAGAWA, JAPAN)
    assert {node["iri"] for node in rows(told["part"]["nodes"])} >= {one for path in told["paths"] for one in path}


def test_where_nothing_leads_there_is_no_path(client):
    told = client.get("/explore/paths", params={"start": KANAGAWA, "end": "id/country/XX"}).json()
    assert told == {"paths": [], "part": None}


@pytest.mark.parametrize("key", ["> } DROP ALL #", "a b"])
def test_what_is_no_key_is_a_mistake_of_the_reader(client, key):
    assert client.get("/explore/neighbours", params={"of": key}).status_code == 400
    assert client.post("/explore/part", json={"new": [key]}).status_code == 400


def test_too_many_at_once_are_refused(client):
    answer = client.post("/explore/part", json={"new": [f"id/country/{n}" for n in range(300)]})
    assert answer.status_code == 422


def test_without_scripts_it_leads_on(visit):
    page = visit("/explore", java_script_enabled=False)
    page.locator("noscript a").click()
    assert page.locator("input[type=search]").first.is_visible()
