"""Noun phrases of a sentence with the names in them: who is subject, who stands behind which preposition.

Owns coordination ("die Universitäten A und B", "A, B sowie C"): names in one enumeration make one phrase.
"""

import re
from collections.abc import Collection, Sequence

from relgraph.extraction.cases import governs, opens_clause
from relgraph.extraction.draft import Draft
from relgraph.extraction.grammar import MODIFIER, POSSESSIVE, grammar
from relgraph.extraction.lexicon import lexicon
from relgraph.extraction.phrase import Phrase
from relgraph.extraction.relatives import relatives
from relgraph.extraction.spans import Span
from relgraph.extraction.tokens import Sentence, Token
from relgraph.extraction.words import words
from relgraph.vocabulary import TERRITORIES, EntityType

_PRETERITE = re.compile(r"^[a-zäöü]+ten?$")
_JOIN = frozenset((",", "und", "sowie", "&", "bzw", "oder", "/", "."))


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
        adverb = words().there.get(draft.text[span.start : span.end].casefold())
        governed = adverb or governs(draft, span, sentence.start)
        last = found[-1] if found else None
        if last and _continues(draft, last, span, governed, skip) and (like := _listed_with_place(draft, found, span)):
            found.append(Phrase(span.start, span.end, like.governs, (span.id,), span.form == "reference"))
        elif last and _continues(draft, last, span, governed, skip):
            ids = last.ids if span.id in last.ids else (*last.ids, span.id)
            found[-1] = Phrase(last.start, span.end, last.governs, ids, last.reference)
        else:
            found.append(Phrase(span.start, span.end, governed, (span.id,), span.form == "reference"))
    return sorted([*found, *relatives(draft, sentence, found)], key=lambda phrase: phrase.start)


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
    if _sort(draft.entities[last.ids[-1]].type) != _sort(draft.type_of(span)):
        return False
    if span.form == "genitive" and last.governs != "gen":
        return False  # "Lyon, der Partnerstadt Bremens"
    between = _outside_brackets(draft.tokens_in(last.end, span.start))
    if not between or between[0].text.isdecimal() or _parts_clauses(draft, [token.text for token in between], span):
        return False
    pronoun = span.form == "reference" and draft.text[span.start : span.end].casefold() in words().pronouns
    if pronoun and [token.text for token in between] != ["und"]:
        return False
    joined, before = False, ""
    for token in between:
        verb = _PRETERITE.search(token.text) and before.casefold() not in grammar().articles
        before = token.text
        if verb:
            return False  # "Ito, begrüßte Vogt": only behind an article such a word is a participle
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


def _listed_with_place(draft: Draft, found: Sequence[Phrase], span: Span) -> Phrase | None:
    """What a name is listed with where each stands with its state: "Lyon in Frankreich, Turin in Italien"."""
    if len(found) < 2 or found[-1].governs != "in" or len(found[-1].ids) > 1:
        return None
    like, own = found[-2], draft.type_of(span)
    kind = draft.entities[found[-1].ids[0]].type
    within = draft.text[like.end : found[-1].start].split()
    apart = kind in TERRITORIES and kind != own and draft.entities[like.ids[-1]].type == own
    return like if apart and within and within[0] in ("in", "im") and len(within) < 3 else None


def _sort(kind: EntityType) -> EntityType | None:
    """Like is listed with like: persons, documents, events, and all that acts."""
    return kind if kind in (EntityType.PERSON, EntityType.DOCUMENT, EntityType.EVENT) else None


def _outside_brackets(tokens: Sequence[Token]) -> list[Token]:
    outside, depth = [], 0
    for token in tokens:
        depth += (token.text == "(") - (token.text == ")")
        if depth <= 0 and token.text != ")":
            outside.append(token)
    return outside


def _parts_clauses(draft: Draft, between: Sequence[str], span: Span) -> bool:
    """Whether a comma before a name ends a clause: ", das Bayern …" or ", und Bayern …", which no list has."""
    if len(between) < 2 or between[0] != ",":
        return False
    relative = len(between) == 2 and between[1] in grammar().relatives
    return between[1] in ("und", "sowie") or (relative and opens_clause(draft, draft.token_at(span.start)))


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
