import re
from html import unescape

import pytest

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


@pytest.mark.parametrize(
    ("path", "name"), [("/brief", "about"), ("/timeline", "about"), ("/compare?partner=Japan", "partner")]
)
def test_empty_forms_lead_to_the_partners_with_most_evidence(client, path, name):
    page = client.get(path).text
    links = [unescape(link) for link in re.findall(rf'href="(/[^"]*{name}=[^"]*)"', page)]
    assert len(links) > 5
    answer = client.get(links[0])
    assert answer.status_code == 200
    assert "Zum Beispiel:" in page
    assert "Zum Beispiel:" not in answer.text
