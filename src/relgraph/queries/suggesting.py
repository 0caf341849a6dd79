"""Values that a parameter may take in this graph, those with the most evidence first.

Counted are the relations that the question reads: those that a value is an end of, itself or by a part of it, or
whose topic, status or type it is. Owns no resolving: a suggested value is one that `relgraph.queries.resolving` takes.
"""

import re
from dataclasses import dataclass

from relgraph.errors import QueryError, UnknownName
from relgraph.queries.question import Parameter, ParameterType, Question
from relgraph.queries.resolving import resolve
from relgraph.store.protocol import Store
from relgraph.store.terms import Iri, Literal
from relgraph.vocabulary import ONTOLOGY, TOPIC

SUGGESTED = (
    ParameterType.ENTITY,
    ParameterType.TOPIC,
    ParameterType.STATUS,
    ParameterType.RELATION_TYPE,
    ParameterType.RELEASE,
)
"""Types of parameters that values are suggested for."""

_COUNTED = """SELECT ?thing (SAMPLE(?own) AS ?name) (SAMPLE(?german) AS ?other_name)
  (COUNT(DISTINCT ?relation) AS ?relations) (COUNT(DISTINCT ?graph) AS ?releases)
WHERE {{
  {{ SELECT DISTINCT ?thing ?relation ?graph WHERE {{ {pattern} }} }}
  OPTIONAL {{ ?thing rdfs:label|skos:prefLabel ?own FILTER(LANG(?own) = ?language) }}
  OPTIONAL {{ ?thing rdfs:label|skos:prefLabel ?german FILTER(LANG(?german) = "de") }}
}}
GROUP BY ?thing
ORDER BY DESC(?releases) DESC(?relations) ?thing
LIMIT {limit}"""
_ENTITIES = """{{ GRAPH ?graph {{ ?relation rg:subject ?end {typed} }} }}
  UNION {{ GRAPH ?graph {{ ?relation rg:object ?end {typed} }} }}
  UNION {{ GRAPH ?graph {{ ?relation rg:document ?end {typed} }} }}
  UNION {{ GRAPH ?graph {{ ?relation rg:event ?end {typed} }} }}
  {reach} ?thing a rg:{above} ."""
_TOPICS = """GRAPH ?graph {{ ?relation rg:topic ?matter {typed} }}
  ?matter skos:broader* ?thing . ?thing a rg:Topic . {below}"""
_STATUSES = "GRAPH ?graph {{ ?relation rg:status ?thing {typed} }}"
_TYPES = "GRAPH ?graph {{ ?relation a rg:Relation , ?thing }} FILTER(?thing != rg:Relation) {typed}"
_RELEASES = """SELECT ?thing ?name ?other_name ?relations (1 AS ?releases)
WHERE {{
  {{ SELECT ?graph (COUNT(?relation) AS ?relations)
    WHERE {{ GRAPH ?graph {{ ?relation a rg:Relation }} }} GROUP BY ?graph }}
  GRAPH ?graph {{ ?graph dcterms:title ?name }}
  OPTIONAL {{ GRAPH ?graph {{ ?graph dcterms:issued ?issued }} }}
  BIND(?graph AS ?thing) BIND(?name AS ?other_name)
}}
ORDER BY DESC(STR(?issued)) ?graph
LIMIT {limit}"""


@dataclass(frozen=True)
class Suggestion:
    """A value to type, the name of what it stands for, and how much evidence there is for it."""

    value: str
    name: str
    relations: int
    releases: int


def suggestions(
    question: Question, parameter: Parameter, store: Store, *, language: str = "de", limit: int = 10
) -> list[Suggestion]:
    """What the graph has for a parameter, at most `limit` values; nothing for dates, numbers and texts.

    Raises:
        StoreError: the store cannot answer.
    """
    if parameter.type not in SUGGESTED:
        return []
    table = store.select(_sparql(question, parameter, limit), {"language": Literal(language)})
    return [_suggestion(row, parameter.type, store) for row in table.dicts()]


def _sparql(question: Question, parameter: Parameter, limit: int) -> str:
    if parameter.type is ParameterType.RELEASE:
        return _RELEASES.format(limit=limit)
    kinds = " ".join(f"rg:{kind.class_name}" for kind in question.relations)
    typed = f"; a ?kind . VALUES ?kind {{ {kinds} }}" if kinds else ""
    match parameter.type:
        case ParameterType.ENTITY:
            # Only where the query itself reaches down to parts do they count for the whole
            parts = re.search(rf"rg:(partOf\*|within) \?{parameter.name}\b", question.text)
            reach = "?end rg:within ?thing ." if parts else "BIND(?end AS ?thing)"
            pattern = _ENTITIES.format(typed=typed, reach=reach, above=parameter.suggest or "Entity")
        case ParameterType.TOPIC:
            below = f"?thing skos:broader* {Iri(TOPIC + parameter.suggest).n3()} ." if parameter.suggest else ""
            pattern = _TOPICS.format(typed=typed, below=below)
        case ParameterType.STATUS:
            pattern = _STATUSES.format(typed=typed)
        case _:
            pattern = _TYPES.format(typed=f"VALUES ?thing {{ {kinds} }}" if kinds else "")
    return _COUNTED.format(pattern=pattern, limit=limit)


def _suggestion(row: dict[str, str | None], kind: ParameterType, store: Store) -> Suggestion:
    iri = str(row["thing"])
    name = row["name"] or row["other_name"] or iri
    local = iri.removeprefix(TOPIC).removeprefix(ONTOLOGY) if kind is not ParameterType.RELEASE else iri.rsplit("/")[-1]
    shown = [local, iri] if kind is ParameterType.RELEASE else [name, local, iri]
    value = next(value for value in shown if _names(value, iri, kind, store))
    return Suggestion(value, name, int(row["relations"] or 0), int(row["releases"] or 0))


def _names(value: str, iri: str, kind: ParameterType, store: Store) -> bool:
    """Whether a value stands for this thing and no other."""
    try:
        return value == iri or resolve(value, kind, store) == Iri(iri)
    except (UnknownName, QueryError):
        return False
