"""A brief for a page of the application, and as a file; made at the desk."""

import shlex
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from relgraph.brief.absence import missing, near
from relgraph.brief.composing import compose
from relgraph.brief.gathering import gather
from relgraph.brief.html import body
from relgraph.brief.writing import write_brief
from relgraph.errors import QueryError
from relgraph.queries.catalogue import catalogue
from relgraph.store.protocol import Store

FORMATS = ("html", "md", "docx", "pdf", "json")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a brief is asked for: on whom, from whose releases, between which dates."""

    about: str
    actor: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A brief as an element for a page; or, where nothing is told, the words that say so and names that are near."""

    iri: str
    name: str
    title: str = ""
    body: str = ""
    missing: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def tell(store: Store, scope: Scope, language: str) -> Told:
    """The brief for a page.

    Raises:
        UnknownName: a label names nothing; the message suggests.
        QueryError: a label names several things.
    """
    material = gather(store, scope.about, region=scope.actor, since=scope.since, until=scope.until)
    names = material.focus.names
    name = names.get(language) or names.get("de") or min(names.values())
    said = tuple(missing(material, language))
    if said:
        return Told(material.focus.iri, name, missing=said, near=tuple(near(material, scope.about, store)))
    brief = compose(material, language)
    return Told(material.focus.iri, name, brief.title, body(brief, partial(_question, language=language)))


def _question(command: str, language: str) -> tuple[str, str] | None:
    """Address and title of the question of the catalogue that a command asks; nothing for any other command."""
    words = shlex.split(command)
    if words[:2] != ["relgraph", "query"] or len(words) < 3 or words[2] not in catalogue():
        return None
    given = dict(
        param.split("=", 1) for option, param in zip(words[3::2], words[4::2], strict=True) if option == "--param"
    )
    return f"/questions/{words[2]}?{urlencode(given)}", catalogue()[words[2]].title[language]


def write(store: Store, scope: Scope, language: str, format_: str) -> str | bytes:
    """The brief as a file.

    Raises:
        UnknownName: a label names nothing; the message suggests.
        QueryError: a label names several things, nothing is told, or there is no such format.
    """
    material = gather(store, scope.about, region=scope.actor, since=scope.since, until=scope.until)
    said = " ".join(missing(material, language))
    if said:
        raise QueryError(scope.about, said)
    return write_brief(compose(material, language), format_)
