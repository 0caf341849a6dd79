"""All relations as one CSV table, for spreadsheets and data frames."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from relgraph.store.block import Block, Values
from relgraph.store.contents import named_graphs
from relgraph.store.protocol import Store
from relgraph.store.sorting import Sorting
from relgraph.vocabulary import ONTOLOGY, PREFIXES, TOPIC, RelationType

COLUMNS = {
    "relation": "IRI of the relation",
    "type": "type of the relation, such as partnership",
    "status": "planned, active, concluded or ended",
    "subject": "IRI of the subject",
    "subject_label": "German name of the subject",
    "object": "IRI of the object; empty where the relation runs to topics only",
    "object_label": "German name of the object",
    "topics": "topics of the relation, joined by a blank",
    "document": "IRI of the document, where one is named",
    "document_label": "German name of the document",
    "event": "IRI of the event, where one is named",
    "event_label": "German name of the event",
    "role": "office of a person",
    "amount": "sum or quantity, in the sentence's words",
    "date": "day, month or year on which it happened",
    "from": "day, month or year since which it holds",
    "until": "day, month or year until which it holds",
    "confidence": "0 to 1: how far the rule is to be trusted",
    "rule": "id of the rule that read the sentence",
    "basis": "machine (read by rules), curated (annotated by hand) or reviewed (decided by a person)",
    "reviewer": "who decided, where it is reviewed",
    "reviewed_on": "day on which that was decided",
    "sentence": "the sentence, verbatim",
    "start": "place of its first character in the stored text",
    "end": "place behind its last character",
    "release": "identifier of the release",
    "release_title": "title of the release",
    "release_date": "date of the release",
    "publisher": "who published the release",
    "release_sha256": "SHA-256 of the stored text in UTF-8, in which the places count",
    "url": "where the release stands",
}
"""Columns of the table, one line a relation, and what each holds."""

_ENDS = ("subject", "object", "document", "event")
_OF_RELATION = ("status", *_ENDS, "role", "amount", "date", "from", "until", "confidence", "rule", "basis")
_OF_RELEASE = {
    "release": "dcterms:identifier", "release_title": "dcterms:title", "release_date": "dcterms:issued",
    "publisher": "dcterms:publisher", "release_sha256": "schema:sha256", "url": "dcterms:source",
}  # fmt: skip
_NEEDED = {"status", "subject", "confidence", "rule", "release", "release_title"}
_TYPE, _RELATION, _TOPIC = PREFIXES["rdf"] + "type", ONTOLOGY + "Relation", ONTOLOGY + "topic"
_EVIDENCE, _SELECTOR = ONTOLOGY + "evidence", PREFIXES["oa"] + "hasSelector"
_EXACT, _START, _END = (PREFIXES["oa"] + name for name in ("exact", "start", "end"))
_REVIEW = {"reviewer": ONTOLOGY + "reviewer", "reviewed_on": ONTOLOGY + "reviewedOn"}
_LABELS = (
    "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
    + 'SELECT ?thing ?value WHERE { ?thing rdfs:label ?value FILTER(langMatches(lang(?value), "de")) }'
)
_TYPES = {ONTOLOGY + kind.class_name: kind.value for kind in RelationType}

Cells = dict[str, str]


def relation_csv(store: Store, graphs: Iterable[Block] | None = None) -> Iterator[bytes]:
    """CSV with a heading and one line a relation, by release and place in its text, in pieces.

    `graphs` are the named graphs of the store, where somebody has read them already.
    """
    labels = _labels(store)
    with Sorting() as sorting:
        for graph in named_graphs(store) if graphs is None else graphs:
            for cells in _rows(graph, labels):
                # One line each, which the line breaks of a text would make several
                key = f"{cells['release']}\0{int(cells['start']):012}\0{cells['relation']}\0{json.dumps(cells)}\n"
                sorting.write(key.encode())
        yield _written(map(dict, [zip(COLUMNS, COLUMNS, strict=True)]))
        for lines in sorting.batches():
            yield _written(json.loads(line.rpartition(b"\0")[2]) for line in lines)


def _written(rows: Iterable[Cells]) -> bytes:
    out = io.StringIO()
    csv.DictWriter(out, COLUMNS, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def _labels(store: Store) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in store.rows(_LABELS):
        thing, label = row["thing"] or "", row["value"] or ""
        found[thing] = min(label, found.get(thing, label))
    return found


def _rows(graph: Block, labels: Mapping[str, str]) -> Iterator[Cells]:
    """Rows of one named graph; a value that is there several times makes several."""
    nodes = graph.values()
    release = nodes.get(graph.graph.decode()[1:-1], {})
    source = {name: release.get(_whole(term), []) for name, term in _OF_RELEASE.items()}
    for iri, said in nodes.items():
        if _RELATION not in said.get(_TYPE, ()):
            continue
        own = {name: said.get(ONTOLOGY + name, []) for name in _OF_RELATION} | source
        own["type"] = [_TYPES[kind] for kind in said[_TYPE] if kind in _TYPES]
        fixed = {"relation": iri, "topics": " ".join(sorted(one.removeprefix(TOPIC) for one in said.get(_TOPIC, ())))}
        for cells, quote, review in product(_choices(own), _quotes(said, nodes), _reviews(said)):
            told = {f"{end}_label": labels.get(cells[end], "") for end in _ENDS}
            words = {name: cells[name].removeprefix(ONTOLOGY) for name in ("status", "basis")}
            yield fixed | cells | quote | review | told | words


def _choices(values: Mapping[str, list[str]]) -> Iterator[Cells]:
    """One of each: what is not there is empty, unless it must be there."""
    columns = [found or ([] if name in _NEEDED else [""]) for name, found in values.items()]
    return (dict(zip(values, chosen, strict=True)) for chosen in product(*columns))


def _quotes(said: Mapping[str, list[str]], nodes: Values) -> Iterator[Cells]:
    for evidence in said.get(_EVIDENCE, ()):
        parts = [nodes.get(part, {}) for part in nodes.get(evidence, {}).get(_SELECTOR, ())]
        for quote, place in product(parts, parts):
            values = quote.get(_EXACT, ()), place.get(_START, ()), place.get(_END, ())
            yield from (dict(zip(("sentence", "start", "end"), chosen, strict=True)) for chosen in product(*values))


def _reviews(said: Mapping[str, list[str]]) -> list[Cells]:
    both = [said.get(term, []) for term in _REVIEW.values()]
    return [dict(zip(_REVIEW, chosen, strict=True)) for chosen in product(*both)] or [dict.fromkeys(_REVIEW, "")]


def _whole(term: str) -> str:
    prefix, _, name = term.partition(":")
    return PREFIXES[prefix] + name
