"""Names that a describing noun announces: "die Messe INTEC", "der Konzern Yanmar", "der Verein Brücke nach Nepal".

Owns whether a name stands behind such a noun and how far it reaches; the nouns stand in
`data/lexicon/de/descriptions.yml`. In German two nouns stand side by side in one phrase where the second is the name of
the first. Elsewhere a verb may part them ("liefert der Hersteller Maschinen"), so place and case of the phrase say how
much the word behind must look like a name.
"""

import re

from relgraph import iris
from relgraph.extraction.descriptions import Description, descriptions
from relgraph.extraction.draft import Draft
from relgraph.extraction.grammar import MODIFIER, grammar
from relgraph.extraction.lexicon import lexicon
from relgraph.extraction.looks import is_clear, is_name_word, is_plain, starts_name
from relgraph.extraction.nouns import capital_at, close, is_adjective, quoted
from relgraph.model import Entity
from relgraph.vocabulary import TERRITORIES, EntityType

_SMALL_LINKS = frozenset("of for the and & de du la le les del della di da do dos et y e + –".split())
_PHRASE_LINKS = frozenset("nach ohne gegen für und statt im in der des den dem aus mit zum zur".split())
_OBLIQUE = frozenset("des dem vom zum zur beim im am eines einem einer".split())
_NOMINATIVE = frozenset(("Der", "Die", "Das", "Ein", "Eine"))
_ARTICLES = frozenset("der die das den dem des vom zum zur beim im am ein eine einen einem einer eines".split())
_LONGEST = 6


def find_described(draft: Draft) -> set[int]:
    """Add the names behind describing nouns; gives the indexes of those nouns."""
    found: set[int] = set()
    for index, token in enumerate(draft.tokens[:-1]):
        entry = descriptions().find(token.text) if token.capital else None
        if entry and _add(draft, index, entry):
            found.add(index)
    return found


def _add(draft: Draft, index: int, entry: Description) -> bool:
    """Add the name behind the noun at a token, if one stands there."""
    noun = draft.tokens[index]
    cover = draft.covered(noun.start, noun.end)
    if cover and cover.end > noun.end:
        return False
    if behind := quoted(draft, index + 1):
        known = lexicon().heads.find(noun.text) is not None or len(behind[2].split()) > 9
        return not known and _name(draft, behind[0], behind[1], entry.type)
    end = _end(draft, index, entry) if close(draft, index + 1) else index + 1
    return end > index + 1 and _name(draft, index + 1, end, entry.type)


def _name(draft: Draft, first: int, end: int, kind: EntityType) -> bool:
    start, stop = draft.tokens[first].start, draft.tokens[end - 1].end
    name = " ".join(draft.text[start:stop].split())
    return draft.add(Entity(id=iris.entity(kind, name), type=kind, name=name), start, stop)


def _end(draft: Draft, index: int, entry: Description) -> int:
    """Index behind the name that stands behind the noun at a token; the next index where none does."""
    first = index + 1
    article = _article(draft, index)
    if not starts_name(draft.tokens[first].text) or _is_known(draft, first):
        return first
    end = name_run(draft, first, entry.type)
    if end == first:
        return first
    words = [token.text for token in draft.tokens[first:end]]
    if _names_place(draft, first, end):
        return first
    if is_clear(words):
        return end
    if entry.clear or article is None:
        return first
    opens = _opens(draft, article)
    phrase = _phrase(draft, end) if entry.phrase and (opens or _is_oblique(draft, article)) else end
    if opens or phrase > end or not is_plain(words[0]):
        return phrase
    return first


def name_run(draft: Draft, first: int, kind: EntityType) -> int:
    """Index behind words that may make up a name: capitalised ones, what links them, and numbers."""
    index = end = first
    while index < len(draft.tokens) and index - first < _LONGEST and (index == first or _touches(draft, index)):
        word = draft.tokens[index].text
        span = draft.starting(draft.tokens[index].start)
        if span and not span.modifies and span.form == "name" and draft.type_of(span) in TERRITORIES:
            index = end = draft.token_at(span.end)
        elif index > first and word in _SMALL_LINKS and capital_at(draft, index + 1):
            index += 1
        elif span and span.form == "genitive":
            return first  # "der Verein Freunde Litauens" is named with its noun
        elif word.isdigit():
            if index == first or not _is_number(draft, index, kind):
                break
            index = end = index + 1
        elif (starts_name(word) and is_name_word(word) and not (span and span.modifies)) or word.startswith(
            ("d'", "d’")
        ):
            index = end = index + 1
        else:
            closes = lexicon().heads.find(word) if index > first and index == end and starts_name(word) else None
            return index + 1 if closes and closes.type == kind and not closes.title else end
    return end


def _is_number(draft: Draft, index: int, kind: EntityType) -> bool:
    """Whether a number belongs to a name: a year to an event's, any where the name goes on behind it."""
    year = len(draft.tokens[index].text) == 4 and kind == EntityType.EVENT
    return year or (capital_at(draft, index + 1) and close(draft, index + 1))


def _touches(draft: Draft, index: int) -> bool:
    """Whether a token follows the one before after a blank, or at once behind a sign that links names."""
    return close(draft, index) or draft.text[draft.tokens[index - 1].end : draft.tokens[index].start] == ""


def _phrase(draft: Draft, end: int) -> int:
    """Index behind a German phrase that goes on from a noun: "Brücke nach Nepal", "Juristen ohne Grenzen"."""
    if end + 1 < len(draft.tokens) and draft.tokens[end].text in _PHRASE_LINKS and close(draft, end):
        after = end + 1 + int(draft.tokens[end + 1].text in ("der", "die", "das", "den", "dem"))
        if capital_at(draft, after) and close(draft, after):
            return after + 1
    return end


def _is_known(draft: Draft, first: int) -> bool:
    """Whether what starts there is known already and no place."""
    span = draft.starting(draft.tokens[first].start)
    return span is not None and (span.form != "name" or draft.type_of(span) not in TERRITORIES)


def _names_place(draft: Draft, first: int, end: int) -> bool:
    """Whether a place or two are all that stands there: "die Messe Stuttgart", "der Verein Köln–Rio"."""
    spans = list(draft.within(draft.tokens[first].start, draft.tokens[end - 1].end))
    if not spans or spans[0].start != draft.tokens[first].start:
        return False
    if draft.text.startswith("–", spans[0].end):
        return True
    covered = sum(span.end - span.start for span in spans)
    return covered >= draft.tokens[end - 1].end - draft.tokens[first].start - len(spans)


def _article(draft: Draft, index: int) -> int | None:
    """Index of the article of the noun at a token, adjectives in between."""
    place = index - 1
    while place >= 0 and close(draft, place + 1):
        word = draft.tokens[place].text
        if word.casefold() in _ARTICLES:
            return place
        if not (is_adjective(draft, place) or MODIFIER.match(word)):
            return None
        place -= 1
    return None


def _opens(draft: Draft, article: int) -> bool:
    """Whether the phrase opens its sentence, where nothing but the verb may follow it."""
    token = draft.tokens[article]
    return token.text in _NOMINATIVE and draft.sentence_at(token.start).start == token.start


def _is_oblique(draft: Draft, article: int) -> bool:
    """Whether the phrase is a genitive, a dative or hangs on a preposition, so that it is no subject."""
    if draft.tokens[article].text.casefold() in _OBLIQUE:
        return True
    before = draft.tokens[article - 1].text if article else ""
    return before.casefold() in grammar().prepositions or (
        draft.tokens[article].text == "der" and before[:1].isupper() and re.match(r"\w", before) is not None
    )
