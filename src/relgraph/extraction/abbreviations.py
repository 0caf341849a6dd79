"""Abbreviations that a release introduces in brackets: "Internationale Bodensee-Konferenz (IBK)" … "die IBK"."""

import re

from relgraph.extraction.draft import Draft
from relgraph.vocabulary import EntityType

_BRACKET = re.compile(r"\s\(([A-ZÄÖÜ][\w.-]{1,14})\)")


def find_abbreviations(draft: Draft) -> None:
    """Add every later or earlier place of an abbreviation as a mention of what it was introduced for."""
    known: dict[str, str] = {}
    for span in list(draft.spans):
        bracket = _BRACKET.match(draft.text, span.end)
        if bracket and draft.type_of(span) != EntityType.PERSON and sum(map(str.isupper, bracket[1])) > 1:
            known.setdefault(bracket[1], span.id)
    for token in draft.tokens:
        if token.text in known:
            cover = draft.covered(token.start, token.end)
            if cover is None or (cover.start, cover.end) == (token.start, token.end):
                if cover:
                    draft.spans.remove(cover)
                draft.add(draft.entities[known[token.text]], token.start, token.end)
