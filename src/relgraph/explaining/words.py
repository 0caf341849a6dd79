"""The words of explanations in German and English, read from `data/explanations/words.yml`.

Owns no reasons: what is to be said comes from the modules that find it.
"""

from collections.abc import Mapping
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from relgraph import resources
from relgraph.explore.words import labels
from relgraph.extraction.lexicon import parse
from relgraph.vocabulary import EntityType, RelationType, Status

LANGUAGES = ("de", "en")


class Wording(BaseModel):
    """What is said in each language; `{…}` stands for a value."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    de: str
    en: str

    def say(self, language: str, **values: object) -> str:
        """The words of a language with their values.

        >>> Wording(de="{n} Wörter", en="{n} words").say("en", n=3)
        '3 words'
        """
        return (self.de if language == "de" else self.en).format(**values)


@lru_cache
def wordings(folder: str) -> dict[str, dict[str, Wording]]:
    """What is said in each group of `data/<folder>/words.yml`.

    Raises:
        DataError: the file is off.
    """
    path = resources.folder("data") / folder / "words.yml"
    return parse(path, resources.read_yaml(path), dict[str, dict[str, Wording]])


def table(group: str) -> Mapping[str, Wording]:
    """All words of a group, in the order of the file."""
    return wordings("explanations")[group]


def say(language: str, group: str, key: str, **values: object) -> str:
    """What is said of something in a language.

    >>> say("en", "labels", "sentence")
    'Sentence'
    """
    return wordings("explanations")[group][key].say(language, **values)


def relation_label(kind: RelationType, language: str) -> str:
    """Name of a type of relation.

    >>> relation_label(RelationType.VISIT, "de")
    'Besuch'
    """
    return labels()["relation_types"][kind.value][language]


def type_label(kind: EntityType, language: str) -> str:
    """Name of a type of entity."""
    return labels()["entity_types"][kind.value][language]


def status_label(status: Status, language: str) -> str:
    """Name of a status."""
    return labels()["statuses"][status.value][language]


def quoted(text: str, language: str) -> str:
    """A text in the quotation marks of a language.

    >>> quoted("Haus", "de"), quoted("house", "en")
    ('„Haus“', '“house”')
    """
    return f"„{text}“" if language == "de" else f"“{text}”"


def number(value: float, language: str, digits: int = 2, *, signed: bool = False) -> str:
    """A number as it is written in a language.

    >>> number(-1.5, "de", signed=True), number(0.25, "en")
    ('−1,50', '0.25')
    """
    text = f"{value:+.{digits}f}" if signed else f"{value:.{digits}f}"
    text = text.replace("-", "−")
    return text.replace(".", ",") if language == "de" else text
