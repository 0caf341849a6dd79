"""Layouts of saved pages, with what sites put around a release; names and places are invented."""

from contextlib import suppress
from pathlib import Path

import pytest

from relgraph.errors import ReleaseError
from relgraph.releases.page import read_page
from relgraph.releases.reader import open_release, read_release

PAGES = Path(__file__).parent / "pages"
EXPECTED = {
    "land-portal": (
        "Neuer Kooperationsrahmen mit der Präfektur Aokawa",
        "2024-03-14",
        "Staatsministerium Lindenland",
        "https://stm.lindenland.example/de/presse/pid/neuer-kooperationsrahmen-mit-der-praefektur-aokawa",
    ),
    "city-typo3": (
        "Zehn Jahre Freundschaft mit Puerto Calvero",
        "2022-06-09",
        "Stadt Hochweiler",
        "https://www.hochweiler.example/rathaus/presse/detail/zehn-jahre-freundschaft-mit-puerto-calvero",
    ),
    "office-wordpress": (
        "Unterwegs in Nordmähren: Unser Verbindungsbüro startet",
        "2023-10-05",
        "Auslandsbüro Fichtelmark",
        "https://blog.fichtelmark.example/2023/10/unterwegs-in-nordmaehren/",
    ),
    "canton-drupal": (
        "Fachleute aus Hwaseon lernen in Bergen",
        "2021-09-17",
        "Staatskanzlei Bergen",
        "https://www.kt-bergen.example/de/medienmitteilungen/neue-fachstelle",
    ),
    "ministry-gsb": (
        "Weimarer Gespräche mit der Woiwodschaft Zielnica",
        "2020-10-12",
        "Europaamt",
        "https://www.europaamt.example/SharedDocs/Pressemitteilungen/DE/2020/045-zielnica.html",
    ),
    "land-tables": (
        "Neuland vertieft Beziehungen zur Präfektur Midorikawa",
        "2003-05-06",
        "Landesregierung Neuland",
        None,
    ),
    "land-typo3-bootstrap": (
        "Delegation aus Okinami besucht Forschungspark",
        "2023-02-03",
        "Wirtschaftsministerium Heidmark",
        "https://wirtschaft.heidmark.example/aktuelles/detail/delegation-aus-okinami",
    ),
    "city-wordpress-blocks": (
        "Neue Partnerschaft mit Villa Serrana",
        "2024-11-21",
        "Stadt Rheinhafen",
        "https://www.rheinhafen.example/2024/11/neue-partnerschaft/",
    ),
    "land-divisions": ("Oberfels und die Region Karvinov bauen Forschungsachse aus", "2018-05-04", None, None),
    "district-nested-tables": (
        "Grenzüberschreitende Übung mit dem Département Haut-Val",
        "2009-03-12",
        "Regierungspräsidium Nordtal",
        None,
    ),
    "land-modules": (
        "Wiesland und Quebonne vereinbaren Klimapartnerschaft",
        "2025-02-19",
        "Staatsregierung Wiesland",
        None,
    ),
}
CARRIED = [
    "Teilen mit", "teilen", "Cookies", "Lesezeit", "Startseite", "Script", "Navigation", "Teaser", "Anreißer",
    "Randspalte", "Linse", "Bildner", "Altmann", "Blende", "Untertitel", "Nebenan", "Sonnenhügel", "Sprecher",
    "Bildtext", "Verwandt", "Vorher",
    "Seitenleiste", "Autorin", "Impressum", "Kommentare", "WordPress", "Schlagwörter", "Zurück zur Übersicht",
]  # fmt: skip


@pytest.mark.parametrize("name", EXPECTED)
def test_metadata_come_from_the_page(name):
    release = read_release(PAGES / f"{name}.html")
    assert (release.title, release.date, release.publisher, release.url) == EXPECTED[name]
    assert (release.id, release.language) == (name, "de")


@pytest.mark.parametrize("name", EXPECTED)
def test_every_paragraph_of_the_release_is_read_and_nothing_else(name):
    text = read_release(PAGES / f"{name}.html").text
    assert text == (PAGES / f"{name}.txt").read_text("utf-8").rstrip("\n")
    assert [word for word in CARRIED if word in text] == []


def page(body, head=""):
    head = f"<head><title>T</title>{head}</head>"
    return f"<!DOCTYPE html><html lang='de'>{head}<body><article>{body}</article></body></html>"


PARAGRAPH = "<p>Das Land Lindenland und die Präfektur Aokawa arbeiten bei Wasserstoff und Robotik zusammen.</p>"


