"""What stands between an office and its holder's name, or behind the name, and says where the office belongs."""

import re

from relgraph.extraction.brackets import behind_bracket
from relgraph.extraction.draft import Draft
from relgraph.extraction.grammar import MODIFIER, grammar
from relgraph.extraction.posts import Post
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType

_OPENS = frozenset("in im von vom der des für an am bei beim zur zum".split())
_FROM = frozenset(("von", "vom", "aus", "beim", "bei"))
_PASSIVE = re.compile(r"\b(?:wurden?|worden|wird|werden)\b")


def tail_of(draft: Draft, post: Post, index: int) -> tuple[int | None, str | None]:
    """The comma behind an office and what belongs to it ("der Generalkonsul in München, …"), and the office's body.

    No comma where anything else follows than phrases with prepositions and genitives.
    """
    tokens, body, end = draft.tokens, post.body, index
    if end < len(tokens) and tokens[end].text != "," and tokens[end].text not in _OPENS:
        return None, body
    while end < len(tokens) and end - index < 12:
        word = tokens[end].text
        if word == ",":
            return end, body
        if word == "(":
            behind = behind_bracket(draft, end)
            if behind == end:
                return None, body
            end = behind
            continue
        span = draft.starting(tokens[end].start)
        if span and not span.modifies:
            if draft.type_of(span) == EntityType.PERSON:
                return None, body
            body = body or _owner(draft, post, end, span.id)
            end = draft.token_at(span.end)
            continue
        if not (tokens[end].capital or _binds(draft, end)):
            return None, body
        end += 1
    return None, body


def _binds(draft: Draft, index: int) -> bool:
    """Whether a small word carries a noun phrase on: a preposition, an article, "und", an adjective behind those."""
    word = draft.tokens[index].text
    small = word in _OPENS or word in grammar().articles or word in ("und", "sowie", "&")
    before = draft.tokens[index - 1].text
    led = before in _OPENS or before in grammar().articles or MODIFIER.match(before) is not None
    return small or (led and MODIFIER.match(word) is not None)


def _owner(draft: Draft, post: Post, index: int, id_: str) -> str | None:
    """What a genitive in the tail says the office belongs to; a place behind "in" only says where somebody works."""
    kind = draft.entities[id_].type
    if post.level == "embassy" or kind not in ORGANISATIONS | TERRITORIES:
        return None
    article = draft.tokens[index - 1].text
    placed = article in ("in", "im") or kind == EntityType.WORLD_REGION
    return None if placed and (post.level == "body" and kind in TERRITORIES) else id_


def body_behind(draft: Draft, post: Post, index: int) -> str | None:
    """What a name is followed by that says whence its bearer is: "Bürgermeister Karl Vogt aus Ulm"."""
    tokens = draft.tokens
    if index + 1 >= len(tokens) or tokens[index].text not in _FROM:
        return None
    after = index + 1
    while after < len(tokens) and (tokens[after].text in grammar().articles or tokens[after].text in grammar().kinds):
        after += 1
    span = draft.starting(tokens[after].start) if after < len(tokens) else None
    if span is None or span.modifies:
        return None
    kind = draft.type_of(span)
    if tokens[index].text == "aus" and post.level == "embassy":
        return span.id if kind == EntityType.COUNTRY else None
    if tokens[index].text == "aus":
        government = kind == EntityType.GOVERNMENT_BODY and post.level == "government"
        placed = kind in TERRITORIES and post.level in ("city", "government", "state", "body")
        return span.id if government or placed else None
    passive = _PASSIVE.search(draft.sentence_at(tokens[index].start).text)
    return span.id if kind in ORGANISATIONS and not passive else None
