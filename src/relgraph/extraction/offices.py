"""Who holds which office: "der Gouverneur der Präfektur Gifu, Hajime Furuta" → role, person, body.

Owns how names and offices stand beside each other; each form is an entry of `rules/affiliation.yml`.
"""

from dataclasses import replace
from functools import lru_cache

from relgraph import iris
from relgraph.extraction.bodies import body_of
from relgraph.extraction.brackets import behind_bracket
from relgraph.extraction.calendar import date_words
from relgraph.extraction.draft import Draft
from relgraph.extraction.firstnames import first_names, german_names
from relgraph.extraction.genders import noun_gender
from relgraph.extraction.grammar import grammar
from relgraph.extraction.holding import Holding
from relgraph.extraction.lexicon import lexicon
from relgraph.extraction.origins import is_foreign
from relgraph.extraction.people import add_person, name_end, skip_titles
from relgraph.extraction.posts import Post, post_at
from relgraph.extraction.tails import body_behind, tail_of
from relgraph.names.authorities import read_authorities
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType

_PARTISAN = ("Fraktion", "Partei", "Landes", "Kreis", "Bezirks", "Spitzen")
"""First parts of offices that a party has."""
_ADVERBS = {"zugleich", "derzeit", "heute", "damals", "früher", "auch"}  # "X, zugleich Präsident des Bundesrats"

_COPULAS = frozenset(("ist", "war", "bleibt", "sei", "wird", "wurde"))
_PREDICATE = 5
"""How many words before an office a copula may stand: "ist seit 2019 auch Präsidentin der …"."""


def find_offices(draft: Draft) -> list[Holding]:
    """Add the persons that an office names, and say which office each holds."""
    holdings: list[Holding] = []
    beside: Post | None = None  # an office right before another of the same person: "IHK-Präsident Landrat Karl Ott"
    index = 0
    while index < len(draft.tokens):
        post = post_at(draft, index)
        if post is None:
            index += 1
            continue
        found = _holders(draft, post, holdings)
        if found and beside and beside.end == post.start:
            found += _holding(draft, beside, found[0].person, draft.token_at(found[0].place), [], found[0].rule)
        beside = post if not found else None
        if found or not _becomes(draft, post):
            draft.offices.append((draft.tokens[post.start].start, draft.tokens[post.end - 1].end))
        holdings += found
        index = max(post.end, index + 1)
    return holdings


def _becomes(draft: Draft, post: Post) -> bool:
    """Whether a rule may still read the office: "als neuer Vorsitzender der …", "ist Mitglied der …"."""
    if post.role.startswith("Mitglied"):
        return True
    before = draft.tokens[max(0, post.start - _PREDICATE) : post.start]
    if any(token.text in _COPULAS for token in (*before, *draft.tokens[post.end : post.end + 1])):
        return True
    return post.start > 0 and draft.tokens[post.start - 1].text.casefold() in ("als", "zum", "zur")


def _holders(draft: Draft, post: Post, known: list[Holding]) -> list[Holding]:
    """The persons who hold an office: behind it, behind a comma, or before it."""
    tokens = draft.tokens
    after = behind_bracket(draft, post.end)
    start = skip_titles(draft, after)
    end = name_end(draft, start) if start < len(tokens) else start
    if end > start and _may_follow(draft, post, start, end, after):
        return _list(draft, post, start, end, known, "affiliation/amt-vor-name")
    comma, body = tail_of(draft, post, after)
    if comma is not None:
        start = skip_titles(draft, _behind_second(draft, comma + 1))
        end = name_end(draft, start) if start < len(tokens) else start
        if end > start and _looks_full(draft, start, end) and end < len(tokens) and not _is_post_before(draft, post):
            return _list(draft, replace(post, body=body), start, end, known, "affiliation/amt-komma-name")
    return _before_office(draft, post, known)


def _behind_second(draft: Draft, index: int) -> int:
    """Index behind a second office of the same person: "die Präsidentin des Rates, Botschafterin Eva Kranz"."""
    for place in range(index, min(index + 3, len(draft.tokens))):
        second = post_at(draft, place)
        if second and second.start <= index < second.end:
            return second.end
    return index


def _may_follow(draft: Draft, post: Post, start: int, end: int, after: int) -> bool:
    cover = draft.starting(draft.tokens[start].start)
    if end - start == 1 and draft.tokens[start].text in grammar().kinds:
        return False  # "war der Präsident in Sopot Gast"
    if end - start == 1 and draft.tokens[start].text in lexicon().english:
        return False  # "die Leiterin International der IHK"
    if cover and draft.type_of(cover) not in (EntityType.PERSON, EntityType.CITY) and end - start == 1:
        return False
    return start > after or draft.text[draft.tokens[after - 1].end : draft.tokens[start].start] == " "


def _looks_full(draft: Draft, start: int, end: int) -> bool:
    return end - start > 1 or draft.tokens[start].text in first_names()


def _is_post_before(draft: Draft, post: Post) -> bool:
    """Whether the office already follows a name: "X, Rektor der Universität, Y …" names X."""
    place = post.start - 1
    while place > 0 and draft.tokens[place].text in grammar().articles:
        place -= 1
    if draft.tokens[place].text in ("beim", "vom"):
        return True  # "Staatsrat beim Senator für Häfen, …"
    return place > 1 and draft.tokens[place].text == "," and _name_before(draft, place) is not None


