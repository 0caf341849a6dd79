"""Addresses become pages: politely, within bounds, and with nothing asked twice that has not changed."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from http import HTTPStatus

from relgraph.errors import FetchError
from relgraph.releases.sources.addresses import Target, redirected, resolve, target_of
from relgraph.releases.sources.cache import Cache, conditions
from relgraph.releases.sources.pace import Pace
from relgraph.releases.sources.robots import Robots, robots_of, unknown
from relgraph.releases.sources.transport import Answer, Patience, Unreachable, ask

REDIRECTS = 5
_ROBOTS_LIMIT = 512_000
_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/pdf, "
    "text/plain;q=0.8, */*;q=0.1"
)
_BUSY = frozenset({429, 503})
_MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True)
class Page:
    """What stands at an address; `url` is the one that gave it in the end, behind all redirects."""

    url: str
    headers: dict[str, str]
    body: bytes


class Client:
    """Asks servers one after the other; one that fails or says that it has enough is left alone from then on.

    Hosts without a public address are asked only where they stand among the `private` ones, so that no feed and no
    redirect leads to others.
    """

    def __init__(
        self, cache: Cache, *, private: Collection[str] = (), pace: Pace | None = None, patience: Patience | None = None
    ) -> None:
        self._cache = cache
        self._private = frozenset(host.strip("[]").lower() for host in private)
        self._pace = pace or Pace()
        self._patience = patience or Patience()
        self._robots: dict[str, Robots] = {}
        self._closed: dict[str, str] = {}

    def get(self, url: str, *, limit: int) -> Page:
        """Page at an address, as far as the site's robots.txt allows it.

        Raises:
            FetchError: there is none, or it may not be asked for; the message says why.
        """
        target = target_of(url)
        return self._follow(target, limit, lambda one: self._rules(one).check(one.url))

    def _follow(self, target: Target, limit: int, check: Callable[[Target], None]) -> Page:
        """Page at the end of all redirects, each of which is checked as the first address was."""
        for _ in range(REDIRECTS + 1):
            check(target)
            kept = self._cache.get(target.url)
            answer = self._ask(target, limit, kept)
            location = answer.headers.get("location", "")
            if answer.status in _MOVED and location:
                target = redirected(target, location)
                continue
            if answer.status == HTTPStatus.NOT_MODIFIED and kept is not None:
                return Page(target.url, dict(kept.headers), kept.body)
            if answer.status != HTTPStatus.OK:
                raise Refusal(target.url, answer)
            self._cache.put(target.url, answer)
            return Page(target.url, dict(answer.headers), answer.body)
        raise FetchError(target.url, f"more than {REDIRECTS} redirects")

    def _ask(self, target: Target, limit: int, kept: Answer | None) -> Answer:
        if target.host in self._closed:
            raise FetchError(target.url, f"not asked: {target.host} {self._closed[target.host]}")
        addresses = resolve(target, private=self._private)
        robots = self._robots.get(target.origin)
        self._pace.wait(target.host, *([robots.delay] if robots else []))
        headers = {"Accept": _ACCEPT, "Accept-Language": "de, en;q=0.5", **(conditions(kept) if kept else {})}
        try:
            answer = ask(target, addresses, headers, limit=limit, patience=self._patience)
        except Unreachable:
            self._closed[target.host] = "did not answer before"
            raise
        if answer.status in _BUSY:
            self._closed[target.host] = f"asked to be left alone (HTTP status {answer.status})"
        return answer

    def _rules(self, target: Target) -> Robots:
        if target.origin not in self._robots:
            resolve(target, private=self._private)  # a host that may not be asked is told as such, not as its robots
            self._robots[target.origin] = self._read_rules(target)
        return self._robots[target.origin]

    def _read_rules(self, target: Target) -> Robots:
        try:
            page = self._follow(target_of(f"{target.origin}/robots.txt"), _ROBOTS_LIMIT, lambda one: None)
        except Refusal as error:
            return robots_of(error.answer)
        except FetchError as error:
            return unknown(error.why)
        return robots_of(Answer(HTTPStatus.OK, page.headers, page.body))


class Refusal(FetchError):
    """A server answers with a status that brings no page."""

    def __init__(self, url: str, answer: Answer) -> None:
        later = answer.headers.get("retry-after", "").strip()
        again = f", asks to come back in {later} seconds" if later.isdecimal() and len(later) < 8 else ""
        super().__init__(url, f"answers with HTTP status {answer.status}{_phrase(answer.status)}{again}")
        self.answer = answer


def _phrase(status: int) -> str:
    try:
        return f" ({HTTPStatus(status).phrase})"
    except ValueError:
        return ""
