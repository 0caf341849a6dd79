"""The topics of `ontology/topics.ttl`: finding them in German text, and resolving what a user types.

How labels are read stands at the top of that file; which words a label finds, in `topic_labels`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from relgraph.errors import DataError, UnknownName
from relgraph.names.context import in_portfolio
from relgraph.names.folding import folded
from relgraph.names.making import of_names
from relgraph.names.matcher import Matcher
from relgraph.names.topic_labels import Label, Sense, cores, ellipses, read_core, whole_forms
from relgraph.resources import folder
from relgraph.vocabulary import ONTOLOGY, TOPIC


class TopicHit(NamedTuple):
    """A stretch of text that names a topic; of a compound, the member that does."""

    start: int
    end: int
    topic: str


class TopicIndex:
    """All topics with their labels.

    >>> [hit.topic for hit in topic_index().find("eine Wasserstoffstrategie und Umwelt- und Energietechnologien")]
    ['hydrogen', 'environmental-technology', 'energy-technology']
    """

    def __init__(self, labels: list[Label]) -> None:
        self._names = {(label.topic, label.language): label.text for label in labels if label.preferred}
        self.topics = tuple(sorted({label.topic for label in labels}))
        german = [label for label in labels if label.language in ("de", None)]
        self._matcher = Matcher(_gathered(german).items())
        self._whole = {form: label for label in german if not label.hidden for form in whole_forms(label)}
        self._keys = {folded(label.text): label.topic for label in reversed(labels)}
        self._keys |= {folded(topic): topic for topic in self.topics} | {folded(TOPIC + t): t for t in self.topics}

    def find(self, text: str) -> list[TopicHit]:
        """Topics that a German text names, the longest label where several overlap, in order."""
        senses = sorted(self._senses(text), key=lambda s: (s.start - s.end, -len(s.label.text), s.start, s.label.topic))
        taken: list[TopicHit] = []
        covered: set[int] = set()
        for sense in senses:
            if covered.isdisjoint(range(sense.start, sense.end)):
                covered.update(range(sense.start, sense.end))
                taken.append(TopicHit(sense.start, sense.end, sense.label.topic))
        return sorted(taken)

    def resolve(self, label: str) -> str:
        """Local name of the topic that a label, id or IRI stands for.

        Raises:
            UnknownName: no topic has the label; up to three suggestions come along.

        >>> topic_index().resolve("Robotik"), topic_index().resolve("artificial-intelligence")
        ('robotics', 'artificial-intelligence')
        """
        if (topic := self._keys.get(folded(label))) is not None:
            return topic
        raise UnknownName(label, "topic", self._suggestions(folded(label)))

    def label(self, topic: str, language: str = "de") -> str:
        """Name of a topic in German or English.

        Raises:
            UnknownName: there is no such topic or no label in the language.
        """
        try:
            return self._names[topic, language]
        except KeyError:
            raise UnknownName(topic, "topic") from None

    def _senses(self, text: str) -> Iterator[Sense]:
        lower = (
            text.lower()
            if len(text.lower()) == len(text)
            else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        )
        for start, stop, labels in self._matcher.find_inside(lower):
            for label in labels:
                if (sense := read_core(text, lower, start, stop, label)) and not in_portfolio(text, start):
                    yield sense
        yield from ellipses(text, lower, self._whole)

    def _suggestions(self, key: str) -> list[str]:
        from rapidfuzz import fuzz, process

        nearest = process.extract(key, sorted(self._keys), scorer=fuzz.ratio, limit=9, score_cutoff=60)
        found = dict.fromkeys(self.label(self._keys[name]) for name, _score, _ in nearest)
        return list(found)[:3]


def _gathered(labels: list[Label]) -> dict[str, tuple[Label, ...]]:
    table: dict[str, list[Label]] = {}
    for label in labels:
        for core in cores(label):
            table.setdefault(core, []).append(label)
    return {core: tuple(found) for core, found in table.items()}


@of_names
def topic_index() -> TopicIndex:
    """The one index of topics."""
    return TopicIndex(read_labels(folder("ontology") / "topics.ttl"))


def read_labels(path: Path) -> list[Label]:
    """Labels of every topic in a Turtle file, sorted; groups have none that count.

    Raises:
        DataError: the file is missing or not Turtle.
    """
    from rdflib import Graph, URIRef
    from rdflib.namespace import RDF, SKOS

    try:
        graph = Graph().parse(data=path.read_text(encoding="utf-8"), format="turtle")
    except (OSError, UnicodeDecodeError, SyntaxError) as error:
        raise DataError(path, str(error)) from error
    kinds = {SKOS.prefLabel: "preferred", SKOS.altLabel: "alternative", SKOS.hiddenLabel: "hidden"}
    labels = [
        Label(str(topic).removeprefix(TOPIC), str(text), getattr(text, "language", None), kind)
        for topic in graph.subjects(RDF.type, URIRef(ONTOLOGY + "Topic"))
        for predicate, kind in kinds.items()
        for text in graph.objects(topic, predicate)
    ]
    return sorted(labels, key=lambda label: (label.topic, label.kind, label.language or "", label.text))
