"""A bearer and the forms that name it: what every source of names hands to the form table."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from types import MappingProxyType

from relgraph.names import inflection
from relgraph.names.authorities import Authority, read_words
from relgraph.names.entry import Entry
from relgraph.names.folding import plain, short_vowels
from relgraph.vocabulary import EntityType


class Shape(StrEnum):
    """How a form takes endings: a name (genitive), the stem of an adjective, or an indeclinable word in -er."""

    NAME = "name"
    STEM = "stem"
    ER = "er"


class Need(IntEnum):
    """What a text must show before a form in it counts as a mention.

    NOTHING: the form is enough. EVIDENCE: a preposition of place, a type word, a list of places. TYPE_WORD: its type
    word ("Kanton Zürich") or a list of its like.
    """

    NOTHING = 0
    EVIDENCE = 1
    TYPE_WORD = 2


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of a name."""

    text: str
    shape: Shape = Shape.NAME
    need: Need = Need.NOTHING


@dataclass(frozen=True, slots=True)
class Naming:
    """An entry with its forms."""

    entry: Entry
    forms: tuple[Form, ...]

    @classmethod
    def of(
        cls,
        entry: Entry,
        authority: Authority | None = None,
        *,
        aliases: Mapping[str, Need] = MappingProxyType({}),
        need: Need = Need.NOTHING,
        adjectives: bool = True,
    ) -> "Naming":
        """The entry with every form of its names, German inflection included.

        Args:
            entry: the bearer.
            authority: what `data/authorities` adds: aliases, irregular adjectives, weak and home forms.
            aliases: further names from packages, each with what it needs.
            need: what its names need at least.
            adjectives: whether a regular adjective is formed where none is listed.
        """
        given = authority or _NOTHING
        names = dict.fromkeys((entry.name, *given.aliases), need) | {
            name: max(need, least) for name, least in aliases.items()
        }
        names |= dict.fromkeys(given.weak, max(need, Need.EVIDENCE))
        for bare in [bare for name in names if (bare := _without_type_word(name))]:
            if names.get(bare) is not Need.NOTHING:
                names[bare] = Need.TYPE_WORD
        needs = {form: least for name, least in names.items() for form in spellings(name)}
        forms = [Form(text, Shape.NAME, least) for text, least in needs.items()]
        stems = given.adjectives
        if stems is None:
            stems = (inflection.adjective(entry.name),) if adjectives and " " not in entry.name else ()
        spelt = dict.fromkeys(variant for stem in stems for variant in (stem, stem[0].upper() + stem[1:], _title(stem)))
        forms += [Form(stem, Shape.STEM, needs.get(stem, need)) for stem in spelt]
        forms += [Form(text, Shape.ER, needs.get(text, need)) for text in given.er or ()]
        return cls(entry, tuple(forms))


_NOTHING = Authority(id="-", type=EntityType.REGION, source="-")


def _title(stem: str) -> str:
    return "-".join(part[0].upper() + part[1:] for part in stem.split("-"))


def _without_type_word(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first in read_words("type-words.yml")["part_of_name"] else ""


def spellings(name: str) -> dict[str, None]:
    """All spellings of one name that releases use: declined within, with and without foreign diacritics.

    >>> list(spellings("Mahārāshtra"))
    ['Mahārāshtra', 'Maharashtra']
    """
    forms = inflection.declined(name)
    return dict.fromkeys(spelling for form in forms for spelling in (form, short_vowels(form), plain(form)))
