import json

import pytest

from relgraph.errors import ReleaseError
from relgraph.releases.files import release_files
from relgraph.releases.origin import Origin, origin_path, read_origin
from relgraph.releases.reader import ReleaseDefaults, open_release, read_release

TEXT = "<p>Das Land Lindenland und die Präfektur Aokawa arbeiten bei Wasserstoff und Robotik eng zusammen.</p>" * 3
URL = "https://www.lindenland.example/presse/rahmen"


@pytest.fixture
def page(tmp_path):
    """A page with its origin, as a function of both."""

    def write(body, head="", **origin):
        path = tmp_path / "rahmen.html"
        path.write_text(f"<html lang='de'><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
        (tmp_path / "rahmen.origin.json").write_text(json.dumps({"url": URL, **origin}), encoding="utf-8")
        return path

    return write


def test_a_page_without_an_origin_has_none(tmp_path):
    assert read_origin(tmp_path / "a.html") is None


def test_the_origin_lies_beside_the_page(page):
    assert read_origin(page(TEXT, date="2024-03")) == Origin(url=URL, date="2024-03")


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"url": 1}', '{"url": "x", "date": "gestern"}', '{"url": "x", "other": 1}', "\0", "{" * 30_000],
)
def test_what_is_no_origin_is_named(page, text):
    path = page(TEXT)
    place = path.with_suffix(".origin.json")
    place.write_text(text, encoding="utf-8")
    with pytest.raises(ReleaseError, match="not an origin") as error:
        read_release(path)
    assert error.value.path == place
    assert "\n" not in str(error.value)


def test_the_page_knows_better_than_the_feed(page):
    path = page(
        f"<article><h1>Neuer Rahmen mit Aokawa</h1><time datetime='2024-03-14'>14.3.2024</time>{TEXT}</article>",
        "<meta property='og:site_name' content='Staatskanzlei Lindenland'>",
        title="Rahmen", date="2024-03-15", publisher="Ministerium für Europa Lindenland",
    )  # fmt: skip
    release = read_release(path, defaults=ReleaseDefaults(publisher="Land"))
    assert (release.title, release.date, release.publisher) == (
        "Neuer Rahmen mit Aokawa", "2024-03-14", "Staatskanzlei Lindenland",
    )  # fmt: skip


def test_the_feed_knows_better_than_nobody_and_the_command(page):
    path = page(f"<div>{TEXT}</div>", title="Rahmen mit Aokawa", date="2024-03-15", publisher="Staatskanzlei Hessen")
    reading = open_release(path, defaults=ReleaseDefaults(publisher="Land", region="Bayern", date="2020"))
    release = reading.release
    assert (release.title, release.date, release.publisher, release.region) == (
        "Rahmen mit Aokawa", "2024-03-15", "Staatskanzlei Hessen", "Hessen",
    )  # fmt: skip
    assert reading.missing == ()


def test_the_title_of_a_site_gives_way_to_the_headline_that_the_feed_knows(page):
    body = f"<div><b>Rahmen mit Aokawa</b></div><div>{TEXT}</div>"
    path = page(body, "<title>Portal der Regierung</title>", title="Rahmen mit Aokawa")
    release = read_release(path)
    assert release.title == "Rahmen mit Aokawa"
    assert "Rahmen mit Aokawa" not in release.text


@pytest.mark.parametrize(
    ("canonical", "url"),
    [
        ("https://www.lindenland.example/presse/pid/rahmen", "https://www.lindenland.example/presse/pid/rahmen"),
        ("https://www.staatskanzlei.example/rahmen", URL),
        ("javascript:alert(1)", URL),
    ],
)
def test_a_page_names_its_address_on_its_own_host_only(page, canonical, url):
    assert read_release(page(f"<div>{TEXT}</div>", f"<link rel='canonical' href='{canonical}'>")).url == url


def test_an_origin_is_no_release(page):
    path = page(TEXT)
    assert release_files([path.parent]) == [path]
    assert release_files(sorted(path.parent.iterdir())) == [path]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://[x/", "https://", "/etc/passwd", "", "https://a.or\u2028g/", "https://a b/"]
)
def test_an_address_that_is_none_is_told_of(tmp_path, url):
    page = tmp_path / "a.html"
    origin_path(page).write_text(Origin(url=url).model_dump_json())
    with pytest.raises(ReleaseError, match=r"a\.origin\.json: not an origin: url .* is no http address"):
        read_origin(page)


def test_what_nobody_sees_enters_neither_title_nor_publisher(tmp_path):
    page = tmp_path / "a.html"
    written = Origin(url=URL, title="Reise\u2028nach \u202eJapan\n", publisher=" \u200b")
    origin_path(page).write_text(written.model_dump_json())
    read = read_origin(page)
    assert (read.title, read.publisher) == ("Reise nach Japan", None)
