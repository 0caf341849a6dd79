"""Rural districts, which no package lists: "Landkreis" with a name makes one, "Kreis" with the name of a town.

By the annotation scheme a district is a city; its name carries the type word.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from relgraph.names.entry import Entry
from relgraph.vocabulary import EntityType

_NAME = r"(?:Bad |Sankt |St\. ?)?[A-ZÄÖÜ][\wß]{2,30}(?:-[A-ZÄÖÜ][\wß]{1,30}){0,3}(?: Land\b)?"
_ONE = re.compile(rf"\b(Landkreis|Kreis)(?:es)? ({_NAME})")
_MANY = re.compile(rf"\b(Landkreis|Kreis)en? ((?:{_NAME}, ){{0,6}}{_NAME} (?:und|sowie|oder) {_NAME})")
_MEMBER = re.compile(_NAME)


class District(NamedTuple):
    """A district that a text names."""

    start: int
    end: int
    entry: Entry


def districts(text: str, is_town: Callable[[str], bool]) -> Iterator[District]:
    """Districts of a text, in a list with the bare name as mention.

    >>> text = "im Landkreis Roth, im Kreis Olpe, im Kreis Neugieriger"
    >>> [found.entry.name for found in districts(text, "Olpe".__eq__)]
    ['Landkreis Roth', 'Kreis Olpe']
    """
    for match in _ONE.finditer(text):
        if match[1] == "Landkreis" or is_town(match[2]):
            yield District(match.start(), match.end(), _entry(match[1], match[2]))
    for match in _MANY.finditer(text):
        members = [*_MEMBER.finditer(text, match.start(2), match.end(2))]
        if match[1] == "Landkreis" or any(is_town(member[0]) for member in members):
            for member in members:
                yield District(member.start(), member.end(), _entry(match[1], member[0]))


def _entry(word: str, name: str) -> Entry:
    name = f"{word} {name}"
    return Entry(EntityType.CITY, name, name, name_en=name)
