"""Countries and dependent territories: ISO 3166-1 with German and English names, codes and links.

Codes and official names from `pycountry`, usual names from CLDR by `babel`; `data/authorities/countries.yml` has
what they lack.
"""

import gettext
from collections.abc import Iterator
from functools import lru_cache

import pycountry
from babel import Locale

from relgraph.names.authorities import Authority, authority_path, read_authorities
from relgraph.names.entry import Entry
from relgraph.names.naming import Naming, Need
from relgraph.vocabulary import EntityType

_EU_TABLE = "http://publications.europa.eu/resource/authority/country/"
_WIKIDATA = "http://www.wikidata.org/entity/"


@lru_cache(maxsize=1)
def country_namings() -> tuple[Naming, ...]:
    """Every country and dependent territory with its names, sorted by code."""
    extra = {authority.id: authority for authority in read_authorities("countries.yml")}
    return tuple(sorted(_namings(extra), key=lambda naming: naming.entry.key))


@lru_cache(maxsize=1)
def codes_by_three_letters() -> dict[str, str]:
    """ISO 3166-1 codes of two letters by those of three.

    >>> codes_by_three_letters()["JPN"]
    'JP'
    """
    return {country.alpha_3: country.alpha_2 for country in pycountry.countries}


def _namings(extra: dict[str, Authority]) -> Iterator[Naming]:
    german = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, ["de"])
    names_de, names_en = Locale("de").territories, Locale("en").territories
    qids = _country_qids()
    for country in pycountry.countries:
        code = country.alpha_2
        authority = extra.get(code)
        qid, level = qids.get(code, (None, "country"))
        entry = Entry(
            type=EntityType.COUNTRY if level == "country" else EntityType.REGION,
            key=code,
            name=(authority and authority.de) or names_de.get(code) or german.gettext(country.name),
            name_en=(authority and authority.en) or names_en.get(code) or country.name,
            code=code,
            country=code,
            same_as=tuple(_links(country.alpha_3, qid)),
        )
        official = getattr(country, "official_name", country.name)  # a gettext of "" would give the catalogue's header
        aliases = {names_de.get(code, entry.name), german.gettext(official)}
        yield Naming.of(
            entry, authority, aliases={name: Need.NOTHING for name in sorted(aliases) if not set(name) & set(",(")}
        )
    if "XK" in extra:  # ISO 3166-1 has no code for Kosovo; CLDR and the European Union use XK
        entry = Entry(
            EntityType.COUNTRY, "XK", names_de["XK"], names_en["XK"], "XK", "XK", same_as=tuple(_links("", "Q1246"))
        )
        yield Naming.of(entry, extra["XK"])


def _links(alpha_3: str, qid: str | None) -> Iterator[str]:
    if alpha_3:
        yield _EU_TABLE + alpha_3
    if qid:
        yield _WIKIDATA + qid


@lru_cache(maxsize=1)
def _country_qids() -> dict[str, tuple[str, str]]:
    rows = authority_path("country_qid.tsv").read_text(encoding="utf-8").splitlines()[1:]
    cells = [row.split("\t") for row in rows]
    return {code: (qid, level) for code, _alpha_3, qid, level, _name in cells}
