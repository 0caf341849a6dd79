"""Names of persons: after an office, after a title, before an office, or by a known first name.

Owns what a person's name looks like, and that a surname comes back to the full name.
"""

import re

from relgraph import iris
from relgraph.extraction.draft import Draft
from relgraph.extraction.firstnames import first_names
from relgraph.extraction.grammar import grammar
from relgraph.extraction.lexicon import lexicon
from relgraph.extraction.nouns import capital_at
from relgraph.extraction.tokens import Token
from relgraph.model import Entity
from relgraph.vocabulary import EntityType

_SECOND = frozenset(("der", "den", "zu", "la", "las", "los", "le", "les"))
"""Particles that only follow another one: "van der", "von und zu", "de la"."""

_NOBLE = frozenset(
    ("Graf", "Gräfin", "Freiherr", "Freifrau", "Baron", "Baronin", "Edler", "Ritter", "Prinz", "Prinzessin")
)
_STYLES = [[of, ".", rank, "."] for of in "SIH" for rank in "EDKM"]
_STYLE_LENGTH = 5
_TITLES = 40
"""Words and signs before a name, which is no row of titles without end."""
_ELIDED = re.compile(r"^(?:d|l|dell|dall|degl|nell)[’'][A-ZÄÖÜ]")
_ORDINAL = re.compile(r"^[IVX]{1,4}$")
_WORD = re.compile(r"^[^\W\d_][\w’'-]*$")


def skip_titles(draft: Draft, index: int) -> int:
    """Index of the first token that is no honorific: behind "Prof. Dr. h. c."."""
    honorifics = lexicon().honorifics.before
    end = min(len(draft.tokens), index + _TITLES)
    while index < end and (draft.tokens[index].text in honorifics or _is_style(draft, index)):
        index += 4 if _is_style(draft, index) else 1
        while index < len(draft.tokens) and draft.tokens[index].text in (".", "-"):  # "Univ.-Prof."
            index += 1
    return index


def _is_style(draft: Draft, index: int) -> bool:
    """Whether "S.E.", "I.D." or the like stands there: His Excellency, Her Serene Highness."""
    words = [token.text for token in draft.tokens[index : index + 4]]
    return words in _STYLES and draft.tokens[index + 3].end - draft.tokens[index].start <= _STYLE_LENGTH


def name_end(draft: Draft, index: int, *, opens: bool = False) -> int:
    """Index behind the name that starts at a token; the same index where none does.

    Args:
        draft: the release.
        index: the token.
        opens: whether a line break may stand before the name.
    """
    start, particles = index, lexicon().honorifics.particles
    while index < len(draft.tokens) and index - start < 7 and _near(draft, index, first=index == start, opens=opens):
        word = draft.tokens[index].text
        if index > start and _ORDINAL.match(word) and draft.text.startswith(".", draft.tokens[index].end):
            return index + 2  # "Margrethe II."
        if _is_name_word(draft, index, first=index == start) or (
            index > start and draft.tokens[index - 1].text in first_names() and _is_surname(draft, index)
        ):
            index += 1
        elif _is_initial(draft, index):
            index += 2
        elif index > start and _ELIDED.match(word):
            index += 1  # "Marco dell’Isola"
        elif word in particles and index > start and (end := _behind_particles(draft, start, index)):
            index = end
        elif (
            word in '„“"'
            and index > start
            and (_all_first(draft, start, start + 1))
            and index + 2 < len(draft.tokens)
            and draft.tokens[index + 2].text in '“”"'
        ):
            index += 3  # Edmund G. „Jerry“ Brown
        else:
            break
    return _one_person(draft, start, index)


def _one_person(draft: Draft, start: int, end: int) -> int:
    """Index behind the first of two persons that stand side by side: "… begrüßt Kai Wegner Ana Botella Serrano"."""
    for index in range(start + 2, end - 1):
        last = draft.tokens[index - 1].text
        starts = draft.tokens[index].text in first_names() and draft.tokens[start].text in first_names()
        if (
            end - start > 3
            and starts
            and len(last) > 2
            and last not in first_names()
            and last not in lexicon().honorifics.particles
        ):
            return index
    return end


