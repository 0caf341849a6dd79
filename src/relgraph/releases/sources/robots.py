"""What a site asks of programs in its robots.txt (RFC 9309)."""

from protego import Protego

from relgraph.errors import FetchError
from relgraph.releases.sources.pace import SECOND
from relgraph.releases.sources.transport import Answer

TOKEN = "relgraph"
"""Name under which a robots.txt may address this program."""

SLOWEST = 60.0
"""Seconds. A site that wants more between two requests does not want to be read by programs."""


class Robots:
    """The rules of one site."""

    def __init__(self, text: str, why: str | None = None) -> None:
        self._rules = Protego.parse(text)
        self._why = why

    @property
    def delay(self) -> float:
        """Seconds that the site wants between two requests."""
        rate = self._rules.request_rate(TOKEN)
        wanted = [
            self._rules.crawl_delay(TOKEN) or 0.0,
            rate.seconds / rate.requests if rate and rate.requests else 0.0,
        ]
        return max(SECOND, *wanted)

    def check(self, url: str) -> None:
        """Return where the address may be asked.

        Raises:
            FetchError: the site forbids it, wants more time between requests than anyone has, or cannot say.
        """
        if self._why is not None:
            raise FetchError(url, self._why)
        if not self._rules.can_fetch(url, TOKEN):
            raise FetchError(url, "robots.txt forbids it")
        if self.delay > SLOWEST:
            raise FetchError(url, f"robots.txt wants {self.delay:g} seconds between two requests")


def robots_of(answer: Answer) -> Robots:
    """Rules that an answer for robots.txt states: a site without one forbids nothing, one that fails forbids all."""
    if answer.status == 200:
        return Robots(answer.body.decode("utf-8", errors="replace"))
    if 400 <= answer.status < 500 and answer.status != 429:
        return Robots("")
    return unknown(f"answers with HTTP status {answer.status}")


def unknown(why: str) -> Robots:
    """Rules of a site whose robots.txt cannot be had: nothing may be asked, until it can."""
    return Robots("", f"robots.txt cannot be read, so nothing is asked: {why}")
