"""What an office belongs to where no body is named beside it: the federation, a state, a city, the body before.

Owns rule 5 of the annotation scheme: a bare "Ministerpräsident X" is the release's region's.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from relgraph.extraction.draft import Draft
from relgraph.extraction.firstnames import german_names
from relgraph.extraction.home import country, home, is_abroad, own_body, region, state_of
from relgraph.extraction.lexicon import lexicon
from relgraph.extraction.posts import Post
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType

_SIDES = {"government", "state", "federal", "embassy"}  # levels of office that one side of a meeting mixes
_PLACES = frozenset({EntityType.CITY, EntityType.REGION})


@dataclass(frozen=True, slots=True)
class Holding:
    """A person and an office: what becomes an affiliation. `place` is where the person stands in the text."""

    person: str
    post: Post
    body: str
    place: int
    rule: str
    sure: bool


def body_of(draft: Draft, post: Post, place: int, known: Sequence[Holding]) -> tuple[str | None, bool]:
    """What an office belongs to where no body is named beside it, and whether that is sure."""
    office = lexicon().offices.find(post.role.split(" für ")[0].split()[-1])
    compound = _by_prefix(draft, post) or (_own(draft, office.of) if office and office.of else None)
    if compound:
        return compound, True
    if post.there:
        return _last(draft, post, ORGANISATIONS if post.level == "body" else _PLACES), False
    if inherited := _inherited(draft, post, place, known):
        return inherited, False
    if post.level == "city":
        return _city(draft, post, place), False
    if post.level == "government":
        if host := _host(draft, post, place):
            return host, False
        own = region(draft) or home(draft, TERRITORIES)
        return (own.id if own else None), False
    if post.level == "federal":
        own = country(draft)
        return (own.id if own else None), False
    if post.level == "state":
        return _state(draft, post), False
    return (_organisation(draft, post, office.types) if office and office.types else None), False


def _inherited(draft: Draft, post: Post, place: int, known: Sequence[Holding]) -> str | None:
    """The body of the person before in the same enumeration: "mit Präsident A, Minister B und Ministerin C"."""
    if not known:
        return None
    before = known[-1]
    link = _link(draft, before, post)
    if link is None or (post.level != before.post.level and not {post.level, before.post.level} <= _SIDES):
        return None
    pair = "," not in link and draft.tokens[draft.token_at(place)].text in german_names()
    return None if pair else before.body


def _link(draft: Draft, before: Holding, post: Post) -> str | None:
    """What joins an office to the last person, if it is an enumeration."""
    between = draft.text[before.place : draft.tokens[post.start].start]
    if len(between) > 160 or re.search(r"[.;:!?\n]\s(?!\w\.)", re.sub(r"\b(?:Dr|Prof)\.", "", between)):
        return None
    match = re.search(r"(,|\bund|\bsowie)\s+(?:(?:der|die|den|dem|mit|seine[rmn]?|neben|auch)\s+)*$", between)
    return between if match else None


def _host(draft: Draft, post: Post, place: int) -> str | None:
    """The country of a place abroad where somebody with a foreign name is met: "In Ottawa traf sie Minister Jean …"."""
    if draft.tokens[draft.token_at(place)].text in german_names():
        return None
    start = draft.sentence_at(place).start
    before = [draft.entities[s.id] for s in draft.within(start, draft.tokens[post.start].start) if not s.modifies]
    abroad = [entity for entity in before if is_abroad(draft, entity) and entity.type in TERRITORIES]
    state = state_of(abroad[-1]) if abroad else None
    return draft.entities.setdefault(state.id, state).id if state else None


def _city(draft: Draft, post: Post, place: int) -> str | None:
    """The city of a mayor: the release's own for a German name, else the one its sentence names."""
    own = home(draft, {EntityType.CITY})
    if own and draft.tokens[draft.token_at(place)].text in german_names():
        return own.id
    sentence = draft.sentence_at(place)
    within = draft.within(sentence.start, sentence.end)
    named = [span for span in within if draft.type_of(span) == EntityType.CITY and not span.modifies]
    others = [span for span in named if own is None or span.id != own.id]
    nearest = min(others, key=lambda span: abs(span.start - place), default=None)
    return nearest.id if nearest else own.id if own else None


def _state(draft: Draft, post: Post) -> str | None:
    """The one foreign country that the text up to an office speaks of, the last if there are several."""
    own = country(draft)
    place = draft.tokens[post.start].start
    before = (
        span.id
        for span in draft.spans.before(place)
        if draft.type_of(span) == EntityType.COUNTRY and (own is None or span.id != own.id)
    )
    return next(before, None)


def _organisation(draft: Draft, post: Post, types: frozenset[EntityType]) -> str | None:
    """The organisation of a type that the sentence names before an office, else the publisher."""
    place = draft.tokens[post.start].start
    start = draft.sentence_at(place).start
    near = [s for s in draft.within(start, place) if draft.type_of(s) in types]
    if near:
        return near[-1].id
    publisher = draft.release.publisher or ""
    return next(
        (id_ for id_, entity in draft.entities.items() if entity.type in types and entity.name in publisher), None
    )


def _last(draft: Draft, post: Post, types: Collection[EntityType]) -> str | None:
    place = draft.tokens[post.start].start
    before = (
        span.id
        for span in draft.spans.before(place)
        if span.end <= place and draft.type_of(span) in types and not span.modifies
    )
    return next(before, None)


def _own(draft: Draft, name: str) -> str | None:
    head = lexicon().heads.find(name)
    entity = own_body(draft, head.type, name) if head else None
    return entity.id if entity else None


def _by_prefix(draft: Draft, post: Post) -> str | None:
    """The body that the first part of the noun names: "Landtagspräsidentin", "Kammerpräsident"."""
    stem = re.sub(r"s?-?$", "", post.prefix).casefold()
    if len(stem) < 3 or post.level != "body":
        return None
    for span in draft.spans:
        entity = draft.entities[span.id]
        if entity.type in ORGANISATIONS and any(
            stem in word for word in entity.name.casefold().replace("-", " ").split()
        ):
            return entity.id
    head = lexicon().heads.find(stem)
    return _own(draft, head.head) if head and head.bare == "region" else None
