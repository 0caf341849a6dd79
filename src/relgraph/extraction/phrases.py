"""Noun phrases of a sentence with the names in them: who is subject, who stands behind which preposition.

Owns the reading of German case and of coordination ("die Universitäten A und B", "A, B sowie C"): names in one
enumeration make one phrase.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from relgraph.extraction.draft import Draft, Span
from relgraph.extraction.lexicon import lexicon
from relgraph.extraction.tokens import Sentence
from relgraph.extraction.words import words
from relgraph.vocabulary import TERRITORIES, EntityType

PREPOSITIONS = {
    **{
        word: word
        for word in ["mit", "nach", "in", "von", "bei", "durch", "für", "gegen", "über", "zwischen", "aus", "an", "auf", "um", "zu", "unter", "gegenüber", "seitens", "nahe", "ab", "bis", "seit", "neben", "außer", "vor", "hinter", "ohne", "trotz", "wegen", "per", "statt", "anstelle", "innerhalb", "gemeinsam", "namens", "samt"]
    },
    "im": "in",
    "ins": "in",
    "zum": "zu",
    "zur": "zu",
    "beim": "bei",
    "vom": "von",
    "am": "an",
    "ans": "an",
    "fürs": "für",
    "aufs": "auf",
}
_ARTICLES = {
    "der": "der",
    "die": "nom",
    "das": "nom",
    "den": "acc",
    "dem": "dat",
    "des": "gen",
    "ein": "nom",
    "eine": "nom",
    "einen": "acc",
    "einem": "dat",
    "einer": "dat",
    "eines": "gen",
}
_POSSESSIVE = re.compile(
    r"^(?:sein|ihr|unser|dies|jen|dess|der)(?:e|en|em|er|es)$|^(?:sein|ihr|dessen|deren|beide|beiden|alle|allen|weitere[nrms]?|mehrere[nrm]?)$",
    re.IGNORECASE,
)
_MODIFIER = re.compile(r"^[a-zäöüß][\w-]+(?:e|en|em|er|es)$|^\d+(?:-\w+)?$")
_KINDS = frozenset(
    ["Stadt", "Städte", "Städten", "Präfektur", "Präfekturen", "Provinz", "Provinzen", "Land", "Länder", "Ländern", "Landes", "Staat", "Staaten", "Bundesstaat", "Bundesstaats", "Region", "Regionen", "Kanton", "Kantone", "Kantonen", "Kantons", "Freistaat", "Freistaats", "Republik", "Hauptstadt", "Partnerstadt", "Partnerregion", "Partnerland", "Partnerlandes", "Partnerprovinz", "Woiwodschaft", "Gespanschaft", "Metropole", "Insel", "Universität", "Universitäten", "Hochschule", "Hochschulen", "Firma", "Firmen", "Unternehmen", "Konzern", "Organisation", "Initiative", "Verein", "Vereins", "Partei", "Gewerkschaft", "Herrn", "Frau", "Herr", "Hauptstädten", "Landkreis", "Landkreise", "Kreis", "Kreise", "Gast", "Gäste", "Präsidialrepublik", "Stadtstaat", "Inselstaat", "Nachbarn", "Nachbar", "Partneruniversität", "Partneruniversitäten", "Partnerhochschule", "Partnerhochschulen", "Gemeinde", "Weltmarktführer", "Wirtschaftsmetropole", "Schwesterstadt", "Donaustadt"]
)
_WITH_ARTICLE = re.compile(r"(?:ei|Schweiz|Ukraine|USA|Niederlande|Steiermark|Emirate|Republik|Saarland|mark)$")
_RELATIVE = {"der": "der", "die": "nom", "das": "nom", "dem": "dat", "den": "acc", "denen": "dat"}
_JOIN = frozenset((",", "und", "sowie", "&", "bzw", "oder", "/", "."))


@dataclass(frozen=True, slots=True)
class Phrase:
    """One name, or an enumeration of names, with what governs it.

    `governs` is a preposition, or the case of a bare phrase: `nom`, `acc`, `dat`, `gen`, `der` for a "der" that may
    be either nominative or dative, or `bare` where the form does not tell; `ids` are the entities in order; `reference` says that a pronoun or "der Minister" stands for them.
    """

    start: int
    end: int
    governs: str
    ids: tuple[str, ...]
    reference: bool = False


def phrases(draft: Draft, sentence: Sentence, skip: Collection[tuple[int, int]] = ()) -> list[Phrase]:
    """Phrases of a sentence in order; spans in `skip` belong to an office and take part in nothing else."""
    found: list[Phrase] = []
    for span in draft.within(sentence.start, sentence.end):
        if span.modifies and (noun := _generic(draft, span)):
            governs = _governs(draft, Span(span.start, noun, span.id), sentence.start)
            found.append(Phrase(span.start, noun, governs, (span.id,), reference=True))
        if found and found[-1].ids[-1] == span.id and draft.text[found[-1].end : span.start].strip() == "(":
            continue
        if span.modifies or (span.start, span.end) in skip or draft.inner(span):
            continue
        governs = _governs(draft, span, sentence.start)
        last = found[-1] if found else None
        if last and _continues(draft, last, span, governs, skip):
            ids = last.ids if span.id in last.ids else (*last.ids, span.id)
            found[-1] = Phrase(last.start, span.end, last.governs, ids, last.reference)
        else:
            found.append(Phrase(span.start, span.end, governs, (span.id,), span.form == "reference"))
    return sorted([*found, *_relatives(draft, sentence, found)], key=lambda phrase: phrase.start)


def _relatives(draft: Draft, sentence: Sentence, found: list[Phrase]) -> list[Phrase]:
    """Relative pronouns as phrases that stand for the name before the comma: "Furuta, der Bayern bereist"."""
    relatives = []
    first = draft.token_at(sentence.start)
    for index in range(first + 2, draft.token_at(sentence.end) - 1):
        token, after = draft.tokens[index], draft.tokens[index + 1]
        comma = index - 2 if draft.tokens[index - 1].text in PREPOSITIONS else index - 1
        if token.text not in _RELATIVE or draft.tokens[comma].text != "," or not _opens_clause(draft, index + 1):
            continue
        before = [phrase for phrase in found if phrase.end <= draft.tokens[comma].start]
        if before and after.text != ",":
            governs = PREPOSITIONS.get(draft.tokens[index - 1].text, _RELATIVE[token.text])
            relatives.append(Phrase(token.start, token.end, governs, before[-1].ids[-1:], reference=True))
    return relatives


def _opens_clause(draft: Draft, index: int) -> bool:
    """Whether a relative clause goes on here: no noun phrase that the word before could be the article of."""
    span = draft.starting(draft.tokens[index].start)
    if span:
        name = draft.entities[span.id].name
        return draft.type_of(span) in TERRITORIES and not span.modifies and not _WITH_ARTICLE.search(name)
    word = draft.tokens[index].text
    return word[0].islower() and not (_MODIFIER.match(word) and draft.tokens[index + 1].capital)


def _generic(draft: Draft, span: Span) -> int | None:
    """Where "japanische Firmen" ends: an adjective and a noun that stand for the country's own; None otherwise."""
    if draft.type_of(span) not in TERRITORIES:
        return None
    index = draft.token_at(span.end)
    while index < len(draft.tokens) and _MODIFIER.match(draft.tokens[index].text) and draft.tokens[index].text[0].islower():
        index += 1
    if index < len(draft.tokens) and words().generic.match(draft.tokens[index].text):
        return draft.tokens[index].end
    return None


