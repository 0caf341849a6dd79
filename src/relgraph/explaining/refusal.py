"""What `relgraph why-not` says, as values; `--format json` prints them by these names."""

from relgraph.explaining.explanation import Step
from relgraph.model import Date, Value
from relgraph.vocabulary import EntityType, RelationType


class Recognised(Value):
    """An entity that was recognised, by which words; `linked` says that the gazetteer knows it."""

    id: str
    name: str
    type: EntityType
    words: tuple[str, ...]
    linked: bool


class PhraseSeen(Value):
    """A phrase as the rules see it: its words, what governs it, whom it stands for."""

    words: str
    governs: str
    text: str
    names: tuple[str, ...]


class Announced(Value):
    """A type of relation and the words that announce it, with their families; one that only a rule knows has none."""

    type: RelationType
    words: tuple[str, ...]
    families: tuple[str, ...]


class Stop(Value):
    """A rule that came close, the check that stopped it, and what was wanted and what was there."""

    rule: str
    type: RelationType
    cue: str
    check: str
    text: str
    wanted: tuple[str, ...] = ()
    tried: tuple[str, ...] = ()


class Refused(Value):
    """A candidate that the scorer refused, or whose clause denies it; `against` weighs most against it."""

    type: RelationType
    subject: str
    object: str | None
    probability: float
    denied: bool
    against: tuple[Step, ...]


class Read(Value):
    """A relation that is read after all."""

    type: RelationType
    subject: str
    object: str | None
    probability: float
    rule: str


class DateSeen(Value):
    """Words that tell a date, and the date."""

    words: str
    value: Date


class TopicSeen(Value):
    """Words that name a topic."""

    words: str
    topic: str
    label: str


class Diagnosis(Value):
    """One sentence: what was recognised, announced, nearly read and refused, and what would have to change."""

    sentence: str
    recognised: tuple[Recognised, ...]
    phrases: tuple[PhraseSeen, ...]
    topics: tuple[TopicSeen, ...]
    dates: tuple[DateSeen, ...]
    announced: tuple[Announced, ...]
    read: tuple[Read, ...]
    stops: tuple[Stop, ...]
    refused: tuple[Refused, ...]
    changes: tuple[str, ...]


class Refusal(Value):
    """All sentences of a text; `domestic` says that it leads nowhere abroad and so tells offices alone."""

    expected: RelationType | None
    region: str | None
    domestic: bool
    threshold: float
    sentences: tuple[Diagnosis, ...]
