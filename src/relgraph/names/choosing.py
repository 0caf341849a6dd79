"""Choosing among the bearers of one form: by type word, by the release's region, by size."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache

from relgraph.names.authorities import read_words
from relgraph.names.cities import GERMAN_SPEAKING
from relgraph.names.context import Context
from relgraph.names.entry import Entry
from relgraph.names.forms import Candidate, candidates, form_table
from relgraph.names.naming import Need
from relgraph.vocabulary import EntityType

_TOWN, _CITY = 15_000, 100_000
_ORDER = {EntityType.COUNTRY: 0, EntityType.CITY: 1, EntityType.REGION: 2}


@dataclass(frozen=True, slots=True)
class Chooser:
    """Chooses for one text; `home` is the region of its release."""

    home: Entry | None

    def best(self, found: Iterable[Candidate], types: Container[EntityType] | None = None) -> Entry | None:
        """The likeliest bearer, of these types: a country before a city before a region, at home before abroad."""
        entries = (candidate.entry for candidate in found)
        return min((entry for entry in entries if types is None or entry.type in types), key=self._rank, default=None)

    def typed(self, found: tuple[Candidate, ...], context: Context) -> Entry | None:
        """The bearer that a type word before the form asks for; with "Region" also what it makes of a city."""
        if entry := self.best(found, context.types):
            return entry
        city = self.best(found, {EntityType.CITY}) if context.around_city else None
        return _around(context.before, city) if city else None

    def known(self, found: tuple[Candidate, ...]) -> Entry | None:
        """The bearer whose name is enough."""
        return self.best(c for c in found if c.need is Need.NOTHING)

    def placed(
        self, found: tuple[Candidate, ...], form: str, context: Context, countries: Container[str | None]
    ) -> Entry | None:
        """The bearer that a preposition of place, or its country in the same text, makes likely."""
        if form in _common_words() or context.titled:
            return None
        weak = [c for c in found if c.need is Need.EVIDENCE and self._plausible(c.entry, form, context, countries)]
        return self.best(weak)

    def in_country(self, found: tuple[Candidate, ...], form: str, code: str) -> Entry | None:
        """The place of a country, where the text says that it lies there."""
        if form in _common_words():
            return None
        inside = (c for c in found if c.entry.country == code and c.need is not Need.TYPE_WORD)
        return self.best(inside, (EntityType.CITY, EntityType.REGION))

    def listed(self, found: tuple[Candidate, ...], form: str, kind: EntityType) -> Entry | None:
        """The bearer of the type that its neighbours in a list have."""
        if form in _common_words():
            return None
        return self.best(found, {kind})

    def _plausible(self, entry: Entry, form: str, context: Context, countries: Container[str | None]) -> bool:
        around = self._is_home_country(entry) or entry.country in countries
        if entry.type is not EntityType.CITY:
            return context.near or (around and context.before in ("im", "der", "die", "Im", "Der", "Die"))
        if entry.population >= _CITY:
            return context.locative or (entry.country in countries and not context.named and form not in _persons())
        return context.near and around and (entry.population >= _TOWN or self._is_home_country(entry))

    def _is_home_country(self, entry: Entry) -> bool:
        return entry.country == self.home.country if self.home else entry.country in GERMAN_SPEAKING

    def _at_home(self, entry: Entry) -> bool:
        return bool(self.home and self.home.region and entry.region == self.home.region)

    def _rank(self, entry: Entry) -> tuple[int, int, int, int, str]:
        abroad = not (self.home and entry.country == self.home.country)
        large = not abroad and entry.population >= _CITY  # "Halle" is the large one even beside a small one at home
        return (_ORDER.get(entry.type, 0), not (large or self._at_home(entry)), abroad, -entry.population, entry.key)


def district(name: str) -> Entry | None:
    """The district that the authorities list under a name with its type word."""
    return Chooser(None).best(candidates(form_table().get(name, ())), {EntityType.CITY})


def region_called(name: str) -> Entry | None:
    """The part of a state that bears a name, the largest town of it aside."""
    return Chooser(None).best(candidates(form_table().get(name, ())), {EntityType.REGION})


def is_town(name: str) -> bool:
    """Whether a name is that of a town, and no common word."""
    found = candidates(form_table().get(name, ()))
    return name not in _common_words() and any(candidate.entry.type is EntityType.CITY for candidate in found)


def _around(word: str, city: Entry) -> Entry:
    name = f"{word} {city.name}"
    return Entry(EntityType.REGION, name, name, country=city.country, region=city.region, part_of=city.part_of)


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    return frozenset(read_words("ambiguous-places.yml")["words"])


@lru_cache(maxsize=1)
def _persons() -> frozenset[str]:
    return frozenset(read_words("ambiguous-places.yml")["persons"])