def test_entities_are_decoded_once():
    draft = read_page(
        page(f"{PARAGRAPH * 3}<p>Wasser &amp;amp; Klima &amp;lt;b&amp;gt; gehören zu den Themen der Partner.</p>"),
        Path("x.html"),
    )
    assert "Wasser &amp; Klima &lt;b&gt; gehören zu den Themen der Partner." in draft.lines


def test_a_page_of_layout_tables_in_windows_1252_declares_nothing_and_is_read():
    raw = (PAGES / "land-tables.html").read_bytes()
    assert b"charset" not in raw.lower()
    assert "Gemeinsame Erklärung“ – 1,2 Millionen €".encode("cp1252").split()[1] in raw
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")


def test_a_title_that_the_page_does_not_show_counts_only_where_there_is_no_headline(tmp_path):
    head = "<title>Aktuelles Land Oberfels</title>"
    for body, title in ((f"<h2>Neuer Rahmen mit Aokawa</h2>{PARAGRAPH * 3}", "Neuer Rahmen mit Aokawa"),
                        (PARAGRAPH * 3, "Aktuelles Land Oberfels")):  # fmt: skip
        (tmp_path / "a.html").write_text(page(body, head).replace("<title>T</title>", ""), encoding="utf-8")
        assert read_release(tmp_path / "a.html").title == title


@pytest.mark.parametrize("tag", ["h2", "div class='meta'", "td", "b"])
def test_hostile_nesting_beside_a_headline_is_survived(tag):
    nest = f"<{tag}>" * 9_000 + "x" * 100_000
    with suppress(ReleaseError):
        assert read_page(page(f"<h1>Neuer Rahmen</h1>{PARAGRAPH * 3}{nest}"), Path("x.html")).title == "Neuer Rahmen"


def test_the_day_of_a_page_is_the_one_beside_its_headline(tmp_path):
    news = "<div class='news'><span class='date'>01.02.2020</span><p>Andere Meldung</p></div>"
    day = "<p class='meta'>Datum: 3. Mai 2019, Nr. 4</p>"
    content = f"<div id='content'><div>{day}<h1>Neuer Rahmen</h1></div>{PARAGRAPH * 3}</div>"
    text = f"<html lang='de'><body>{news}{content}{news}"
    assert read_page(text, Path("x.html")).date == "2019-05-03"


def test_a_page_without_a_day_gets_none_from_its_neighbours():
    news = "<aside><span class='date'>01.02.2020</span></aside><nav><time datetime='2020-02-01'>1. Februar</time></nav>"
    text = f"<html lang='de'><body><main>{news}<h1>Neuer Rahmen</h1>{PARAGRAPH * 3}</main></body>"
    assert read_page(text, Path("x.html")).date is None


def test_hidden_machinery_is_no_text(tmp_path):
    evil = "<script>document.write('Böses')</script><noscript>Ohne Skript</noscript><template>Vorlage</template>"
    (tmp_path / "a.html").write_text(page(f"<h1>Neuer Rahmen</h1>{evil}{PARAGRAPH}{evil}{PARAGRAPH}"), encoding="utf-8")
    text = read_release(tmp_path / "a.html").text
    assert "Lindenland" in text
    assert not [word for word in ("Böses", "Skript", "Vorlage") if word in text]


def test_the_sites_name_is_cut_from_the_title():
    og = (
        "<meta property='og:title' content='Rahmen mit Aokawa | Stadt Linden'>"
        "<meta property='og:site_name' content='Stadt Linden'>"
    )
    assert read_page(page(PARAGRAPH * 3, og), Path("x.html")).outer_title == "Rahmen mit Aokawa"


def test_a_site_that_calls_itself_by_its_address_gives_way_to_its_host(tmp_path):
    head = (
        "<meta property='og:site_name' content='Baden-Württemberg.de'>"
        "<link rel='canonical' href='https://stm.baden-wuerttemberg.de/de/service/presse/x'>"
    )
    (tmp_path / "a.html").write_text(page(f"<h1>Rahmen mit Aokawa</h1>{PARAGRAPH * 3}", head), encoding="utf-8")
    reading = open_release(tmp_path / "a.html")
    assert reading.release.publisher == "Staatsministerium Baden-Württemberg"
    assert reading.release.region == "Baden-Württemberg"
    assert reading.missing == ("date",)


@pytest.mark.parametrize(
    ("text", "why"), [("<html><body></body></html>", "no main text"), (page("<br>" * 20_001), "20,000 elements")]
)
def test_pages_that_hold_no_release(text, why):
    with pytest.raises(ReleaseError, match=why):
        read_page(text, Path("x.html"))


def test_deep_nesting_is_an_error_not_a_crash():
    with pytest.raises(ReleaseError):
        read_page("<div>" * 15_000 + PARAGRAPH, Path("x.html"))
