"""The grammatical gender of what a span names, as far as its head noun, its article or its kind of name tell it."""

from typing import Literal

from relgraph.extraction.draft import Draft
from relgraph.extraction.firstnames import name_gender
from relgraph.extraction.grammar import grammar
from relgraph.extraction.lexicon import lexicon
from relgraph.extraction.spans import Span
from relgraph.vocabulary import TERRITORIES, EntityType

Gender = Literal["m", "f", "n", "p"]

_ENDINGS: tuple[tuple[str, Gender], ...] = (
    ("ung", "f"), ("heit", "f"), ("keit", "f"), ("schaft", "f"), ("tät", "f"), ("ion", "f"), ("kunft", "f"),
    ("ium", "n"), ("werk", "n"), ("zentrum", "n"), ("amt", "n"), ("haus", "n"),
    ("verbund", "m"), ("verband", "m"), ("rat", "m"), ("dienst", "m"), ("kreis", "m"), ("bund", "m"),
    ("kammer", "f"), ("agentur", "f"), ("messe", "f"), ("union", "f"), ("stelle", "f"),
)  # fmt: skip


def gender(draft: Draft, span: Span) -> Gender | None:
    """Gender of a span's name: `p` is a plural, None where nothing tells it."""
    if draft.type_of(span) == EntityType.PERSON:
        return name_gender(draft.entities[span.id].name.split()[0])
    words = [token.text for token in draft.tokens_in(span.start, span.end)]
    before = draft.token_at(span.start) - 1
    if before >= 0 and draft.tokens[before].text in grammar().kinds:
        words.insert(0, draft.tokens[before].text)
    name = draft.entities[span.id].name
    found: Gender | None = next(filter(None, map(noun_gender, (*words, *name.split()))), None)
    if found or draft.type_of(span) not in TERRITORIES:
        return found
    articled = grammar().articled_genders
    return next((articled[ending] for ending in articled if name.endswith(ending)), "n")


def noun_gender(word: str) -> Gender | None:
    """Gender of a noun; None where neither the lexicon nor its ending tells it.

    >>> noun_gender("Provinz"), noun_gender("Handwerkskammer"), noun_gender("Kanton"), noun_gender("Turku")
    ('f', 'f', 'm', None)
    """
    if not word[:1].isupper():
        return None
    if word in grammar().kind_genders:
        return grammar().kind_genders[word]
    head = lexicon().heads.find(word)
    if head and head.language == "de":
        return head.gender
    return next((kind for ending, kind in _ENDINGS if word.casefold().endswith(ending)), head.gender if head else None)