def _governs(draft: Draft, span: Span, floor: int) -> str:
    """The preposition before a name, else its case, looking back over article, adjectives and office."""
    index, case = draft.token_at(span.start) - 1, ""
    if span.form == "genitive" and draft.type_of(span) != EntityType.EVENT:
        case = "gen"
    first = draft.text[span.start : span.end].split()[0].casefold()
    if first in _ARTICLES:
        case = _ARTICLES[first]
    while index >= 0 and draft.tokens[index].start >= floor:
        word = draft.tokens[index].text
        folded = word.casefold()
        if folded in PREPOSITIONS:
            outer = _outer(draft, index, floor) if PREPOSITIONS[folded] in ("in", "aus", "von") else None
            if outer:
                return outer
            if _opens_relative(draft, index, span):
                break
            return case if case == "gen" and span.form == "genitive" else PREPOSITIONS[folded]
        if folded in _ARTICLES and not case:
            case = _ARTICLES[folded]
        elif _POSSESSIVE.match(word) and not case:
            case = "dat" if folded.endswith("em") else "acc" if folded.endswith("en") and len(folded) > 5 else "nom"
        elif word in ("und", "sowie") and case and _plain_noun(draft, index - 1):
            index -= 1  # "für unsere Projekte und die Strategie": the preposition governs both
        elif not _passes(draft, index):
            break
        index -= 1
    if case == "der":
        case = "gen" if _follows_noun(draft, span, floor) else "nom" if draft.type_of(span) == EntityType.PERSON else "der"
    if case == "gen" and index >= 0:
        return _outer(draft, index + 1, floor) or case
    return case or "bare"


