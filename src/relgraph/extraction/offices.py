"""Who holds which office: "der Gouverneur der Präfektur Gifu, Hajime Furuta" → role, person, body.

Owns the grammar of offices; the nouns stand in `data/lexicon/de/offices.yml`.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from relgraph import iris
from relgraph.extraction.draft import Draft, Span
from relgraph.extraction.home import country, home, own_body, region
from relgraph.extraction.lexicon import lexicon
from relgraph.extraction.people import add_person, first_names, german_names, name_end, skip_titles
from relgraph.model import Entity
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType

_POSSESSIVES = frozenset("dessen deren ihrem ihrer ihren seinem seiner seinen".split())
_PLACES = frozenset({EntityType.CITY, EntityType.REGION})
_ARTICLES = frozenset(["der", "die", "den", "dem", "des", "das", "ein", "eine", "einem", "einen", "einer", "eines"])
_PAST = re.compile(r"^(?:damalig|früher|ehemalig|einstig|vormalig|Alt)")
_PART = re.compile(
    r"^(?:Regierend|Erst|Zweit|Dritt|[Ss]tellvertretend|[Pp]arlamentarisch|[Ss]tändig|[Gg]eschäftsführend|[Aa]mtierend|[Bb]eigeordnet|Gesandter?-?)"
)
_SKIP = re.compile(r"^(?:neu|jetzig|derzeitig|heutig|künftig|dortig|hiesig|sein|ihr|unser|dessen|deren|zuständig)")
_LINK = frozenset(("von", "der", "des", "im", "in", "beim", "bei", "vom", "am", "an"))
_WEAK = re.compile(r"(?<=[a-zäöü])(?:en|n|s|es)$")


@dataclass(frozen=True, slots=True)
class Post:
    """An office phrase over tokens `start:end`; `body` is the id of what it belongs to, where that is said."""

    start: int
    end: int
    role: str
    level: str
    body: str | None = None
    past: bool = False
    colleague: bool = False
    prefix: str = ""
    there: bool = False


@dataclass(frozen=True, slots=True)
class Holding:
    """A person and an office: what becomes an affiliation. `place` is where the person stands in the text."""

    person: str
    post: Post
    body: str
    place: int
    rule: str
    sure: bool


def find_offices(draft: Draft) -> list[Holding]:
    """Add the persons that an office names, and say which office each holds."""
    holdings: list[Holding] = []
    index = 0
    while index < len(draft.tokens):
        post = _post(draft, index)
        if post is None:
            index += 1
            continue
        found = _holders(draft, post, holdings)
        holdings += found
        index = max(post.end, index + 1)
    return holdings


def _post(draft: Draft, index: int) -> Post | None:
    token = draft.tokens[index]
    if not token.capital or ((cover := draft.covered(token.start, token.end)) and cover.start < token.start):
        return None
    colleague = token.text.startswith(("Amtskolleg", "Kolleg")) and token.text not in ("Kolleg", "Kollegs")
    pair = f"{token.text} {draft.tokens[index + 1].text}" if index + 1 < len(draft.tokens) else ""
    office = lexicon().offices.find(pair) if pair.startswith("First ") else lexicon().offices.find(token.text)
    if office is None and not colleague:
        return None
    if (
        office
        and office.head in ("Chef", "Leiter", "Sprecher", "Chairman")
        and len(token.text) > len(office.head) + 3
        and "-" not in token.text
        and office.head == "Chef"
        and not token.text.endswith(("chef", "chefin", "chefs"))
    ):
        return None
    start, past, body, words, there = _before(draft, index)
    end = index + (2 if pair.startswith("First ") and office and " " in office.head else 1)
    words.append(_nominative(draft.text[token.start : draft.tokens[end - 1].end], office.head if office else ""))
    prefix = token.text[: -len(lexicon().offices.form(token.text) or token.text)] if office else ""
    post = Post(
        start, end, " ".join(words), office.level if office else "government", body, past, colleague, prefix, there
    )
    return _after(draft, post)


def _before(draft: Draft, index: int) -> tuple[int, bool, str | None, list[str], bool]:
    """What stands before an office: its first token, whether it is past, whose it is, and the words of the role."""
    past, body, words, there = False, None, [], False
    start = index
    if start > 1 and draft.tokens[start - 1].text in ("und", "sowie") and draft.tokens[start - 2].text.endswith("-"):
        words.append(draft.text[draft.tokens[start - 2].start : draft.tokens[start - 1].end])
        start -= 2
    while start > 0:
        token, span = draft.tokens[start - 1], draft.covered(draft.tokens[start - 1].start, draft.tokens[start - 1].end)
        if token.text in _POSSESSIVES:
            there = True
        elif _PAST.match(token.text):
            past = True
        elif _PART.match(token.text) and not span:
            words.insert(0, _strong(token.text))
        elif span and body is None and (span.modifies or span.form == "genitive"):
            body = span.id
            start = draft.token_at(span.start) + 1
        elif _SKIP.match(token.text) and token.text not in _ARTICLES and not span:
            there = there or token.text.startswith("dortig")
        else:
            break
        start -= 1
    return start, past, body, words, there


def _strong(word: str) -> str:
    return re.sub(r"(?:en|em|es)$", "er", word)


def _nominative(word: str, head: str) -> str:
    """An office in the nominative singular.

    >>> _nominative("Ministerpräsidenten", "Präsident"), _nominative("Vorsitzenden", "Vorsitzender")
    ('Ministerpräsident', 'Vorsitzender')
    """
    form = lexicon().offices.form(word)
    if not form or not head or form.endswith(("in", "frau", "ée", "ätin")) or "rätin" in form:
        return word
    prefix = word[: -len(form)]
    if form.endswith("innen"):
        return word[:-3]
    if head.endswith("er") and form.endswith("e") and not form.endswith("ere"):
        return word  # "die Vorsitzende"
    return prefix + (head if not prefix or prefix.endswith("-") else head.lower())


def _after(draft: Draft, post: Post) -> Post:
    """Extend an office by what follows it: "und Chef …", "für Wissenschaft und Kunst", "der Universität …"."""
    tokens = draft.tokens
    index, role, body = post.end, post.role, post.body
    if index < len(tokens) and tokens[index].text == "für" and not post.colleague:
        from relgraph.extraction.heads import listed

        end = listed(draft, index + 1)
        if end > index + 1:
            role = f"{role} {draft.text[tokens[index].start : tokens[end - 1].end]}"
            index = end
    end, found = _belongs(draft, index, post.level)
    if found:
        index, body = end, found
    if index + 1 < len(tokens) and tokens[index].text in ("und", "sowie") and not post.colleague:
        second = _post(draft, index + 1)
        if (
            second
            and second.start == index + 1
            and not second.colleague
            and _names_one(draft, second)
        ):
            level = second.level if second.body else post.level
            return replace(
                second,
                start=post.start,
                role=f"{role} und {second.role}",
                body=second.body or body,
                past=post.past,
                level=level,
                prefix=post.prefix,
            )
    return replace(post, end=index, role=role, body=body)


def _names_one(draft: Draft, second: Post) -> bool:
    """Whether "Staatsminister und Chef …" is one person's double office, not the start of the next person's."""
    follow = skip_titles(draft, second.end)
    named = name_end(draft, follow) > follow
    return not named or second.role in ("CEO",)


def _belongs(draft: Draft, index: int, level: str) -> tuple[int, str | None]:
    """The body an office belongs to, said right behind it: end and id."""
    tokens = draft.tokens
    if index >= len(tokens):
        return index, None
    span = draft.starting(tokens[index].start)
    if span and span.form == "genitive" and draft.type_of(span) != EntityType.PERSON:
        return draft.token_at(span.end), span.id
    if tokens[index].text not in _LINK or (level == "embassy" and tokens[index].text in ("in", "im")):
        return index, None
    after = index + 1
    while after < len(tokens) and after - index < 6:
        span = draft.starting(tokens[after].start)
        if span and draft.type_of(span) != EntityType.PERSON and not (span.modifies and _span_follows(draft, span)):
            if draft.type_of(span) in (EntityType.EVENT, EntityType.DOCUMENT):
                return index, None
            return _tail(draft, draft.token_at(span.end)), span.id
        if (
            span
            or tokens[after].text in _ARTICLES
            or (re.match(r"^[\w-]+(?:en|er|es|e)$", tokens[after].text)
            and tokens[after].text[0].islower())
        ):
            after = draft.token_at(span.end) if span else after + 1
            continue
        if tokens[after].capital and tokens[after].text in (
            "Stadt",
            "Land",
            "Region",
            "Republik",
            "Freistaat",
            "Landes",
            "Provinz",
            "Firma",
            "Gewerkschaft",
            "Vereins",
            "Partei",
            "Initiative",
            "Präfektur",
        ):
            after += 1
            continue
        break
    return index, None


def _span_follows(draft: Draft, span: Span) -> bool:
    """Whether an adjective's own noun is a name too: "der japanischen Präfektur Gifu"."""
    following = draft.token_at(span.end)
    return following < len(draft.tokens) and draft.starting(draft.tokens[following].start) is not None


