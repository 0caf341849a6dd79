"""The working copy of one release while it is read: its tokens, and who is named where.

Owns the one policy for names that overlap: the longer one stays.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from relgraph.extraction.spans import Span, Spans
from relgraph.extraction.tokens import Sentence, Token, sentences, tokenize
from relgraph.model import Entity, Release
from relgraph.vocabulary import ORGANISATIONS, EntityType


@dataclass(slots=True)
class Draft:
    """A release and what has been found in it so far.

    All places count in `text`; `offices` are the stretches that tell an office, `persons` ids by surname. `publisher`
    is the one of the first `asked` entities that publishes the release.
    """

    release: Release
    text: str = field(init=False)
    tokens: list[Token] = field(init=False)
    sentences: list[Sentence] = field(init=False)
    entities: dict[str, Entity] = field(default_factory=dict)
    spans: Spans = field(default_factory=Spans)
    offices: list[tuple[int, int]] = field(default_factory=list)
    persons: dict[str, set[str]] = field(default_factory=dict)
    publisher: Entity | None = None
    asked: int = 0
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.text = self.release.text
        self.tokens = tokenize(self.text)
        self.sentences = list(sentences(self.text))
        self._starts = [token.start for token in self.tokens]

    def token_at(self, place: int) -> int:
        """Index of the first token that starts at or after a place."""
        return bisect_left(self._starts, place)

    def sentence_at(self, place: int) -> Sentence:
        """The sentence that holds a place, or the last before it."""
        return self.sentences[max(bisect_right(self.sentences, place, key=attrgetter("start")) - 1, 0)]

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """Tokens that start within a stretch of text."""
        return self.tokens[self.token_at(start) : self.token_at(end)]

    def type_of(self, span: Span) -> EntityType:
        """Type of the entity a span stands for."""
        return self.entities[span.id].type

    def add(self, entity: Entity, start: int, end: int, form: str = "name") -> bool:
        """Note that a stretch names an entity; False where a longer name already covers part of it.

        A document keeps the organisation inside its name: "Indien-Strategie des Bundestags" names both.
        """
        rivals = list(self.spans.overlapping(start, end))
        if entity.type == EntityType.DOCUMENT:
            rivals = [span for span in rivals if not (start < span.start and self.type_of(span) in ORGANISATIONS)]
        if any(rival.end - rival.start >= end - start for rival in rivals):
            return False
        for rival in rivals:
            self.spans.remove(rival)
        self.entities.setdefault(entity.id, entity)
        self.spans.add(Span(start, end, entity.id, form))
        return True

    def inner(self, span: Span) -> bool:
        """Whether a span lies inside a longer one."""
        around = self.spans.overlapping(span.start, span.end)
        return any(other.start <= span.start and span.end <= other.end and other != span for other in around)

    def covered(self, start: int, end: int) -> Span | None:
        """The span that overlaps a stretch, if any."""
        return self.spans.first(start, end)

    def within(self, start: int, end: int) -> Iterator[Span]:
        """Spans that lie in a stretch, in order."""
        return self.spans.within(start, end)

    def starting(self, place: int) -> Span | None:
        """The span that starts exactly at a place."""
        return self.spans.starting(place)
