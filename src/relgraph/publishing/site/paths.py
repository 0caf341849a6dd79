"""Where in the site the page of each thing lies: the path of its IRI, as far as every file system takes it."""

import re
from collections.abc import Iterable
from hashlib import sha256

from relgraph.iris import slug
from relgraph.vocabulary import ID, TOPIC

_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,118}[A-Za-z0-9])?", re.ASCII)
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_FOLDERS = {ID: "id/", TOPIC: "topic/"}
MARK = "~"
"""Stands in names that are not those of an IRI: of a shortened name, and of a further page of a thing."""


class Paths:
    """Paths of things by their IRI, without suffix; no two are the same where upper and lower case do not count."""

    def __init__(self, iris: Iterable[str]) -> None:
        self._held: dict[str, str] = {}
        taken: set[str] = set()
        for iri in sorted(set(iris)):
            path = _path(iri)
            if path.casefold() in taken:
                path = f"{path}{MARK}{_digest(iri)}"
            taken.add(path.casefold())
            self._held[iri] = path

    def __contains__(self, iri: str) -> bool:
        return iri in self._held

    def of(self, iri: str) -> str:
        """Path of a thing.

        Raises:
            KeyError: it has no page.
        """
        return self._held[iri]


def _path(iri: str) -> str:
    """The path of an IRI, its parts made plain.

    >>> _path("https://w3id.org/relgraph/id/country/JP"), _path("https://w3id.org/relgraph/topic/robotics")
    ('id/country/JP', 'topic/robotics')
    >>> _path("https://w3id.org/relgraph/id/person/aux")
    'id/person/aux~321f68140efc'
    """
    for namespace, folder in _FOLDERS.items():
        if iri.startswith(namespace):
            return folder + "/".join(map(_part, iri.removeprefix(namespace).split("/")))
    return f"other/{slug(iri.rpartition('/')[2])[:80]}{MARK}{_digest(iri)}"


def _part(name: str) -> str:
    if _PLAIN.fullmatch(name) and not _RESERVED.fullmatch(name):
        return name
    return f"{slug(name)[:80]}{MARK}{_digest(name)}"


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
