"""Cues of a verb in all its forms: "teilnehmen" gives "nimmt … teil", "teilgenommen", "teilzunehmen", "teilnahm".

Owns which forms announce a relation; the conjugator owns the forms themselves.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from ablaut import conjugate

_ENDINGS = ("e", "en", "er", "es", "em")


@lru_cache(maxsize=2048)
def verb_cues(idiom: str) -> tuple[str, ...]:
    """Cues of an infinitive, or of an idiom that ends in one; `~` and `|` are those of `wordings.compile_cues`.

    >>> verb_cues("teilnehmen")[:3], verb_cues("zu Besuch sein")[:2]
    (('~nahm … teil|', '~nahmen … teil|', '~nehme … teil|'), ('~ist … zu Besuch', '~sei … zu Besuch'))
    """
    *complement, infinitive = idiom.split()
    return tuple(dict.fromkeys(_idiom(" ".join(complement), infinitive) if complement else _plain(infinitive)))


@lru_cache(maxsize=2048)
def participles(idiom: str) -> Mapping[str, bool]:
    """Forms of the participle, in which passives and attributes stand, and whether each is inflected.

    >>> list(participles("fördern").items())[:3]
    [('gefördert', False), ('geförderte', True), ('geförderten', True)]
    """
    told = str(conjugate(idiom.split()[-1]).past_participle)
    return {told: False} | {told + ending: True for ending in _ENDINGS}


def passive_cues(idiom: str) -> tuple[str, ...]:
    """Cues of the passive of a verb: its participle in all forms."""
    complement = " ".join(idiom.split()[:-1])
    before = f"{complement} … " if complement else ""
    return tuple(f"{before}~{form}" for form in participles(idiom))


def _finite(infinitive: str) -> tuple[str, list[str]]:
    """The separable prefix, or nothing, and the finite forms of the third person without it."""
    told = conjugate(infinitive)
    forms = [told.present[2], told.present[5], told.preterite[2], told.preterite[5], told.konjunktiv1[2]]
    prefix = forms[0].split()[1] if " " in forms[0] else ""
    return prefix, sorted({form.split()[0] for form in forms})


def _last(infinitive: str) -> Iterator[str]:
    """Forms that stand at the end of a clause: infinitives, participle, and the finite forms of subordinate clauses."""
    told = conjugate(infinitive)
    prefix, finite = _finite(infinitive)
    yield from (told.infinitive, told.zu_infinitive.split()[-1], told.past_participle)
    yield from (prefix + form for form in finite)


def _plain(infinitive: str) -> Iterator[str]:
    prefix, finite = _finite(infinitive)
    if prefix:
        yield from (f"~{form} … {prefix}|" for form in finite)
    yield from (f"~{form}" for form in _last(infinitive))


def _idiom(complement: str, infinitive: str) -> Iterator[str]:
    _, finite = _finite(infinitive)
    yield from (f"~{form} … {complement}" for form in finite)
    yield from (f"{complement} {form}" for form in finite)
    yield from (f"{complement} … {form}" for form in _last(infinitive))
