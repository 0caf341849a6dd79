"""Whether somebody is from abroad, as far as a name tells it.

Owns a guess that only decides where an office without a body belongs; nothing is said of the person.
"""

import re

from relgraph.extraction.draft import Draft
from relgraph.extraction.firstnames import first_names, german_names

_GERMAN_LETTERS = re.compile(r"^[A-Za-zÄÖÜäöüßéè'’-]+$")
_GERMAN_ENDS = (
    "mann bach berg burg stein feld hoff hof meier meyer maier mayer bauer huber müller schmidt schneider fischer "
    "weber becker hofer inger linger stedt brecht wald thal auer egger lein helm hardt brand ke itz ing beer "
    "manns mer ner ler zer"
).split()


_FOREIGN_ENDS = tuple(
    "ova eva owa ewa ská cka cká escu nen sson ola ala ela akis "
    "oulos idis enko chuk tschuk shvili schwili dze yan ić".split()
)
"""Endings of surnames that no German one has, whatever the first name."""


def is_foreign(draft: Draft, place: int) -> bool:
    """Whether the name at a place is no German one: neither its first name nor the look of its surname."""
    index = draft.token_at(place)
    first = draft.tokens[index].text
    last = index
    while last + 1 < len(draft.tokens) and draft.tokens[last + 1].capital and last - index < 3:
        if draft.text[draft.tokens[last].end : draft.tokens[last + 1].start] != " ":
            break
        last += 1
    surname = draft.tokens[last].text
    if not (_GERMAN_LETTERS.match(first) and _GERMAN_LETTERS.match(surname)):
        return True
    folded = surname.casefold()
    if last > index and folded.endswith(_FOREIGN_ENDS):
        return True
    if first in german_names():
        return False
    if folded.endswith(tuple(_GERMAN_ENDS)):
        return False
    unknown = last > index and first not in first_names() and not folded.endswith(("er", "el", "en"))
    return unknown or first in first_names() or folded.endswith(tuple("aeiouy"))
