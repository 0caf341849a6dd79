"""Examples of questions in SPARQL, as other endpoints list theirs: the catalogue, each with values that it runs with.

The words are SHACL's for queries in RDF, and those that the examples of the Swiss Institute of Bioinformatics have made
usual beside them.
"""

from collections.abc import Iterator, Mapping

from rdflib import Literal
from rdflib.namespace import XSD

from relgraph.describing.terms import lines, says
from relgraph.errors import QueryError, UnknownName
from relgraph.graph.terms import Quad, text
from relgraph.queries.catalogue import catalogue
from relgraph.queries.question import Question
from relgraph.queries.standing import standing_text
from relgraph.store.guard import prefixes
from relgraph.store.protocol import Store
from relgraph.understanding.lexicon import cues

QUESTIONS = "https://w3id.org/relgraph/question/"
"""Namespace of the questions of the catalogue."""
_TARGET, _KEYWORDS = "https://schema.org/target", "https://schema.org/keywords"
"""With https, unlike `schema:` elsewhere: so those who read examples know them."""


def example_lines(store: Store, endpoint: str) -> list[str]:
    """All questions that can be asked of a store, as sorted lines of N-Quads in the default graph.

    Those that need a value have the first of their examples in words that the store knows; where it knows none, the
    question is left out.

    Raises:
        StoreError: the store cannot answer.
    """
    return lines(quad for question in catalogue().values() for quad in _example(question, store, endpoint))


def _example(question: Question, store: Store, endpoint: str) -> Iterator[Quad]:
    for params in _values(question):
        try:
            query = standing_text(question, params, store)
        except (UnknownName, QueryError):
            continue  # this store knows no such name
        yield from _told(question, params, query, endpoint)
        return


def _values(question: Question) -> Iterator[Mapping[str, str]]:
    """Values that the question can be asked with, the fewest first."""
    needed = {parameter.name for parameter in question.parameters if parameter.required}
    if not needed:
        yield {}
    for example in cues()[question.name].examples:
        if needed <= set(example.params):
            yield {name: value for name, value in example.params.items() if name in needed}


def _told(question: Question, params: Mapping[str, str], query: str, endpoint: str) -> Iterator[Quad]:
    subject = f"{QUESTIONS}{question.name}"
    given = f" ({', '.join(f'{name}: {value}' for name, value in params.items())})" if params else ""
    yield from says(
        subject,
        ("rdf:type", "sh:SPARQLExecutable"),
        ("rdf:type", "sh:SPARQLSelectExecutable"),
        *(("rdfs:label", text(question.title[language], language)) for language in ("de", "en")),
        *(("rdfs:comment", text(question.question[language] + given, language)) for language in ("de", "en")),
        ("sh:select", Literal(query)),
        (_TARGET, endpoint),
        (_KEYWORDS, Literal(question.group)),
    )
    for name, namespace in prefixes(query).items():
        declared = f"{QUESTIONS}prefixes#{name}"
        yield from says(subject, ("sh:prefixes", f"{QUESTIONS}prefixes"))
        yield from says(f"{QUESTIONS}prefixes", ("sh:declare", declared))
        address = Literal(namespace, datatype=XSD.anyURI)
        yield from says(declared, ("sh:prefix", Literal(name)), ("sh:namespace", address))
