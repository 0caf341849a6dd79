"""How far a name reaches around its head noun: what stands before and behind it and belongs to it."""

import re

from relgraph.extraction.descriptions import descriptions
from relgraph.extraction.draft import Draft
from relgraph.extraction.firstnames import first_names
from relgraph.extraction.grammar import grammar
from relgraph.extraction.lexicon import Head, lexicon
from relgraph.extraction.nouns import (
    SHORT,
    behind_foreign,
    behind_kinds,
    behind_short,
    capital_at,
    capitals,
    close,
    dashed,
    fields,
    is_adjective,
    is_joint,
    listed,
    takes_article,
    unknown_at,
)
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType

_LINKS_EN = frozenset(("of", "for", "and", "the", "on", "in", "&", "to"))
_LINKS_RO = frozenset("de da do das dos del della delle dei degli di du des la le les l d e et y i w we z".split())
_FREE = ORGANISATIONS - {EntityType.GOVERNMENT_BODY}
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_PURPOSE = frozenset(("zur", "zum"))


def left_of(draft: Draft, index: int, head: Head) -> int:
    """Index of the first token of the name: what stands before the head and belongs to it."""
    if head.language == "ro":
        return index - int(_is_title_of(draft, index))
    if head.language == "en":
        return _left_en(draft, index)
    if head.type == EntityType.EVENT and behind_foreign(draft, index):
        return _left_en(draft, index)
    left = _coordinated(draft, index)
    while left > 0 and close(draft, left):
        step = _step(draft, left, index, head)
        if not step:
            break
        left = _coordinated(draft, left - step)
    if head.type == EntityType.EVENT and left > 1 and _is_ordinal(draft, left):
        left -= 2
    return left


def _is_title_of(draft: Draft, index: int) -> bool:
    """Whether a foreign adjective stands before a head: "Pontificia Universidad"."""
    if index < 2 or not close(draft, index) or not _joins(draft, index - 1):
        return False
    token = draft.tokens[index - 1]
    opens = draft.tokens[index - 2].text in ".:;!?" or _breaks(draft, index - 1)
    return token.text.endswith(("a", "o", "e")) and not opens and draft.covered(token.start, token.end) is None


def _coordinated(draft: Draft, left: int) -> int:
    """Index of the first of what shares its last part: "Industrie- und Handelskammer"."""
    tokens = draft.tokens
    if left > 1 and tokens[left - 1].text in ("und", "sowie", "&") and _is_open(draft, left - 2):
        left -= 2
        while left > 1 and tokens[left - 1].text == "," and _is_open(draft, left - 2):
            left -= 2
    return left


def _is_open(draft: Draft, index: int) -> bool:
    return draft.tokens[index].capital and draft.tokens[index].text.endswith("-")


def _is_ordinal(draft: Draft, left: int) -> bool:
    return draft.tokens[left - 1].text == "." and draft.tokens[left - 2].text.isdigit() and close(draft, left)


def _left_en(draft: Draft, index: int) -> int:
    left = index
    while left > 0:
        step = _step_en(draft, left)
        if not step:
            break
        left -= step
    tokens = draft.tokens
    if left > 1 and tokens[left - 1].text in "–-" and tokens[left - 2].text.isupper():
        left -= 2  # "NDA – German Nordic Design Association"
    return left


def _step(draft: Draft, left: int, index: int, head: Head) -> int:
    """How many tokens before a German head go with it: an adjective, or a proper name in one word."""
    if is_adjective(draft, left - 1) and not (left == index and _stands_alone(draft, index)):
        return int(draft.tokens[left - 1].text.casefold()[:8] != "gemeinsa" or is_joint(draft, left - 1, head))
    proper = all(not is_adjective(draft, place) for place in range(left, index))
    return int(proper and head.type in ORGANISATIONS and index - left < 3 and _is_proper(draft, left - 1))


def _step_en(draft: Draft, left: int) -> int:
    """How many tokens before an English head go with it: a capitalised word, or one joined by "of", "for", "and"."""
    if not close(draft, left):
        return 0
    if draft.tokens[left - 1].text in _LINKS_EN:
        return 2 * int(left > 1 and close(draft, left - 1) and _joins(draft, left - 2))
    word = draft.tokens[left - 1].text
    german = lexicon().heads.find(word)
    span = draft.covered(draft.tokens[left - 1].start, draft.tokens[left - 1].end)
    if (span and span.form == "genitive") or descriptions().find(word):
        return 0  # "Japans Council", "Projekt Green Harbour Initiative"
    stops = word not in lexicon().english and german is not None and german.language == "de"
    return int(_joins(draft, left - 1) and not stops)


