"""The words of `data/asking/*.yml`: concepts, cues of questions, words that mean nothing.

Owns the models of those files; docs/asking.md describes them.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from relgraph.errors import DataError
from relgraph.resources import folder, read_yaml

T = TypeVar("T")

LANGUAGES = ("de", "en")


class Example(BaseModel):
    """A question as somebody may ask it, with the parameters that it stands for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    de: str | None = None
    en: str | None = None
    params: Mapping[str, str] = {}

    @property
    def language(self) -> str:
        """Language in which it is asked."""
        return "de" if self.de is not None else "en"

    @property
    def text(self) -> str:
        """The question itself."""
        return self.de or self.en or ""


class Cues(BaseModel):
    """How a question of the catalogue is recognised.

    `cues` weigh concepts that occur together, `needs` what it costs when a parameter is missing, `bare` what a name
    alone says for it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    cues: Mapping[str, float]
    examples: tuple[Example, ...]
    needs: Mapping[str, float] = {}
    bare: float = 0


class Words(BaseModel):
    """Words that several questions share; the file says what each key means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    function: Mapping[str, str]
    prepositions: Mapping[str, tuple[str, ...]]
    parameters: Mapping[str, Mapping[str, str]]
    choices: Mapping[str, Mapping[str, str]]
    generic_topics: tuple[str, ...]
    relation_types: Mapping[str, str]
    statuses: Mapping[str, str]
    classes: Mapping[str, str]
    by: Mapping[str, str]
    titles: Mapping[str, tuple[str, ...]]
    skipped: tuple[str, ...]
    nicknames: Mapping[str, tuple[str, ...]]
    demonyms: Mapping[str, tuple[str, ...]]
    areas: Mapping[str, str]


Concepts = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Patterns by concept and language."""


@lru_cache(maxsize=1)
def concepts() -> Concepts:
    """Patterns of every concept in both languages."""
    return read_asking("concepts.yml", TypeAdapter(dict[str, dict[str, tuple[str, ...]]]))


@lru_cache(maxsize=1)
def cues() -> Mapping[str, Cues]:
    """Cues of every question, those that are not in the catalogue included."""
    return read_asking("questions.yml", TypeAdapter(dict[str, Cues]))


@lru_cache(maxsize=1)
def words() -> Words:
    """The words that several questions share."""
    return read_asking("words.yml", TypeAdapter(Words))


@lru_cache(maxsize=1)
def phrases() -> Mapping[str, Mapping[str, str]]:
    """What is said beside an answer, by language."""
    return read_asking("phrases.yml", TypeAdapter(dict[str, dict[str, str]]))


def read_asking(name: str, adapter: TypeAdapter[T]) -> T:
    """A file of `data/asking`.

    Raises:
        DataError: it is not what the adapter takes.
    """
    path = folder("data") / "asking" / name
    try:
        return adapter.validate_python(read_yaml(path))
    except ValidationError as error:
        first = error.errors()[0]
        raise DataError(path, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
