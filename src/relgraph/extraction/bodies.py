"""What an office belongs to where no body is named beside it: the federation, a state, a city, the body before.

Owns rule 5 of the annotation scheme: a bare "Ministerpräsident X" is the release's region's.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from relgraph.extraction.draft import Draft
from relgraph.extraction.home import country, home, is_abroad, is_within, known_organisation, own_body, region, state_of
from relgraph.extraction.lexicon import Office, lexicon
from relgraph.extraction.origins import is_foreign
from relgraph.extraction.posts import Post
from relgraph.extraction.spans import Span
from relgraph.model import Entity
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType

_SIDES = {"government", "state", "federal", "embassy"}  # levels of office that one side of a meeting mixes
_GOVERNED = frozenset({EntityType.COUNTRY, EntityType.REGION})
_REACH = 100
"""How many names back an office may come back to."""
_DEPUTY = ("Vize", "Stellvertretend", "Erster Vize", "Erste Vize")
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
    if compound := _whose(draft, office) or _by_prefix(draft, post):
        return compound, True
    if post.there:
        if known and post.role.startswith("Stellvertret"):
            return known[-1].body, False
        return _last(draft, post, ORGANISATIONS if post.level == "body" else _PLACES), False
    if not post.colleague and (inherited := _inherited(draft, post, place, known)):
        return inherited, False
    foreign = is_foreign(draft, place) or _is_regional(post)
    if office and office.of and not foreign and (own := _own(draft, office.of)):
        return own, True
    if post.colleague and post.level == "body":
        return _counterpart(draft, post, known, office.types if office else frozenset()), False
    if post.level == "city":
        return _city(draft, post, place, foreign=foreign), False
    if post.level == "government":
        if foreign and (host := _host(draft, post, place)):
            return host, False
        if office and office.governs and not is_within(draft, office.governs):
            return _governed(draft, place, office.governs), False
        own = None if post.colleague or _is_regional(post) else region(draft) or home(draft, TERRITORIES)
        return (own.id if own else None), False
    if post.level == "home":
        near = home(draft, TERRITORIES)
        return (near.id if near else None), False
    if post.level == "federal":
        own = country(draft)
        return (own.id if own else None), False
    if post.level == "embassy":
        return _sender(draft, post, place, known), False
    if post.level == "state":
        abroad = is_foreign(draft, place) or post.role.startswith(("Staats", "Premier"))
        own = None if abroad else country(draft)
        return (own.id if own else _state(draft, post)), False
    own = region(draft) if office and is_within(draft, office.governs) else None
    if office and office.governs and own:
        return own.id, False
    return (_organisation(draft, post, office.types) if office and office.types else None), False


def _whose(draft: Draft, office: Office | None) -> str | None:
    """The body known by name that an office belongs to wherever it is told."""
    named = known_organisation(office.whose) if office and office.whose else None
    return draft.entities.setdefault(named.id, named).id if named else None


def _counterpart(draft: Draft, post: Post, known: Sequence[Holding], types: frozenset[EntityType]) -> str | None:
    """The organisation that somebody's counterpart holds the same office in: the last named that is not the other's."""
    taken = known[-1].body if known else None
    before = draft.spans.before(draft.tokens[post.start].start)
    fits = (s.id for s in before if draft.type_of(s) in types and s.id != taken and s.form != "reference")
    return next(fits, None)


def _inherited(draft: Draft, post: Post, place: int, known: Sequence[Holding]) -> str | None:
    """The body of the person before in the same enumeration: "mit Präsident A, Minister B und Ministerin C"."""
    if not known:
        return None
    before = known[-1]
    link = _link(draft, before, min(draft.tokens[post.start].start, place))
    if link is None or (post.level != before.post.level and not {post.level, before.post.level} <= _SIDES):
        return None
    if post.role.startswith(_DEPUTY) and post.level == before.post.level == "body":
        return before.body
    foreign = is_foreign(draft, place)
    host = draft.entities[before.body]
    if post.level == "state" and host.type == EntityType.COUNTRY and is_abroad(draft, host):
        return before.body
    if foreign != is_foreign(draft, before.place):
        return None
    return before.body if "," in link or foreign else None


def _link(draft: Draft, before: Holding, place: int) -> str | None:
    """What joins an office or its holder's name at a place to the last person, if it is an enumeration."""
    between = draft.text[before.place : place]
    if len(between) > 160 or re.search(r"[.;:!?\n]\s(?!\w\.)", re.sub(r"\b(?:Dr|Prof)\.", "", between)):
        return None
    match = re.search(r"(,|\bund|\bsowie)\s+(?:(?:der|die|den|dem|mit|seine[rmn]?|neben|auch)\s+)*$", between)
    return between if match else None


