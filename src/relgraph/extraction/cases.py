"""What governs a name: a preposition, or the case that article and ending show.

Owns the look back over articles, adjectives and offices to the word that governs.
"""

import re

from relgraph.extraction.draft import Draft
from relgraph.extraction.grammar import MODIFIER, POSSESSIVE, grammar
from relgraph.extraction.lexicon import lexicon
from relgraph.extraction.spans import Span
from relgraph.extraction.words import words
from relgraph.vocabulary import TERRITORIES, EntityType

_FINITE = re.compile(r"[a-zäöü]{2,}(?:t|te|ten|en)|traf|lud|kam|sprach|empfing|war|ging|nahm|hielt|gab|stand")
_YEAR = 4


def governs(draft: Draft, span: Span, floor: int) -> str:
    """The preposition before a name, else its case, looking back over article, adjectives and office."""
    index, case = draft.token_at(span.start) - 1, ""
    if span.form == "genitive" and draft.type_of(span) != EntityType.EVENT:
        case = "gen"
    first = draft.text[span.start : span.end].split()[0].casefold()
    if first in grammar().articles:
        case = grammar().articles[first]
    while index >= 0 and draft.tokens[index].start >= floor:
        word = draft.tokens[index].text
        folded = word.casefold()
        if folded in grammar().prepositions:
            outer = _outer(draft, index, floor) if grammar().prepositions[folded] in ("in", "aus", "von") else None
            if outer:
                return outer
            if _opens_relative(draft, index, span):
                return "nom"
            return case if case == "gen" and span.form == "genitive" else grammar().prepositions[folded]
        if folded in grammar().articles and _is_pronoun(draft, index):
            break  # ", dem Lyon verbunden ist": no article of Lyon
        if folded in grammar().articles and not case:
            case = grammar().articles[folded]
        elif POSSESSIVE.match(word) and not case:
            case = "dat" if folded.endswith("em") else "acc" if folded.endswith("en") and len(folded) > 5 else "nom"
        elif word in ("und", "sowie") and case and _plain_noun(draft, index - 1):
            index -= 1  # "für unsere Projekte und die Strategie": the preposition governs both
        elif not _passes(draft, index):
            break
        index -= 1
    if case == "der":
        case = (
            "gen" if _follows_noun(draft, span, floor) else "nom" if draft.type_of(span) == EntityType.PERSON else "der"
        )
    if case == "gen" and index >= 0:
        return _outer(draft, index + 1, floor) or case
    return case or ("gen" if _strong_genitive(draft, span, floor) else "bare")


def _strong_genitive(draft: Draft, span: Span, floor: int) -> bool:
    """Whether an adjective without article stands behind a noun in the genitive: "Abnehmer bayerischer Waren"."""
    first, before = draft.text[span.start : span.end].split()[0], draft.token_at(span.start) - 1
    return (
        first[0].islower()
        and first.endswith("er")
        and before >= 0
        and draft.tokens[before].start >= floor
        and _plain_noun(draft, before)
    )


def _outer(draft: Draft, index: int, floor: int) -> str | None:
    """What governs the noun before a preposition: "mit Partnern in Kanada" speaks of Kanada as of those partners."""
    noun = index - 1
    if noun < 0 or draft.tokens[noun].start < floor or not words().generic.match(draft.tokens[noun].text):
        return None
    for place in range(noun - 1, max(noun - 5, -1), -1):
        word = draft.tokens[place].text.casefold()
        if word in grammar().prepositions:
            return grammar().prepositions[word]
        if word.isdecimal() and len(word) == _YEAR:
            return None  # "seit 1997 Partner des Landes": the preposition is the year's
        if not (word in grammar().articles or POSSESSIVE.match(word) or MODIFIER.match(draft.tokens[place].text)):
            return None
    return None


def _opens_relative(draft: Draft, index: int, span: Span) -> bool:
    """Whether "…, in der Deutschland …" opens a relative clause: a name without article behind a pronoun."""
    if index < 1 or draft.tokens[index - 1].text != "," or draft.tokens[index + 1].text not in grammar().relatives:
        return False
    if draft.type_of(span) == EntityType.PERSON:
        return _ends_in_verb(draft, span)
    if draft.token_at(span.start) - index != 2:
        return False
    return draft.type_of(span) in TERRITORIES and not grammar().carries_article(draft.entities[span.id].name)


def _ends_in_verb(draft: Draft, span: Span) -> bool:
    """Whether the clause of a name ends in a verb, as relative clauses do: "…, mit der Ministerin Kranz reist"."""
    index = draft.token_at(span.end)
    while index < len(draft.tokens) and draft.tokens[index].text not in ",;.:":
        index += 1
    return bool(_FINITE.fullmatch(draft.tokens[index - 1].text))


def _is_pronoun(draft: Draft, index: int) -> bool:
    """Whether a word like an article opens a relative clause."""
    return draft.tokens[index - 1].text == "," and index > 0 and opens_clause(draft, index + 1)


def opens_clause(draft: Draft, index: int) -> bool:
    """Whether a relative clause goes on here: no noun phrase that the word before could be the article of."""
    span = draft.starting(draft.tokens[index].start)
    if span:
        name = draft.entities[span.id].name
        if draft.tokens[index].text in grammar().kinds:
            return False  # "die Stadt Lyon": the word before is its article
        return draft.type_of(span) in TERRITORIES and not span.modifies and not grammar().carries_article(name)
    word = draft.tokens[index].text
    if word in grammar().articles:
        return True
    noun_follows = index + 1 < len(draft.tokens) and draft.tokens[index + 1].capital
    return word[0].islower() and not (MODIFIER.match(word) and noun_follows)


def _plain_noun(draft: Draft, index: int) -> bool:
    token = draft.tokens[index] if index >= 0 else None
    return token is not None and token.capital and draft.covered(token.start, token.end) is None


def _passes(draft: Draft, index: int) -> bool:
    """Whether a word may stand between a preposition or article and the name it governs."""
    token = draft.tokens[index]
    if token.text in grammar().kinds or token.text in lexicon().honorifics.before or token.text in '„“"':
        return True
    if token.text == "." and index and draft.tokens[index - 1].text in lexicon().honorifics.before:
        return True
    span = draft.covered(token.start, token.end)
    if span:
        return span.modifies or span.form == "genitive"
    return bool(
        (lexicon().offices.find(token.text) and token.capital)
        or (MODIFIER.match(token.text) and token.text not in grammar().verbs)
    )


def _follows_noun(draft: Draft, span: Span, floor: int) -> bool:
    """Whether "der" stands behind a noun, so that it is a genitive: "die Regierung der Slowakei"."""
    index = draft.token_at(span.start)
    while index > 0 and draft.tokens[index - 1].text.casefold() != "der" and draft.tokens[index - 1].start >= floor:
        index -= 1
    before = index - 3 if index > 2 and draft.tokens[index - 2].text == "“" else index - 2
    cover = draft.covered(draft.tokens[before].start, draft.tokens[before].end) if before >= 0 else None
    if cover and draft.type_of(cover) in TERRITORIES:
        return False
    return (
        before >= 0
        and draft.tokens[before].start >= floor
        and draft.tokens[before].capital
        and draft.tokens[before].text[0].isalpha()
    )
