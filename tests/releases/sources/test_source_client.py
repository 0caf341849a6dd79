import pytest

from relgraph.errors import FetchError
from relgraph.releases.sources.transport import Patience

LIMIT = 100_000


def test_a_page_is_read_once_robots_were_asked(site, client):
    site.pages |= {"/robots.txt": "User-agent: *\nDisallow: /intern", "/a.html": "Seite"}
    page = client.get(f"{site.url}/a.html", limit=LIMIT)
    assert (page.url, page.body) == (f"{site.url}/a.html", b"Seite")
    assert site.asked == ["/robots.txt", "/a.html"]


def test_what_robots_forbid_is_never_asked_for(site, client):
    site.pages |= {"/robots.txt": "User-agent: relgraph\nDisallow: /intern", "/intern/a.html": "Geheim"}
    with pytest.raises(FetchError, match=r"robots\.txt forbids it"):
        client.get(f"{site.url}/intern/a.html", limit=LIMIT)
    assert site.asked == ["/robots.txt"]


def test_robots_are_asked_once_and_set_the_pace(site, client, clock):
    site.pages |= {"/robots.txt": "User-agent: *\nCrawl-delay: 7", "/a": "A", "/b": "B"}
    for path in ("/a", "/b"):
        client.get(site.url + path, limit=LIMIT)
    assert site.asked == ["/robots.txt", "/a", "/b"]
    assert clock.slept == [7.0, 7.0]


def test_a_site_is_asked_once_a_second_for_redirects_too(site, client, clock, answering):
    site.pages |= {"/a": answering(302, Location="/b"), "/b": "B"}
    client.get(f"{site.url}/a", limit=LIMIT)
    assert site.asked == ["/robots.txt", "/a", "/b"]
    assert clock.slept == [1.0, 1.0]


def test_redirects_are_followed_to_the_page(site, client, answering):
    site.pages |= {
        "/a": answering(301, Location="b?x=1"),
        "/b?x=1": answering(308, Location=f"{site.url}/c#top"),
        "/c": "C",
    }
    page = client.get(f"{site.url}/a", limit=LIMIT)
    assert (page.url, page.body) == (f"{site.url}/c", b"C")


def test_redirects_end(site, client, answering):
    site.pages["/a"] = answering(302, Location="/a")
    with pytest.raises(FetchError, match="more than 5 redirects"):
        client.get(f"{site.url}/a", limit=LIMIT)
    assert len(site.paths) == 6


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://localhost/a", "only http and https"),
        ("http://127.0.0.1/", "not a public address"),
        ("http://[::ffff:127.0.0.1]/", "not a public address"),
        ("http://169.254.169.254/latest/meta-data", "not a public address"),
        ("http://a:b@localhost/", "user name or password"),
        ("/intern", r"robots\.txt forbids it"),
    ],
)
def test_a_redirect_is_checked_as_the_first_address_is(site, client, answering, location, why):
    site.pages |= {
        "/robots.txt": "User-agent: *\nDisallow: /intern",
        "/a": answering(302, Location=location),
        "/intern": "Geheim",
    }
    with pytest.raises(FetchError, match=why):
        client.get(f"{site.url}/a", limit=LIMIT)
    assert site.paths == ["/a"]


def test_robots_that_lead_into_a_private_network_are_no_robots(site, client, answering):
    site.pages |= {"/robots.txt": answering(302, Location="http://127.0.0.1/robots.txt"), "/a": "A"}
    with pytest.raises(FetchError, match=r"robots\.txt cannot be read, so nothing is asked: .*not a public address"):
        client.get(f"{site.url}/a", limit=LIMIT)
    assert site.paths == []


def test_without_permission_this_machine_is_not_asked(site, client_of):
    with pytest.raises(FetchError, match="not a public address"):
        client_of("elsewhere.example").get(f"{site.url}/a", limit=LIMIT)
    assert site.asked == []


def test_what_has_not_changed_is_not_sent_again(site, client_of):
    site.pages["/a"], site.etags["/a"] = "Seite", '"1"'
    first, second = client_of().get(f"{site.url}/a", limit=LIMIT), client_of().get(f"{site.url}/a", limit=LIMIT)
    assert (second.body, second.headers["content-type"]) == (first.body, first.headers["content-type"])
    asked = [headers.get("If-None-Match") for headers in site.headers["/a"]]
    assert asked == [None, '"1"']
    site.pages["/a"], site.etags["/a"] = "Neu", '"2"'
    assert client_of().get(f"{site.url}/a", limit=LIMIT).body == b"Neu"


def test_the_day_of_the_last_change_is_sent_back(site, client_of, answering):
    day = "Fri, 01 Dec 2023 10:00:00 GMT"
    site.pages["/a"] = answering(200, b"Seite", Last_Modified=day)
    client_of().get(f"{site.url}/a", limit=LIMIT)
    site.pages["/a"] = answering(304)
    assert client_of().get(f"{site.url}/a", limit=LIMIT).body == b"Seite"
    assert site.headers["/a"][1]["If-Modified-Since"] == day


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (404, r"HTTP status 404 \(Not Found\)"), (410, "410"), (403, "403"), (500, "500"), (204, "204"), (206, "206"),
        (304, "304"), (302, "302"), (599, "HTTP status 599"),
    ],
)  # fmt: skip
def test_a_status_that_brings_no_page_is_named(site, client, answering, status, why):
    site.pages["/a"] = answering(status)
    with pytest.raises(FetchError, match=why):
        client.get(f"{site.url}/a", limit=LIMIT)


@pytest.mark.parametrize("status", [429, 503])
def test_a_site_that_has_enough_is_left_alone(site, client, answering, status):
    site.pages |= {"/a": answering(status, Retry_After="120"), "/b": "B"}
    with pytest.raises(FetchError, match=f"{status} .*, asks to come back in 120 seconds"):
        client.get(f"{site.url}/a", limit=LIMIT)
    with pytest.raises(FetchError, match="not asked: localhost asked to be left alone"):
        client.get(f"{site.url}/b", limit=LIMIT)
    assert site.paths == ["/a"]


def test_a_site_that_hangs_is_not_waited_for_twice(site, client_of):
    site.pages["/a"] = lambda handler: site.stop.wait(30)
    client = client_of(patience=Patience(silence=0.2))
    with pytest.raises(FetchError, match="timed out"):
        client.get(f"{site.url}/a", limit=LIMIT)
    with pytest.raises(FetchError, match="not asked: localhost did not answer before"):
        client.get(f"{site.url}/b", limit=LIMIT)
    assert site.paths == ["/a"]
