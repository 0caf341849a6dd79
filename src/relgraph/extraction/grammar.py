"""Closed classes of German words, read from `data/lexicon/de/grammar.yml`, and the endings that follow a rule."""

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from relgraph import resources
from relgraph.extraction.lexicon import parse

_SUFFIXES = "isch lich ig al iv är ell sam ant ent iell ional utsch einigt igt tär frei gemein iert est ert".split()
_STEMS = "Oberst Höher Hoh Unter Ober Frei Neu Groß Klein Alt Rot Weiß Schwarz Jung Schön Best Erst Zweit Dritt".split()


class Grammar(BaseModel):
    """The lists of the file; its comments say what each is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    articles: Mapping[str, str]
    relatives: Mapping[str, str]
    relative_genders: Mapping[str, str]
    prepositions: Mapping[str, str]
    determiners: frozenset[str]
    kinds: frozenset[str]
    verbs: frozenset[str]
    generic: tuple[str, ...]
    located: frozenset[str]
    business: tuple[str, ...]
    common: tuple[str, ...]
    articled_genders: Mapping[str, Literal["m", "f", "n", "p"]]
    kind_genders: Mapping[str, Literal["m", "f", "n", "p"]]

    @cached_property
    def capital_adjective(self) -> re.Pattern[str]:
        """Adjectives that are part of a name: "Technische", "Europäischen"."""
        return re.compile(rf"^(?:[A-ZÄÖÜ][\w-]+(?:{'|'.join(_SUFFIXES)})|{'|'.join(_STEMS)})(?:e|er|es|en|em)$")

    def is_generic(self, word: str) -> bool:
        """Whether a compound says only what kind of thing it is."""
        return word.startswith(self.generic)

    def is_common(self, word: str) -> bool:
        """Whether a word has the ending of an ordinary noun."""
        return word.casefold().endswith(self.common) or (len(word) > 6 and word.endswith("ung"))

    def carries_article(self, name: str) -> bool:
        """Whether a place is named with an article: "die Schweiz"."""
        return name.endswith(tuple(self.articled_genders))


POSSESSIVE = re.compile(
    r"^(?:(?:sein|ihr|unser|dies|jen|dess|der)(?:e|en|em|er|es)"
    r"|sein|ihr|dessen|deren|beiden?|allen?|weitere[nrms]?|mehrere[nrm]?)$",
    re.IGNORECASE,
)
"""Possessive and demonstrative words before a name."""

SMALL_ADJECTIVE = re.compile(
    r"^(?:gemeinsam|(?:\w+isch|deutsch)-\w+isch|[\w-]*orthodox|[\w-]*lutherisch|evangelisch|katholisch|jüdisch)(?:e|er|es|en|em)$"
)
"""Adjectives with a small letter that belong to a name all the same."""

MODIFIER = re.compile(r"^[a-zäöüß][\w-]+(?:e|en|em|er|es)$|^\d+(?:-\w+)?$")
"""Words that may stand between an article and a name: adjectives and numbers."""


@lru_cache
def grammar() -> Grammar:
    """The lists, read once."""
    path = resources.folder("data") / "lexicon" / "de" / "grammar.yml"
    return parse(path, resources.read_yaml(path), Grammar)
