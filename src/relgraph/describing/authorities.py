"""Terms of others' lists: languages, German Länder, licences, themes; and what each of them is.

Owns the form of `data/describing/authorities.yml`. An entry that says of each term what it is can be checked, and
understood, without fetching any of the lists.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from pydantic import BaseModel, ConfigDict
from rdflib import URIRef

from relgraph.describing.terms import Value, both, says
from relgraph.extraction.lexicon import parse
from relgraph.graph.terms import Quad
from relgraph.resources import folder, read_yaml


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(_Part):
    """A name in both languages."""

    de: str
    en: str


class Authorities(_Part):
    """All of it."""

    languages: dict[str, str]
    states: dict[str, str]
    lists: tuple[dict[str, str | None], ...]
    labels: dict[str, Words]
    taxonomy: Words


@lru_cache
def authorities() -> Authorities:
    """The lists.

    Raises:
        DataError: the file is not what its head says.
    """
    path = folder("data") / "describing" / "authorities.yml"
    return parse(path, read_yaml(path), Authorities)


def explained(quads: Iterable[Quad]) -> Iterator[Quad]:
    """What the terms are that some statements name as values."""
    named = sorted({str(quad.object) for quad in quads if isinstance(quad.object, URIRef)})
    for one in named:
        for listed in authorities().lists:
            begins = str(listed["begins"])
            if one.startswith(begins):
                yield from says(
                    one,
                    ("rdf:type", listed["class"]),
                    ("skos:inScheme", listed["scheme"]),
                    *(_labels(one.removeprefix(begins)) if listed["class"] == "skos:Concept" else ()),
                )


def _labels(name: str) -> list[tuple[str, Value]]:
    words = authorities().labels[name]
    return both("skos:prefLabel", words.de, words.en)
