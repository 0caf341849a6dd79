"""Relative pronouns as phrases: "die Universität Kyoto, mit der …", "Lyon und Turin, denen …"."""

from collections.abc import Iterator, Sequence

from relgraph.extraction.cases import opens_clause
from relgraph.extraction.draft import Draft
from relgraph.extraction.genders import gender
from relgraph.extraction.grammar import grammar
from relgraph.extraction.phrase import Phrase
from relgraph.extraction.tokens import Sentence

_REACH = 90
"""Characters before the comma in which the noun may stand: a longer way back is a guess."""


def relatives(draft: Draft, sentence: Sentence, named: Sequence[Phrase]) -> Iterator[Phrase]:
    """Phrases of relative pronouns that stand for what is named before their comma."""
    first = draft.token_at(sentence.start)
    for index in range(first + 2, draft.token_at(sentence.end) - 1):
        token = draft.tokens[index]
        if token.text not in grammar().relatives:
            continue
        before = draft.tokens[index - 1].text
        comma = index - 2 if before in grammar().prepositions else index - 1
        if draft.tokens[comma].text != "," or draft.tokens[index + 1].text == ",":
            continue
        case = grammar().relatives[token.text]
        if case != "gen" and not opens_clause(draft, index + 1):
            continue
        ids = _antecedent(draft, token.text, draft.tokens[comma].start, named)
        if ids:
            governed = grammar().prepositions.get(before, case) if comma < index - 1 else case
            yield Phrase(token.start, token.end, governed, ids, reference=True)


def _antecedent(draft: Draft, pronoun: str, place: int, named: Sequence[Phrase]) -> tuple[str, ...]:
    """Ids of the nearest phrase before a comma whose gender a pronoun agrees with."""
    genders = grammar().relative_genders[pronoun]
    for phrase in reversed(named):
        if phrase.end > place:
            continue
        if place - phrase.end > _REACH or _noun_between(draft, phrase.end, place):
            break
        if len(phrase.ids) > 1:
            if "p" in genders:
                return phrase.ids
            continue
        spans = draft.spans.opening(phrase.start, phrase.end)
        found = next((gender(draft, span) for span in spans if span.id == phrase.ids[0]), None)
        if found in genders if found else genders != "p":
            return phrase.ids
    return ()


def _noun_between(draft: Draft, start: int, end: int) -> bool:
    """Whether a common noun stands between a name and the comma, so that the pronoun means that."""
    return any(token.capital and draft.covered(token.start, token.end) is None for token in draft.tokens_in(start, end))
