"""Noun phrases of a sentence with the names in them: who is subject, who stands behind which preposition.

Owns coordination ("die Universitäten A und B", "A, B sowie C"): names in one enumeration make one phrase.
"""

from collections.abc import Collection
from dataclasses import dataclass

from relgraph.extraction.cases import governs, opens_clause
from relgraph.extraction.draft import Draft
from relgraph.extraction.grammar import MODIFIER, POSSESSIVE, grammar
from relgraph.extraction.lexicon import lexicon
from relgraph.extraction.spans import Span
from relgraph.extraction.tokens import Sentence
from relgraph.extraction.words import words
from relgraph.vocabulary import TERRITORIES, EntityType

_JOIN = frozenset((",", "und", "sowie", "&", "bzw", "oder", "/", "."))


@dataclass(frozen=True, slots=True)
class Phrase:
    """One name, or an enumeration of names, with what governs it.

    `governs` is a preposition, or the case of a bare phrase: `nom`, `acc`, `dat`, `gen`, `der` for a "der" that may
    be either nominative or dative, or `bare` where the form does not tell; `ids` are the entities in order;
    `reference` says that a pronoun or "der Minister" stands for them.
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
            governed = governs(draft, Span(span.start, noun, span.id), sentence.start)
            found.append(Phrase(span.start, noun, governed, (span.id,), reference=True))
        if found and found[-1].ids[-1] == span.id and draft.text[found[-1].end : span.start].strip() == "(":
            continue
        told = (span.start, span.end) in skip and span.form != "reference"
        if span.modifies or told or draft.inner(span):
            continue
        governed = governs(draft, span, sentence.start)
        last = found[-1] if found else None
        if last and _continues(draft, last, span, governed, skip):
            ids = last.ids if span.id in last.ids else (*last.ids, span.id)
            found[-1] = Phrase(last.start, span.end, last.governs, ids, last.reference)
        else:
            found.append(Phrase(span.start, span.end, governed, (span.id,), span.form == "reference"))
    return sorted([*found, *_relatives(draft, sentence, found)], key=lambda phrase: phrase.start)


def _relatives(draft: Draft, sentence: Sentence, found: list[Phrase]) -> list[Phrase]:
    """Relative pronouns as phrases that stand for the name before the comma: "Furuta, der Bayern bereist"."""
    relatives = []
    first = draft.token_at(sentence.start)
    for index in range(first + 2, draft.token_at(sentence.end) - 1):
        token, after = draft.tokens[index], draft.tokens[index + 1]
        comma = index - 2 if draft.tokens[index - 1].text in grammar().prepositions else index - 1
        if (
            token.text not in grammar().relatives
            or draft.tokens[comma].text != ","
            or not opens_clause(draft, index + 1)
        ):
            continue
        before = [phrase for phrase in found if phrase.end <= draft.tokens[comma].start]
        if before and after.text != "," and opens_clause(draft, index + 1):
            governed = grammar().prepositions.get(draft.tokens[index - 1].text, grammar().relatives[token.text])
            relatives.append(Phrase(token.start, token.end, governed, before[-1].ids[-1:], reference=True))
    return relatives


def _generic(draft: Draft, span: Span) -> int | None:
    """Where "japanische Firmen" ends: an adjective and a noun that stand for the country's own; None otherwise."""
    if draft.type_of(span) not in TERRITORIES:
        return None
    index = draft.token_at(span.end)
    while (
        index < len(draft.tokens) and MODIFIER.match(draft.tokens[index].text) and draft.tokens[index].text[0].islower()
    ):
        index += 1
    if index < len(draft.tokens) and words().generic.match(draft.tokens[index].text):
        return draft.tokens[index].end
    return None


def _continues(draft: Draft, last: Phrase, span: Span, governs: str, skip: Collection[tuple[int, int]]) -> bool:
    """Whether a name goes on with the enumeration of the phrase before it."""
    if governs in grammar().prepositions.values() and governs != last.governs:
        return False
    if (draft.entities[last.ids[-1]].type == EntityType.PERSON) != (draft.type_of(span) == EntityType.PERSON):
        return False
    joined, depth = False, 0
    between = draft.tokens_in(last.end, span.start)
    if (
        len(between) == 2
        and between[0].text == ","
        and between[1].text in grammar().relatives
        and opens_clause(draft, draft.token_at(span.start))
    ):
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
            or (token.text in grammar().prepositions and grammar().prepositions[token.text] == last.governs)
        ):
            return False
    return joined


def _inner(draft: Draft, word: str, start: int, end: int, skip: Collection[tuple[int, int]]) -> bool:
    if (
        word.casefold() in grammar().articles
        or word in grammar().kinds
        or word in lexicon().honorifics.before
        or word in '„“"'
    ):
        return True
    if any(left <= start and end <= right for left, right in skip):
        return True
    span = draft.covered(start, end)
    if span:
        return span.modifies or span.form == "genitive"
    return bool(
        (lexicon().offices.find(word) and word[0].isupper())
        or POSSESSIVE.match(word)
        or (MODIFIER.match(word) and word not in grammar().verbs)
    )
