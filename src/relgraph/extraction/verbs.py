"""Verb forms: what a word may be of which verb, "unterzeichneten" a preterite, "abgestattet" a participle.

Owns which forms there are; the verbs and their prefixes stand in `data/lexicon/de/verbs.yml`.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from ablaut import conjugate
from pydantic import BaseModel, ConfigDict

from relgraph import resources
from relgraph.extraction.lexicon import parse

_IERT = re.compile(r"[a-zäöüß]+ier(?:(t)|(ten?)|(en)|(e))")


class Form(StrEnum):
    """What a word may be of a verb; a subjunctive of reported speech counts as the present."""

    PRESENT = "present"
    PRETERITE = "preterite"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"
    TO_INFINITIVE = "zu-infinitive"


class _Verbs(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    strong: tuple[str, ...]
    weak: tuple[str, ...]
    separable: tuple[str, ...]
    inseparable: tuple[str, ...]
    auxiliaries: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=50_000)
def forms(word: str) -> frozenset[Form]:
    """What a word in small letters may be of a verb; empty for what is none.

    >>> [[form.value for form in forms(word)] for word in ("empfing", "abzustatten", "heute")]
    [['preterite'], ['zu-infinitive'], []]
    """
    found = set(_simple().get(word, ()))
    found |= _with_prefix(word)
    if match := _IERT.fullmatch(word):
        kinds = ((Form.PRESENT, Form.PARTICIPLE), (Form.PRETERITE,), (Form.INFINITIVE, Form.PRESENT), (Form.PRESENT,))
        found |= {kind for part, kind_list in zip(match.groups(), kinds, strict=True) if part for kind in kind_list}
    return frozenset(found)


def auxiliary(word: str) -> str | None:
    """The auxiliary or modal verb that a word in small letters is a form of.

    >>> auxiliary("wurde"), auxiliary("möchten"), auxiliary("reist")
    ('werden', 'mögen', None)
    """
    return _auxiliaries().get(word)


def _with_prefix(word: str) -> set[Form]:
    """Forms of compounds: "abstattet", "abgestattet", "abzustatten"; "unterzeichnet" is present and participle."""
    found: set[Form] = set()
    for prefix in _prefixes().separable:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > 2:
            found |= _compound(rest)
    for prefix in _prefixes().inseparable:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > 2:
            found |= set(_simple().get(rest, ())) - {Form.PARTICIPLE}
            if Form.PARTICIPLE in _simple().get("ge" + rest, ()):
                found.add(Form.PARTICIPLE)
    return found


def _compound(rest: str) -> set[Form]:
    """Forms of a separable compound behind its prefix."""
    if rest.startswith("zu") and Form.INFINITIVE in _inner(rest[2:]):
        return {Form.TO_INFINITIVE}
    return _inner(rest)


def _inner(rest: str) -> set[Form]:
    found = set(_simple().get(rest, ()))
    for prefix in _prefixes().inseparable:
        part = rest.removeprefix(prefix)
        if part != rest and len(part) > 3 and Form.PARTICIPLE in _simple().get("ge" + part, ()):
            found |= {Form.PARTICIPLE}  # "anerkannt", "vorbereitet"
    return found


@lru_cache
def _auxiliaries() -> dict[str, str]:
    return {form: verb for verb, listed in _prefixes().auxiliaries.items() for form in listed}


@lru_cache
def _prefixes() -> _Verbs:
    path = resources.folder("data") / "lexicon" / "de" / "verbs.yml"
    return parse(path, resources.read_yaml(path), _Verbs)


@lru_cache
def _simple() -> dict[str, set[Form]]:
    """Forms of the listed verbs in the third person, by word."""
    found: defaultdict[str, set[Form]] = defaultdict(set)
    for verb in (*_prefixes().strong, *_prefixes().weak):
        told = conjugate(verb)
        for kind, words in (
            (Form.INFINITIVE, [verb]),
            (Form.PARTICIPLE, [told.past_participle]),
            (Form.PRETERITE, [told.preterite[2], told.preterite[5]]),
            (Form.PRESENT, [told.present[2], told.present[5], told.konjunktiv1[2]]),
        ):
            for word in words:
                found[word].add(kind)
    return dict(found)


def is_finite(word: str) -> bool:
    """Whether a word in small letters may be a verb of the third person."""
    return bool(auxiliary(word)) or bool(forms(word) & {Form.PRESENT, Form.PRETERITE})
