"""Rural districts, which no package lists: "Landkreis" with a name makes one, whatever the name.

By the annotation scheme a district is a city; its name carries the type word.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from relgraph.names.entry import Entry
from relgraph.vocabulary import EntityType

_NAME = r"[A-ZÄÖÜ][\wß]{2,30}(?:-[A-ZÄÖÜ][\wß]{1,30}){0,3}(?: Land)?"
_ONE = re.compile(rf"\bLandkreis(?:es)? ({_NAME})")
_MANY = re.compile(rf"\bLandkreisen? ((?:{_NAME}, ){{0,6}}{_NAME} (?:und|sowie|oder) {_NAME})")
_MEMBER = re.compile(_NAME)


class District(NamedTuple):
    """A district that a text names."""

    start: int
    end: int
    entry: Entry


def districts(text: str) -> Iterator[District]:
    """Districts of a text, in a list with the bare name as mention.

    >>> [text for start, end, entry in districts("im Landkreis Roth") for text in (entry.name, start, end)]
    ['Landkreis Roth', 3, 17]
    """
    for match in _ONE.finditer(text):
        yield District(match.start(), match.end(), _entry(match[1]))
    for match in _MANY.finditer(text):
        for member in _MEMBER.finditer(text, match.start(1), match.end(1)):
            yield District(member.start(), member.end(), _entry(member[0]))


def _entry(name: str) -> Entry:
    name = f"Landkreis {name}"
    return Entry(EntityType.CITY, name, name, name_en=name)