def _near(draft: Draft, index: int, *, first: bool, opens: bool) -> bool:
    gap = draft.text[draft.tokens[index - 1].end : draft.tokens[index].start] if index else ""
    return opens or "\n" not in gap if first else gap in (" ", "")


def _is_name_word(draft: Draft, index: int, *, first: bool) -> bool:
    if index >= len(draft.tokens):
        return False
    word = draft.tokens[index].text
    if not (draft.tokens[index].capital and _WORD.match(word)) or word in lexicon().honorifics.after:
        return False
    if word.casefold() in grammar().determiners or grammar().is_common(word) or lexicon().offices.find(word):
        return False
    span = draft.starting(draft.tokens[index].start)
    if span and not first and draft.type_of(span) not in (EntityType.CITY, EntityType.COMPANY, EntityType.PERSON):
        return False
    return len(word) > 1 and (first or lexicon().heads.find(word) is None or word in first_names())


def _behind_particles(draft: Draft, start: int, index: int) -> int | None:
    """Index behind "van der Byl" where first names stand before it, or one unknown name and it is no German "von"."""
    end = index
    if draft.text.startswith("v. ", draft.tokens[index].start) and _all_first(draft, start, index):
        return index + 3 if _is_name_word(draft, index + 2, first=False) else None  # "Gerhart v. Graevenitz"
    while end < len(draft.tokens) and draft.tokens[end].text in lexicon().honorifics.particles and end - index < 3:
        end += 1 + 2 * int([token.text for token in draft.tokens[end : end + 3]] == ["von", "und", "zu"])
    if known_house := end - index > 2 and draft.tokens[end - 2].text == "und":
        return end + 1 if known_house and capital_at(draft, end) else None
    known = _all_first(draft, start, index)
    word = draft.tokens[index].text
    if word in _SECOND or end >= len(draft.tokens):
        return None
    foreign = word not in ("von", "da", "do", "du", "di", "de", "al") or end - index > 1
    fits = known or (foreign and draft.covered(draft.tokens[start].start, draft.tokens[start].end) is None)
    return end + 1 if fits and _is_name_word(draft, end, first=False) else None


def _is_surname(draft: Draft, index: int) -> bool:
    """Whether a word behind a known first name is its surname though it ends as an ordinary noun: "Sonntag"."""
    word = draft.tokens[index].text
    head = lexicon().heads.find(word)
    plain = head is None or head.head.casefold() != word.casefold()
    last = not (capital_at(draft, index + 1) and _near(draft, index + 1, first=False, opens=False))
    office = lexicon().offices.find(word)
    known = word in lexicon().honorifics.after or (office is not None and not (last and office.head == word))
    place = draft.starting(draft.tokens[index].start)
    taken = place is not None and draft.type_of(place) not in (EntityType.CITY, EntityType.COMPANY)
    return (
        draft.tokens[index].capital
        and len(word) > 1
        and _WORD.match(word) is not None
        and plain
        and not known
        and not taken
    )


def _is_initial(draft: Draft, index: int) -> bool:
    word = draft.tokens[index].text
    dotted = index + 2 < len(draft.tokens) and draft.tokens[index + 1].text == "."
    titled = dotted and draft.tokens[index + 2].text in lexicon().honorifics.before
    return len(word) == 1 and word.isupper() and dotted and not titled


def _all_first(draft: Draft, start: int, end: int) -> bool:
    return all(token.text in first_names() or token.text in _NOBLE for token in draft.tokens[start:end])