def _list(draft: Draft, post: Post, start: int, end: int, known: list[Holding], rule: str) -> list[Holding]:
    """One person, or several behind a plural: "die Rektoren A (X) und B (Y)"."""
    found: list[Holding] = []
    while end > start:
        person = add_person(draft, start, end)
        bracket = _bracketed(draft, post, end)
        if person:
            body = bracket or post.body or body_behind(draft, post, end)
            found += _holding(draft, replace(post, body=body), person, start, known + found, rule)
        several = bracket or post.several
        end = behind_bracket(draft, end)
        if not several or end + 1 >= len(draft.tokens) or draft.tokens[end].text not in ("und", ",", "sowie"):
            break
        start = skip_titles(draft, end + 1)
        end = name_end(draft, start)
        post = post if bracket else _shared(draft, post, found, start)
    return found


def _shared(draft: Draft, post: Post, found: list[Holding], start: int) -> Post:
    """The office of the next in a list: of the same body, unless each has one of his own or comes from elsewhere."""
    if not found or post.body or start >= len(draft.tokens):
        return post
    alike = is_foreign(draft, draft.tokens[start].start) == is_foreign(draft, found[-1].place)
    return replace(post, body=found[-1].body) if alike else post


def _bracketed(draft: Draft, post: Post, index: int) -> str | None:
    """Id of what stands in brackets behind a name; a party only where the office is one of a party."""
    if index + 1 < len(draft.tokens) and draft.tokens[index].text == "(":
        span = draft.starting(draft.tokens[index + 1].start)
        fits = span and draft.type_of(span) in TERRITORIES | ORGANISATIONS
        return span.id if span and fits and (span.id not in _parties() or post.prefix.startswith(_PARTISAN)) else None
    return None


@lru_cache(maxsize=1)
def _parties() -> frozenset[str]:
    """Ids of the parties that the authorities list."""
    return frozenset(iris.entity(party.type, party.id) for party in read_authorities("parties.yml"))


def _before_office(draft: Draft, post: Post, known: list[Holding]) -> list[Holding]:
    """The person named before a comma: "Hajime Furuta, dem Gouverneur …"."""
    place = post.start - 1
    while place > 0 and draft.tokens[place].text in grammar().articles.keys() | _ADVERBS:
        place -= 1
    place = _before_since(draft, place)
    if place < 1 or draft.tokens[place].text not in (",", "("):
        return []
    name = _name_before(draft, place)
    if name is None:
        return []
    person = add_person(draft, *name)
    return _holding(draft, post, person, name[0], known, "affiliation/name-komma-amt") if person else []


def _before_since(draft: Draft, place: int) -> int:
    """Index before "seit dem 8. Februar 2013", "seit 2022" that stands between a name and an office; else the same."""
    for start in range(place, max(place - 7, 1), -1):
        word = draft.tokens[start].text
        if word in ("seit", "bis", "ab"):
            return start - 1
        if not (
            word[0].isdigit()
            or word in (".", "dem", "Anfang", "Ende", "Mitte", "kurzem", "zum")
            or word in date_words().months
        ):
            break
    return place


def _name_before(draft: Draft, comma: int) -> tuple[int, int] | None:
    """Tokens of the name that ends at a comma, or a verb or bracket before it: "mit Kenji Hirata vorgesehen, dem …"."""
    end = comma
    if draft.tokens[end - 1].text == ")":
        while end > 0 and draft.tokens[end].text != "(":
            end -= 1
    for tail in range(end, max(end - 3, 1), -1):
        if tail != end and not draft.tokens[tail].text[0].islower():
            break
        for start in range(max(0, tail - 5), tail):
            begin = _trimmed(draft, skip_titles(draft, start), tail)
            if begin < tail and name_end(draft, begin) == tail and _is_whole(draft, begin, tail):
                return begin, tail
    return None


def _trimmed(draft: Draft, start: int, end: int) -> int:
    """Index of a name's first word: "vor Monaten Stephan Weber", "hatte Aigner Karl Ott" begin with the first name."""
    first, second = draft.tokens[start], draft.tokens[min(start + 1, end - 1)]
    if end - start < 3 or first.text in first_names() or second.text not in first_names():
        return start
    cover = draft.covered(first.start, first.end)
    noun = noun_gender(first.text) is not None or (
        cover is not None and draft.type_of(cover) in TERRITORIES | {EntityType.PERSON}
    )
    return start + 1 if noun or second.text in german_names() else start


def _is_whole(draft: Draft, start: int, end: int) -> bool:
    """Whether these tokens are a name and not the tail of something else."""
    cover = draft.covered(draft.tokens[start].start, draft.tokens[end - 1].end)
    if (
        cover
        and draft.type_of(cover) != EntityType.PERSON
        and (
            cover.start < draft.tokens[start].start
            or end - start == 1
            or (cover.end >= draft.tokens[end - 1].end and cover.start == draft.tokens[start].start)
        )
    ):
        return False
    if draft.tokens[start].text.casefold() in grammar().determiners:
        return False  # "Auch Heinz Maier, der …": the name begins behind it
    if end - start == 1:
        return bool(cover and draft.type_of(cover) == EntityType.PERSON)
    opens = (
        start == 0
        or not (
            draft.tokens[start - 1].capital
            and draft.text[draft.tokens[start - 1].end : draft.tokens[start].start] == " "
        )
        or draft.tokens[start - 1].text in lexicon().honorifics.before
    )
    sentence_start = draft.tokens[start].text.casefold() in grammar().articles
    return (opens and not sentence_start) or draft.tokens[start].text in first_names()


def _holding(draft: Draft, post: Post, person: str, index: int, known: list[Holding], rule: str) -> list[Holding]:
    place = draft.tokens[index].start
    if post.colleague:
        if not known:
            return []
        post = replace(post, role=known[-1].post.role, level=known[-1].post.level)
    body, sure = post.body, True
    if body is None:
        body, sure = body_of(draft, post, place, known)
    return [Holding(person, post, body, place, rule, sure)] if body else []
