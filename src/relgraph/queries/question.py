"""A question of the catalogue, its parameters and its columns, as values.

Owns no file format and no answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from relgraph.vocabulary import RelationType

Words = Mapping[str, str]
"""The same words in German (`de`) and English (`en`)."""


class ParameterType(StrEnum):
    """What a parameter takes; labels are resolved, the rest is checked."""

    ENTITY = "entity"
    TOPIC = "topic"
    STATUS = "status"
    RELATION_TYPE = "relationtype"
    RELEASE = "release"
    DATE = "date"
    TEXT = "text"
    NUMBER = "number"
    DECIMAL = "decimal"


@dataclass(frozen=True)
class Parameter:
    """A variable of the query that the asker may or must give a value; without one, the query answers for all."""

    name: str
    type: ParameterType
    help: Words
    optional: bool = False
    default: str | None = None
    choices: tuple[str, ...] = ()
    suggest: str | None = None
    """Class of the entities, or topic above the topics, that are suggested as its values; nothing: any."""

    @property
    def required(self) -> bool:
        """Whether the question cannot be asked without it."""
        return not self.optional and self.default is None


@dataclass(frozen=True)
class Column:
    """A column of the answer: the variable of the query, and its heading in both languages."""

    name: str
    heading: Words
    of: str | None = None
    """The variable whose IRI it names, where it names a thing."""


@dataclass(frozen=True)
class Picture:
    """What of an answer can be drawn: rows as bars, or how many rows there are of each year."""

    columns: tuple[str, ...]
    """What a bar is called by, or the one column with dates."""
    measure: str | None = None
    """The column that gives a bar its length; nothing where years are counted."""


@dataclass(frozen=True)
class Question:
    """A question by name: what it asks in words, what it takes, what it answers with, and its SPARQL."""

    name: str
    summary: str
    description: str
    title: Words
    question: Words
    group: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str
    relations: tuple[RelationType, ...] = ()
    """Types of the relations that it reads; none: all."""
    picture: Picture | None = None

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name, or nothing."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)

    def headings(self, language: str = "de") -> dict[str, str]:
        """Heading of each column in one language."""
        return {column.name: column.heading[language] for column in self.columns}