def add_person(draft: Draft, start: int, end: int) -> str | None:
    """Note that tokens name a person and give its id; a lone surname stands for the full name known in this release."""
    tokens = draft.tokens[start:end]
    name = draft.text[tokens[0].start : tokens[-1].end]
    if len(tokens) == 1:
        name = re.sub(r"(?<=[^s])s$", "", name) if by_surname(draft, name[:-1]) else name
        known = by_surname(draft, name)
        entity = draft.entities[known] if known else _local(draft, name)
    else:
        entity = Entity(id=iris.entity(EntityType.PERSON, name), type=EntityType.PERSON, name=" ".join(name.split()))
    _clear(draft, tokens[0].start, tokens[-1].end)
    known_there = draft.covered(tokens[0].start, tokens[-1].end)
    if known_there and (known_there.start, known_there.end) == (tokens[0].start, tokens[-1].end):
        return known_there.id if draft.type_of(known_there) == EntityType.PERSON else None
    if not draft.add(entity, tokens[0].start, tokens[-1].end):
        return None
    name = draft.entities[entity.id].name
    if " " in name:
        for surname in surnames(name):
            draft.persons.setdefault(surname, set()).add(entity.id)
    return entity.id


def _local(draft: Draft, name: str) -> Entity:
    return Entity(id=iris.local_entity(EntityType.PERSON, draft.release.id, name), type=EntityType.PERSON, name=name)


def _clear(draft: Draft, start: int, end: int) -> None:
    """Take away what the gazetteer saw inside a person's name: Stephan Weil is no town."""
    for span in draft.within(start, end):
        if draft.type_of(span) != EntityType.PERSON:
            draft.spans.remove(span)


def by_surname(draft: Draft, surname: str) -> str | None:
    """Id of the one person of this release with that surname."""
    found = draft.persons.get(surname, ())
    return next(iter(found)) if len(found) == 1 else None


def surnames(name: str) -> set[str]:
    """What a person may be called by later: the last word, and the first where it is written in capitals.

    >>> sorted(surnames("SUN Congbin")), sorted(surnames("Nicole Hoffmeister-Kraut"))
    (['SUN', 'Sun'], ['Hoffmeister-Kraut'])
    """
    words = name.split()
    if words[0].isupper() and len(words[0]) > 2:
        return {words[0], words[0].capitalize()}
    return {words[-1]}


def find_named(draft: Draft) -> None:
    """Add persons that a title or a known first name gives away."""
    index = 0
    while index < len(draft.tokens):
        index = _person_here(draft, index) or index + 1


def _person_here(draft: Draft, index: int) -> int | None:
    """Index behind a person's name that starts here with a title or a known first name."""
    if draft.tokens[index].text not in first_names() and draft.tokens[index].text not in lexicon().honorifics.before:
        return None
    start = skip_titles(draft, index)
    if start >= len(draft.tokens):
        return None
    titled = start > index and draft.tokens[index].capital
    end = name_end(draft, start, opens=True)
    if end <= start or not (titled or (end - start > 1 and draft.tokens[start].text in first_names())):
        return None
    cover = draft.covered(draft.tokens[start].start, draft.tokens[start].end)
    if cover and (draft.type_of(cover) == EntityType.PERSON or cover.end > draft.tokens[start].end):
        return None
    if not titled and draft.tokens[end - 1].text in lexicon().honorifics.things:
        return None
    add_person(draft, start, end)
    return end


def find_surnames(draft: Draft) -> None:
    """Add every place where a known person is called by the surname."""
    owners = _owners(draft)
    for token in draft.tokens:
        word = token.text
        owner = owners.get(word) or (owners.get(word[:-1]) if word.endswith(("s", "’", "'")) else None)
        if owner and _is_free(draft, token):
            _clear(draft, token.start, token.end)
            draft.add(draft.entities[owner], token.start, token.end, "name" if word in owners else "genitive")


def _owners(draft: Draft) -> dict[str, str]:
    """Id of the person that each surname of the release means."""
    owners: dict[str, str] = {}
    for entity in draft.entities.values():
        if entity.type == EntityType.PERSON:
            for surname in surnames(entity.name):
                known = by_surname(draft, surname) if " " in entity.name else entity.id
                if known and len(surname) > 1:
                    owners.setdefault(surname, known)
    return owners


def _is_free(draft: Draft, token: Token) -> bool:
    """Whether a word is no part of a longer name; a town of that name gives way to the person."""
    cover = draft.covered(token.start, token.end)
    whole = cover is not None and (cover.start, cover.end) == (token.start, token.end)
    return cover is None or (whole and draft.type_of(cover) == EntityType.CITY)