def _outer(draft: Draft, index: int, floor: int) -> str | None:
    """What governs the noun before a preposition: "mit Partnern in Japan" speaks of Japan as of those partners."""
    noun = index - 1
    if noun < 0 or draft.tokens[noun].start < floor or not words().generic.match(draft.tokens[noun].text):
        return None
    for place in range(noun - 1, max(noun - 5, -1), -1):
        word = draft.tokens[place].text.casefold()
        if word in PREPOSITIONS:
            return PREPOSITIONS[word]
        if not (word in _ARTICLES or _POSSESSIVE.match(word) or _MODIFIER.match(draft.tokens[place].text)):
            return None
    return None


def _opens_relative(draft: Draft, index: int, span: Span) -> bool:
    """Whether "…, in der Deutschland …" opens a relative clause: a name without article behind a pronoun."""
    if index < 1 or draft.tokens[index - 1].text != "," or draft.token_at(span.start) - index != 2:
        return False
    return draft.type_of(span) in TERRITORIES and not _WITH_ARTICLE.search(draft.entities[span.id].name)


def _plain_noun(draft: Draft, index: int) -> bool:
    token = draft.tokens[index] if index >= 0 else None
    return token is not None and token.capital and draft.covered(token.start, token.end) is None


def _passes(draft: Draft, index: int) -> bool:
    """Whether a word may stand between a preposition or article and the name it governs."""
    token = draft.tokens[index]
    if token.text in _KINDS or token.text in lexicon().honorifics.before or token.text in '„“"':
        return True
    if token.text == "." and index and draft.tokens[index - 1].text in lexicon().honorifics.before:
        return True
    span = draft.covered(token.start, token.end)
    if span:
        return span.modifies
    return bool(
        (lexicon().offices.find(token.text) and token.capital) or (_MODIFIER.match(token.text) and not _verb(token.text))
    )


def _verb(word: str) -> bool:
    return word in _VERBS


_VERBS = frozenset(
    ["haben", "hatten", "waren", "werden", "wurden", "sollen", "wollen", "können", "müssen", "sind", "hatte", "wurde", "wolle", "habe", "sei", "seien", "würde", "würden", "sagte", "betonte", "erklärte", "reiste", "besuchte", "empfing", "hat", "reisen", "treffen", "besuchen", "arbeiten", "unterzeichnen", "bilden", "pflegen", "verbindet", "traf"]
)


def _follows_noun(draft: Draft, span: Span, floor: int) -> bool:
    """Whether "der" stands behind a noun, so that it is a genitive: "die Regierung der Ukraine"."""
    index = draft.token_at(span.start)
    while index > 0 and draft.tokens[index - 1].text.casefold() != "der" and draft.tokens[index - 1].start >= floor:
        index -= 1
    before = index - 2
    cover = draft.covered(draft.tokens[before].start, draft.tokens[before].end) if before >= 0 else None
    if cover and draft.type_of(cover) in TERRITORIES:
        return False
    return (
        before >= 0
        and draft.tokens[before].start >= floor
        and draft.tokens[before].capital
        and draft.tokens[before].text[0].isalpha()
    )


def _continues(draft: Draft, last: Phrase, span: Span, governs: str, skip: Collection[tuple[int, int]]) -> bool:
    """Whether a name goes on with the enumeration of the phrase before it."""
    if governs in PREPOSITIONS.values() and governs != last.governs:
        return False
    if (draft.entities[last.ids[-1]].type == EntityType.PERSON) != (draft.type_of(span) == EntityType.PERSON):
        return False
    joined, depth = False, 0
    between = draft.tokens_in(last.end, span.start)
    if len(between) == 2 and between[0].text == "," and between[1].text in _RELATIVE and _opens_clause(draft, draft.token_at(span.start)):
        return False
    for token in draft.tokens_in(last.end, span.start):
        depth += (token.text == "(") - (token.text == ")")
        if depth > 0 or token.text == ")":
            continue
        if token.text in _JOIN:
            joined = joined or token.text != "."
        elif not joined and token.text[0].isalpha():
            return False  # what goes on is joined at once: "der IBK die Länder A und B" is two phrases
        elif not (
            _inner(draft, token.text, token.start, token.end, skip)
            or (token.text in PREPOSITIONS
            and PREPOSITIONS[token.text] == last.governs)
        ):
            return False
    return joined


def _inner(draft: Draft, word: str, start: int, end: int, skip: Collection[tuple[int, int]]) -> bool:
    if word.casefold() in _ARTICLES or word in _KINDS or word in lexicon().honorifics.before or word in '„“"':
        return True
    if any(left <= start and end <= right for left, right in skip):
        return True
    span = draft.covered(start, end)
    if span:
        return span.modifies or span.form == "genitive"
    return bool(
        (lexicon().offices.find(word)
        and word[0].isupper())
        or _POSSESSIVE.match(word)
        or (_MODIFIER.match(word) and not _verb(word))
    )
