import pytest

from relgraph.web.briefs import FORMATS


def get(client, **params):
    client.cookies.clear()  # a language once chosen stays
    return client.get("/brief", params=params)


def test_a_brief_stands_within_the_page_with_its_footnotes(client):
    page = get(client, about="Japan").text
    assert page.count("<h1") == 1
    assert '<a id="c1-1" href="#n1" role="doc-noteref"' in page
    assert '<li id="n1"><q lang="de">' in page
    assert '<a href="/questions/partnerships?country=Japan">Partnerschaften</a>' in page
    assert "relgraph query" not in page


def test_it_speaks_english(client):
    assert "lang=en" in get(client, about="Japan", lang="en").text
    assert "Sources</h2>" in get(client, about="Japan", lang="en").text


@pytest.mark.parametrize("format_", FORMATS)
def test_a_brief_comes_as_a_file(client, format_):
    answer = get(client, about="Japan", actor="Baden-Württemberg", since="2010", format=format_)
    begins = {"html": b"<!doctype html>", "md": b"#", "docx": b"PK", "pdf": b"%PDF", "json": b"{"}
    assert answer.content.startswith(begins[format_])
    assert answer.headers["content-disposition"] == f'attachment; filename="Dossier-Japan.{format_}"'


def test_where_nothing_is_told_there_is_no_brief(client):
    assert "Kein Dossier: Zu Neuseeland" in get(client, about="Neuseeland").text
    narrowed = get(client, about="Japan", since="2090").text
    assert '<a href="/brief?about=Japan">Ohne Eingrenzung suchen</a>' in narrowed


@pytest.mark.parametrize(
    ("params", "status", "told"),
    [
        ({"about": "Japn"}, 404, '<a href="/brief?about=Japan">Japan</a>'),
        ({"about": "Japan", "actor": "Hesen"}, 404, '<a href="/brief?about=Japan&amp;actor=Hessen">Hessen</a>'),
        ({"about": "Japan", "since": "gestern"}, 400, "kein Datum"),
        ({"about": "Japan", "format": "odt"}, 404, "odt"),
        ({"about": "<script>alert(1)</script>"}, 404, "&lt;script&gt;"),
        ({}, 200, "Dossier"),
    ],
)
def test_what_was_typed_is_mended(client, params, status, told):
    answer = get(client, **params)
    assert answer.status_code == status
    assert told in answer.text
    assert "<script>alert" not in answer.text


def test_a_brief_is_asked_for_without_scripts(visit):
    page = visit("/brief", java_script_enabled=False, locale="de")
    page.fill("#about", "Japan")
    page.click("main form button")
    assert page.locator(".brief h1").inner_text() == "Kurzdossier Japan"
