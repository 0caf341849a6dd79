"""The preposition before a name, and what kind of part it tells. The words stand in `data/asking/words.yml`."""

from functools import lru_cache

from relgraph.understanding.hearing import Heard
from relgraph.understanding.lexicon import words
from relgraph.understanding.naming import Named
from relgraph.understanding.tokens import key


def preposition(named: Named, heard: Heard) -> str:
    """Kind of the preposition before a name, over articles and type words; empty where there is none."""
    if named.genitive:
        return "of"
    article = ""
    for place in range(named.first - 1, max(-1, named.first - 4), -1):
        word = heard.words[place].key
        kind = _prepositions().get(word)
        if kind and word not in _skipped():
            return kind
        if word not in _skipped():
            break
        article = article or kind or ""  # "der" is a genitive, unless it stands behind "in"
    return article


@lru_cache(maxsize=1)
def _prepositions() -> dict[str, str]:
    return {key(word): kind for kind, listed in words().prepositions.items() for word in listed}


@lru_cache(maxsize=1)
def _skipped() -> frozenset[str]:
    return frozenset(map(key, words().skipped))
