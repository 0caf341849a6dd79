import json

import pytest

from relgraph.releases.reader import read_release
from relgraph.releases.sources.fetching import Fetched, Refused, fetch, name_of

PARAGRAPHS = (
    "<p>Das Land Lindenland und die Präfektur Aokawa arbeiten bei Wasserstoff und Robotik eng zusammen.</p>" * 3
)


def page(title):
    body = f"<body><article><h1>{title}</h1>{PARAGRAPHS}</article></body>"
    return f"<!DOCTYPE html><html lang='de'><title>x</title>{body}</html>"


@pytest.fixture
def feed(site):
    items = "".join(
        f"<item><title>Meldung {n}</title><link>/m{n}.html</link>"
        f"<pubDate>Fri, 0{n} Dec 2023 10:00:00 +0100</pubDate></item>"
        for n in (1, 2, 3)
    )
    site.pages["/feed.xml"] = (
        f"<rss version='2.0'><channel><title>Staatskanzlei Lindenland</title>{items}</channel></rss>"
    )
    site.pages |= {f"/m{n}.html": page(f"Meldung {n}") for n in (1, 2, 3)}
    return f"{site.url}/feed.xml"


def test_each_release_of_a_feed_becomes_a_file_with_its_origin(site, client, feed, tmp_path):
    found = list(fetch([feed], tmp_path / "out", client))
    assert [one.state for one in found] == ["new"] * 3
    assert site.paths == ["/feed.xml", "/m1.html", "/m2.html", "/m3.html"]
    assert found[0].path.read_bytes() == site.pages["/m1.html"].encode()
    origin = json.loads(found[0].path.with_suffix(".origin.json").read_text("utf-8"))
    assert origin == {
        "url": f"{site.url}/m1.html", "feed": feed, "title": "Meldung 1", "date": "2023-12-01",
        "publisher": "Staatskanzlei Lindenland", "charset": "utf-8",
    }  # fmt: skip


def test_what_the_feed_says_fills_what_the_page_does_not(client, feed, tmp_path):
    release = read_release(next(iter(fetch([feed], tmp_path, client))).path)
    assert (release.title, release.date, release.publisher) == ("Meldung 1", "2023-12-01", "Staatskanzlei Lindenland")
    assert release.url.endswith("/m1.html")


def test_what_has_not_changed_leaves_the_files_alone(site, client, feed, tmp_path):
    first = list(fetch([feed], tmp_path, client))
    stamps = {one.path: one.path.stat().st_mtime_ns for one in first}
    site.pages["/m2.html"] = page("Meldung 2, berichtigt")
    assert [one.state for one in fetch([feed], tmp_path, client)] == ["unchanged", "changed", "unchanged"]
    changed = {one.path for one in first if one.path.stat().st_mtime_ns != stamps[one.path]}
    assert changed == {first[1].path}


def test_what_a_feed_once_said_stays_when_the_page_is_fetched_alone(site, client, feed, tmp_path):
    path = next(iter(fetch([feed], tmp_path, client))).path
    origin = path.with_suffix(".origin.json").read_bytes()
    assert list(fetch([f"{site.url}/m1.html"], tmp_path, client)) == [Fetched(f"{site.url}/m1.html", path, "unchanged")]
    assert path.with_suffix(".origin.json").read_bytes() == origin


def test_an_address_that_stands_in_two_feeds_is_asked_for_once(site, client, feed, tmp_path):
    site.pages["/other.xml"] = site.pages["/feed.xml"]
    assert len(list(fetch([feed, f"{site.url}/other.xml", feed], tmp_path, client))) == 3
    assert site.paths.count("/m1.html") == 1


def test_only_the_first_releases_of_a_long_feed_are_asked_for_and_that_is_told(site, client, feed, tmp_path):
    found = list(fetch([feed], tmp_path, client, most=2))
    assert [type(one) for one in found] == [Fetched, Fetched, Refused]
    assert found[2] == Refused(feed, "lists 3 releases, of which only the first 2 were asked for")
    assert "/m3.html" not in site.paths


