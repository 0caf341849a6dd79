"""A release read again with everything that reading looks at on the way and lets go.

Owns no decision: candidates, weights, claims and merging are those of `relgraph.extraction`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from relgraph.extraction.candidates import Candidate, Frame, candidates
from relgraph.extraction.choosing import claim_of, is_denied
from relgraph.extraction.draft import Draft
from relgraph.extraction.features import Features
from relgraph.extraction.holding import Holding
from relgraph.extraction.matching import Claim
from relgraph.extraction.pipeline import frames, recognise, specific
from relgraph.extraction.relations import from_claim, from_holding, identity
from relgraph.extraction.scorer import LEAST, scorer
from relgraph.extraction.timeline import Timeline
from relgraph.extraction.topics import topic_features
from relgraph.model import Relation, Release


@dataclass(frozen=True)
class Weighed:
    """A candidate of a sentence with its features and its probability; `claim` and `relation` where it was chosen.

    `topics` are those that were looked at, with their probabilities; `denied` says that its clause is negated.
    """

    frame: Frame
    candidate: Candidate
    features: tuple[str, ...]
    probability: float
    denied: bool
    topics: dict[str, float] = field(default_factory=dict)
    claim: Claim | None = None
    relation: Relation | None = None

    @property
    def pair(self) -> tuple[str, str | None]:
        """Ids of both ends."""
        return self.candidate.subject.id, self.candidate.object.id if self.candidate.object else None

    @property
    def cue(self) -> str:
        """The announcing word as it stands in the sentence."""
        return self.frame.tokens[self.candidate.cue.index].text


@dataclass(frozen=True)
class Held:
    """An office with the relation that it becomes."""

    holding: Holding
    relation: Relation


@dataclass(frozen=True)
class Rereading:
    """Everything that was looked at in a release, in the order of reading."""

    release: Release
    draft: Draft
    timeline: Timeline
    held: tuple[Held, ...]
    weighed: tuple[Weighed, ...]

    def stating(self, relation: Relation) -> list[Weighed | Held]:
        """What states a relation, in the order of reading."""
        known = identity(relation)
        told: list[Weighed | Held] = [*self.held, *self.weighed]
        return [one for one in told if one.relation and identity(one.relation) == known]


def reread(release: Release) -> Rereading:
    """Read a release and keep all that was looked at."""
    draft, holdings = recognise(release)
    timeline = Timeline(draft.text, draft.sentences, release.date)
    held = tuple(Held(holding, from_holding(draft, holding, timeline)) for holding in specific(holdings))
    weighed = tuple(one for frame in frames(draft, holdings) for one in weigh(frame, draft, timeline))
    return Rereading(release, draft, timeline, held, weighed)


def weigh(frame: Frame, draft: Draft, timeline: Timeline) -> Iterator[Weighed]:
    """All candidates of a sentence, weighed while its frame is new: what is remembered changes with the next one."""
    features = Features(frame)
    for candidate in candidates(frame):
        names = tuple(features.of(candidate))
        probability = scorer().probability(names)
        no = not candidate.claims and is_denied(frame, candidate.cue.index)
        if no or probability < LEAST:
            yield Weighed(frame, candidate, names, probability, no)
            continue
        topics = {topic: scorer().probability(told) for topic, told in topic_features(frame, candidate)}
        claim = claim_of(frame, candidate, round(probability, 2))
        relation = from_claim(draft, claim, timeline)
        yield Weighed(frame, candidate, names, probability, no, topics, claim, relation)
