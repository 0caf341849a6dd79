"""The words of the pages in German and English: labels of types, statuses and bases, and what buttons say."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from relgraph.errors import DataError
from relgraph.resources import read_yaml

LANGUAGES = ("de", "en")
_HERE = Path(__file__).parent

Words = Mapping[str, str]
"""One thing's words by language: `{"de": "Staat", "en": "Country"}`."""


@lru_cache
def labels() -> dict[str, dict[str, Words]]:
    """Labels of `entity_types`, `relation_types`, `statuses` and `bases`.

    >>> labels()["relation_types"]["partnership"]["de"]
    'Partnerschaft'
    """
    return {group: _both(path, words) for group, words, path in _tables("labels.yaml")}


@lru_cache
def strings(page: str) -> dict[str, Words]:
    """What a page (`explorer` or `reading`) says, by key; `{n}` and the like stand for values.

    >>> strings("explorer")["reset"]["en"]
    'Reset'
    """
    tables = {group: _both(path, words) for group, words, path in _tables("strings.yaml")}
    return tables["both"] | tables[page]


def _tables(name: str) -> list[tuple[str, object, Path]]:
    path = _HERE / name
    table = read_yaml(path)
    if not isinstance(table, dict):
        raise DataError(path, "not a mapping of groups")
    return [(group, words, path) for group, words in table.items()]


def _both(path: Path, table: object) -> dict[str, Words]:
    if not isinstance(table, dict):
        raise DataError(path, "not a mapping of keys to words")
    for key, words in table.items():
        if not isinstance(words, dict) or tuple(sorted(words)) != LANGUAGES:
            raise DataError(path, f"{key}: words are needed in {' and '.join(LANGUAGES)}")
    return table
