"""Small steps over tokens that names of every kind share: adjectives, runs of capitals, lists, quotations."""

import re

from relgraph.extraction.draft import Draft
from relgraph.extraction.grammar import SMALL_ADJECTIVE, grammar
from relgraph.extraction.lexicon import Head, lexicon
from relgraph.extraction.looks import is_name_word
from relgraph.vocabulary import TERRITORIES

SHORT = re.compile(r"^[A-ZÄÖÜ][\w.&-]{0,9}[A-ZÄÖÜ\d]$")
OPENING, CLOSING = '„“"»«', '“”"«»'


def close(draft: Draft, index: int) -> bool:
    """Whether only a blank stands before a token."""
    return draft.text[draft.tokens[index - 1].end : draft.tokens[index].start] == " "


def capital_at(draft: Draft, index: int) -> bool:
    """Whether a word with a capital letter stands there."""
    return index < len(draft.tokens) and draft.tokens[index].capital and draft.tokens[index].text[0].isalpha()


def is_adjective(draft: Draft, index: int) -> bool:
    """Whether an adjective stands there that may be part of a name, a country's among them."""
    token = draft.tokens[index]
    if token.text.casefold() in grammar().determiners:
        return False
    span = draft.starting(token.start)
    if span and span.end == token.end and span.modifies:
        return True
    return bool(grammar().capital_adjective.match(token.text) or SMALL_ADJECTIVE.match(token.text))


def unknown_at(draft: Draft, index: int) -> bool:
    """Whether one unknown word with a capital stands there that no common noun's ending has."""
    if not capital_at(draft, index) or not close(draft, index) or capital_at(draft, index + 1):
        return False
    token = draft.tokens[index]
    known = lexicon().heads.find(token.text) or lexicon().offices.find(token.text)
    return not known and draft.covered(token.start, token.end) is None and not grammar().is_common(token.text)


def is_joint(draft: Draft, index: int, head: Head) -> bool:
    """Whether "gemeinsam" belongs to a name: "Gemeinsame Erklärung" is one, "gemeinsame Strategien" are none."""
    return draft.tokens[index].capital or head.head == "Erklärung"


def takes_article(draft: Draft, right: int, head: Head) -> bool:
    """Whether an article stands within a paper's name: "Vertrag über die Grenze", "Pakt für den Wald"."""
    loose = (draft.tokens[right].text == "über" and head.compound != "more") or head.free
    following = draft.tokens[right + 1].text if right + 1 < len(draft.tokens) else ""
    return loose and following in grammar().articles


def behind_foreign(draft: Draft, index: int) -> bool:
    """Whether two words with capitals and no German look stand before a token: "Australian Space" before "Forum"."""
    return index > 1 and all(
        close(draft, place + 1)
        and capital_at(draft, place)
        and is_name_word(draft.tokens[place].text)
        and not is_adjective(draft, place)
        for place in (index - 1, index - 2)
    )


def capitals(draft: Draft, index: int, limit: int, *, german: bool = True) -> int:
    """Index behind a run of capitalised words that belong together; offices and new heads end it."""
    first = index
    while index < len(draft.tokens) and index - first < limit and capital_at(draft, index) and close(draft, index):
        span = draft.starting(draft.tokens[index].start)
        if span and not span.modifies:
            return draft.token_at(span.end)
        if (
            (german and grammar().is_common(draft.tokens[index].text))
            or lexicon().offices.find(draft.tokens[index].text)
            or draft.tokens[index].text in lexicon().honorifics.before
        ):
            break
        index += 1
    return index


def behind_kinds(draft: Draft, index: int) -> int:
    """Index behind adjectives and words such as "Stadt" or "Provinz" that stand before a name."""
    while index < len(draft.tokens) and (is_adjective(draft, index) or draft.tokens[index].text in grammar().kinds):
        following = draft.starting(draft.tokens[index].start)
        if following and not following.modifies:
            break
        index += 1
    return index


