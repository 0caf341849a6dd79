"""What stands for somebody named before: "das Land", "die Präfektur", "der Minister", "er", "dort".

Owns the choice of the antecedent; the words stand in `data/lexicon/de/coreference.yml`.
"""

import heapq
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from operator import attrgetter

from relgraph.extraction.draft import Draft
from relgraph.extraction.firstnames import name_gender
from relgraph.extraction.grammar import MODIFIER
from relgraph.extraction.holding import Holding
from relgraph.extraction.home import home, region
from relgraph.extraction.lexicon import Office, lexicon
from relgraph.extraction.publisher import publisher
from relgraph.extraction.spans import Span
from relgraph.extraction.tokens import Token
from relgraph.extraction.words import words
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType

_DEFINITE = frozenset(
    "der die das den dem des im ins vom zum zur beim am unser unserem unserer unsere".split()
    + "dieser diese dieses diesem diesen".split()
)
_ARTICLES = frozenset(("der", "die", "das", "den", "dem", "des"))
_SPECIFIED = frozenset(("der", "des", "von", "vom", "für", "aus", "namens", "mit", "zur", "zum", "über", "zwischen"))
"""Words behind a noun that say which one is meant, so that it is none named before."""
_OTHER = re.compile(
    r"^(?:erst|zweit|dritt|viert|neu|weiter|ander|best|größt|ältest|nächst|letzt|einzig|jeweilig|zahlreich|übrig)"
)
_REACH = 50
"""Names and references that are looked back over: what lies farther is no longer meant."""
_CLAUSE_SIGNS = frozenset((",", ";", ":", ".", "!", "?", "\n", "–"))
_CLAUSE = 200
"""Words and signs that no clause has more of."""
_PLURAL_VERB = re.compile(r"^(?!zwischen|neben|gegen|wegen)[a-zäöü]{2,}(?:en|eln|ern)$|^sind$")
_FEMALE_TITLE = re.compile(r"(?:in|frau)$")
_FEMALE = re.compile(r"(?:in|frau|e)$")
_NAMED = frozenset({EntityType.DOCUMENT, EntityType.EVENT}) | ORGANISATIONS
_PLACES = TERRITORIES - {EntityType.WORLD_REGION}


def find_region(draft: Draft) -> None:
    """Add "das Land" and its like as mentions of the release's region."""
    own = region(draft)
    if own is None:
        return
    for index in range(1, len(draft.tokens)):
        token, article = draft.tokens[index], draft.tokens[index - 1]
        if token.text in words().region.get(own.type, ()) and article.text.casefold() in _DEFINITE:
            following = draft.tokens[index + 1] if index + 1 < len(draft.tokens) else None
            if following is None or draft.starting(following.start) is None:
                start = article.start if article.text.casefold() in _ARTICLES else token.start
                draft.add(own, start, token.end)


def find_references(draft: Draft, holdings: Sequence[Holding]) -> None:
    """Add references to persons, places and things named before; they are no mentions."""
    reading = _Reading(draft, holdings)
    for index, token in enumerate(draft.tokens):
        if draft.covered(token.start, token.end) is None and (target := reading.target(index, token)):
            reading.references.append(Span(token.start, token.end, target, "reference"))
    for reference in reading.references:
        draft.spans.add(reference)


