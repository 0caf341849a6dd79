"""Names made by a head noun: "Universität Heidelberg", "chilenisches Energieministerium", "Gemeinsame Erklärung".

Owns what such a name stands for; its extent is the work of `extents`, which nouns are heads stands in
`data/lexicon/de/heads.yml`.
"""

import re
from functools import lru_cache
from itertools import chain, islice

from relgraph.extraction.canonical import canonical, entity_of, is_seat, is_towns, nominative, of_state
from relgraph.extraction.described import find_described
from relgraph.extraction.draft import Draft
from relgraph.extraction.grammar import grammar
from relgraph.extraction.home import body_there, is_within, own_body, own_city_body
from relgraph.extraction.lexicon import lexicon
from relgraph.extraction.named import Name, heads_at, of_business, parse_name
from relgraph.extraction.nouns import CLOSING, OPENING, capital_at, close
from relgraph.extraction.publisher import publisher
from relgraph.extraction.spans import FAR
from relgraph.model import Entity
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType

_LEGAL = re.compile(r"[“”\"»]?\s*(?:e\.\s?V\.|g?GmbH|AG|SE|KG|K\.K\.|Inc\.?|Ltd\.?|S\.A\.)(?!\w)")
_LAST_FORM = re.compile(r" (?:AG|SE|KG|g?GmbH)$")
_TOLD_BY_PLACE = {EntityType.RESEARCH_INSTITUTION, EntityType.COMPANY, EntityType.CIVIL_SOCIETY_ORGANISATION}
_OF_ANY = ("Ständig", "ständig", "Leitend", "leitend", "zuständig", "jeweilig")
_OF_POWERS = ("US-", "EU-", "UN-")
_DEFINITE = frozenset("der die das dem den des im am zum zur vom beim".split())


def find_heads(draft: Draft) -> None:
    """Add what head nouns name; the gazetteer's spans must stand in the draft already."""
    described = find_described(draft)
    places = (index for index in range(len(draft.tokens)) if index not in described)
    heads = heads_at(draft, places)
    for kinds in (ORGANISATIONS, frozenset({EntityType.DOCUMENT}), frozenset({EntityType.EVENT})):
        parsed = (parse_name(draft, *head) for head in heads if head[1].type in kinds)
        names = [name for name in parsed if name and (name.head.abroad or is_within(draft, name.head.of))]
        bare: list[Name] = []
        named: list[Name] = []
        for name in names:
            (bare if _is_bare(draft, name) else named).append(name)
        named = [name for name in named if not _is_general(draft, name)]
        for name in sorted(named, key=lambda name: _is_loose(draft, name)):
            _add(draft, name)
        for name in bare:
            _add_bare(draft, name)


def _is_bare(draft: Draft, name: Name) -> bool:
    """Whether the head stands alone, so that it names nothing by itself."""
    word = draft.tokens[name.at].text
    compound = len(word) > len(name.form) and name.size == 1
    if draft.tokens[name.left].text.isdigit() and name.right == name.at + name.size:
        return True  # "zu ihrer 21. Sitzung"
    if name.head.ordinal and not draft.tokens[name.left].text.isdigit():
        return True
    if name.head.type == EntityType.GOVERNMENT_BODY and _is_somebodys(draft, name):
        return True
    if not name.alone:
        beside = (
            name.head.gender != "p"
            and name.inner is None
            and name.head.type in _TOLD_BY_PLACE
            and not compound
            and not name.plural
        )
        return beside and _says_where(draft, name)
    if word.startswith(_OF_POWERS):
        return False  # "das US-Handelsministerium" is named
    plain = not compound or (name.head.compound == "more" and "-" not in word)
    return plain or name.head.bare in ("region", "city", "there") or grammar().is_generic(word)


def _is_somebodys(draft: Draft, name: Name) -> bool:
    """Whether only an adjective stands by a head that every house may have: "der Ständige Ausschuss"."""
    before = draft.tokens[name.left : name.at]
    return name.right == name.at + 1 and bool(before) and all(token.text.startswith(_OF_ANY) for token in before)


def _is_general(draft: Draft, name: Name) -> bool:
    """Whether several are spoken of and none is named: "japanische Hochschulen", "Schulen für Musik"."""
    firms = name.head.type == EntityType.COMPANY and name.titled and name.right > name.at + 1
    titled = name.head.type == EntityType.EVENT and name.left < name.at and draft.tokens[name.left].capital
    if not name.plural or name.inner or firms or titled:
        return False
    if name.head.compound == "country" and name.alone:
        return False  # "auf den Russlandtagen"
    places = [draft.starting(token.start) for token in draft.tokens[name.at + 1 : name.right]]
    return not any(span and not span.modifies and span.form != "genitive" for span in places)


def _says_where(draft: Draft, name: Name) -> bool:
    """Whether only a country's adjective or genitive stands beside a head: "japanische Hochschule" names none."""
    beside = [draft.starting(draft.tokens[place].start) for place in range(name.left, name.right) if place != name.at]
    return all(span is not None and (span.modifies or span.form == "genitive") for span in beside)