def behind_short(draft: Draft, right: int) -> int | None:
    """Index behind a place that follows a bracketed abbreviation: "Handwerkskammer (HwK) Koblenz"."""
    tokens = draft.tokens
    if right + 3 >= len(tokens) or tokens[right].text != "(" or tokens[right + 2].text != ")":
        return None
    span = draft.starting(tokens[right + 3].start)
    fits = SHORT.match(tokens[right + 1].text) and close(draft, right + 3)
    return (
        draft.token_at(span.end) if fits and span and draft.type_of(span) in TERRITORIES and not span.modifies else None
    )


def listed(draft: Draft, index: int) -> int:
    """Index behind "Wissenschaft, Forschung und Kunst": one noun phrase, or several if "und" joins the last."""
    end = _noun_phrase(draft, index)
    item = end
    while item < len(draft.tokens) and draft.tokens[item].text == "," and _noun_phrase(draft, item + 1) > item + 1:
        item = _noun_phrase(draft, item + 1)
    if item < len(draft.tokens) and draft.tokens[item].text in ("und", "sowie", "&"):
        last = _noun_phrase(draft, item + 1)
        return last if last > item + 1 else end
    return end


def fields(draft: Draft, right: int) -> int:
    """Index behind fields joined by "und" that follow a head: "Stiftung Wissenschaft und Politik"."""
    if not capital_at(draft, right) or not close(draft, right) or draft.starting(draft.tokens[right].start):
        return right
    end = listed(draft, right)
    joined = any(token.text == "und" for token in draft.tokens[right:end])
    return end if joined else right


def dashed(draft: Draft, right: int) -> int:
    """Index behind what a dash without blanks joins: "Parlamentariergruppe NRW–Korea"."""
    tokens = draft.tokens
    while right + 1 < len(tokens) and tokens[right].text in ("–", "/") and capital_at(draft, right + 1):
        if tokens[right - 1].end != tokens[right].start or tokens[right].end != tokens[right + 1].start:
            break
        span = draft.starting(tokens[right + 1].start)
        right = draft.token_at(span.end) if span and not span.modifies else right + 2
    return right


def _noun_phrase(draft: Draft, index: int) -> int:
    """Index behind an optional adjective and one capitalised noun; the same index where there is none."""
    start = index
    if (
        index < len(draft.tokens)
        and re.match(r"^\w+(?:e|en|er|es)$", draft.tokens[index].text)
        and not capital_at(draft, index)
    ):
        if draft.tokens[index].text in grammar().determiners:
            return start
        index += 1
    if not capital_at(draft, index):
        return start
    index += 1
    while capital_at(draft, index) and draft.starting(draft.tokens[index - 1].start) is None and close(draft, index):
        index += 1
    return index


def quoted(draft: Draft, index: int) -> tuple[int, int, str] | None:
    """A name in quotation marks that follows at once: first and last token, and the words."""
    if index >= len(draft.tokens) or draft.tokens[index].text not in OPENING:
        return None
    for end in range(index + 1, min(index + 25, len(draft.tokens))):
        if draft.tokens[end].text in CLOSING:
            words = draft.text[draft.tokens[index].end : draft.tokens[end].start].strip()
            return (index + 1, end, words) if words and "\n" not in words else None
    return None


def quotation(draft: Draft, index: int) -> tuple[int, int, str] | None:
    """The short quotation that a head stands in, as a name: „Nachbarschaftsstrategie Ost“."""
    for start in range(index - 1, max(index - 8, -1), -1):
        if draft.tokens[start].text in OPENING and draft.tokens[start].text not in "“”":
            found = quoted(draft, start)
            words = found[2].split() if found else []
            fits = found and found[1] > index and 1 < len(words) < 11
            return found if found and fits and found[2][0].isupper() and found[2][-1] not in ".!?," else None
        if draft.tokens[start].text in CLOSING:
            return None
    return None