def _stands_alone(draft: Draft, index: int) -> bool:
    """Whether a head is a name already, so that "Bremer" before it only says where: "Bremer N-Bank"."""
    place = draft.starting(draft.tokens[index - 1].start)
    return "-" in draft.tokens[index].text and place is not None and draft.tokens[index - 1].text.endswith("er")


def _is_proper(draft: Draft, index: int) -> bool:
    """Whether a capitalised word right before a head is part of its name: "Weber Institut", "Indien Netzwerk"."""
    token = draft.tokens[index]
    if not _joins(draft, index) or not token.text[0].isalpha() or len(token.text) < 2:
        return False
    span = draft.covered(token.start, token.end)
    if span:
        short = token.text.isupper() and draft.type_of(span) in ORGANISATIONS
        return span.form == "name" and (draft.type_of(span) in TERRITORIES or short)
    opens = index == 0 or draft.tokens[index - 1].text in ".:;!?“„" or _breaks(draft, index)
    return not opens and not lexicon().heads.find(token.text)


def _breaks(draft: Draft, index: int) -> bool:
    return "\n" in draft.text[draft.tokens[index - 1].end : draft.tokens[index].start]


def _joins(draft: Draft, index: int) -> bool:
    token = draft.tokens[index]
    return (
        token.capital
        and token.text.casefold() not in grammar().determiners
        and token.text.casefold() not in grammar().prepositions
        and not lexicon().offices.find(token.text)
        and token.text not in lexicon().honorifics.before
    )


def right_of(draft: Draft, index: int, last: int, head: Head) -> int:
    """Index behind the last token of the name whose head stands at `index:last + 1`."""
    right = dashed(draft, last + 1)
    if right >= len(draft.tokens):
        return right
    if head.type in ORGANISATIONS and (behind := behind_short(draft, right)):
        return behind
    gap = draft.text[draft.tokens[right - 1].end : draft.tokens[right].start]
    if gap.strip("- –") or "\n" in gap:
        return right
    if head.language == "en":
        return _right_en(draft, right)
    if head.language == "ro":
        return _right_ro(draft, right)
    if head.type == EntityType.EVENT and "-" in draft.tokens[last].text and _YEAR.match(draft.tokens[right].text):
        return right + 1  # "die EUROCITIES-Jahreskonferenz 2020"
    return _right_de(draft, right, head)


def _right_de(draft: Draft, right: int, head: Head) -> int:
    word = draft.tokens[right].text
    if word == "St" and draft.text[draft.tokens[right].end] == "." and not draft.starting(draft.tokens[right].start):
        return right + 3 if capital_at(draft, right + 2) else right  # "Krankenhaus St. Josef"
    if _says_purpose(word, head):
        first = right + 1 + int(head.type == EntityType.DOCUMENT and takes_article(draft, right, head))
        end = listed(draft, first) if first < len(draft.tokens) else first
        span = draft.starting(draft.tokens[first].start) if end > first else None
        end = max(end, draft.token_at(span.end)) if span and not span.modifies else end if end > first else right + 1
        return _genitive(draft, end, head) if end > right + 1 else right
    if word in ("de", "do", "di", "of", "du", "des") and capital_at(draft, right + 1) and word != "des":
        return capitals(draft, right + 1, limit=4)
    if head.type == EntityType.DOCUMENT and word == "von" and unknown_at(draft, right + 1):
        return right + 2  # "Friedensvertrag von Versailles"
    if word in ("von", "der", "des", "in", "am"):
        return _genitive(draft, right, head)
    span = draft.starting(draft.tokens[right].start)
    if span and not span.modifies and draft.type_of(span) not in TERRITORIES | {EntityType.PERSON}:
        return right  # "das Netzwerk ICLEI": the head only says what it is
    if span and not span.modifies and draft.type_of(span) in TERRITORIES:
        end = dashed(draft, draft.token_at(span.end))
        return _genitive(draft, _again(draft, end) if head.title in (True, "plain") else end, head)
    if head.type == EntityType.DOCUMENT and len(draft.tokens[right - 1].text) > len(head.head) + 2:
        return right + int(unknown_at(draft, right))  # "der Alarmplan Oder", "ein Arbeitsprogramm Bioenergie"
    if head.type not in _FREE and head.title is not True and not (span and not span.modifies):
        return fields(draft, right) if head.free else right
    return _genitive(draft, dashed(draft, _run(draft, right, head)), head) if capital_at(draft, right) else right


def _says_purpose(word: str, head: Head) -> bool:
    """Whether a preposition carries on a name: "Institut für …", "Stiftung zur …", "Abkommen über …"."""
    if word in _PURPOSE:
        return head.free or head.type in (EntityType.DOCUMENT, EntityType.EVENT)
    return word == "für" or (word in ("über", "gegen") and head.type == EntityType.DOCUMENT)


