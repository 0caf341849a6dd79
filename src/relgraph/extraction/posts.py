"""An office as a phrase: "der damalige Finanz- und Wirtschaftsminister von Brandenburg" → role, level, body.

Owns the grammar of such phrases; the nouns stand in `data/lexicon/de/offices.yml`.
"""

import re
from dataclasses import dataclass, replace

from relgraph.extraction.brackets import behind_bracket
from relgraph.extraction.draft import Draft
from relgraph.extraction.grammar import MODIFIER, grammar
from relgraph.extraction.home import town_of
from relgraph.extraction.lexicon import Office, lexicon
from relgraph.extraction.nouns import close, listed
from relgraph.extraction.people import name_end, skip_titles
from relgraph.extraction.spans import Span
from relgraph.names.gazetteer import gazetteer
from relgraph.vocabulary import TERRITORIES, EntityType

_POSSESSIVES = frozenset(("dessen", "deren", "ihrem", "ihrer", "ihren", "seinem", "seiner", "seinen"))
_PAST = re.compile(r"^(?:damalig|früher|ehemalig|einstig|vormalig|Alt)")
_PART = re.compile(
    r"^(?:Regierend|Erst|Zweit|Dritt|[Ss]tellvertretend|[Pp]arlamentarisch|[Ss]tändig|[Gg]eschäftsführend"
    r"|[Aa]mtierend|[Bb]eigeordnet|Gesandter?-?)"
)
_SKIP = re.compile(
    r"^(?:neu|jetzig|derzeitig|heutig|künftig|dortig|hiesig|sein|ihr|unser|dessen|deren|zuständig|diesjährig"
    r"|aktuell|gegenwärtig|scheidend|langjährig|amtierend)"
)
_GERMAN = re.compile(r"^[Dd]eutsche[nrms]?$")
_GOVERNED_CITIES = frozenset(("Tokio", "Jakarta", "Moskau", "Kairo", "Peking", "Bangkok", "St. Petersburg"))
"""Cities with a governor of their own, who is no region's."""
_MANY = frozenset(("die", "beide", "beiden", "zwei", "drei", "vier", "fünf", "sechs"))
_ONE = frozenset(("dem", "des", "ein", "eine", "einem", "einer", "eines", "vom", "beim", "zum", "zur"))
_LINK = frozenset(("von", "der", "des", "im", "in", "beim", "bei", "vom", "am", "an"))


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
    several: bool = False


def post_at(draft: Draft, index: int) -> Post | None:
    """The office that a token is the head of, with all that belongs to it."""
    token = draft.tokens[index]
    if not token.capital:
        return None
    colleague = token.text.startswith(("Amtskolleg", "Kolleg")) and token.text not in ("Kolleg", "Kollegs")
    first = token.text == "First" and index + 1 < len(draft.tokens)
    office = lexicon().offices.find(f"First {draft.tokens[index + 1].text}" if first else token.text)
    if office is None and not colleague:
        return None
    if (cover := draft.covered(token.start, token.end)) and cover.start < token.start:
        return None
    if office and office.level == "city":
        _add_town(draft, index)
    start, past, body, words, there = _before(draft, index, office)
    if body is None and office and office.level in ("embassy", "federal", "state"):
        body = _germany(draft, index, start)
    end = index + (2 if first and office and " " in office.head else 1)
    words.append(_nominative(draft.text[token.start : draft.tokens[end - 1].end], office.head if office else ""))
    prefix = token.text[: -len(lexicon().offices.form(token.text) or token.text)] if office else ""
    level = office.level if office else "government"
    if token.text.startswith("Bundes") and level in ("government", "state"):
        level = "federal"  # "Bundesaußenminister"
    post = Post(
        start,
        end,
        " ".join(words),
        level,
        body,
        past,
        colleague,
        prefix,
        there,
        _is_plural(draft, index, start, office),
    )
    return _after(draft, post)


def _is_plural(draft: Draft, index: int, start: int, office: Office | None) -> bool:
    """Whether an office is told of several: "die Abgeordneten A (X) und B (Y)", "die Staatsräte A und B"."""
    form = lexicon().offices.form(draft.tokens[index].text) or ""
    before = {token.text.casefold() for token in draft.tokens[max(0, start - 1) : index]}
    if office is None or form.endswith("innen"):
        return office is not None
    woman = form.endswith("in") or (office.head.endswith("er") and form.endswith("e") and not form.endswith("ere"))
    if woman or not before.isdisjoint(_ONE):
        return False
    return not before.isdisjoint(_MANY) or (form.endswith("n") and form != office.head.lower())


def _add_town(draft: Draft, index: int) -> None:
    """Add the town that only a mayor behind it gives away: "Marburgs Oberbürgermeister", "der Calwer Bürgermeister"."""
    token = draft.tokens[index - 1] if index else None
    if token is None or not token.capital or draft.covered(token.start, token.end) or not close(draft, index):
        return
    for ending, form in (("s", "genitive"), ("er", "adjective")):
        if token.text.endswith(ending) and len(token.text) > 4 and (town := town_of(token.text.removesuffix(ending))):
            draft.add(town, token.start, token.end, form)


def _germany(draft: Draft, index: int, start: int) -> str | None:
    """Germany's id where "deutsch" stands before an office of a state: by itself the word names nothing."""
    if not any(_GERMAN.match(token.text) for token in draft.tokens[max(0, start - 1) : index]):
        return None
    entity = gazetteer().resolve("DE")
    return draft.entities.setdefault(entity.id, entity).id