def _add(draft: Draft, name: Name) -> None:
    left, right = name.left, name.right
    if name.titled and not name.inner:
        follows = _follows(draft, name)
        if not follows and not name.head.free:
            return
        left = name.at + 1 if follows and not (name.head.free and _joins_places(draft, name)) else left
        if left >= right or not draft.tokens[left].capital:
            return
    tokens = draft.tokens[left:right]
    start, end = tokens[0].start, tokens[-1].end
    if name.head.type == EntityType.DOCUMENT and _only_describes(draft, name):
        return
    label = of_state(draft, name) or name.inner or _LAST_FORM.sub("", canonical(draft, tokens, name, left))
    if name.head.abroad and not is_within(draft, name.head.of) and is_towns(draft, name):
        return  # "der Hohenheimer Senat" is a university's
    if name.head.type == EntityType.DOCUMENT and not name.inner and name.left <= name.at < name.right:
        if _is_loose(draft, name) and (earlier := _earlier(draft, name, name.head.head, start)):
            draft.add(earlier, draft.tokens[name.at].start, draft.tokens[name.at].end)
            return
        end = draft.tokens[name.at + name.size - 1].end if _is_phrase(draft, name) else end
    known = _known(draft, name, start, end) or _of_city(draft, name)
    entity = known or entity_of(draft, of_business(name.head, label), label)
    if name.head.type == EntityType.GOVERNMENT_BODY and (district := _district(draft, name)):
        end = district  # "der Kreistag des Landkreises Roth" names the district too
    if legal := _LEGAL.match(draft.text, end):
        quoted = draft.text[start - 1] in OPENING and draft.text[end] in CLOSING
        start, end = (start - 1 if quoted else start), legal.end()
    draft.add(entity, start, end)
    if name.plural:
        _add_further(draft, name)


def _only_describes(draft: Draft, name: Name) -> bool:
    """Whether a paper is named behind its noun ("das EU-Programm Erasmus+") or only told of ("ein Programm für …")."""
    behind = draft.starting(draft.tokens[name.right].start) if name.right < len(draft.tokens) else None
    if (
        behind
        and name.right == name.at + 1
        and draft.type_of(behind) == EntityType.DOCUMENT
        and close(draft, name.right)
    ):
        return True
    before = draft.tokens[name.left - 1].text if name.left else ""
    phrase = name.right > name.at + 1 and not draft.tokens[name.at + 1].capital
    loose = name.head.head.casefold().endswith("programm") and name.inner is None and phrase
    return loose and before in ("ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine")


def _joins_places(draft: Draft, name: Name) -> bool:
    """Whether places make up what follows, so that the noun belongs to the name: "Verein Köln–Rio"."""
    first, last = draft.tokens[name.at + name.size], draft.tokens[name.right - 1]
    inside = [span for span in draft.within(first.start, last.end) if draft.type_of(span) in TERRITORIES]
    dashed = any(span.start == first.start and draft.text.startswith("–", span.end) for span in inside)
    return dashed or any(span.form == "genitive" for span in inside)


def _district(draft: Draft, name: Name) -> int | None:
    """Where the name of a district's body ends in the text: the district behind it is named for itself."""
    behind = name.at + name.size
    if behind + 1 < name.right and draft.tokens[behind].text == "des":
        span = draft.starting(draft.tokens[behind + 1].start)
        if span and draft.text.startswith(("Landkreis", "Kreis"), span.start):
            return draft.tokens[behind - 1].end
    return None


def _follows(draft: Draft, name: Name) -> bool:
    """Whether the name follows the head ("die Firma Weleda"), so that the head is none of it."""
    behind = name.at + name.size
    return behind >= name.right or draft.tokens[behind].capital or draft.tokens[behind].text[0].isdigit()


def _of_city(draft: Draft, name: Name) -> Entity | None:
    """The body of a city that only its form in -er names: "Mannheimer Gemeinderat" → "Gemeinderat Mannheim"."""
    span = draft.starting(draft.tokens[name.left].start)
    if name.head.bare == "region" and name.right == name.at + 1 and name.left == name.at - 1 and is_seat(draft, span):
        return own_body(draft, name.head.type, nominative(draft.tokens[name.at].text, name.form, name.head))
    if (
        name.head.bare != "city"
        or name.right != name.at + 1
        or name.left != name.at - 1
        or not (span and span.modifies)
    ):
        return None
    noun = nominative(draft.tokens[name.at].text, name.form, name.head)
    return entity_of(draft, name.head, f"{noun} {draft.entities[span.id].name}")


def _known(draft: Draft, name: Name, start: int, end: int) -> Entity | None:
    """What the gazetteer found at the same place, of the same type."""
    span = draft.starting(start)
    fits = span and span.end == end and draft.type_of(span) == name.head.type
    return draft.entities[span.id] if span and fits else None


def _is_phrase(draft: Draft, name: Name) -> bool:
    """Whether a document's name goes on behind its noun with a preposition or a genitive."""
    behind = name.at + name.size
    return behind < name.right and not draft.tokens[behind].capital and draft.tokens[behind].text.isalpha()