def _tail(draft: Draft, index: int) -> int:
    """Index behind a bracketed abbreviation."""
    tokens = draft.tokens
    if index + 2 < len(tokens) and tokens[index].text == "(":
        for end in range(index + 1, min(index + 6, len(tokens))):
            if tokens[end].text == ")":
                return end + 1
    return index


def _holders(draft: Draft, post: Post, known: list[Holding]) -> list[Holding]:
    """The persons who hold an office: behind it, behind a comma, or before it."""
    tokens = draft.tokens
    after = _tail(draft, post.end)
    start = skip_titles(draft, after)
    end = name_end(draft, start) if start < len(tokens) else start
    if end > start and _may_follow(draft, post, start, end, after):
        return _list(draft, post, start, end, known, "affiliation/amt-vor-name")
    if after < len(tokens) and tokens[after].text == ",":
        start = skip_titles(draft, after + 1)
        end = name_end(draft, start) if start < len(tokens) else start
        if end > start and _looks_full(draft, start, end) and end < len(tokens) and not _is_post_before(draft, post):
            return _list(draft, post, start, end, known, "affiliation/amt-komma-name")
    return _before_office(draft, post, known)


def _may_follow(draft: Draft, post: Post, start: int, end: int, after: int) -> bool:
    cover = draft.starting(draft.tokens[start].start)
    if cover and draft.type_of(cover) not in (EntityType.PERSON, EntityType.CITY) and end - start == 1:
        return False
    return start > after or draft.text[draft.tokens[after - 1].end : draft.tokens[start].start] == " "


