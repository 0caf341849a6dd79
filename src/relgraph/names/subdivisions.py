"""Parts of states: ISO 3166-2 from `pycountry` with its German names, and `data/authorities/regions.yml`.

City states (Berlin, Hamburg, Bremen, Peking, Seoul …) are cities by the annotation scheme and stand in
`cities`; Taiwan is a country.
"""

import gettext
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

import pycountry

from relgraph import iris
from relgraph.names.authorities import Authority, read_authorities, read_words
from relgraph.names.entry import Entry
from relgraph.names.folding import short_vowels
from relgraph.names.naming import Naming, Need
from relgraph.vocabulary import EntityType

CITY_STATES = frozenset({"AT-9", "BE-BRU", "CN-HK", "CN-MO", "CN-TW", "DE-BE", "DE-HB", "DE-HH"})


class _Subdivision(Protocol):
    code: str
    name: str
    type: str
    country_code: str
    parent_code: str | None


@lru_cache(maxsize=1)
def region_namings() -> tuple[Naming, ...]:
    """Every region with its names, sorted by key."""
    extra = {authority.id: authority for authority in read_authorities("regions.yml")}
    namings = [*_from_iso(extra), *(_own(authority) for authority in extra.values() if not is_code(authority.id))]
    return tuple(sorted(namings, key=lambda naming: naming.entry.key))


def around(code: str) -> str:
    """IRI of the territory with an ISO code; of a city state, which is a city here, that of its country.

    >>> [around(code).rpartition("/")[2] for code in ("JP", "JP-14", "DE-BE")]
    ['JP', 'JP-14', 'DE']
    """
    if code in CITY_STATES or not is_code(code):
        return iris.entity(EntityType.COUNTRY, code[:2])
    return iris.entity(EntityType.REGION, code)


def is_code(key: str) -> bool:
    """Whether a key is an ISO 3166-2 code.

    >>> is_code("JP-14"), is_code("region-stuttgart")
    (True, False)
    """
    return re.fullmatch(r"[A-Z]{2}-[A-Z0-9]{1,3}", key) is not None


def _from_iso(extra: dict[str, Authority]) -> Iterator[Naming]:
    german = gettext.translation("iso3166-2", pycountry.LOCALES_DIR, ["de"])
    kinds = read_words("subdivision-types.yml")
    for part in pycountry.subdivisions:
        authority = extra.get(part.code)
        if part.code in CITY_STATES or not (authority or part.type in kinds["named"] or part.type in kinds["typed"]):
            continue
        name = short_vowels(bare_name(german.gettext(part.name)))
        own = short_vowels(bare_name(part.name))
        entry = Entry(
            type=EntityType.REGION,
            key=part.code,
            name=(authority and authority.de) or name,
            name_en=(authority and authority.en) or own,
            code=part.code,
            country=part.country_code,
            region=part.code,
            part_of=iris.entity(EntityType.COUNTRY, part.country_code),
        )
        need = Need.NOTHING if authority or _familiar(part, kinds) else Need.EVIDENCE
        local = {own: Need.NOTHING if " " in own else Need.EVIDENCE} if own != entry.name else {}
        if not (authority and authority.de):
            local[name] = need
        yield Naming.of(entry, authority, aliases=local, need=need, adjectives=False)


def _familiar(part: _Subdivision, kinds: dict[str, tuple[str, ...]]) -> bool:
    whole = part.country_code in kinds["familiar"] and getattr(part, "parent_code", None) is None
    return whole and part.type in kinds["named"]


def _own(authority: Authority) -> Naming:
    code = authority.part_of
    entry = Entry(
        type=EntityType.REGION,
        key=authority.id,
        name=authority.de or authority.id,
        name_en=authority.en,
        country=code[:2] if code else None,
        region=code if code and is_code(code) else None,
        part_of=around(code) if code else None,
        same_as=authority.same_as,
    )
    return Naming.of(entry, authority, adjectives=False)


def bare_name(name: str) -> str:
    """A subdivision's name without type words, brackets and inverted parts.

    >>> [bare_name(name) for name in ("Gespanschaft Zadar", "Anhui Sheng", "Hallands län [SE-13]")]
    ['Zadar', 'Anhui', 'Halland']
    >>> bare_name("Asturias, Principado de"), bare_name("Bolzano")
    ('Asturias', 'Bolzano')
    """
    name = name.split(" [")[0].split(" (")[0].split(", ")[0]
    for word in read_words("subdivision-types.yml")["type_words"]:
        if name.endswith(f" {word}"):
            name = name.removesuffix(f" {word}")
            return name.removesuffix("s") if word == "län" else name
        if name.startswith(f"{word} "):
            return name.removeprefix(f"{word} ")
    return name
