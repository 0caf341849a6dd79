"""Words that stand for something named before, read from `data/lexicon/de/coreference.yml`."""

import re
from functools import cached_property, lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from relgraph import resources
from relgraph.extraction.lexicon import parse
from relgraph.vocabulary import EntityType


class Group(BaseModel):
    """Plural nouns for several entities of these types; no types mean any party."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    types: frozenset[EntityType]
    nouns: frozenset[str]


class Words(BaseModel):
    """The lists of the file; its comments say what each is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    region: dict[EntityType, frozenset[str]]
    things: dict[EntityType, frozenset[str]]
    own: dict[EntityType, frozenset[str]]
    there: dict[str, str]
    numbers: dict[str, int]
    several: tuple[Group, ...]
    pronouns: dict[str, Literal["m", "f"]]
    titles: dict[str, frozenset[str]]
    events: frozenset[str]
    groups: tuple[str, ...]
    generics: tuple[str, ...] = Field(alias="generic")

    @cached_property
    def group_of(self) -> dict[str, Group]:
        """The group that each plural noun speaks of."""
        return {noun: group for group in self.several for noun in group.nouns}

    @cached_property
    def kind_of(self) -> dict[str, tuple[EntityType, bool]]:
        """By noun, the type it means, and whether that may be the publisher."""
        foreign = {noun: (kind, False) for kind, nouns in self.things.items() for noun in nouns}
        return foreign | {noun: (kind, True) for kind, nouns in self.own.items() for noun in nouns}

    @cached_property
    def group(self) -> re.Pattern[str]:
        """Nouns for those who travel together."""
        return re.compile("(?:" + "|".join(re.escape(word).replace(r"\*", r"\w+") for word in self.groups) + ")$")

    @cached_property
    def generic(self) -> re.Pattern[str]:
        """Nouns that stand for a side as a whole."""
        return re.compile("(?:" + "|".join(re.escape(word).replace(r"\*", r"\w*") for word in self.generics) + ")$")


@lru_cache
def words() -> Words:
    """The lists, read once."""
    path = resources.folder("data") / "lexicon" / "de" / "coreference.yml"
    return parse(path, resources.read_yaml(path), Words)
