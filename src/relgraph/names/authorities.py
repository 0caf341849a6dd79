"""Reading `data/authorities/*.yml`: the names that no package has, each with its source."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from relgraph.errors import DataError
from relgraph.model import Value
from relgraph.resources import folder, read_yaml
from relgraph.vocabulary import EntityType


class Authority(Value):
    """One entry of an authority file.

    Attributes:
        id: ISO 3166 code, GeoNames id, or slug of the German name: what the IRI is minted from.
        de: German name; absent where a package gives the right one.
        aliases: other names and spellings, in German, English or the language of the place.
        adjectives: uninflected ("japanisch"); they replace the regular one.
        er: indeclinable forms in -er ("Schweizer"); they replace the regular ones.
        weak: forms that are found only with evidence, because they mean something else more often.
        part_of: ISO 3166 code of the territory around it.
        source: where the names can be checked.
    """

    id: str
    type: EntityType
    de: str | None = None
    en: str | None = None
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] | None = None
    er: tuple[str, ...] | None = None
    weak: tuple[str, ...] = ()
    part_of: str | None = None
    same_as: tuple[str, ...] = ()
    source: str


def authority_path(name: str) -> Path:
    """Path of a file of `data/authorities`."""
    return folder("data") / "authorities" / name


@cache
def read_authorities(name: str) -> tuple[Authority, ...]:
    """Entries of one file, in its order.

    Raises:
        DataError: an entry lacks a key, has an unknown one, or a value that does not fit.
    """
    path = authority_path(name)
    content = read_yaml(path)
    if not isinstance(content, list):
        raise DataError(path, "expected a list of entries")
    return tuple(_entries(path, content))


def _entries(path: Path, content: list[object]) -> Iterator[Authority]:
    for number, item in enumerate(content, start=1):
        try:
            yield Authority.model_validate(item)
        except ValueError as error:
            why = " ".join(line.strip() for line in str(error).splitlines()[1:3])
            raise DataError(path, f"entry {number}: {why}") from error


@cache
def read_words(name: str) -> dict[str, tuple[str, ...]]:
    """Named lists of words from one file, such as the type words that stand before a name.

    Raises:
        DataError: the file is not a mapping from names to lists of words.
    """
    path = authority_path(name)
    content = read_yaml(path)
    if not isinstance(content, dict):
        raise DataError(path, "expected named lists of words")
    lists: dict[str, tuple[str, ...]] = {}
    for key, words in content.items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise DataError(path, f"{key}: expected a list of words")
        lists[str(key)] = tuple(words)
    return lists