def _host(draft: Draft, post: Post, place: int) -> str | None:
    """The territory abroad whose government somebody with a foreign name belongs to: "In Ottawa traf sie Minister …".

    In the sentence it is the country of the place named before; else the region or country abroad that was named last,
    a region for the offices that regions have.
    """
    start, end = draft.sentence_at(place).start, draft.tokens[post.start].start
    named = [draft.entities[s.id] for s in draft.within(start, end) if s.form != "reference"]
    abroad = [entity for entity in named if entity.type in TERRITORIES and is_abroad(draft, entity)]
    if abroad and not _is_regional(post):
        found = abroad[-1] if abroad[-1].type == EntityType.REGION else state_of(abroad[-1])
    else:
        found = _last_abroad(draft, post, end)
    return draft.entities.setdefault(found.id, found).id if found else None


def _governed(draft: Draft, place: int, codes: Collection[str]) -> str | None:
    """The region or state named last before a place that lies in one of these countries: a "Landesrat" is Austria's."""
    for span in islice(draft.spans.before(place), _REACH):
        entity = draft.entities[span.id]
        if entity.type in _GOVERNED and (state := state_of(entity)) and state.code in codes:
            return entity.id
    return None


def _last_abroad(draft: Draft, post: Post, place: int) -> Entity | None:
    """The region or state abroad that was named last before a place, a region first where the office is a region's."""
    near = islice(draft.spans.before(place), _REACH)
    entities = (draft.entities[span.id] for span in near if span.form != "reference")
    abroad = [one for one in entities if one.type in _GOVERNED and is_abroad(draft, one)]
    regions = [one for one in abroad if one.type == EntityType.REGION]
    return next(iter(regions if regions and _is_regional(post) else abroad), None)


def _is_regional(post: Post) -> bool:
    office = lexicon().offices.find(post.role.split(" für ")[0].split()[-1])
    return office is not None and office.regional


def _city(draft: Draft, post: Post, place: int, *, foreign: bool) -> str | None:
    """The city of a mayor: the release's own for a German name, else the one named before, first in the sentence."""
    own = home(draft, {EntityType.CITY})
    if post.role.endswith(("Landrat", "Landrätin")) and (district := _district(draft, place)):
        return district
    if own and not foreign:
        return own.id
    sentence = draft.sentence_at(place)
    within = draft.within(sentence.start, sentence.end)
    named = [span for span in within if draft.type_of(span) == EntityType.CITY and _may_govern(draft, span, foreign)]
    others = [span for span in named if own is None or span.id != own.id]
    before = [span for span in others if span.start < place]
    if before or others:
        return (before[-1] if before else others[0]).id
    cities = (span for span in draft.spans.before(place) if draft.type_of(span) == EntityType.CITY)
    earlier = (span.id for span in cities if _may_govern(draft, span, foreign))
    return next((id_ for id_ in earlier if own is None or id_ != own.id), own.id if own else None)


def _may_govern(draft: Draft, span: Span, foreign: bool) -> bool:
    """Whether a city lies where a mayor is from: a German name leads to no city abroad."""
    return foreign or not is_abroad(draft, draft.entities[span.id])


def _district(draft: Draft, place: int) -> str | None:
    """The rural district named last before a place."""
    for span in islice(draft.spans.before(place), _REACH):
        entity = draft.entities[span.id]
        if entity.type == EntityType.CITY and "kreis" in entity.name.casefold():
            return entity.id
    return None