def test_one_bad_address_does_not_stop_the_others(site, client, feed, tmp_path, answering):
    site.pages["/feed.xml"] = (
        site.pages["/feed.xml"].replace("/m1.html", "file:///etc/passwd").replace("/m2.html", "/missing")
    )
    found = list(fetch(["gopher://x", feed, f"{site.url}/feed2.xml"], tmp_path, client))
    assert [type(one) for one in found] == [Refused, Refused, Refused, Fetched, Refused]
    assert [one.why.split(" (")[0] for one in found if isinstance(one, Refused)] == [
        "only http and https are asked", "only http and https are asked", "answers with HTTP status 404",
        "answers with HTTP status 404",
    ]  # fmt: skip


def test_a_feed_leads_to_no_other_private_host(site, client, feed, tmp_path):
    site.pages["/feed.xml"] = site.pages["/feed.xml"].replace("/m1.html", f"http://127.0.0.1:{site.port}/m1.html")
    first = next(iter(fetch([feed], tmp_path, client)))
    assert isinstance(first, Refused)
    assert "not a public address" in first.why
    assert site.paths == ["/feed.xml"]


def test_a_feed_within_a_feed_is_no_release(site, client, feed, tmp_path):
    site.pages["/m1.html"] = site.pages["/feed.xml"]
    assert next(iter(fetch([feed], tmp_path, client))).why == "a feed within a feed"


def test_two_ways_to_one_page_lead_to_one_file(site, client, tmp_path, answering):
    site.pages |= {"/a": page("Neuer Rahmen"), "/kurz": answering(302, Location="/a")}
    found = list(fetch([f"{site.url}/a", f"{site.url}/kurz"], tmp_path, client))
    assert found[0].path == found[1].path
    assert [one.state for one in found] == ["new", "unchanged"]


def test_an_address_that_gives_another_kind_of_file_leaves_no_old_one(site, client, tmp_path, answering):
    site.pages["/a"] = answering(200, b"Das Land reist im Mai nach Japan.", Content_Type="text/plain")
    (old,) = fetch([f"{site.url}/a"], tmp_path, client)
    site.pages["/a"] = page("Neuer Rahmen")
    (new,) = fetch([f"{site.url}/a"], tmp_path, client)
    assert (old.path.suffix, new.path.suffix, new.state) == (".txt", ".html", "new")
    assert not old.path.exists()


def test_the_charset_that_the_server_declares_is_used_for_reading(site, client, tmp_path, answering):
    body = page("Präfektur Aokawa zu Gast").encode("cp1252")
    site.pages["/a"] = answering(200, body, Content_Type="text/html; charset=ISO-8859-1")
    (found,) = fetch([f"{site.url}/a"], tmp_path, client)
    assert read_release(found.path).title == "Präfektur Aokawa zu Gast"
    assert found.path.read_bytes() == body


@pytest.mark.parametrize(
    ("url", "beginning"),
    [
        ("https://www.hochweiler.de/presse/2022/zehn-jahre.html", "hochweiler-de-zehn-jahre-"),
        ("https://example.org/", "example-org-"),
        ("https://example.org/index.php?id=3", "example-org-index-"),
        ("https://example.org/pr%C3%A4fektur/..%2F..%2Fetc%2Fpasswd", "example-org-etc-passwd-"),
        (f"https://example.org/{'lang-' * 100}", "example-org-lang-lang-"),
    ],
)
def test_names_of_files_are_readable_short_and_safe(url, beginning):
    name = name_of(url)
    assert name.startswith(beginning)
    assert len(name) < 150
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_addresses_that_differ_have_names_that_differ():
    assert len({name_of(f"https://example.org/index.php?id={n}") for n in range(50)}) == 50
