"""Places that no list has: a village told by its type word or by the look of its name.

Owns the guess; what the gazetteer knows stands in the draft already.
"""

import re

from relgraph import iris
from relgraph.extraction.draft import Draft
from relgraph.extraction.firstnames import first_names
from relgraph.extraction.grammar import grammar
from relgraph.extraction.lexicon import lexicon
from relgraph.extraction.nouns import close
from relgraph.model import Entity
from relgraph.names.authorities import read_words
from relgraph.vocabulary import TERRITORIES, EntityType

_WORD = re.compile(r"[A-ZÄÖÜČĆŠŽŁŚÉÁÍÓÚŌ][\w’'-]+$")
_PREPOSITIONS = frozenset(("in", "aus", "nach", "bei"))
_JOINS = frozenset((",", "und", "sowie", "oder"))
_FOREIGN_LETTER = re.compile(r"[^\x00-\x7fäöüßÄÖÜéè]|[éè](?!s?$)")


def find_localities(draft: Draft) -> None:
    """Add unknown villages and quarters: "Ortsteile wie Zechow", "in Wünsdorf", "in Bécancour"."""
    index = 1
    while index < len(draft.tokens):
        word = draft.tokens[index - 1].text
        typed = word in _words("typed") or (word == "wie" and draft.tokens[index - 2].text in _words("typed"))
        if typed and _is_free(draft, index):
            index = _add_list(draft, index)
        elif _in_country(draft, index) or (word in _PREPOSITIONS and _is_place(draft, index)):
            _add(draft, index)
        index += 1


def _is_place(draft: Draft, index: int) -> bool:
    """Whether an unknown word behind a preposition looks like a place."""
    return _is_free(draft, index) and _looks_like_place(draft, index)


def _in_country(draft: Draft, index: int) -> bool:
    """Whether a word of an enumeration is said to lie in a country: "…, Halabja im Irak, Fongo-Tongo in Kamerun"."""
    if draft.tokens[index - 1].text not in _JOINS or not _is_free(draft, index) or index + 2 >= len(draft.tokens):
        return False
    if draft.tokens[index + 1].text not in ("in", "im"):
        return False
    place = index + 2 + int(draft.tokens[index + 2].text in ("der", "den"))
    span = draft.starting(draft.tokens[place].start) if place < len(draft.tokens) else None
    country = span is not None and span.form == "name" and draft.type_of(span) == EntityType.COUNTRY
    before = draft.spans.overlapping(draft.tokens[max(0, index - 3)].start, draft.tokens[index].start)
    return country and any(draft.type_of(one) in TERRITORIES for one in before)


def _add_list(draft: Draft, index: int) -> int:
    """Add the places of an enumeration; index of its last token."""
    while True:
        _add(draft, index)
        if index + 2 >= len(draft.tokens) or draft.tokens[index + 1].text not in (",", "und", "oder", "sowie"):
            return index
        if not _is_free(draft, index + 2) or draft.tokens[index + 2].text in lexicon().honorifics.before:
            return index
        index += 2


def _add(draft: Draft, index: int) -> None:
    token = draft.tokens[index]
    draft.add(
        Entity(id=iris.entity(EntityType.CITY, token.text), type=EntityType.CITY, name=token.text),
        token.start,
        token.end,
    )


def _is_free(draft: Draft, index: int) -> bool:
    """Whether an unknown capitalised word stands there that is no office, head noun or person."""
    token = draft.tokens[index]
    if not _WORD.match(token.text) or token.text.endswith("-") or token.text.isupper():
        return False
    if draft.covered(token.start, token.end) or token.text in first_names() or not (close(draft, index) or index == 0):
        return False
    known = lexicon().offices.find(token.text) or lexicon().heads.find(token.text)
    return not known and token.text.casefold() not in grammar().determiners and token.text not in grammar().kinds


def _looks_like_place(draft: Draft, index: int) -> bool:
    """Whether a word without an article has the ending of German places, a foreign letter or a foreign ending."""
    word = draft.tokens[index].text
    following = draft.tokens[index + 1] if index + 1 < len(draft.tokens) else None
    if following and following.capital and close(draft, index + 1):
        return False
    if len(word) < 4 or word in _words("no_places") or grammar().is_common(word):
        return False
    return bool(
        word.endswith(_words("endings")) or _FOREIGN_LETTER.search(word) or word.endswith(("a", "o", "á", "ó", "é"))
    )


def _words(name: str) -> tuple[str, ...]:
    return read_words("localities.yml")[name]
