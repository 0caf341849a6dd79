"""The name that a head noun makes: which head a token is, and the stretch of text that belongs to it."""

from collections.abc import Iterable
from dataclasses import dataclass

from relgraph.extraction.draft import Draft
from relgraph.extraction.extents import left_of, right_of
from relgraph.extraction.grammar import MODIFIER, grammar
from relgraph.extraction.lexicon import PHRASE_START, Head, lexicon
from relgraph.extraction.nouns import OPENING, capital_at, close, is_adjective, quotation, quoted
from relgraph.names.gazetteer import gazetteer
from relgraph.vocabulary import TERRITORIES, EntityType

_ASSOCIATIONS = ("verband", "vereinigung", "initiative", "netzwerk", "bund")
_NAMED_WITHOUT = frozenset({EntityType.DOCUMENT, EntityType.EVENT})
"""Types whose name in quotation marks does without the head: the strategy „Brücken bauen“."""


_SINGULAR = frozenset("der des dem den vom beim zum am im ein eines einem einen dessen sein seinem seines".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of tokens `left:right` around the head at `at`; `inner` is a quoted name of its own."""

    left: int
    right: int
    at: int
    head: Head
    form: str
    word: str
    inner: str | None = None

    @property
    def size(self) -> int:
        """How many tokens the head itself has."""
        return len(self.head.head.split())

    @property
    def alone(self) -> bool:
        """Whether nothing stands around the head."""
        return self.right - self.left == self.size and self.inner is None

    @property
    def titled(self) -> bool:
        """Whether the head only says what the name behind it is: "die Firma Weleda", no "Musikverein"."""
        return self.head.title is True or (self.head.title == "plain" and self.form == self.word)

    @property
    def plural(self) -> bool:
        """Whether several are meant."""
        return self.size == 1 and self.head.is_plural(self.form)


def parse_name(draft: Draft, index: int, head: Head, form: str) -> Name | None:
    """The name that the head noun at a token makes, if it makes one."""
    token = draft.tokens[index]
    word = token.text.casefold()
    hyphened = head.title is True and token.text[: -len(form)].endswith("-")
    if hyphened and (firm := _firm(token.text[: -len(form) - 1])):
        return Name(index, index + 1, index, head, form, word, firm)  # "der Samsung-Konzern"
    if head.title is True and head.gender == "m" and not _has_article(draft, index):
        return None  # "liefern Hersteller Maschinen": several, and none is named
    if head.head == "Messe" and _names_fair(draft, index):
        head, form = lexicon().heads.find("Fachmesse") or head, "fachmesse"
    if behind := quoted(draft, index + 1):
        return _quoted(draft, index, head, form, behind)
    around = quotation(draft, index)
    if around and head.type not in _NAMED_WITHOUT and not _is_named_in_quotes(draft, index, around):
        around = None
        if _says_kind(draft, index):
            return None
    if around:
        return Name(around[0], around[1], index, head, form, word, around[2])
    left, right = left_of(draft, index, head), right_of(draft, index, index + len(head.head.split()) - 1, head)
    if (known := draft.covered(token.start, token.end)) and draft.type_of(known) == head.type:
        left, right = min(left, draft.token_at(known.start)), max(right, draft.token_at(known.end))
    return Name(left, right, index, head, form, word)


def _quoted(draft: Draft, index: int, head: Head, form: str, behind: tuple[int, int, str]) -> Name | None:
    """A head with a name in quotation marks behind it; a long quotation is somebody's words."""
    start, end, words = behind
    if len(words.split()) > 14 or not (words[0].isupper() or words[0].isdigit()):
        return None
    word = draft.tokens[index].text.casefold()
    if (head.title and (head.title != "plain" or word == form)) or head.type in _NAMED_WITHOUT:
        return Name(start, end, index, head, form, word, words)
    return Name(left_of(draft, index, head), end + 1, index, head, form, word)


def heads_at(draft: Draft, places: Iterable[int]) -> list[tuple[int, Head, str]]:
    """The heads at these tokens with their places and forms; inside one of several words there is no other."""
    found: list[tuple[int, Head, str]] = []
    behind = 0
    for index in places:
        if index >= behind and (head := head_at(draft, index)):
            found.append((index, *head))
            behind = index + len(head[0].head.split())
    return found


def head_at(draft: Draft, index: int) -> tuple[Head, str] | None:
    """The head noun at a token with its form: of several words, whole, or as the end of a compound its entry allows."""
    token = draft.tokens[index]
    if not token.capital or len(token.text) < 2 or token.text.endswith("-"):
        return None
    word, heads = token.text, lexicon().heads
    if word.casefold().startswith(lexicon().phrasal) and (phrase := _phrase(draft, index)):
        return phrase
    if (english := lexicon().english.get(word)) and _in_english(draft, index):
        last = index + 1 >= len(draft.tokens) or draft.tokens[index + 1].text not in lexicon().english
        fits = not english.placed or _behind_place(draft, index)
        return (english, word.casefold()) if fits and (last or not close(draft, index + 1)) else None
    if about := _about_country(word):
        return about
    head, form = heads.find(word), heads.form(word) or ""
    if head is None or " " in head.head or not _is_spelt(head, form):
        return None
    prefix = word[: -len(form)]
    day = head.compound == "country" and len(prefix) > 2 and _is_titled(draft, index)
    return (head, form) if day or _allows(head, prefix) else None


def _is_spelt(head: Head, form: str) -> bool:
    """Whether a word is spelt as its head: foreign words take no German ending."""
    return head.language == "de" or form in (head.head.casefold(), *map(str.casefold, head.forms))


def _behind_place(draft: Draft, index: int) -> bool:
    """Whether a place in the nominative stands right before a token: "Tirol" before "Werbung"."""
    span = draft.covered(draft.tokens[index - 1].start, draft.tokens[index - 1].end)
    return span is not None and span.form == "name" and draft.type_of(span) in TERRITORIES


def _phrase(draft: Draft, index: int) -> tuple[Head, str] | None:
    """The head of several words that starts at a token."""
    words = [token.text for token in draft.tokens[index : index + 4]]
    for size in (4, 3, 2):
        text = " ".join(words[:size])
        head = lexicon().heads.find(text) if len(words) >= size else None
        if head and len(head.head.split()) == size and text.casefold().startswith(_start(head)):
            return head, lexicon().heads.form(text) or ""
    return None


def _start(head: Head) -> str:
    return head.head.casefold().split()[0][:PHRASE_START]


def _is_titled(draft: Draft, index: int) -> bool:
    """Whether an adjective with a capital stands before, as in a name: "Warnemünder Küstentag"."""
    return index > 0 and close(draft, index) and draft.tokens[index - 1].capital and is_adjective(draft, index - 1)


def _in_english(draft: Draft, index: int) -> bool:
    """Whether an English word stands around: "Institute" is a German plural too."""
    before = index > 0 and close(draft, index) and draft.tokens[index - 1].capital
    behind = index + 1 < len(draft.tokens) and draft.tokens[index + 1].text in ("of", "for")
    return behind or (before and capital_at(draft, index - 1) and len(draft.tokens[index - 1].text) > 1)


def _about_country(word: str) -> tuple[Head, str] | None:
    """The head of a compound with a country: "Russlandtag" is no "Landtag"."""
    folded = word.casefold()
    if not folded.endswith(lexicon().country_forms):
        return None
    for head in lexicon().by_country:
        for form in (head.head, *head.forms):
            prefix = word[: -len(form)].rstrip("-")
            if len(prefix) > 3 and folded.endswith(form.casefold()) and _is_country(prefix):
                return head, form.casefold()
    return None


def _allows(head: Head, prefix: str) -> bool:
    """Whether a head makes a name with what its word begins with."""
    if not prefix:
        return head.compound != "country"
    if len(prefix) < 2 or head.compound in (False, "country"):
        return False
    return head.compound != "hyphen" or prefix.endswith("-")


def _is_named_in_quotes(draft: Draft, index: int, around: tuple[int, int, str]) -> bool:
    """Whether a quotation is the name of an organisation: its head begins or ends it, and no strategy is named so."""
    return index in (around[0], around[1] - 1) and not _says_kind(draft, around[0])


def _says_kind(draft: Draft, index: int) -> bool:
    """Whether the noun before a quotation that a token stands in is that of a document or an event."""
    place = index
    while place > 0 and index - place < 12 and draft.tokens[place].text not in OPENING:
        place -= 1
    if place < 1 or draft.tokens[place].text not in OPENING:
        return False
    head = lexicon().heads.find(draft.tokens[place - 1].text)
    return head is not None and head.type in _NAMED_WITHOUT


def _firm(name: str) -> str | None:
    """The firm that a word is, by the name the gazetteer gives it."""
    found = (hit.entity for hit in gazetteer().find(name) if hit.end - hit.start == len(name))
    return next((entity.name for entity in found if entity.type == EntityType.COMPANY), None)


def of_business(head: Head, label: str) -> Head:
    """The head as one of a business organisation where the field says so: "Verband der Textilindustrie"."""
    fits = head.type == EntityType.CIVIL_SOCIETY_ORGANISATION and head.head.casefold().endswith(_ASSOCIATIONS)
    fields = label.casefold().split()[1:] if fits else []
    if any(word.endswith(grammar().business) for word in fields):
        return head.model_copy(update={"type": EntityType.BUSINESS_ORGANISATION})
    return head


def _has_article(draft: Draft, index: int) -> bool:
    """Whether an article in the singular stands before a head, adjectives aside."""
    place = index - 1
    while place >= 0 and (is_adjective(draft, place) or MODIFIER.match(draft.tokens[place].text)):
        if draft.tokens[place].text.casefold() in _SINGULAR:
            break
        place -= 1
    return place >= 0 and draft.tokens[place].text.casefold() in _SINGULAR


def _names_fair(draft: Draft, index: int) -> bool:
    """Whether a fair is named and no place: "Messe Ecobuild" is an event, "Messe Stuttgart" a firm."""
    if quoted(draft, index + 1):
        return True
    if not capital_at(draft, index + 1) or not close(draft, index + 1):
        return False
    span = draft.starting(draft.tokens[index + 1].start)
    place = span is not None and draft.type_of(span) in TERRITORIES
    following = draft.token_at(span.end) if span else index + 2
    return not place or (capital_at(draft, following) and close(draft, following))


def _is_country(prefix: str) -> bool:
    return any(hit.end - hit.start == len(prefix) for hit in gazetteer().find(prefix))