class _Reading:
    """One release while its references are found in order."""

    def __init__(self, draft: Draft, holdings: Sequence[Holding]) -> None:
        self.draft = draft
        self._holdings = sorted(holdings, key=attrgetter("place"))
        self.references: list[Span] = []
        self._home = home(draft, TERRITORIES)
        self._region = region(draft)
        self._publisher = publisher(draft)
        self._genders = {holding.person: "f" if _FEMALE.search(_role(holding)) else "m" for holding in holdings}

    def target(self, index: int, token: Token) -> str | None:
        """Id of what a word stands for."""
        word = token.text
        if word.casefold() in words().pronouns and not word.isupper():
            return self._person(index, token, words().pronouns[word.casefold()])
        if word.casefold() in words().there:
            return self._place(index, token)
        if not token.capital:
            return None
        article, foreign = self._article(index)
        if article is None:
            return None
        thing = None
        if article in _DEFINITE and not self._is_specified(index):
            thing = self._thing(token, foreign=foreign) or self._namesake(token) or self._event(token)
        return thing or (None if foreign else self._officer(token))

    def _person(self, index: int, token: Token, gender: str) -> str | None:
        """The last person of a gender who is not named in the pronoun's own clause."""
        if gender == "f" and self._has_plural_verb(index):
            return None
        floor, first = token.start, max(0, index - _CLAUSE)
        while index > first and self.draft.tokens[index - 1].text not in _CLAUSE_SIGNS:
            index -= 1
            floor = self.draft.tokens[index].start
        for id_ in self._before(floor, {EntityType.PERSON}):
            known = self._genders.get(id_) or name_gender(self.draft.entities[id_].name.split()[0])
            if known in (gender, None):
                return id_
        return None

    def _has_plural_verb(self, index: int) -> bool:
        """Whether "sie" stands beside a verb in the plural: "vereinbarten sie", "sie wollen"."""
        near = [
            self.draft.tokens[place].text for place in (index - 1, index + 1) if 0 <= place < len(self.draft.tokens)
        ]
        return any(_PLURAL_VERB.match(word) for word in near)

    def _place(self, index: int, token: Token) -> str | None:
        """What "dort" stands for: the last place abroad; not beside "hier", nor where "wo" tells it."""
        near = {other.text.casefold() for other in self.draft.tokens[max(index - 6, 0) : index + 3]}
        return None if near & {"wo", "hier"} else next(self._foreign(token.start, _PLACES), None)

    def _article(self, index: int) -> tuple[str | None, bool]:
        """The word before a noun and its adjectives, and whether one of these names a place abroad.

        None where what stands there says that another one is meant.
        """
        foreign = False
        index -= 1
        while index >= 0 and modifies(self.draft, index):
            word = self.draft.tokens[index]
            if _OTHER.match(word.text):
                return None, False
            if cover := self.draft.covered(word.start, word.end):
                if self._is_own(cover.id):
                    return None, False
                foreign = True
            index -= 1
        article = self.draft.tokens[index].text.casefold() if index >= 0 else ""
        return (article, foreign) if article in _DEFINITE or article in ("", ".", "\n") else (None, False)

    def _is_specified(self, index: int) -> bool:
        """Whether a noun is followed by what tells which one is meant: a name, a genitive, "für …"."""
        if index + 1 >= len(self.draft.tokens):
            return False
        after = self.draft.tokens[index + 1]
        return after.text in _SPECIFIED or after.capital or after.text in "„("

    def _thing(self, token: Token, *, foreign: bool) -> str | None:
        """What "die Präfektur", "die Hochschule" or "die Partnerstadt" stands for."""
        if token.text not in words().kind_of:
            return None
        kind, may_be_own = words().kind_of[token.text]
        if may_be_own and not foreign:
            for own in (self._publisher, self._home):
                if own and own.type == kind:
                    return own.id
            return next(self._before(token.start, {kind}), None)
        return next(self._foreign(token.start, {kind}), None)

    def _namesake(self, token: Token) -> str | None:
        """The last whose name ends its head noun as this word: "das Ministerium" after "Wirtschaftsministerium"."""
        head = lexicon().heads.find(token.text)
        if head is None or head.type not in _NAMED:
            return None
        noun = (lexicon().heads.form(token.text) or "") and _nominative(token.text, head.head)
        for id_ in self._before(token.start, _NAMED):
            if any(word.endswith(noun) for word in re.findall(r"[\w-]+", self.draft.entities[id_].name.casefold())):
                return id_
        return None

    def _event(self, token: Token) -> str | None:
        """The last event, where a noun for events as such means it: "die Konferenz" after "Baltic Sea Days"."""
        return next(self._before(token.start, {EntityType.EVENT}), None) if token.text in words().events else None

    def _officer(self, token: Token) -> str | None:
        """Who holds the office that was named by the same noun before: "der Minister" after "Umweltminister Meier"."""
        office = lexicon().offices.find(token.text)
        titles = words().titles.get(re.sub(r"(?:innen|in|s|en|n)$", "", token.text), frozenset())
        if office is None and not titles:
            return None
        before = bisect_left(self._holdings, token.start, key=attrgetter("place"))
        for holding in reversed(self._holdings[max(before - _REACH, 0) : before]):
            held = lexicon().offices.find(_role(holding).split(" und ")[0])
            female = bool(_FEMALE_TITLE.search(_role(holding)))
            if (
                held
                and (held.head in titles or _same(office, held))
                and female == bool(_FEMALE_TITLE.search(token.text))
            ):
                return holding.person
        return None

    def _before(self, place: int, kinds: frozenset[EntityType] | set[EntityType]) -> Iterator[str]:
        """Ids of these types that are referred to, else named, before a place, the last first."""
        told, named = reversed(self.references), self.draft.spans.before(place)
        persons = EntityType.PERSON in kinds  # whom the text goes on about is meant before whoever is named beside
        spans = chain(told, named) if persons else heapq.merge(told, named, key=lambda span: -span.start)
        for span in islice(spans, _REACH):
            if span.end <= place and self.draft.type_of(span) in kinds and not span.modifies:
                yield span.id

    def _foreign(self, place: int, kinds: frozenset[EntityType] | set[EntityType]) -> Iterator[str]:
        return (id_ for id_ in self._before(place, kinds) if not self._is_own(id_))

    def _is_own(self, id_: str) -> bool:
        """Whether an entity is of the release's own side, or the country around it."""
        around = self._region.part_of if self._region else None
        return id_ == around or any(side and side.id == id_ for side in (self._home, self._region, self._publisher))


def modifies(draft: Draft, index: int) -> bool:
    """Whether a token is an adjective before a noun."""
    token = draft.tokens[index]
    cover = draft.covered(token.start, token.end)
    if cover:
        return cover.modifies
    return bool(MODIFIER.match(token.text)) and token.text.casefold() not in _DEFINITE


def _role(holding: Holding) -> str:
    """The office without its field: "Ministerin für Umwelt" → "Ministerin"."""
    return holding.post.role.split(" für ")[0]


def _same(office: Office | None, held: Office) -> bool:
    if office is None:
        return False
    return held.head == office.head or held.head.casefold().endswith(office.head.casefold())


def _nominative(word: str, head: str) -> str:
    """An inflected compound of a head, with the head as it stands in a dictionary, case-folded."""
    form = lexicon().heads.form(word) or ""
    return (word[: len(word) - len(form)] + head).casefold()
