"""The words of reviewing in German and English, read from `data/review/words.yml`."""

from functools import lru_cache

from relgraph import resources
from relgraph.explaining.words import Wording
from relgraph.extraction.lexicon import parse


@lru_cache
def _words() -> dict[str, dict[str, Wording]]:
    path = resources.folder("data") / "review" / "words.yml"
    return parse(path, resources.read_yaml(path), dict[str, dict[str, Wording]])


def say(language: str, group: str, key: str, **values: object) -> str:
    """What is said of something in a language.

    >>> say("en", "rows", "release")
    'Release'
    """
    return _words()[group][key].say(language, **values)