def _looks_full(draft: Draft, start: int, end: int) -> bool:
    return end - start > 1 or draft.tokens[start].text in first_names()


def _is_post_before(draft: Draft, post: Post) -> bool:
    """Whether the office already follows a name: "X, Rektor der Universität, Y …" names X."""
    place = post.start - 1
    while place > 0 and draft.tokens[place].text in _ARTICLES:
        place -= 1
    return place > 1 and draft.tokens[place].text == "," and _name_before(draft, place) is not None


def _list(draft: Draft, post: Post, start: int, end: int, known: list[Holding], rule: str) -> list[Holding]:
    """One person, or several behind a plural: "die Rektoren A (X) und B (Y)"."""
    found: list[Holding] = []
    while end > start:
        person = add_person(draft, start, end)
        bracket = _bracketed(draft, end)
        if person:
            found += _holding(draft, replace(post, body=bracket or post.body), person, start, known + found, rule)
        end = _tail(draft, end) if bracket else end
        if not bracket or end + 1 >= len(draft.tokens) or draft.tokens[end].text not in ("und", ",", "sowie"):
            break
        start = skip_titles(draft, end + 1)
        end = name_end(draft, start)
    return found


def _bracketed(draft: Draft, index: int) -> str | None:
    """Id of what stands in brackets behind a name."""
    if index + 1 < len(draft.tokens) and draft.tokens[index].text == "(":
        span = draft.starting(draft.tokens[index + 1].start)
        return span.id if span and draft.type_of(span) in TERRITORIES | ORGANISATIONS else None
    return None


def _before_office(draft: Draft, post: Post, known: list[Holding]) -> list[Holding]:
    """ "Hajime Furuta, dem Gouverneur …": the name stands before the comma; "als neuer Vorsitzender" names no one here."""
    place = post.start - 1
    while place > 0 and draft.tokens[place].text in _ARTICLES:
        place -= 1
    if place < 1 or draft.tokens[place].text not in (",", "("):
        return []
    name = _name_before(draft, place)
    if name is None:
        return []
    person = add_person(draft, *name)
    return _holding(draft, post, person, name[0], known, "affiliation/name-komma-amt") if person else []


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
            begin = skip_titles(draft, start)
            if begin < tail and name_end(draft, begin) == tail and _is_whole(draft, begin, tail):
                return begin, tail
    return None


