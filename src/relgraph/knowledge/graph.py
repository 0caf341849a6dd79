"""A knowledge graph for programs: questions, typed things, relations with their sentences, other libraries' graphs.

Owns the one class and what its arguments accept; each piece of work is done by the room or module that knows it, and
imported when it is first needed.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from relgraph.errors import UnknownName
from relgraph.knowledge.answer import Answer
from relgraph.knowledge.counting import count_up
from relgraph.knowledge.given import Bound, Given, bound_term, moment_of, text_of
from relgraph.knowledge.relations import read_relations
from relgraph.knowledge.releases import all_releases, read_releases
from relgraph.knowledge.table import relation_answer
from relgraph.knowledge.things import all_entities, all_topics, read_entities, read_topics
from relgraph.knowledge.values import Counts, KnownRelation, Topic
from relgraph.knowledge.wanted import Wanted, with_narrower
from relgraph.model import Entity, Release
from relgraph.queries.question import ParameterType
from relgraph.queries.resolving import resolve
from relgraph.store.protocol import Store
from relgraph.store.terms import Iri

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from relgraph.understanding.reading import Reader


class KnowledgeGraph:
    """A graph that is open for reading; `open_graph` and `graph_of` give one.

    Wherever a thing is named, its German or English label, its ISO code, its IRI and the thing itself all do; a name
    that nothing bears is an `UnknownName`, which suggests. Closed by `close()`, or by the end of a `with` block.

    >>> import relgraph
    >>> said = relgraph.read_text("Japan ist bei der Robotik führend.", region="Baden-Württemberg")
    >>> with relgraph.graph_of([said]) as graph:
    ...     for relation in graph.relations(type="strength", subject="JP"):
    ...         print(relation.subject.name, relation.topics[0].name, relation.evidence.text, sep=" | ")
    Japan | Robotik | Japan ist bei der Robotik führend.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        """What the graph is read from; functions of other rooms take it."""

    @property
    def location(self) -> str:
        """Folder or address of its store."""
        return self.store.location

    def ask(
        self, words: str, *, language: str | None = None, today: str | date | None = None, choice: int = 1
    ) -> Answer:
        """Answer a question in German or English words; `Answer.reading` tells how they were understood.

        `language` is that of the answer, by default that of the question. "Last year" counts from `today`, by default
        the date of the newest release. `choice` takes another of the readings that `Answer.others` lists.

        Raises:
            UnknownName: it is no question of the catalogue; those that come nearest are suggested.
        """
        from relgraph.knowledge.questions import ask

        return ask(self._reader, words, language, None if today is None else text_of(today), choice)

    def query(self, question: str | Path, /, *, language: str = "de", **params: Given) -> Answer:
        """Answer a question of the catalogue by its name, or that of a file with such a header.

        Raises:
            UnknownName: no question has that name, or a label names nothing.
            QueryError: a parameter is unknown, missing or malformed.
        """
        from relgraph.knowledge.questions import ask_by_name

        named = {name: text_of(value) for name, value in params.items()}
        return ask_by_name(self.store, question, named, language)

    def sparql(self, text: str, /, **bindings: Bound) -> Answer:
        """Answer a SELECT or ASK; the usual prefixes are known, and variables are bound to what is given by name.

        Texts are bound as plain literals, and numbers, truth values and dates with their datatypes; `Iri` and `Literal`
        say the rest. `Answer.value` is the truth value of an ASK, and the number of a SELECT that counts.

        Raises:
            QueryError: the query is malformed, an update, calls another server, or gives triples.
        """
        from relgraph.knowledge.questions import ask_sparql

        return ask_sparql(self.store, text, {name: bound_term(value) for name, value in bindings.items()})

    def construct(self, text: str, /, **bindings: Bound) -> "rdflib.Graph":
        """Answer a CONSTRUCT or DESCRIBE as a graph of rdflib.

        Raises:
            QueryError: the query is malformed, or of another form.
        """
        from relgraph.knowledge.questions import construct

        return construct(self.store, text, {name: bound_term(value) for name, value in bindings.items()})

    def entity(self, name: str | Entity) -> Entity:
        """The entity that a label, a code or an IRI names.

        Raises:
            UnknownName: the graph has none; what comes near is suggested.
            QueryError: several bear the name.
        """
        iri = str(self._iri(name, ParameterType.ENTITY))
        found = read_entities(self.store, [iri])
        if iri not in found:  # the gazetteer knows it, the graph does not
            raise UnknownName(str(name), "entity of the graph")
        return found[iri]

    def entities(self, type: str | None = None) -> Iterator[Entity]:
        """Entities by IRI; `type` is a class such as `Country` or `ResearchInstitution`, or one above them.

        Raises:
            UnknownName: there is no such class.
        """
        return all_entities(self.store, type)

    def topic(self, name: str | Topic) -> Topic:
        """The topic that a label, an id or an IRI names.

        Raises:
            UnknownName: there is none; what comes near is suggested.
        """
        iri = str(self._iri(name, ParameterType.TOPIC))
        return read_topics(self.store, [iri])[iri]

    def topics(self) -> list[Topic]:
        """All topics that relations may have, by IRI."""
        return all_topics(self.store)

    def release(self, name: str) -> Release:
        """The release of that id, IRI or title, with its text.

        Raises:
            UnknownName: there is none; what comes near is suggested.
        """
        iri = str(self._iri(name, ParameterType.RELEASE))
        return read_releases(self.store, [iri])[iri]

    def releases(self) -> Iterator[Release]:
        """Releases by id, with their texts; some dozen are held at a time."""
        return all_releases(self.store)

    def relations(
        self,
        *,
        subject: str | Entity | None = None,
        object: str | Entity | None = None,
        entity: str | Entity | None = None,
        type: str | None = None,
        topic: str | Topic | None = None,
        status: str | None = None,
        release: str | Release | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        min_confidence: float = 0.0,
    ) -> Iterator[KnownRelation]:
        """Relations that fit all that is given, by release and place in its text; some releases are held at a time.

        `entity` stands at either end, or is the document or event. Of a symmetric relation subject and object may
        change places. `topic` means those below it too. `since` and `until` are days, months or years and go by
        `KnownRelation.when`.

        Raises:
            UnknownName: a label names nothing; what comes near is suggested.
            QueryError: a label names several things.
        """
        wanted = Wanted(
            subject=self._maybe(subject, ParameterType.ENTITY),
            object=self._maybe(object, ParameterType.ENTITY),
            entity=self._maybe(entity, ParameterType.ENTITY),
            type=self._maybe(type, ParameterType.RELATION_TYPE),
            topics=() if topic is None else with_narrower(self._iri(topic, ParameterType.TOPIC), self.store),
            status=self._maybe(status, ParameterType.STATUS),
            release=self._maybe(release.id if isinstance(release, Release) else release, ParameterType.RELEASE),
            since=None if since is None else moment_of(since),
            until=None if until is None else moment_of(until),
            min_confidence=min_confidence,
        )
        return read_relations(self.store, wanted)

    def table(self, relations: Iterable[KnownRelation] | None = None) -> Answer:
        """Relations, all of the graph where none are given, in the columns of `relations.csv` (docs/exports.md)."""
        return relation_answer(self.relations() if relations is None else relations)

    @cached_property
    def counts(self) -> Counts:
        """How much the graph holds."""
        return count_up(self.store)

    def nquads(self) -> Iterator[str]:
        """All statements as lines of N-Quads, as `export/relgraph.nq` holds them, one named graph after the other.

        Of a store in a folder, some ten thousand lines are held at a time, and of a server's all.
        """
        from relgraph.knowledge.rdf import data_lines

        return data_lines(self.store)

    def to_rdflib(self) -> "rdflib.Dataset":
        """All statements as a dataset of rdflib: a named graph for each release, what they share in the default graph.

        It is made in memory; thirty thousand statements take about a second.
        """
        from relgraph.knowledge.rdf import dataset_of

        return dataset_of(self.nquads())

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """Entities and topics as nodes, all relations of a type between two of them as one edge.

        `relgraph.network.projection.project` describes their attributes.
        """
        from relgraph.network.projection import project

        return project(self.store)

    def export(self, format: str) -> bytes:
        """All of it as a document: `ttl nt nq trig xml jsonld graphml csv`.

        Raises:
            StoreError: there is no such format.
        """
        from relgraph.export import export

        return b"".join(export(self.store, format))

    def close(self) -> None:
        """Let go of files and connections."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<KnowledgeGraph {self.location}>"

    @cached_property
    def _reader(self) -> "Reader":
        from relgraph.understanding.reading import Reader

        return Reader(self.store)

    def _iri(self, name: "str | Entity | Topic", kind: ParameterType) -> Iri:
        return resolve(text_of(name), kind, self.store)

    def _maybe(self, name: "str | Entity | Topic | None", kind: ParameterType) -> Iri | None:
        return None if name is None else self._iri(name, kind)
