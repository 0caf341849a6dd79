"""Words that stand for something named before, read from `data/lexicon/de/coreference.yml`."""

import re
from functools import cached_property, lru_cache

from pydantic import BaseModel, ConfigDict, Field

from relgraph import resources
from relgraph.extraction.lexicon import parse
from relgraph.vocabulary import EntityType


class Words(BaseModel):
    """The lists of the file; its comments say what each is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    region: dict[EntityType, frozenset[str]]
    places: dict[EntityType, frozenset[str]]
    boths: tuple[str, ...] = Field(alias="both")
    persons: frozenset[str]
    events: frozenset[str]
    groups: tuple[str, ...]
    generics: tuple[str, ...] = Field(alias="generic")

    @cached_property
    def both(self) -> re.Pattern[str]:
        """Words that stand for the last two parties together."""
        return re.compile(r"\b(?:" + "|".join(map(re.escape, self.boths)) + r")\b", re.IGNORECASE)

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
