"""First names by country, from the package `faker`, which lists them for its made-up persons."""

import importlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from relgraph.compiled import compiled
from relgraph.extraction.lexicon import lexicon
from relgraph.extraction.transliteration import spellings

_GERMAN = ("de_AT", "de_DE")
_OTHERS = (
    "az_AZ bg_BG cs_CZ da_DK de_CH el_GR en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_US es_AR es_CA es_CL es_CO es_ES "
    "es_MX et_EE fi_FI fr_BE fr_CA fr_CH fr_DZ fr_FR ha_NG hr_HR hu_HU id_ID ig_NG it_IT ja_JP ka_GE lt_LT lv_LV mk_MK "
    "nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO ru_RU sk_SK sl_SI sv_SE sw tr_TR tw_GH uk_UA uz_UZ vi_VN yo_NG zu_ZA"
).split()
_LISTS = ("first_names", "first_names_male", "first_names_female", "first_romanized_names")


@compiled("extraction", data=("lexicon",), libraries=("faker", "pyyaml"))
def first_names() -> frozenset[str]:
    """First names in Latin script that are no place or German word beside."""
    honorifics = lexicon().honorifics
    return frozenset().union(honorifics.first_names, *map(_listed, (*_GERMAN, *_OTHERS))) - honorifics.no_first_names


@compiled("extraction", data=("lexicon",), libraries=("faker", "pyyaml"))
def german_names() -> frozenset[str]:
    """First names usual in German-speaking countries; those of Switzerland that are French or Italian left out."""
    swiss = _listed("de_CH").difference(*map(_listed, ("fr_CH", "fr_FR", "it_IT", "es_ES", "pt_PT", "en_US", "hr_HR")))
    return swiss.union(*map(_listed, _GERMAN))


@lru_cache(maxsize=4096)
def name_gender(name: str) -> Literal["m", "f"] | None:
    """Gender of a first name; None where it is unknown or given to both.

    >>> name_gender("Winfried"), name_gender("Annegret"), name_gender("Zhang")
    ('m', 'f', None)
    """
    male, female = name in _gendered("first_names_male"), name in _gendered("first_names_female")
    return None if male == female else "m" if male else "f"


@lru_cache
def _gendered(names: str) -> frozenset[str]:
    return frozenset().union(*(_listed(locale, (names,)) for locale in (*_GERMAN, *_OTHERS)))


def _listed(locale: str, names: Sequence[str] = _LISTS) -> frozenset[str]:
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    lists = (getattr(provider, name, ()) for name in names)
    listed = (name for values in lists if not isinstance(values, property) for name in values)
    return frozenset(spelling for name in listed for spelling in spellings(name))
