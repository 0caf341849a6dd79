"""An answer with what it rests on: what its columns name, and the sentences it quotes, numbered as footnotes.

Owns no words and no format; the answer itself is that of `relgraph.queries.run`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from relgraph.queries.batches import Row, batched, value
from relgraph.queries.parts import asked_text
from relgraph.queries.question import Question
from relgraph.queries.run import run_bound, unlimited
from relgraph.store.binding import bind
from relgraph.store.protocol import Store
from relgraph.store.terms import Iri, Table, Term
from relgraph.vocabulary import ID, ONTOLOGY

_RELEASES = """SELECT ?thing ?property ?value WHERE { GRAPH ?thing { ?thing ?property ?value } FILTER(?property IN (
  dcterms:title, dcterms:issued, dcterms:publisher, dcterms:source, dcterms:language)) }"""
_QUOTES = """SELECT ?thing ?said ?words WHERE {
  GRAPH ?thing { ?said oa:hasSelector ?quote . ?quote oa:exact ?words } }"""
_STATING = "SELECT ?thing ?relation WHERE { GRAPH ?graph { ?relation rg:evidence ?thing } }"
_TOLD = """SELECT ?thing ?property ?value WHERE { GRAPH ?graph { ?thing ?property ?value } FILTER(?property IN (
  rdf:type, rg:status, rg:basis, rg:confidence, rg:subject, rg:object, rg:topic, rg:document, rg:event)) }"""
_ENDS = ("subject", "object", "topic", "document", "event")
_DUBLIN = "http://purl.org/dc/terms/"
_QUOTED = (("sentence", "release"), ("other_sentence", "other_release"))
"""Columns that hold a quoted sentence, and the release that it stands in."""


@dataclass(frozen=True, slots=True)
class Source:
    """A release as footnotes cite it."""

    iri: str
    title: str
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "de"


@dataclass(frozen=True, slots=True)
class Note:
    """A quoted sentence, and what is known of the relations that it states and a row tells of."""

    number: int
    sentence: str
    source: Source
    evidence: str | None
    relations: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    confidence: float | None = None
    """The least of the relations' confidences; nothing where people have read them."""


@dataclass(frozen=True)
class Sourced:
    """A question's answer: rows as the question gives them, things by column and footnotes by row."""

    question: str
    params: Mapping[str, str]
    table: Table
    things: Sequence[Mapping[str, str]]
    """For each row, the IRI of what a column names, by column; where it is ours."""
    cited: Sequence[tuple[int, ...]]
    """For each row, the numbers of its footnotes."""
    notes: Sequence[Note]
    sources: Mapping[str, Source]
    """Releases that cells name, by IRI."""
    sparql: str
    """What was asked, values bound."""

    @property
    def total(self) -> int:
        """How many rows there are, those that the limit has left out too."""
        return max(self.table.total or 0, len(self.table.rows))


def sourced(question: Question, store: Store, bound: Mapping[str, Term], params: Mapping[str, str]) -> Sourced:
    """The answer to a question for terms that `relgraph.queries.parameters` gives.

    Raises:
        StoreError: the store cannot answer.
    """
    whole = run_bound(question, store, bound)
    table = whole.keep(tuple(column.name for column in question.columns))
    things = [dict(_things(question, row)) for row in whole.dicts()]
    rows = list(table.dicts())
    sources = _sources(store, _releases(rows, bound))
    notes, cited = _notes(question, store, rows, things, sources, bound)
    terms, limit = unlimited(question, bound)
    text = asked_text(question, terms, limit)
    return Sourced(
        question=question.name, params=params, table=table, things=things, cited=cited, notes=notes, sources=sources,
        sparql=_spelt(bind(text, terms) if terms else text),
    )  # fmt: skip


def _things(question: Question, row: Row) -> Iterator[tuple[str, str]]:
    for column in question.columns:
        iri = row.get(column.of) if column.of else None
        if iri and not iri.startswith(ONTOLOGY) and row[column.name]:
            yield column.name, iri


def _releases(rows: Sequence[Row], bound: Mapping[str, Term]) -> set[str]:
    cells = {cell for row in rows for name, cell in row.items() if name.endswith("release") and cell}
    return {iri for iri in cells | {str(bound.get("release", ""))} if iri.startswith(f"{ID}release/")}


def _sources(store: Store, releases: Collection[str]) -> dict[str, Source]:
    held: dict[str, dict[str, str]] = defaultdict(dict)
    for row in batched(store, _RELEASES, releases):
        own, name = held[value(row, "thing")], value(row, "property").removeprefix(_DUBLIN)
        own[name] = min(value(row, "value"), own.get(name, value(row, "value")))
    return {
        iri: Source(
            iri, held[iri].get("title", iri.removeprefix(f"{ID}release/")), held[iri].get("issued"),
            held[iri].get("publisher"), held[iri].get("source"), held[iri].get("language", "de"),
        )
        for iri in sorted(releases)
    }  # fmt: skip