def _sender(draft: Draft, post: Post, place: int, known: Sequence[Holding]) -> str | None:
    """The state that sends: one named in the sentence before, else that of the diplomat told last."""
    sentence = draft.sentence_at(place)
    named = [span for span in draft.within(sentence.start, place) if draft.type_of(span) == EntityType.COUNTRY]
    colleagues = [holding.body for holding in known if holding.post.level == "embassy"]
    if named or not (colleagues or _behind(draft, place, sentence.end)):
        return _state(draft, post)
    return _behind(draft, place, sentence.end) or colleagues[-1]


def _behind(draft: Draft, place: int, end: int) -> str | None:
    """The foreign country that a sentence names behind a diplomat: "Konsul Karl Ott, der Usbekistan vertritt"."""
    spans = (span for span in draft.within(place, end) if draft.type_of(span) == EntityType.COUNTRY)
    return next((s.id for s in spans if is_abroad(draft, draft.entities[s.id]) and not s.modifies), None)


def _state(draft: Draft, post: Post) -> str | None:
    """The one foreign country that the text up to an office speaks of, the last if there are several.

    Without any it is the country that the release speaks for, where that is no federation's part.
    """
    own = country(draft)
    place = draft.tokens[post.start].start
    before = (
        span.id
        for span in draft.spans.before(place)
        if draft.type_of(span) == EntityType.COUNTRY and (own is None or span.id != own.id)
    )
    speaking = region(draft)
    return next(before, speaking.id if speaking and speaking.type == EntityType.COUNTRY else None)


def _organisation(draft: Draft, post: Post, types: frozenset[EntityType]) -> str | None:
    """The organisation of a type that the sentence names before an office, else the publisher, else the last named."""
    place = draft.tokens[post.start].start
    start = draft.sentence_at(place).start
    near = [s for s in draft.within(start, place) if draft.type_of(s) in types]
    if near:
        return near[-1].id
    publisher = draft.release.publisher or ""
    issued = (
        id_
        for id_, entity in draft.entities.items()
        if entity.type in types | {EntityType.GOVERNMENT_BODY} and entity.name in publisher
    )
    return next(issued, None)


def _last(draft: Draft, post: Post, types: Collection[EntityType]) -> str | None:
    place = draft.tokens[post.start].start
    before = (
        span.id
        for span in draft.spans.before(place)
        if span.end <= place and draft.type_of(span) in types and not span.modifies
    )
    return next(before, None)


def _own(draft: Draft, names: Sequence[str]) -> str | None:
    """The first of these bodies that the release's region has."""
    for name in names:
        head, own = lexicon().heads.find(name), region(draft)
        if head and own and own.type != EntityType.COUNTRY and is_within(draft, head.of):
            entity = own_body(draft, head.type, name)
            return entity.id if entity else None
    return None


def _by_prefix(draft: Draft, post: Post) -> str | None:
    """The body that the first part of the noun names: "Landtagspräsidentin", "Kammerpräsident", "AdR-Präsidentin"."""
    stem = re.sub(r"s?-?$", "", post.prefix).casefold()
    if len(stem) < 3 or post.level != "body":
        return None
    place, own = draft.tokens[post.start].start, home(draft, ORGANISATIONS)
    if own and stem in own.name.casefold():
        return own.id
    for span in chain(islice(draft.spans.before(place), _REACH), islice(draft.spans, _REACH)):
        entity = draft.entities[span.id]
        words = (*entity.name.casefold().replace("-", " ").split(), draft.text[span.start : span.end].casefold())
        if entity.type in ORGANISATIONS and any(stem in word for word in words):
            return entity.id
    if post.prefix.endswith("-") and (named := known_organisation(post.prefix[:-1])):
        return draft.entities.setdefault(named.id, named).id
    head = lexicon().heads.find(stem)
    return _own(draft, [head.head]) if head and head.bare == "region" else None
