"""What has to be said to Virtuoso 7 otherwise, and what it answers otherwise, than the standard has it.

Owns text and terms; nothing is asked here. Tried with 7.2.5 (`tests/store/test_behaviour.py`).
"""

import json
import re
from collections.abc import Iterator, Mapping

from relgraph.store.binding import block
from relgraph.store.lexing import Word, words
from relgraph.store.protocol import Answer
from relgraph.store.standing import DEFAULT, LOAD
from relgraph.store.terms import Iri, Literal, Table, Term
from relgraph.vocabulary import ONTOLOGY

HINT = 'define sql:select-option "order" '
"""Before all else in a question: patterns are taken in the order in which they stand.

Ours stand with the rarest end first. Left to itself, the planner takes minutes over some, and gives up or forgets rows.
"""
_HELPER = "relgraph_graph_"
"""What the variables begin with that stand for graphs named in a question."""
_HIDDEN = f"<{DEFAULT}>, <{LOAD}>"
_OURS = re.compile(re.escape(ONTOLOGY.removesuffix("ontology#")) + r"[^\s<>]+")
_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"
_TRUTH = {"1": "true", "0": "false"}


def mended_body(body: bytes) -> bytes:
    """An answer in JSON without what is no term: `IRI("")`, which is an error and so nothing, comes as an empty IRI."""
    answer = json.loads(body)
    for row in answer["results"]["bindings"]:
        for name in [name for name, term in row.items() if term["type"] == "uri" and not term["value"]]:
            del row[name]
    return json.dumps(answer).encode()


def mended(answer: Answer) -> Answer:
    """An answer with what IRI() made of a text as IRI, and without the columns that the question did not ask for."""
    if not isinstance(answer, Table):
        return answer
    table = as_loaded(answer)
    table.rows[:] = [tuple(map(_made, row)) for row in table.rows]
    return table.keep(tuple(name for name in table.columns if not name.startswith(_HELPER)))


def as_loaded(table: Table) -> Table:
    """A table with booleans as they were loaded: they come as numbers."""
    rows = [tuple(map(_truth, row)) for row in table.rows]
    return Table(table.columns, rows, table.total, table.more)


def _truth(term: Term | None) -> Term | None:
    if isinstance(term, Literal) and term.datatype == _BOOLEAN:
        return Literal(_TRUTH.get(term.value, term.value), _BOOLEAN)
    return term


def _made(term: Term | None) -> Term | None:
    if isinstance(term, Literal) and term.language is None and term.datatype is None and _OURS.fullmatch(term.value):
        return Iri(term.value)
    return term


def question(sparql: str, bindings: Mapping[str, Term]) -> str:
    """Give a bound question whose `GRAPH ?g` is no graph of ours but a release's, and whose `GRAPH <iri>` is seen.

    Virtuoso shows no graph that is named in the question unless the protocol names it too, and then no other. And a
    path that begins at a variable of VALUES begins nowhere, or everywhere, unless a FILTER says the same again.

    >>> question("ASK { GRAPH id:a { ?s a ?type } ?s ?p ?o }", {})
    'ASK { GRAPH ?relgraph_graph_0 { ?s a ?type } FILTER(?relgraph_graph_0 = id:a) ?s ?p ?o }'
    """
    if bindings:
        stated = block(bindings)
        iris = "".join(f" FILTER(?{name} = {term.n3()})" for name, term in bindings.items() if isinstance(term, Iri))
        sparql = sparql.replace(stated, stated + iris)
    edits: list[tuple[int, int, str]] = []
    for number, (name, end) in enumerate(_graphs(sparql)):
        if name.kind == "variable":
            edits.append((end, end, f" FILTER({name.text} NOT IN ({_HIDDEN}))"))
        else:
            variable = f"?{_HELPER}{number}"
            edits.append((name.start, name.end, variable))
            edits.append((end, end, f" FILTER({variable} = {name.text})"))
    for start, end, text in sorted(edits, reverse=True):
        sparql = sparql[:start] + text + sparql[end:]
    return sparql


def _graphs(sparql: str) -> Iterator[tuple[Word, int]]:
    """What a `GRAPH` names, and the end of its group."""
    found = list(words(sparql))
    for number, (word, name, brace) in enumerate(zip(found, found[1:], found[2:], strict=False)):
        if word.says("GRAPH") and name.kind in ("variable", "iri", "name") and brace.says("{"):
            closing = (other for other in found[number + 3 :] if other.says("}") and other.depth == brace.depth)
            yield name, next(closing, found[-1]).end  # malformed without one, as the server will say
