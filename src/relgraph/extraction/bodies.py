"""What an office belongs to where no body is named beside it: the federation, a state, a city, the body before.

Owns rule 5 of the annotation scheme: a bare "Ministerpräsident X" is the release's region's.
"""

import re
from collections.abc import Collection, Sequence
from itertools import chain, islice

from relgraph.extraction.draft import Draft
from relgraph.extraction.holding import Holding
from relgraph.extraction.home import country, home, is_abroad, is_within, known_organisation, own_body, region
from relgraph.extraction.lexicon import Office, lexicon
from relgraph.extraction.origins import is_foreign
from relgraph.extraction.posts import Post
from relgraph.extraction.seats import city_of, governed, host, is_regional, sender, side, state_named
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType

_SIDES = {"government", "state", "federal", "embassy"}  # levels of office that one side of a meeting mixes
_REACH = 100
"""How many names back an office may come back to."""
_DEPUTY = ("Vize", "Stellvertretend", "Erster Vize", "Erste Vize")
_PLACES = frozenset({EntityType.CITY, EntityType.REGION})


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
    foreign = is_foreign(draft, place) or is_regional(post)
    if office and office.of and not foreign and (own := _own(draft, office.of)):
        return own, True
    if post.colleague and post.level == "body":
        return _counterpart(draft, post, known, office.types if office else frozenset()), False
    return _at_level(draft, post, office, place, known, foreign=foreign), False


def _at_level(
    draft: Draft, post: Post, office: Office | None, place: int, known: Sequence[Holding], *, foreign: bool
) -> str | None:
    """What an office of each level belongs to where nothing beside it says so."""
    if not post.colleague and post.level in ("city", "government", "state") and (told := side(draft, post, place)):
        return told
    if post.level == "city":
        return city_of(draft, post, place, foreign=foreign)
    if post.level == "embassy":
        return sender(draft, post, place, known)
    if post.level == "government":
        return _government(draft, post, office, place, foreign=foreign)
    if post.level == "body":
        governs = office is not None and bool(office.governs) and is_within(draft, office.governs)
        own = region(draft) if governs else None
        return own.id if own else _organisation(draft, post, office.types) if office and office.types else None
    abroad = is_foreign(draft, place) or post.role.startswith(("Staats", "Premier"))
    if post.level == "state" and abroad:
        return state_named(draft, post)
    own = home(draft, TERRITORIES) if post.level == "home" else country(draft)
    return own.id if own else state_named(draft, post) if post.level == "state" else None


def _government(draft: Draft, post: Post, office: Office | None, place: int, *, foreign: bool) -> str | None:
    """The territory abroad that somebody from there governs, else the release's own."""
    own_office = office is not None and bool(office.governs) and is_within(draft, office.governs)
    if foreign and not own_office and (there := host(draft, post, place)):
        return there
    if office and office.governs and not is_within(draft, office.governs):
        return governed(draft, place, office.governs)
    own = None if post.colleague or is_regional(post) else region(draft) or home(draft, TERRITORIES)
    return own.id if own else None


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
