"""Which territory an office belongs to that has one but names none: where somebody governs, or who sends him."""

from collections.abc import Collection, Sequence
from itertools import chain, islice

from relgraph.extraction.draft import Draft
from relgraph.extraction.holding import Holding
from relgraph.extraction.home import country, home, is_abroad, region, state_of
from relgraph.extraction.lexicon import lexicon
from relgraph.extraction.posts import Post
from relgraph.extraction.spans import FAR, Span
from relgraph.model import Entity
from relgraph.names.gazetteer import gazetteer
from relgraph.vocabulary import TERRITORIES, EntityType

_GOVERNED = frozenset({EntityType.COUNTRY, EntityType.REGION})
_CLOSE = 220
"""How many letters back a side may be told."""
_REACH = 100
"""How many names back an office may come back to."""


def side(draft: Draft, post: Post, place: int) -> str | None:
    """The territory that a sentence says its officers are from: "auf luxemburgischer Seite", "für Hessen sprach …"."""
    sentence = draft.sentence_at(place)
    kinds = {EntityType.CITY} if post.level == "city" else _GOVERNED
    if is_regional(post):
        kinds = {EntityType.REGION}
    for span in draft.spans.before(place):
        if span.start < sentence.start or place - span.start > _CLOSE:
            return None
        if draft.type_of(span) in kinds and (_is_side(draft, span) or _adjoins(draft, span, place)):
            return span.id
        if draft.type_of(span) in kinds and draft.text.find(";", span.end, place) > 0:
            return None
    return None


def _adjoins(draft: Draft, span: Span, place: int) -> bool:
    """Whether somebody's name follows at once on where he is from: "aus dem Saarland Reinhold Weber"."""
    index = draft.token_at(span.start) - 1
    index -= int(draft.tokens[index].text in ("dem", "der", "den"))
    return span.end + 1 == place and index >= 0 and draft.tokens[index].text in ("aus", "Aus")


def _is_side(draft: Draft, span: Span) -> bool:
    """Whether words around a place make it a side of a meeting."""
    index, behind = draft.token_at(span.start), draft.token_at(span.end)
    before = draft.tokens[index - 1].text if index else ""
    if behind < len(draft.tokens) and draft.tokens[behind].text in ("Seite", "Seiten") and span.modifies:
        return before in ("auf", "Auf", "von", "Von") or draft.tokens[index - 2].text in ("für", "Für")
    if before in ("Aufseiten", "aufseiten", "seitens", "Seitens"):
        return True
    index -= int(before in ("den", "dem", "das", "die"))
    opens = (index > 1 and draft.tokens[index - 2].text in (".", ";", ":")) or index == 1
    return opens and not span.modifies and draft.tokens[index - 1].text in ("Aus", "Für", "aus", "für")


def host(draft: Draft, post: Post, place: int) -> str | None:
    """The territory abroad whose government somebody with a foreign name belongs to: "In Ottawa traf sie Minister …".

    In the sentence it is the country of the place named before; else the region or country abroad that was named last,
    a region for the offices that regions have.
    """
    start, end = draft.sentence_at(place).start, draft.tokens[post.start].start
    named = [draft.entities[s.id] for s in draft.within(start, end) if s.form != "reference"]
    abroad = [entity for entity in named if entity.type in TERRITORIES and is_abroad(draft, entity)]
    if abroad and not is_regional(post):
        found = abroad[-1] if abroad[-1].type == EntityType.REGION else state_of(abroad[-1])
    else:
        found = _last_abroad(draft, post, end)
    return draft.entities.setdefault(found.id, found).id if found else None


def governed(draft: Draft, place: int, codes: Collection[str]) -> str | None:
    """The region or state named last before a place that lies in one of these countries: a "Landesrat" is Austria's."""
    for span in islice(draft.spans.before(place), _REACH):
        entity = draft.entities[span.id]
        if entity.type in _GOVERNED and (state := state_of(entity)) and state.code in codes:
            return entity.id
    return None


def _last_abroad(draft: Draft, post: Post, place: int) -> Entity | None:
    """The region or state abroad named last before a place, else next in its sentence; a region for its offices."""
    near = chain(islice(draft.spans.before(place), _REACH), draft.spans.opening(place, draft.sentence_at(place).end))
    entities = [draft.entities[span.id] for span in near if span.form != "reference"]
    abroad = [one for one in entities if one.type in TERRITORIES and is_abroad(draft, one)]
    if is_regional(post) and (region := next(filter(None, map(_region_of, abroad)), None)):
        return region
    return next((one for one in abroad if one.type in _GOVERNED), None)


def _region_of(entity: Entity) -> Entity | None:
    """A region, or the one that a city lies in."""
    around = gazetteer().by_id(entity.part_of) if entity.type == EntityType.CITY and entity.part_of else entity
    return around if around and around.type == EntityType.REGION else None


def is_regional(post: Post) -> bool:
    """Whether the office is one that parts of states abroad have."""
    office = lexicon().offices.find(post.role.split(" für ")[0].split()[-1])
    return office is not None and office.regional


def city_of(draft: Draft, post: Post, place: int, *, foreign: bool) -> str | None:
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
    cities = (span for span in islice(draft.spans.before(place), FAR) if draft.type_of(span) == EntityType.CITY)
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


def sender(draft: Draft, post: Post, place: int, known: Sequence[Holding]) -> str | None:
    """The state that sends: one named in the sentence before, else that of the diplomat told last."""
    sentence = draft.sentence_at(place)
    named = [span for span in draft.within(sentence.start, place) if draft.type_of(span) == EntityType.COUNTRY]
    colleagues = [holding.body for holding in known[-FAR:] if holding.post.level == "embassy"]
    if named or not (colleagues or _behind(draft, place, sentence.end)):
        return state_named(draft, post)
    return _behind(draft, place, sentence.end) or colleagues[-1]


def _behind(draft: Draft, place: int, end: int) -> str | None:
    """The foreign country that a sentence names behind a diplomat: "Konsul Karl Ott, der Usbekistan vertritt"."""
    spans = (span for span in draft.within(place, end) if draft.type_of(span) == EntityType.COUNTRY)
    return next((s.id for s in spans if is_abroad(draft, draft.entities[s.id]) and not s.modifies), None)


def state_named(draft: Draft, post: Post) -> str | None:
    """The one foreign country that the text up to an office speaks of, the last if there are several.

    Without any it is the country that the release speaks for, where that is no federation's part.
    """
    own = country(draft)
    place = draft.tokens[post.start].start
    before = (
        span.id
        for span in islice(draft.spans.before(place), FAR)
        if draft.type_of(span) == EntityType.COUNTRY and (own is None or span.id != own.id)
    )
    speaking = region(draft)
    return next(before, speaking.id if speaking and speaking.type == EntityType.COUNTRY else None)
