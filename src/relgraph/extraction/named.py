"""The stretch of text that a head noun makes a name of: what stands before and behind it and belongs to it."""

from dataclasses import dataclass

from relgraph.extraction.draft import Draft
from relgraph.extraction.grammar import grammar
from relgraph.extraction.lexicon import PHRASE_START, Head, lexicon
from relgraph.extraction.nouns import capital_at, capitals, close, is_adjective, listed, quotation, quoted
from relgraph.names.gazetteer import gazetteer
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType

_LINKS_EN = frozenset(("of", "for", "and", "the", "on", "in", "&", "to"))
_FREE = ORGANISATIONS - {EntityType.GOVERNMENT_BODY}


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of tokens `left:right` around the head at `at`; `inner` is a quoted name of its own."""

    left: int
    right: int
    at: int
    head: Head
    inner: str | None = None


def parse_name(draft: Draft, index: int, head: Head) -> Name:
    """The name that the head noun at a token makes."""
    behind = quoted(draft, index + 1)
    if behind:
        return Name(behind[0], behind[1], index, head, behind[2])
    around = quotation(draft, index)
    if around and head.type not in TERRITORIES:
        return Name(around[0], around[1], index, head, around[2])
    left = _left(draft, index, head)
    right = _right(draft, index + len(head.head.split()) - 1, head)
    return Name(left, right, index, head)


def head_at(draft: Draft, index: int) -> Head | None:
    """The head noun at a token: of several words, whole, or as the end of a compound that its entry allows."""
    token = draft.tokens[index]
    if not token.capital or len(token.text) < 2 or token.text.endswith("-"):
        return None
    word, heads = token.text, lexicon().heads
    if word.casefold().startswith(lexicon().phrasal) and (head := _phrase(draft, index)):
        return head
    head = heads.find(word)
    if head is None or " " in head.head:
        return None
    form = heads.form(word) or ""
    prefix = word[: -len(form)]
    if not prefix:
        return None if head.compound == "country" else head
    if head.compound is False or (head.compound == "hyphen" and not prefix.endswith("-")) or len(prefix) < 2:
        return None
    if head.compound == "country":
        return head if _is_country(prefix) else None
    return head


def _phrase(draft: Draft, index: int) -> Head | None:
    """The head of several words that starts at a token."""
    words = [token.text for token in draft.tokens[index : index + 3]]
    for text in (" ".join(words), " ".join(words[:2])):
        head = lexicon().heads.find(text)
        if head and " " in head.head and text.casefold().startswith(head.head.casefold()[:PHRASE_START]):
            return head
    return None


def _is_country(prefix: str) -> bool:
    return any(hit.end - hit.start == len(prefix.rstrip("-")) for hit in gazetteer().find(prefix.rstrip("-")))


def _left(draft: Draft, index: int, head: Head) -> int:
    """Index of the first token of the name: what stands before the head and belongs to it."""
    left = index
    while left > 0 and (close(draft, left) or head.language == "en"):
        step = _step_en(draft, left) if head.language == "en" else _step(draft, left, index, head)
        if not step:
            break
        left -= step
    if (
        head.language == "en"
        and left > 1
        and draft.tokens[left - 1].text in "–-"
        and draft.tokens[left - 2].text.isupper()
    ):
        left -= 2  # "NDA – German Nordic Design Association"
    return left


def _step(draft: Draft, left: int, index: int, head: Head) -> int:
    """How many tokens before a German head go with it: an adjective, or a proper name in one word."""
    if is_adjective(draft, left - 1) and not (left == index and _stands_alone(draft, index)):
        return 1
    proper = all(not is_adjective(draft, place) for place in range(left, index))
    return int(proper and head.type in ORGANISATIONS and index - left < 3 and _is_proper(draft, left - 1))


def _step_en(draft: Draft, left: int) -> int:
    """How many tokens before an English head go with it: a capitalised word, or one joined by "of", "for", "and"."""
    if not close(draft, left):
        return 0
    if draft.tokens[left - 1].text in _LINKS_EN:
        return 2 * int(left > 1 and _joins(draft, left - 2))
    return int(_joins(draft, left - 1))


def _stands_alone(draft: Draft, index: int) -> bool:
    """Whether a head is a name already, so that "Bremer" before it only says where: "Bremer N-Bank"."""
    place = draft.starting(draft.tokens[index - 1].start)
    return "-" in draft.tokens[index].text and place is not None and draft.tokens[index - 1].text.endswith("er")


def _is_proper(draft: Draft, index: int) -> bool:
    """Whether a capitalised word right before a head is part of its name: "Weber Institut", "Indien Netzwerk"."""
    token = draft.tokens[index]
    if (
        not token.capital
        or not token.text[0].isalpha()
        or token.text.casefold() in grammar().determiners
        or len(token.text) < 2
    ):
        return False
    span = draft.covered(token.start, token.end)
    if span:
        return span.form == "name" and draft.type_of(span) in TERRITORIES
    opens = (
        index == 0
        or draft.tokens[index - 1].text in ".:;!?“„"
        or "\n" in draft.text[draft.tokens[index - 1].end : token.start]
    )
    return (
        not opens
        and not lexicon().offices.find(token.text)
        and token.text not in lexicon().honorifics.before
        and not lexicon().heads.find(token.text)
    )


def _joins(draft: Draft, index: int) -> bool:
    token = draft.tokens[index]
    return token.capital and token.text.casefold() not in grammar().determiners


def _right(draft: Draft, index: int, head: Head) -> int:
    """Index behind the last token of the name: what follows the head and belongs to it."""
    right = index + 1
    if right >= len(draft.tokens) or draft.text[draft.tokens[index].end : draft.tokens[right].start].strip("- –") != "":
        return right
    if head.language == "en":
        return _right_en(draft, right)
    word = draft.tokens[right].text
    if word in ("für", "zur", "zum"):
        end = listed(draft, right + 1)
        return _genitive(draft, end, head) if end > right + 1 else right
    if word in ("de", "do", "di", "of"):
        return capitals(draft, right + 1, limit=4) if capital_at(draft, right + 1) else right
    if word in ("von", "der", "des", "in"):
        return _genitive(draft, right, head)
    span = draft.starting(draft.tokens[right].start)
    if head.type not in _FREE and not (span and not span.modifies):
        return right
    return _genitive(draft, capitals(draft, right, limit=3), head) if capital_at(draft, right) else right


def _right_en(draft: Draft, right: int) -> int:
    while (
        right + 1 < len(draft.tokens)
        and draft.tokens[right].text in ("of", "for", "on", "and", "&")
        and capital_at(draft, right + 1)
    ):
        right = capitals(draft, right + 1, limit=4, german=False)
    return right


def _genitive(draft: Draft, index: int, head: Head) -> int:
    """Index behind "der Universität", "des Landes Bremen", "von Québec" where it says whose the thing is."""
    if (
        index >= len(draft.tokens)
        or draft.tokens[index].text not in ("der", "des", "von", "in")
        or not close(draft, index)
    ):
        return index
    word, after = draft.tokens[index].text, index + 1
    if word == "in" and head.head not in grammar().located:
        return index
    while after < len(draft.tokens) and is_adjective(draft, after):
        after += 1
    if after >= len(draft.tokens):
        return index
    span = draft.starting(draft.tokens[after].start)
    if (
        span
        and (draft.entities[span.id].type in TERRITORIES or draft.entities[span.id].type != EntityType.PERSON)
        and not span.modifies
    ):
        end = draft.token_at(span.end)
        return index if word == "in" and draft.entities[span.id].type not in TERRITORIES else end
    if after > index + 1 and capital_at(draft, after) and head.type != EntityType.EVENT:
        return after + 1
    return index
