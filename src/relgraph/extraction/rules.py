"""Relation rules as data: what a cue word and the phrases around it say.

Owns the model of `data/lexicon/de/rules/*.yml`; `docs/rules.md` explains the format.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from relgraph import resources
from relgraph.errors import DataError
from relgraph.extraction.cues import Cues, CueTable, Place
from relgraph.extraction.grammar import grammar
from relgraph.extraction.lexicon import parse
from relgraph.extraction.paradigms import participles, passive_cues, verb_cues
from relgraph.extraction.voice import is_passive
from relgraph.vocabulary import ACTORS, ORGANISATIONS, TERRITORIES, EntityType, RelationType, Status

_SETS: dict[str, frozenset[EntityType]] = {
    "actor": ACTORS,
    "party": ACTORS - {EntityType.PERSON},
    "territory": TERRITORIES,
    "place": TERRITORIES - {EntityType.WORLD_REGION},
    "organisation": ORGANISATIONS,
}
_CASES = {
    "wer": {"nom", "bare", "der"},
    "wen": {"acc", "bare", "nom"},
    "wem": {"dat", "bare", "der"},
    "wessen": {"gen", "von"},
}


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Role(_Model):
    """What may fill one end of a relation: types or sets of types, and how the phrase is governed.

    `as` lists `wer`, `wen`, `wem`, `wessen` or prepositions; `side` restricts it to before or after the cue;
    `near` is how many words away it may stand, `all` takes every such phrase and not the nearest alone, `first` the
    first of several persons in one enumeration, `group` persons, and others only where a noun stands for people of
    theirs ("die Delegation aus Kunming"), `foreign` only what is not the release's own; `failing` are the types
    that count where no phrase of `types` fits, `otherwise` names what fills the end where no phrase does.
    """

    types: tuple[str, ...]
    failing: tuple[str, ...] = ()
    governed: tuple[str, ...] = Field(alias="as", default=())
    side: Literal["before", "after"] | None = None
    near: int = 45
    all: bool = False
    first: bool = False
    group: bool = False
    foreign: bool = False
    otherwise: (
        Literal["region", "speaker", "leader", "visitor", "document", "event", "home", "organisation", "host", "none"]
        | None
    ) = None

    @cached_property
    def kinds(self) -> frozenset[EntityType]:
        """The entity types that may fill it."""
        kinds: set[EntityType] = set()
        for name in self.types:
            kinds |= _SETS[name] if name in _SETS else {EntityType(name)}
        return frozenset(kinds)

    @cached_property
    def second(self) -> "Role | None":
        """The same role with the types that count where no phrase of the first ones fits."""
        if not self.failing:
            return None
        return Role.model_validate(self.model_dump(by_alias=True) | {"types": self.failing, "failing": ()})

    @cached_property
    def governors(self) -> frozenset[str]:
        """The values of Phrase.governs that may fill it; empty means any."""
        found: set[str] = set()
        for name in self.governed:
            found |= _CASES.get(name, {name})
        return frozenset(found)

    @model_validator(mode="after")
    def _known(self) -> "Role":
        for name in (*self.types, *self.failing):
            if name not in _SETS and name not in list(EntityType):
                raise ValueError(f"unknown type {name!r}")
        for name in self.governed:
            if name not in _CASES and name not in grammar().prepositions.values():
                raise ValueError(f"unknown preposition or case {name!r}")
        return self


class Example(_Model):
    """A sentence of our own and what the rule reads in it: `subject → object`, or `subject: topic, topic`."""

    text: str
    reads: tuple[str, ...] = ()
    region: str = "Brandenburg"


class OfficeForm(_Model):
    """A form in which a person's office is told; its grammar stands in `offices`."""

    id: str = Field(pattern=r"^affiliation/[a-z0-9-]+$")
    form: str
    confidence: float = Field(gt=0, le=1)
    examples: tuple[Example, ...] = Field(min_length=1)