def _before(draft: Draft, index: int, office: Office | None) -> tuple[int, bool, str | None, list[str], bool]:
    """What stands before an office: its first token, whether it is past, whose it is, and the words of the role."""
    past, body, words, there = False, None, [], False
    start = index
    if start > 1 and draft.tokens[start - 1].text in ("und", "sowie") and draft.tokens[start - 2].text.endswith("-"):
        words.append(draft.text[draft.tokens[start - 2].start : draft.tokens[start - 1].end])
        start -= 2
    while start > 0:
        token, span = draft.tokens[start - 1], draft.covered(draft.tokens[start - 1].start, draft.tokens[start - 1].end)
        if token.text.casefold() in _POSSESSIVES:
            there = True
        elif _GERMAN.match(token.text):
            pass
        elif _PAST.match(token.text):
            past = True
        elif _PART.match(token.text) and not span:
            words.insert(0, _strong(token.text))
        elif span and body is None and (span.modifies or span.form == "genitive"):
            consul = office is not None and office.level == "embassy" and draft.type_of(span) == EntityType.CITY
            body = None if consul else span.id
            start = draft.token_at(span.start) + 1
        elif _SKIP.match(token.text) and token.text not in grammar().articles and not span:
            there = there or token.text.startswith("dortig")
        else:
            break
        start -= 1
    return start, past, body, words, there


def _strong(word: str) -> str:
    return re.sub(r"(?:en|em|es)$", "er", word)


def _nominative(word: str, head: str) -> str:
    """An office in the nominative singular.

    >>> _nominative("Kammerpräsidenten", "Präsident"), _nominative("Vorsitzenden", "Vorsitzender")
    ('Kammerpräsident', 'Vorsitzender')
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
        end = listed(draft, index + 1)
        if end > index + 1:
            role = f"{role} {draft.text[tokens[index].start : tokens[end - 1].end]}"
            index = end
    office = lexicon().offices.find(role.split(" für ")[0].split()[-1])
    end, found = _belongs(draft, index, post.level, regional=office is not None and office.regional)
    if found:
        if role.split()[-1].rstrip("in") == "Chef":  # a chief is nothing without what he is the chief of
            role = f"{role} {draft.text[tokens[index].start : tokens[end - 1].end]}"
        index, body = end, found
    if index + 1 < len(tokens) and tokens[index].text in ("und", "sowie") and not post.colleague:
        second = post_at(draft, index + 1)
        if second and second.start == index + 1 and not second.colleague and _names_one(draft, second):
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


def _belongs(draft: Draft, index: int, level: str, *, regional: bool = False) -> tuple[int, str | None]:
    """The body an office belongs to, said right behind it: end and id; `regional` offices are no city's."""
    tokens = draft.tokens
    if index >= len(tokens):
        return index, None
    span = draft.starting(tokens[index].start)
    if span and span.form == "genitive" and draft.type_of(span) != EntityType.PERSON:
        return draft.token_at(span.end), span.id
    if tokens[index].text == "(":  # "Präsident (Universität Kyoto)"
        return index, None
    if tokens[index].text == "aus" and level in ("city", "government"):
        return _origin(draft, index)
    if tokens[index].text not in _LINK or (level == "embassy" and tokens[index].text in ("in", "im")):
        return index, None
    after = index + 1
    while after < len(tokens) and after - index < 6:
        span = draft.starting(tokens[after].start)
        if span and draft.type_of(span) != EntityType.PERSON and not (span.modifies and _span_follows(draft, span)):
            if draft.type_of(span) in (EntityType.EVENT, EntityType.DOCUMENT):
                return index, None
            if regional and draft.type_of(span) == EntityType.CITY:
                span = _region_for(draft, span)
            return behind_bracket(draft, draft.token_at(span.end)), span.id
        if span or tokens[after].text in grammar().articles or MODIFIER.match(tokens[after].text):
            after = draft.token_at(span.end) if span else after + 1
            continue
        if tokens[after].text in grammar().kinds:
            after += 1
            continue
        break
    return index, None


def _origin(draft: Draft, index: int) -> tuple[int, str | None]:
    """Where an officer is from: "ihr Amtskollege aus Hebei", "Stadträtin aus dem französischen Colmar"."""
    after = index + 1
    while after < len(draft.tokens) and (
        draft.tokens[after].text in grammar().articles
        or draft.tokens[after].text in grammar().kinds
        or ((cover := draft.starting(draft.tokens[after].start)) is not None and cover.modifies)
    ):
        after += 1
    span = draft.starting(draft.tokens[after].start) if after < len(draft.tokens) else None
    placed = span is not None and draft.type_of(span) in TERRITORIES and span.form == "name"
    return (draft.token_at(span.end), span.id) if span and placed else (index, None)


def _region_for(draft: Draft, span: Span) -> Span:
    """A city's name, or the region of that name whose governor is told: "der Gouverneur von Kyoto"."""
    region = gazetteer().region(draft.text[span.start : span.end])
    if region is None or draft.entities[span.id].name in _GOVERNED_CITIES:
        return span
    draft.spans.remove(span)
    draft.add(region, span.start, span.end)
    return draft.starting(span.start) or span


def _span_follows(draft: Draft, span: Span) -> bool:
    """Whether an adjective's own noun is a name too: "der japanischen Präfektur Gifu"."""
    following = draft.token_at(span.end)
    return following < len(draft.tokens) and draft.starting(draft.tokens[following].start) is not None