def _again(draft: Draft, right: int) -> int:
    """Index behind more words of a firm's name that begins with a place: "Formosa PowerTech"."""
    return capitals(draft, right, limit=2) if right < len(draft.tokens) else right


def _run(draft: Draft, right: int, head: Head) -> int:
    """Index behind the proper name that follows a head; a second word belongs to it where the first asks for one."""
    if head.free and (end := fields(draft, right)) > right + 1:
        return end
    if grammar().capital_adjective.match(draft.tokens[right].text) and capital_at(draft, right + 1):
        return right + 2  # "Allianz Saubere Meere"
    if head.compound == "hyphen" and "-" in draft.tokens[right - 1].text and draft.tokens[right].text in first_names():
        return right  # "für die SPD-Fraktion Petra Weiss"
    end = capitals(draft, right, limit=1)
    if end == right:
        return right
    first = draft.tokens[right].text
    if head.title in (True, "plain") or SHORT.match(first) or first in first_names() or not first.isascii():
        return capitals(draft, right, limit=3)
    while capital_at(draft, end) and close(draft, end) and end - right < 3:
        span = draft.starting(draft.tokens[end].start)
        if not (span and not span.modifies and draft.type_of(span) in TERRITORIES):
            break
        end = draft.token_at(span.end)
    return end


def _right_en(draft: Draft, right: int) -> int:
    tokens = draft.tokens
    right = dashed(draft, right)
    while right + 1 < len(tokens) and tokens[right].text in _LINKS_EN - {"to", "in"} and close(draft, right):
        after = right + 2 if tokens[right + 1].text in ("the", "of") else right + 1
        if not capital_at(draft, after) or not _joins(draft, after):
            break
        right = dashed(draft, capitals(draft, after, limit=4, german=False))
    while capital_at(draft, right) and close(draft, right) and _joins(draft, right):
        span = draft.starting(tokens[right].start)
        if not (span and not span.modifies and draft.type_of(span) in TERRITORIES):
            break
        right = draft.token_at(span.end)
    return right


def _right_ro(draft: Draft, right: int) -> int:
    """Index behind words in Romance or Slavic languages: "Universidade Estadual de Campinas"."""
    end = right
    while right < len(draft.tokens) and right - end < 3 and close(draft, right):
        if capital_at(draft, right) and _joins(draft, right):
            right += 1
            end = right
        elif draft.tokens[right].text in _LINKS_RO:
            right += 1
        else:
            break
    return dashed(draft, end)


def _genitive(draft: Draft, index: int, head: Head) -> int:
    """Index behind "der Universität", "des Landes Bremen", "von Québec" where it says whose the thing is."""
    tokens = draft.tokens
    if index >= len(tokens) or tokens[index].text not in ("der", "des", "von", "in", "am") or not close(draft, index):
        return index
    word = tokens[index].text
    if word in ("in", "am") and head.head not in grammar().located:
        return index
    after = behind_kinds(draft, index + 1)
    if after >= len(tokens):
        return index
    span = draft.starting(tokens[after].start)
    if span and draft.type_of(span) != EntityType.PERSON and not span.modifies:
        return index if word in ("in", "am") and draft.type_of(span) not in TERRITORIES else draft.token_at(span.end)
    if head.free and after > index + 1 and draft.tokens[after - 1].capital and not capital_at(draft, after):
        return after  # "die Gesellschaft der Deutschen"
    if word in ("in", "am") or not capital_at(draft, after) or not _joins(draft, after):
        return index
    noun = tokens[after].text
    head_there = lexicon().heads.find(noun)
    gathers = head.type in (EntityType.GOVERNMENT_BODY, EntityType.EVENT)
    if head_there and head_there.bare in ("region", "self") and gathers:
        return after + 1  # "der Ausschuss für Europa des Landtags"
    described = after > index + 1 and draft.tokens[after - 1].text not in grammar().kinds
    if head.type != EntityType.EVENT and (described or (head.free and noun not in grammar().kinds)):
        return _carried_on(draft, after, head) if not grammar().is_generic(noun) else index
    return index


def _carried_on(draft: Draft, after: int, head: Head) -> int:
    """Index behind a genitive noun, with an English name that it opens or a further genitive."""
    end = after + 1
    while end < len(draft.tokens) and draft.tokens[end].text in lexicon().english and close(draft, end):
        end += 1
    further = end < len(draft.tokens) and draft.tokens[end].text == "der"
    return _genitive(draft, end, head) if further else end
