"""First names by country, from the package `faker`, which lists them for its made-up persons."""

import importlib
from functools import lru_cache

from relgraph.extraction.lexicon import lexicon

_GERMAN = ("de_AT", "de_DE")
_OTHERS = (
    "cs_CZ da_DK de_CH en_GB en_IN en_US es_ES es_MX et_EE fi_FI fr_CH fr_FR hr_HR hu_HU id_ID it_IT ja_JP lt_LT lv_LV "
    "nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE tr_TR vi_VN"
).split()
_LISTS = ("first_names", "first_names_male", "first_names_female", "first_romanized_names")


@lru_cache
def first_names() -> frozenset[str]:
    """First names in Latin script that are no place or German word beside."""
    return frozenset().union(*map(_listed, (*_GERMAN, *_OTHERS))) - lexicon().honorifics.no_first_names


@lru_cache
def german_names() -> frozenset[str]:
    """First names usual in Germany and Austria; those of Switzerland are French and Italian too."""
    return frozenset().union(*map(_listed, _GERMAN))


def _listed(locale: str) -> frozenset[str]:
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    lists = (getattr(provider, name, ()) for name in _LISTS)
    return frozenset(name for values in lists if not isinstance(values, property) for name in values)
