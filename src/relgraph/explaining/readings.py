"""Features of the scorer in words, by `data/explanations/features.yml`.

Owns how a feature's text is taken apart; what it weighs is the scorer's.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pydantic import BaseModel, ConfigDict, model_validator

from relgraph import resources
from relgraph.explaining.words import Wording, relation_label, type_label
from relgraph.extraction.lexicon import parse
from relgraph.vocabulary import EntityType, RelationType

_KIND = "|".join(sorted(RelationType, key=len, reverse=True))
_TYPE = "|".join(sorted(EntityType, key=len, reverse=True))
_TYPED = re.compile(rf"(?:{_KIND})0?(?:\s|$)")
_SLOTS = {
    "family": r".+?",
    "word": r".+",
    "number": r"\d+",
    "length": r"\d+",
    "names": r"\d+",
    "step": r"-?\d+(?:-\d+|\+)?",
    "rule": r"\S+",
    "kind": _KIND,
    "type": _TYPE,
    "end": r"[so]",
    "governs": r"[^\s>=]+",
    "governed": r"[^\s>=]+",
    "told": r"[a-z]+",
    "place": r"(?:before|after) (?:near|mid|far)",
    "direction": r"before|after",
    "clause": r"[01]",
    "owner": r"[a-z-]+",
    "order": r"[A-Za-z]+",
}
_ENDS = {"s": "subject", "o": "object"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a feature means: the step of the reckoning that it belongs to, and a sentence."""

    group: str
    text: str


class _Pattern(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    match: str
    group: str | None = None
    de: str
    en: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        parts = re.split(r"\{(\w+)\}", self.match)
        slots = (f"(?P<{name}>{_SLOTS[name.removesuffix('_2')]})" for name in parts[1::2])
        return re.compile("".join(re.escape(text) + next(slots, "") for text in parts[::2]))

    @model_validator(mode="after")
    def _known(self) -> "_Pattern":
        names = re.findall(r"\{(\w+)\}", self.match)
        if strange := [name for name in names if name.removesuffix("_2") not in _SLOTS]:
            raise ValueError(f"unknown value {strange[0]!r} in {self.match!r}")
        if self.group is None and "end" not in names:
            raise ValueError(f"{self.match!r} needs a group or {{end}}")
        return self


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    groups: dict[str, Wording]
    readings: tuple[_Pattern, ...]
    values: dict[str, dict[str, Wording]]


@lru_cache
def _file() -> _File:
    path = resources.folder("data") / "explanations" / "features.yml"
    return parse(path, resources.read_yaml(path), _File)


def groups() -> Mapping[str, Wording]:
    """Steps of the reckoning with their headings, in order."""
    return _file().groups


def value_label(table: str, value: str, language: str) -> str:
    """What a value of a feature is called.

    >>> value_label("governs", "nach", "de")
    'hinter „nach“'
    """
    listed = _file().values.get(table, {})
    wording = listed.get(value) or listed.get("")
    return wording.say(language, value=value) if wording else value


def read_feature(feature: str, names: Mapping[str, str], language: str) -> Reading | None:
    """A feature in words, or None where the file has none for it; `names` are those of `s`, `o` and `cue`.

    >>> names = {"s": "Kurz", "o": "Rom", "cue": "besucht"}
    >>> read_feature("visit o=nach after near 0", names, "en")
    Reading(group='object', text='behind “nach”, close behind the announcing word, in the same clause')
    >>> read_feature("visit stars=many", names, "en") is None
    True
    """
    bare = feature[typed.end() :] if (typed := _TYPED.match(feature)) else feature
    if feature == bare == "":
        return None
    for pattern in _file().readings:
        if found := pattern.regex.fullmatch(bare):
            slots = {name: _value(name, value, language) for name, value in found.groupdict().items()}
            end = found.groupdict().get("end")
            wording = pattern.de if language == "de" else pattern.en
            text = wording.format_map({**names, **slots, "who": names.get(end or "", "")})
            return Reading(pattern.group or _ENDS[end or ""], text)
    return None


def _value(slot: str, value: str, language: str) -> str:
    table = slot.removesuffix("_2")
    if table == "type":
        return type_label(EntityType(value), language)
    if table == "kind":
        return relation_label(RelationType(value), language)
    return value_label(table, value, language)