def _notes(
    question: Question,
    store: Store,
    rows: Sequence[Row],
    things: Sequence[Mapping[str, str]],
    sources: Mapping[str, Source],
    bound: Mapping[str, Term],
) -> tuple[list[Note], list[tuple[int, ...]]]:
    quoted = [list(_quoted(row, sources, str(bound.get("release", "")))) for row in rows]
    said = _evidence(store, {release for own in quoted for _, release in own})
    relations = _relations(store, {said[key] for own in quoted for key in own if key in said})
    kinds = {ONTOLOGY + kind.class_name for kind in question.relations}
    notes: dict[tuple[str, str], Note] = {}
    cited: list[tuple[int, ...]] = []
    for own, named in zip(quoted, things, strict=True):
        for key in own:
            evidence = said.get(key)
            stating = relations.get(evidence or "", ())
            held = [one for one in stating if one.types & kinds] or list(stating)
            most = max((len(one.ends & set(named.values())) for one in held), default=0)
            fitting = [one for one in held if len(one.ends & set(named.values())) == most]
            number = notes[key].number if key in notes else len(notes) + 1
            notes[key] = _note(number, key, sources[key[1]], evidence, fitting, notes.get(key))
        cited.append(tuple(notes[key].number for key in own))
    return list(notes.values()), cited


def _quoted(row: Row, sources: Mapping[str, Source], own: str) -> Iterator[tuple[str, str]]:
    for sentence, release in _QUOTED:
        words, iri = row.get(sentence), row.get(release) or (own if sentence == "sentence" else "")
        if words and iri and iri in sources:
            yield words, iri


def _evidence(store: Store, releases: Collection[str]) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for row in batched(store, _QUOTES, releases):
        key = value(row, "words"), value(row, "thing")
        found[key] = min(value(row, "said"), found.get(key, value(row, "said")))
    return found


@dataclass(frozen=True, slots=True)
class _Relation:
    iri: str
    types: frozenset[str]
    status: str
    basis: str
    confidence: float | None
    ends: frozenset[str]


def _relations(store: Store, evidence: Collection[str]) -> dict[str, list[_Relation]]:
    """Relations by the sentence that they rest on."""
    stated = sorted((value(row, "relation"), value(row, "thing")) for row in batched(store, _STATING, evidence))
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in batched(store, _TOLD, {iri for iri, _ in stated}):
        told[value(row, "thing")][value(row, "property").rsplit("#")[-1]].add(value(row, "value"))
    found: dict[str, list[_Relation]] = defaultdict(list)
    for iri, thing in stated:
        held = told[iri]
        status, basis = (min(held[name]).removeprefix(ONTOLOGY) for name in ("status", "basis"))
        sure = min(map(float, held["confidence"]), default=None)
        ends = frozenset[str]().union(*(held[name] for name in _ENDS))
        found[thing].append(_Relation(iri, frozenset(held["type"]), status, basis, sure, ends))
    return found


def _note(
    number: int, key: tuple[str, str], source: Source, evidence: str | None, held: Sequence[_Relation], old: Note | None
) -> Note:
    """A footnote; one that further rows cite gathers what they tell of."""
    before = old or Note(number, key[0], source, evidence)
    sure = [one.confidence for one in held if one.confidence is not None and one.basis == "machine"]
    least = [*sure, *([] if before.confidence is None else [before.confidence])]
    return Note(
        number=number, sentence=key[0], source=source, evidence=evidence,
        relations=tuple(dict.fromkeys([*before.relations, *(one.iri for one in held)])),
        statuses=tuple(sorted({*before.statuses, *(one.status for one in held)})),
        bases=tuple(sorted({*before.bases, *(one.basis for one in held)})),
        confidence=min(least, default=None),
    )  # fmt: skip


def _spelt(sparql: str) -> str:
    """The query without its header and marks, each block of values on a line of its own."""
    lines = [line for line in sparql.splitlines() if not line.startswith("#+") and line.strip() not in ("#?",)]
    kept = [line for line in lines if not line.strip().startswith("#?")]
    text = "\n".join(kept).strip()
    return text.replace("{ VALUES (", "{\n  VALUES (") + "\n"


def triples(store: Store, relations: Collection[str]) -> list[str]:
    """N-Triples lines of relations with all that they rest on: sentences, releases, names and types of their ends.

    Raises:
        StoreError: the store cannot answer.
    """
    wanted = sorted(set(relations))
    found: set[str] = set()
    for question in _DESCRIBED:
        for start in range(0, len(wanted), _BATCH):
            values = " ".join(Iri(iri).n3() for iri in wanted[start : start + _BATCH])
            found |= set(store.construct(question.replace("VALUES", f"VALUES ?relation {{ {values} }}")))
    return sorted(found)


_BATCH = 300
_PREFIXES = """PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rg: <https://w3id.org/relgraph/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_DESCRIBED = tuple(
    _PREFIXES + question
    for question in (
        "CONSTRUCT { ?relation ?p ?o } WHERE { VALUES GRAPH ?g { ?relation ?p ?o } }",
        "CONSTRUCT { ?said ?p ?o } WHERE { VALUES GRAPH ?g { ?relation rg:evidence ?said . ?said ?p ?o } }",
        """CONSTRUCT { ?selector ?p ?o } WHERE {
          VALUES GRAPH ?g { ?relation rg:evidence ?said . ?said oa:hasSelector ?selector . ?selector ?p ?o } }""",
        """CONSTRUCT { ?g ?p ?o } WHERE { VALUES GRAPH ?g { ?relation a rg:Relation . ?g ?p ?o }
          FILTER(?p IN (
            rdf:type, dcterms:identifier, dcterms:title, dcterms:issued, dcterms:publisher, dcterms:source)) }""",
        """CONSTRUCT { ?end a ?type ; ?named ?name } WHERE { VALUES
          GRAPH ?g { ?relation rg:subject|rg:object|rg:topic|rg:document|rg:event ?end }
          ?end a ?type ; ?named ?name FILTER(?named IN (rdfs:label, skos:prefLabel)) }""",
    )
)
"""What is told of relations, one part after the other, so that no part multiplies another."""
