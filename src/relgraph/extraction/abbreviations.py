"""Abbreviations that a release introduces in brackets: "Internationale Bodensee-Konferenz (IBK)" … "die IBK"."""

import re

from relgraph.extraction.draft import Draft
from relgraph.vocabulary import EntityType

_BRACKET = re.compile(r"\s\(([A-ZÄÖÜ][\w.-]{1,14})\)")


def _stands_for(short: str, name: str) -> bool:
    """Whether an abbreviation may be one of a name: some capitals, the first of which begins a word of the name."""
    return sum(map(str.isupper, short)) > 1 and any(word[:1].upper() == short[0] for word in re.split(r"[\s-]", name))


def find_abbreviations(draft: Draft) -> None:
    """Add every later or earlier place of an abbreviation as a mention of what it was introduced for."""
    known: dict[str, str] = {}
    for span in sorted(draft.spans, key=lambda span: (span.start - span.end, span.start)):
        bracket = _BRACKET.match(draft.text, span.end)
        if (
            bracket
            and draft.type_of(span) != EntityType.PERSON
            and _stands_for(bracket[1], draft.entities[span.id].name)
        ):
            known[bracket[1]] = span.id
    for token in draft.tokens:
        if token.text in known:
            cover = draft.covered(token.start, token.end)
            if cover is None or (cover.start, cover.end) == (token.start, token.end):
                if cover:
                    draft.spans.remove(cover)
                draft.add(draft.entities[known[token.text]], token.start, token.end)