def _is_whole(draft: Draft, start: int, end: int) -> bool:
    """Whether these tokens are a name and not the tail of something else."""
    cover = draft.covered(draft.tokens[start].start, draft.tokens[end - 1].end)
    if (
        cover
        and draft.type_of(cover) != EntityType.PERSON
        and (
            cover.start < draft.tokens[start].start
            or end - start == 1
            or (cover.end >= draft.tokens[end - 1].end
            and cover.start == draft.tokens[start].start)
        )
    ):
        return False
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
    sentence_start = draft.tokens[start].text.casefold() in _ARTICLES
    return (opens and not sentence_start) or draft.tokens[start].text in first_names()


def _holding(draft: Draft, post: Post, person: str, index: int, known: list[Holding], rule: str) -> list[Holding]:
    place = draft.tokens[index].start
    if post.colleague:
        if not known:
            return []
        post = replace(post, role=known[-1].post.role, level=known[-1].post.level)
    body, sure = post.body, True
    if body is None:
        body, sure = _body(draft, post, place, known)
    return [Holding(person, post, body, place, rule, sure)] if body else []


def _body(draft: Draft, post: Post, place: int, known: list[Holding]) -> tuple[str | None, bool]:
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
        own = region(draft) or home(draft, TERRITORIES)
        return (own.id if own else None), False
    if post.level == "federal":
        own = country(draft)
        return (own.id if own else None), False
    if post.level == "state":
        return _state(draft, post), False
    return (_organisation(draft, post, office.types) if office and office.types else None), False


def _inherited(draft: Draft, post: Post, place: int, known: list[Holding]) -> str | None:
    """The body of the person before in the same enumeration: "mit Präsident A, Minister B und Ministerin C"."""
    if not known:
        return None
    before = known[-1]
    link = _link(draft, before, post)
    if link is None or post.level not in (before.post.level, "embassy"):
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


def _city(draft: Draft, post: Post, place: int) -> str | None:
    """The city of a mayor: the release's own for a German name, else the one its sentence names."""
    own = home(draft, {EntityType.CITY})
    if own and draft.tokens[draft.token_at(place)].text in german_names():
        return own.id
    sentence = next((s for s in draft.sentences if s.start <= place < s.end), None)
    named = [s for s in draft.within(sentence.start, sentence.end) if draft.type_of(s) == EntityType.CITY and not s.modifies] if sentence else []
    others = [span for span in named if own is None or span.id != own.id]
    nearest = min(others, key=lambda span: abs(span.start - place), default=None)
    return nearest.id if nearest else own.id if own else None


def _state(draft: Draft, post: Post) -> str | None:
    """The one foreign country that the text up to an office speaks of, the last if there are several."""
    own = country(draft)
    place = draft.tokens[post.start].start
    before = [s for s in draft.spans if s.start < place and draft.type_of(s) == EntityType.COUNTRY and (own is None or s.id != own.id)]
    return before[-1].id if before else None


def _organisation(draft: Draft, post: Post, types: frozenset[EntityType]) -> str | None:
    """The organisation of a type that the sentence names before an office, else the publisher."""
    place = draft.tokens[post.start].start
    start = max((s.start for s in draft.sentences if s.start <= place), default=0)
    near = [s for s in draft.within(start, place) if draft.type_of(s) in types]
    if near:
        return near[-1].id
    publisher = draft.release.publisher or ""
    return next((id_ for id_, entity in draft.entities.items() if entity.type in types and entity.name in publisher), None)


def _last(draft: Draft, post: Post, types: Collection[EntityType]) -> str | None:
    before = [s for s in draft.spans if s.end <= draft.tokens[post.start].start and draft.type_of(s) in types and not s.modifies]
    return before[-1].id if before else None


def _own(draft: Draft, name: str) -> str | None:
    head = lexicon().heads.find(name)
    entity = own_body(draft, head.type, name) if head else None
    return entity.id if entity else None


def _by_prefix(draft: Draft, post: Post) -> str | None:
    """ "Landtagspräsidentin" → the Landtag, "Kammerpräsident" → the chamber named in this release."""
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
