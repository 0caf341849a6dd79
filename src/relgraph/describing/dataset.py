"""What people say of a data set that its graph does not: title, publisher, licence, contact.

Owns the form of `data/describing/dataset.yml` and of files that replace it.
"""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from relgraph.describing.authorities import authorities
from relgraph.errors import DataError
from relgraph.model import Day
from relgraph.resources import folder, read_yaml

_ADDRESS = r"^[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(_Part):
    """A text in both languages."""

    de: str = Field(min_length=1)
    en: str = Field(min_length=1)


class Keywords(_Part):
    """Catchwords in both languages."""

    de: tuple[str, ...]
    en: tuple[str, ...]


class Publisher(_Part):
    """Who lets others use the data."""

    name: str = Field(min_length=1)
    iri: str | None = Field(default=None, pattern=_ADDRESS)
    type: str | None = None

    @field_validator("type")
    @classmethod
    def _known(cls, kind: str | None) -> str | None:
        if kind is not None and kind not in authorities().labels:
            raise ValueError(f"{kind!r} is no kind of publisher, such as RegionalAuthority")
        return kind


class Contact(_Part):
    """Who answers questions about the data."""

    name: str | None = None
    email: str | None = Field(default=None, pattern=r"^[^@\s<>\"]+@[^@\s<>\"]+$")
    url: str | None = Field(default=None, pattern=_ADDRESS)


class About(_Part):
    """All of it; `licence`, `themes` and `contributor` are terms of the lists that the data file names."""

    title: Words
    description: Words
    keywords: Keywords
    publisher: Publisher
    contact: Contact
    page: str | None = Field(default=None, pattern=_ADDRESS)
    contributor: str | None = Field(default=None, pattern=r"^[A-Za-z0-9_-]+$")
    issued: Day | None = None
    modified: Day | None = None
    availability: Literal["AVAILABLE", "EXPERIMENTAL", "STABLE", "TEMPORARY"] | None = None
    licence: str = Field(pattern=r"^[A-Za-z0-9./-]+$")
    licence_document: str | None = Field(default=None, alias="licenceDocument", pattern=_ADDRESS)
    attribution: str | None = None
    themes: tuple[str, ...] = Field(min_length=1)

    @field_validator("themes")
    @classmethod
    def _known(cls, themes: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [theme for theme in themes if theme not in authorities().labels]
        if unknown:
            raise ValueError(f"{unknown[0]!r} is no data theme of the EU, such as GOVE")
        return themes


@lru_cache
def about(path: Path | None = None) -> About:
    """What is said of a data set: the keys of a file, and of those that it lacks what comes with relgraph.

    Raises:
        DataError: a file is missing, no YAML, or a key is unknown or has no such value; the message names it.
    """
    own = folder("data") / "describing" / "dataset.yml"
    told = _mapping(own) | (_mapping(path) if path is not None else {})
    try:
        return About.model_validate(told)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise DataError(path or own, f"{place}: {first['msg']}") from None


def _mapping(path: Path) -> dict[str, object]:
    table = read_yaml(path)
    if not isinstance(table, dict):
        raise DataError(path, "not a mapping of keys to values")
    return table
