"""What an explanation says, as values; `relgraph explain --format json` prints them by these names."""

from relgraph.model import Date, Relation, Span, Value
from relgraph.vocabulary import EntityType, RelationType, Status


class Source(Value):
    """The release that an explanation speaks of."""

    id: str
    title: str
    date: Date | None
    publisher: str | None
    region: str | None
    url: str | None


class Filler(Value):
    """Who fills an end: `how` is `name`, `reference`, or the part that stands in (`home`, `leader` …).

    `mention` is the stretch of the release that names it, `governs` what governs that; `linked` says that the gazetteer
    knows it.
    """

    end: str
    id: str
    name: str
    type: EntityType
    how: str
    mention: Span | None
    governs: str | None
    linked: bool
    text: str


class Cause(Value):
    """What made relgraph look for the relation: a rule, a word that announces it, or the form of an office."""

    kind: str
    id: str
    cue: str
    why: str | None
    examples: tuple[str, ...]
    family: str | None = None


class Turn(Value):
    """A word, or the time, without which the status would be another; `list` is the key of the list it stands in."""

    word: str
    otherwise: Status
    list: str | None = None


class StatusReason(Value):
    """What set the status: `fixed` by the rule, or from the tense at the cue and the words that turn it."""

    status: Status
    fixed: bool
    tense: str | None
    turns: tuple[Turn, ...]
    text: str


class DateReason(Value):
    """Where a date comes from: `field` of the relation, the words that tell it, and how they came to it."""

    field: str
    value: Date
    how: str
    words: str | None
    sentence: str | None
    text: str


class TopicReason(Value):
    """A topic that was looked at, the words that name it, and how likely it is the relation's."""

    topic: str
    label: str
    words: tuple[str, ...]
    where: str
    probability: float | None
    taken: bool


class Step(Value):
    """One feature with what it adds to the odds (natural logarithm)."""

    feature: str
    weight: float
    text: str


class StepGroup(Value):
    """Steps that speak of one thing, and their sum."""

    group: str
    weight: float
    text: str
    steps: tuple[Step, ...]


class Reckoning(Value):
    """The steps of a confidence: their sum is the logarithm of the odds, `threshold` what a relation needs.

    An office has the confidence of its form instead, `text` says which.
    """

    groups: tuple[StepGroup, ...]
    sum: float | None
    probability: float
    threshold: float
    text: str | None = None


class Rival(Value):
    """Another reading of the sentence, how likely it is, and whether it is read too."""

    type: RelationType
    subject: str
    object: str | None
    probability: float
    taken: bool


class Support(Value):
    """Another sentence that states the same relation."""

    sentence: Span
    probability: float
    rule: str


class Explanation(Value):
    """Everything that speaks for one relation; `note` says where the store holds another reading of it."""

    relation: Relation
    release: Source
    ends: tuple[Filler, ...]
    cause: Cause
    status: StatusReason
    dates: tuple[DateReason, ...]
    topics: tuple[TopicReason, ...]
    confidence: Reckoning
    rivals: tuple[Rival, ...]
    supports: tuple[Support, ...]
    note: str | None = None
