from relgraph.queries.catalogue import catalogue


def test_the_first_page_tells_what_there_is(client, bundled):
    import json

    report = json.loads((bundled / "report.json").read_text(encoding="utf-8"))
    text = client.get("/").text
    for name in ("releases", "relations", "evidence"):
        assert f"<dd>{report[name]:,}</dd>".replace(",", ".") in text
    assert text.count("/id/release/") == 5
    assert '<a href="/id/country/CN">China</a>' in text
    assert all(f'href="/questions/{name}"' in text for name in catalogue())


def test_there_is_one_search_box(visit):
    page = visit("/")
    assert page.get_by_role("combobox").count() == 1