def _add_further(draft: Draft, name: Name) -> None:
    """The others of a plural: "die Universitäten Stuttgart und Tübingen", "die Firmen Bosch, Festo und Voith"."""
    index = _behind_seat(draft, name.right)
    while index + 1 < len(draft.tokens) and draft.tokens[index].text in (",", "und", "sowie", "&"):
        span = draft.starting(draft.tokens[index + 1].start)
        place = span and draft.type_of(span) in TERRITORIES and not span.modifies
        if not capital_at(draft, index + 1) or (span and not place):
            return
        end = draft.token_at(span.end) if span else index + 2
        titled = name.titled
        if not (place or titled) or lexicon().heads.find(draft.tokens[index + 1].text):
            return
        tokens = draft.tokens[index + 1 : end]
        own = draft.text[tokens[0].start : tokens[-1].end]
        front = "" if titled else canonical(draft, draft.tokens[name.left : name.at + 1], name, name.left) + " "
        if span:
            draft.spans.remove(span)
        draft.add(entity_of(draft, name.head, front + own), tokens[0].start, tokens[-1].end)
        index = _behind_seat(draft, end)


def _behind_seat(draft: Draft, index: int) -> int:
    """Index behind a place that says where one of several sits: "die Firmen Voith in Heidenheim und Optima in Hall"."""
    if index + 1 < len(draft.tokens) and draft.tokens[index].text in ("in", "aus"):
        span = draft.starting(draft.tokens[index + 1].start)
        if span and not span.modifies and draft.type_of(span) in TERRITORIES:
            return draft.token_at(span.end)
    return index


def _is_loose(draft: Draft, name: Name) -> bool:
    """Whether only a genitive extends a plain head: "die Leitlinien des Landes" may be named in full elsewhere."""
    plain = len(draft.tokens[name.at].text) <= len(name.head.head) + 2
    follows = draft.tokens[name.at + 1].text if name.right > name.at + 1 else ""
    return plain and name.left == name.at and name.inner is None and follows in ("der", "des", "von")


def _add_bare(draft: Draft, name: Name) -> None:
    """A head that stands alone: the region's, this release's, a name in itself, or what was named before."""
    tokens = draft.tokens[name.left : name.right]
    start, end = tokens[0].start, tokens[-1].end
    word = canonical(draft, tokens, name, name.left)
    definite = name.left > 0 and draft.tokens[name.left - 1].text.casefold() in _DEFINITE
    federal = name.head.bare == "region" and word.startswith("Bundes")
    noun = word if federal else name.head.head
    earlier = None if name.plural and name.head.type != EntityType.DOCUMENT else _earlier(draft, name, noun, start)
    if earlier is None and definite and name.head.again:
        earlier = _agreement(draft, start)
    if earlier is not None:
        draft.add(earlier, start, end)
    elif name.head.bare == "self" or federal:
        draft.add(_known(draft, name, start, end) or entity_of(draft, name.head, word), start, end)
    elif name.plural:
        return
    elif name.head.abroad and not is_within(draft, name.head.of):
        abroad = body_there(draft, name.head.type, word, start, EntityType.COUNTRY) if definite else None
        if abroad and not publisher(draft):
            draft.add(abroad, start, end)
    elif name.head.bare in ("region", "city") and _is_one(draft, name):
        body = own_city_body(draft, name.head.type, word) if name.head.bare == "city" else None
        if body := body or (own_body(draft, name.head.type, word) if name.head.bare == "region" else None):
            draft.add(body, start, end)
    elif name.head.bare == "there" and definite:
        abroad = body_there(draft, name.head.type, word, start, EntityType(name.head.there))
        if abroad:
            draft.add(abroad, start, end)
    elif name.head.bare == "local":
        draft.add(entity_of(draft, name.head, word, local=True), start, end)


def _is_one(draft: Draft, name: Name) -> bool:
    """Whether a body of the own side is meant: no other's, and told from its like ("Umweltministerium")."""
    word = draft.tokens[name.at].text
    there = name.left > 0 and draft.tokens[name.left - 1].text.startswith("dortig")
    return not there and (name.head.head != "Ministerium" or len(word) > 13)


def _earlier(draft: Draft, name: Name, noun: str, start: int) -> Entity | None:
    """The entity of the same type whose name ends in or begins with a noun: the last one before, else the first."""
    places = islice(draft.spans.before(start), FAR)
    spans = chain(places, islice(draft.spans, FAR)) if name.head.type == EntityType.DOCUMENT else places
    entities = (draft.entities[span.id] for span in spans)
    return next((one for one in entities if one.type == name.head.type and _has_head(one.name, noun.casefold())), None)


def _agreement(draft: Draft, start: int) -> Entity | None:
    """The agreement told last, which a plain "das Abkommen" comes back to under another noun."""
    for span in islice(draft.spans.before(start), FAR):
        head = lexicon().heads.find(draft.entities[span.id].name.split()[0])
        if draft.type_of(span) == EntityType.DOCUMENT and head and head.bare == "local":
            return draft.entities[span.id]
    return None


@lru_cache(maxsize=16_384)
def _has_head(name: str, noun: str) -> bool:
    words = name.casefold().split()
    return any(word.rstrip("sn").endswith(noun.rstrip("sn")) for word in words)
