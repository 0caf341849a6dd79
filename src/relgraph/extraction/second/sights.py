"""What reading has found in each sentence: the only things that a second reader may relate."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from relgraph.extraction.candidates import Frame
from relgraph.extraction.draft import Draft
from relgraph.extraction.pipeline import frames, recognise
from relgraph.extraction.signals import signals
from relgraph.extraction.status import negated
from relgraph.extraction.timeline import Timeline
from relgraph.extraction.tokens import Sentence, Token
from relgraph.model import Release
from relgraph.vocabulary import RelationType


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the text that names an entity, or stands for one that was named before."""

    start: int
    end: int
    id: str


@dataclass(frozen=True)
class Sight:
    """A sentence with those whom it names or refers to, and with its topics by their places."""

    sentence: Sentence
    places: Sequence[Place]
    topics: Sequence[Place]
    tokens: Sequence[Token]

    def denies(self, kind: RelationType) -> bool:
        """Whether the sentence denies every word that announces relations of a type; False where it has none."""
        cues = [token for token in self.tokens if any(found == kind for found, _ in signals().of(token.text))]
        text, start = self.sentence.text, self.sentence.start
        return bool(cues) and all(negated(text, cue.start - start, cue.end - start) for cue in cues)

    def ids(self, start: int, end: int) -> set[str]:
        """Entities named or referred to within a stretch of the sentence."""
        return {place.id for place in self.places if start <= place.start and place.end <= end}

    def topics_in(self, start: int, end: int) -> set[str]:
        """Topics named within a stretch of the sentence."""
        return {place.id for place in self.topics if start <= place.start and place.end <= end}


class Sights:
    """The sentences of a release as reading sees them."""

    def __init__(self, release: Release) -> None:
        self.draft, holdings = recognise(release)
        self.all = [_sight(self.draft, frame) for frame in frames(self.draft, holdings)]
        self._by_start = {sight.sentence.start: sight for sight in self.all}
        self.timeline = Timeline(self.draft.text, self.draft.sentences, release.date)

    @cached_property
    def ids_by_name(self) -> dict[str, set[str]]:
        """Entities by their name, and by each wording that names them."""
        found: dict[str, set[str]] = {}
        for id_, entity in self.draft.entities.items():
            found.setdefault(entity.name, set()).add(id_)
        for span in self.draft.spans:
            found.setdefault(self.draft.text[span.start : span.end], set()).add(span.id)
        return found

    def around(self, start: int, end: int) -> Sight | None:
        """The sentence that holds a stretch of the text; None where it crosses from one to another."""
        sentence = self.draft.sentence_at(start)
        if not (sentence.start <= start and end <= sentence.end):
            return None
        return self._by_start[sentence.start]


def _sight(draft: Draft, frame: Frame) -> Sight:
    sentence = frame.scene.sentence
    named = {Place(span.start, span.end, span.id) for span in draft.within(sentence.start, sentence.end)}
    referred = {
        Place(frame.tokens[end.start].start, frame.tokens[end.stop - 1].end, end.id)
        for end in frame.ends
        if end.named and end.kind == "reference"
    }
    places = sorted(named | referred, key=lambda place: (place.start, place.end, place.id))
    topics = [Place(hit.start, hit.end, hit.topic) for hit in frame.scene.topics]
    return Sight(sentence, places, topics, frame.tokens)
