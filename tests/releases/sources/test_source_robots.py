import pytest

from relgraph.errors import FetchError
from relgraph.releases.sources.robots import Robots, robots_of, unknown
from relgraph.releases.sources.transport import Answer

PAGE = "https://example.org/presse/1"


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\nDisallow: /",
        "User-agent: relgraph\nDisallow: /presse",
        "User-agent: *\nDisallow: /*/1$",
        "User-agent: RelGraph\nAllow: /presse/2\nDisallow: /presse/",
    ],
)
def test_what_a_site_forbids_is_not_asked(text):
    with pytest.raises(FetchError, match=r"robots\.txt forbids it"):
        Robots(text).check(PAGE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "User-agent: other\nDisallow: /",
        "User-agent: *\nDisallow: /\n\nUser-agent: relgraph\nDisallow:",
        "User-agent: *\nDisallow: /\nAllow: /presse/",
        "<html><body>Seite nicht gefunden</body></html>",
        "\x00\xff: \n:::",
    ],
)
def test_what_a_site_allows_is_asked(text):
    Robots(text).check(PAGE)


@pytest.mark.parametrize(
    ("line", "seconds"), [("Crawl-delay: 5", 5), ("Crawl-delay: 0.2", 1), ("Request-rate: 1/20s", 20)]
)
def test_a_site_says_how_much_time_it_wants(line, seconds):
    assert Robots(f"User-agent: *\n{line}").delay == seconds


def test_nobody_waits_for_hours():
    with pytest.raises(FetchError, match="wants 86400 seconds between two requests"):
        Robots("User-agent: *\nCrawl-delay: 86400").check(PAGE)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_site_without_rules_forbids_nothing(status):
    robots_of(Answer(status, {})).check(PAGE)


@pytest.mark.parametrize("status", [500, 502, 503, 429, 204])
def test_a_site_that_cannot_say_forbids_all(status):
    with pytest.raises(FetchError, match=rf"nothing is asked: answers with HTTP status {status}"):
        robots_of(Answer(status, {})).check(PAGE)


def test_rules_that_cannot_be_had_forbid_all():
    with pytest.raises(FetchError, match=r"robots\.txt cannot be read, so nothing is asked: too slow"):
        unknown("too slow").check(PAGE)
