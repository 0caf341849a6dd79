"""Who "die Delegation", "eine Gruppe aus Kunming" or "die Gäste" are: who leads them, where they come from, who visits.

Owns the choice; the nouns stand in `data/lexicon/de/coreference.yml`.
"""

import re
from collections.abc import Iterator, Sequence

from relgraph.extraction.cases import governs
from relgraph.extraction.draft import Draft
from relgraph.extraction.leaders import Led, leader_near
from relgraph.extraction.phrase import Phrase
from relgraph.extraction.spans import Span
from relgraph.extraction.tokens import Sentence, Token
from relgraph.extraction.words import words
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType

_LED = re.compile(
    r"[^.;:]{0,70}?(?:\bunter\b[^.;:,]{0,20}\b(?:Leitung|Führung|Vorsitz)|\bum\b|\bmit\b(?=[^.;:]{3,60} an der Spitze)"
    r"|(?:an)?ge(?:führt|leitet)\s+(?:von|vom|durch)|\bder\b(?=[^,;:]{3,80} (?:vorsteht|vorstand|angehört)))\s*"
)
_ORIGIN = re.compile(r"\s+(?:aus|von|vom|der|des|de[rs] \w+)\b[^,;:.]{0,25}?")
_DEFINITE = re.compile(r"(?:die|der|den|dem|dieser?|diesen|seine[rnm]?|ihre[rnm]?)$", re.IGNORECASE)
_REACH = 60


def delegations(draft: Draft, sentence: Sentence, visitor: str | None, led: Sequence[Led] = ()) -> Iterator[Phrase]:
    """Phrases of groups that stand for their leader, else for where they come from, else for whoever visits."""
    for index in range(draft.token_at(sentence.start), draft.token_at(sentence.end)):
        noun = draft.tokens[index]
        if not words().group.match(noun.text) or draft.covered(noun.start, noun.end):
            continue
        definite = index > 0 and bool(_DEFINITE.match(draft.tokens[index - 1].text))
        found = (
            _leader(draft, sentence, noun)
            or leader_near(led, noun.start, definite=definite)
            or _origin(draft, sentence, index)
            or (visitor if definite else None)
        )
        if found:
            governed = governs(draft, Span(noun.start, noun.end, found), sentence.start)
            yield Phrase(noun.start, noun.end, governed, (found,), reference=True)


def _leader(draft: Draft, sentence: Sentence, noun: Token) -> str | None:
    """The person named behind words of leading: "unter der Leitung von", "um", "angeführt von"."""
    told = _LED.match(draft.text, noun.end, sentence.end)
    after = told.end() if told else noun.end
    near = _REACH if told else 0
    person = next(
        (span for span in draft.within(after, sentence.end) if draft.type_of(span) == EntityType.PERSON), None
    )
    if person and told and person.start - after <= near:
        return person.id
    return (
        person.id
        if person and re.fullmatch(r"\s+(?:de[rs]|von|vom)\s+(?:\w+\s+){0,2}", draft.text[noun.end : person.start])
        else None
    )


def _origin(draft: Draft, sentence: Sentence, index: int) -> str | None:
    """The territory or organisation that a group comes from: "aus Kunming", "der IHK", "chinesische"."""
    noun = draft.tokens[index]
    told = _ORIGIN.match(draft.text, noun.end, sentence.end)
    for span in draft.within(noun.end, sentence.end) if told else ():
        near = draft.text[noun.end : span.start]
        if not span.modifies and draft.type_of(span) in TERRITORIES | ORGANISATIONS:
            return (
                span.id if len(near) < _REACH and not re.search(r"[,;:.]|\b(?:in|nach|hat|ist|war)\b", near) else None
            )
    return None
