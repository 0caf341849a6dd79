"""All relations as one CSV table, for spreadsheets and data frames."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping

from relgraph.store.protocol import Store
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

_OPTIONAL = ("object", "document", "event", "role", "amount", "date", "from", "until")
_PREFIXES = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
_RELATIONS = f"""{_PREFIXES}
SELECT ?relation ?type ?status ?subject {" ".join("?" + name for name in _OPTIONAL)} ?confidence ?rule
       ?basis ?reviewer ?reviewed_on ?sentence ?start ?end
       ?release ?release_title ?release_date ?publisher ?release_sha256 ?url
WHERE {{
  GRAPH ?graph {{
    ?relation a rg:Relation, ?type ; rg:subject ?subject ; rg:status ?status ; rg:confidence ?confidence ;
      rg:rule ?rule ; rg:evidence ?evidence .
    FILTER(?type != rg:Relation)
    ?evidence oa:hasSelector/oa:exact ?sentence ; oa:hasSelector ?position .
    ?position oa:start ?start ; oa:end ?end .
    ?graph dcterms:identifier ?release ; dcterms:title ?release_title .
    OPTIONAL {{ ?graph dcterms:issued ?release_date }}
    OPTIONAL {{ ?graph dcterms:publisher ?publisher }}
    OPTIONAL {{ ?graph schema:sha256 ?release_sha256 }}
    OPTIONAL {{ ?graph dcterms:source ?url }}
    OPTIONAL {{ ?relation rg:basis ?basis }}
    OPTIONAL {{ ?relation rg:reviewer ?reviewer ; rg:reviewedOn ?reviewed_on }}
    {" ".join(f"OPTIONAL {{ ?relation rg:{name} ?{name} }}" for name in _OPTIONAL)}
  }}
}}"""
_TOPICS = f"{_PREFIXES} SELECT ?thing ?value WHERE {{ GRAPH ?graph {{ ?thing a rg:Relation ; rg:topic ?value }} }}"
_LABELS = (
    f"""{_PREFIXES} SELECT ?thing ?value WHERE {{ ?thing rdfs:label ?value FILTER(langMatches(lang(?value), "de")) }}"""
)
_TYPES = {ONTOLOGY + kind.class_name: kind.value for kind in RelationType}


def relation_csv(store: Store) -> str:
    """CSV with a heading and one line a relation, by release and place in its text."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(_rows(store), key=lambda row: (row["release"], int(row["start"]), row["relation"])))
    return out.getvalue()


def _rows(store: Store) -> Iterable[dict[str, str]]:
    topics, labels = _values(store, _TOPICS), _values(store, _LABELS)
    for row in store.select(_RELATIONS).dicts():
        if row["type"] not in _TYPES:
            continue  # a superclass, stated beside the class
        line = {name: value or "" for name, value in row.items()}
        for end in ("subject", "object", "document", "event"):
            line[f"{end}_label"] = min(labels.get(line[end], [""]))
        line["topics"] = " ".join(sorted(topic.removeprefix(TOPIC) for topic in topics.get(line["relation"], ())))
        yield line | {"type": _TYPES[line["type"]]} | {n: line[n].removeprefix(ONTOLOGY) for n in ("status", "basis")}


def _values(store: Store, question: str) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in store.select(question).dicts():
        found[row["thing"] or ""].append(row["value"] or "")
    return found
