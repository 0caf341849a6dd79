"""What a person is shown of a thing to decide: a title, sentences with names marked, rows of details, choices."""

from collections.abc import Iterator
from dataclasses import dataclass

from relgraph.errors import StoreError
from relgraph.explaining.reasons import explain_relation
from relgraph.explaining.sources import Releases
from relgraph.explaining.telling import reading_label
from relgraph.explaining.words import number, status_label, type_label
from relgraph.names.folding import folded
from relgraph.names.topics import topic_index
from relgraph.review.items import Item, NameItem, PairItem, RelationItem
from relgraph.review.material import Known, Material, Source
from relgraph.review.words import say

_DETAILS = ("document", "event", "role", "amount", "date", "from_", "until")


@dataclass(frozen=True)
class Sentence:
    """A sentence, with the stretches of it that name an end; `source` says where it stands."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    source: str = ""


@dataclass(frozen=True)
class Card:
    """One thing to decide, as it is shown."""

    title: str
    sentences: tuple[Sentence, ...]
    rows: tuple[tuple[str, str], ...]
    choices: tuple[str, ...]


class Cards:
    """Makes cards, in one language."""

    def __init__(self, material: Material, releases: Releases, language: str) -> None:
        self._material, self._releases, self._language = material, releases, language

    def card(self, item: Item) -> Card:
        """The card of an item."""
        match item:
            case RelationItem():
                return self._relation(item)
            case NameItem():
                return self._name(item)
            case PairItem():
                return self._pair(item)

    def title(self, item: Item) -> str:
        """What is asked about, in a line."""
        match item:
            case RelationItem():
                relation = item.relation
                other = self._called(relation.object) if relation.object else self._topics(relation.topics)
                return reading_label(relation.type, self._called(relation.subject), other, self._language)
            case NameItem():
                kind = type_label(item.known.type, self._language)
                return say(self._language, "titles", "name", name=item.known.name, type=kind)
            case PairItem():
                return say(self._language, "titles", "pair", one=item.known.name, other=item.other.name)

    def _relation(self, item: RelationItem) -> Card:
        sentence, ends = self._sentence(item)
        rows = [*ends, (say(self._language, "rows", "status"), status_label(item.relation.status, self._language))]
        if item.relation.object and item.relation.topics:
            rows.append((say(self._language, "rows", "topics"), self._topics(item.relation.topics)))
        for name in _DETAILS:
            if (value := getattr(item.relation, name)) is not None:
                key = name.rstrip("_")
                rows.append(
                    (say(self._language, "rows", key), self._called(value) if key in ("document", "event") else value)
                )
        confidence = number(item.relation.confidence, self._language)
        told = say(self._language, "values", "confidence", rule=item.relation.rule, n=confidence)
        rows.append((say(self._language, "rows", "rule"), told))
        rows += self._origin(item.source)
        return Card(self.title(item), (sentence,), tuple(rows), self._choices("accept", "reject", "correct"))

    def _sentence(self, item: RelationItem) -> tuple[Sentence, list[tuple[str, str]]]:
        """The sentence with its ends marked and a word on each, from the release read again; else by their names."""
        evidence, release = item.relation.evidence, self._releases.get(item.source.id)
        rows: list[tuple[str, str]] = []
        marks: list[tuple[int, int]] = []
        try:
            ends = explain_relation(release, item.relation, self._language).ends if release else ()
        except StoreError:  # the store was built by other rules: names will do
            ends = ()
        for end in ends:
            if end.mention and evidence.start <= end.mention.start and end.mention.end <= evidence.end:
                marks.append((end.mention.start - evidence.start, end.mention.end - evidence.start))
            if end.end in ("subject", "object"):
                rows.append((say(self._language, "rows", end.end), f"{end.name}: {end.text}"))
        if not ends:
            named = (self._called(iri) for iri in (item.relation.subject, item.relation.object) if iri)
            marks = [place for name in named if (place := _found(name, evidence.text))]
        return Sentence(evidence.text, tuple(sorted(marks))), rows

    def _name(self, item: NameItem) -> Card:
        rows = [(say(self._language, "rows", "one"), self._known(item.known))]
        for place, one in enumerate(item.candidates, 1):
            values = {"name": one.name, "type": type_label(one.type, self._language), "id": one.id}
            told = say(self._language, "values", "likeness", n=round(one.likeness), **values)
            rows.append((say(self._language, "rows", "candidate", n=place), told))
        choices = (say(self._language, "choices", "link", n=len(item.candidates)), *self._choices("none", "unsure"))
        return Card(self.title(item), tuple(self._sayings(item.known)), tuple(rows), choices)

    def _pair(self, item: PairItem) -> Card:
        both = (("one", item.known), ("other", item.other))
        rows = tuple((say(self._language, "rows", key), self._known(known)) for key, known in both)
        sentences = tuple(sentence for _, known in both for sentence in self._sayings(known))
        return Card(self.title(item), sentences, rows, self._choices("same", "different", "unsure"))

    def _sayings(self, known: Known) -> Iterator[Sentence]:
        for one in self._material.sayings(known.id):
            place = _found(known.name, one.sentence)
            yield Sentence(one.sentence, (place,) if place else (), ", ".join(filter(None, (one.release, one.date))))

    def _known(self, known: Known) -> str:
        values = {"name": known.name, "type": type_label(known.type, self._language)}
        return say(self._language, "values", "known", n=known.releases, **values)

    def _origin(self, source: Source) -> Iterator[tuple[str, str]]:
        told = ", ".join(filter(None, (source.id, source.date, source.publisher)))
        yield say(self._language, "rows", "release"), f"{told}: {source.title}"
        if source.url:
            yield say(self._language, "rows", "url"), source.url

    def _choices(self, *keys: str) -> tuple[str, ...]:
        moves = ("skip", "undo", "quit") if keys[-1] in ("correct", "unsure") else ()
        return tuple(say(self._language, "choices", key) for key in (*keys, *moves))

    def _called(self, iri: str) -> str:
        known = self._material.entities.get(iri)
        return known.name if known else iri.rpartition("/")[2]

    def _topics(self, topics: tuple[str, ...]) -> str:
        return ", ".join(topic_index().label(topic, self._language) for topic in topics)


def _found(name: str, sentence: str) -> tuple[int, int] | None:
    """Where a sentence says a name as it stands, or the last word of it, as of persons; nothing if it does not."""
    for words in (name, name.rpartition(" ")[2]):
        place = sentence.find(words)
        if place >= 0 and folded(words):
            return place, place + len(words)
    return None