class Rule(_Model):
    """A relation rule; `id` begins with the name of its type."""

    id: str = Field(pattern=r"^[a-z]+/[a-z0-9-]+$")
    type: RelationType
    cues: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    voice: Literal["active", "passive"] = "active"
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    subject: Role | None = None
    object: Role | None = None
    beside: Role | None = None
    between: Role | None = None
    each: bool = False
    bodies: bool = False
    role: str | None = None
    topics: Literal["sentence", "clause", "after", "before", "none"] = "sentence"
    needs_topic: bool = False
    status: Status | Literal["tense"] = "tense"
    confidence: float = Field(default=0.85, gt=0, le=1)
    why: str | None = None
    examples: tuple[Example, ...] = Field(min_length=1)
    counter: tuple[str, ...] = ()

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The cues as written, and those of the verbs in all forms of the rule's voice."""
        told = verb_cues if self.voice == "active" else passive_cues
        return (*(cue for verb in self.verbs for cue in told(verb)), *self.cues)

    @cached_property
    def participles(self) -> dict[str, bool]:
        """Words that are passive or active by what stands around them, and whether each is inflected."""
        return {form: inflected for verb in self.verbs for form, inflected in participles(verb).items()}

    def admits(self, text: str, cue: tuple[int, int]) -> bool:
        """Whether a cue found in a sentence is in the voice that the rule reads."""
        if text[slice(*cue)].split()[-1].casefold() not in self.participles:
            return True
        return is_passive(text, *cue, self.participles) == (self.voice == "passive")

    @cached_property
    def lists(self) -> dict[str, Cues]:
        """Where a text holds its `cues` in all forms, and the words that it `needs` and that forbid it, `unless`."""
        return CueTable({"cues": self.forms, "needs": self.needs, "unless": self.unless}).lists()

    @model_validator(mode="after")
    def _consistent(self) -> "Rule":
        if not self.id.startswith(self.type.value + "/"):
            raise ValueError(f"id {self.id!r} does not begin with {self.type.value}/")
        if not self.cues and not self.verbs:
            raise ValueError(f"{self.id}: needs `cues` or `verbs`")
        if (self.between is None) == (self.subject is None):
            raise ValueError(f"{self.id}: needs either `subject` or `between`")
        if self.object is None and self.between is None and not self.needs_topic:
            raise ValueError(f"{self.id}: without an object it must set needs_topic")
        return self


_OFFICES = "affiliation.yml"


@lru_cache
def office_forms() -> dict[str, OfficeForm]:
    """The forms of offices by id."""
    path = resources.folder("data") / "lexicon" / "de" / "rules" / _OFFICES
    return {form.id: form for form in parse(path, resources.read_yaml(path), list[OfficeForm])}


@lru_cache
def rules() -> tuple[Rule, ...]:
    """All relation rules, in the order of files and entries."""
    return tuple(_read(resources.folder("data") / "lexicon" / "de" / "rules"))


@lru_cache
def rule_cues() -> CueTable[tuple[int, str]]:
    """The cues of all rules, and the words that they need and that forbid them, by the number of the rule."""
    return CueTable(
        {
            (number, name): told
            for number, rule in enumerate(rules())
            for name, told in (("cues", rule.forms), ("needs", rule.needs), ("unless", rule.unless))
        }
    )


def announced(text: str) -> Iterator[tuple[Rule, Sequence[Place]]]:
    """Rules that a sentence announces and does not forbid, in their order, with the places of their cues."""
    found = rule_cues().find(text)
    for number in sorted(number for number, name in found if name == "cues"):
        rule = rules()[number]
        if (number, "unless") not in found and (not rule.needs or (number, "needs") in found):
            yield rule, found[number, "cues"]


def _read(folder: Path) -> Iterator[Rule]:
    seen: set[str] = set()
    for path in sorted(set(folder.glob("*.yml")) - {folder / _OFFICES}):
        for rule in parse(path, resources.read_yaml(path), list[Rule]):
            if rule.id in seen:
                raise DataError(path, f"rule {rule.id} stands twice")
            seen.add(rule.id)
            yield rule
