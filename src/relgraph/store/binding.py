"""Binds values in a query: a VALUES block at the head of WHERE, and of each sub-select's.

The values are terms, not text, and written by `Term.n3()`, which escapes; no value can end the block. Both stores bind
so. Oxigraph's own substitution would do for the embedded one, but comes after planning: counting what 10,000 releases
say of Japan by topic took 15 s with it, and 0.05 s with VALUES, which the planner sees. It also leaves out variables
that are not selected, and no server offers it.

The limits follow from where VALUES stands: a value is seen by the groups of a SELECT, their FILTERs, BINDs and
OPTIONALs, but not by a FILTER or BIND inside a nested group or UNION branch where nothing else binds the variable.
Owns no transport.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from relgraph.errors import QueryError
from relgraph.store.lexing import words
from relgraph.store.terms import Blank, Term

_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_FORMS = {"SELECT": 0, "ASK": 0, "DESCRIBE": 0, "CONSTRUCT": 1}
"""How many groups stand before WHERE: a CONSTRUCT has its template."""


def bind(sparql: str, bindings: Mapping[str, Term]) -> str:
    r"""Give the query with its variables bound.

    >>> from relgraph.store.terms import Literal
    >>> bind("SELECT ?name WHERE { ?who rdfs:label ?name }", {"name": Literal('"Japan"', language="de")})
    'SELECT ?name WHERE { VALUES (?name) { ("\\"Japan\\""@de) } ?who rdfs:label ?name }'

    Raises:
        QueryError: a name is no variable, a value has no name, or the query has no WHERE.
    """
    for name, term in bindings.items():
        if not _VARIABLE.fullmatch(name):
            raise QueryError(repr(name), "is no name of a variable")
        if isinstance(term, Blank):
            raise QueryError(str(term), "a node without a name cannot be a parameter")
    places = list(_heads(sparql))
    if not places:
        raise QueryError("SPARQL", "no WHERE to bind parameters in")
    for place in reversed(places):
        sparql = f"{sparql[:place]} {block(bindings)}{sparql[place:]}"
    return sparql


def block(bindings: Mapping[str, Term]) -> str:
    """The block that binds values, as it stands in a bound query."""
    variables = " ".join(f"?{name}" for name in bindings)
    values = " ".join(term.n3() for term in bindings.values())
    return f"VALUES ({variables}) {{ ({values}) }}"


def _heads(sparql: str) -> Iterator[int]:
    """Where each WHERE begins, but for one that holds nothing than a sub-select, which has its own."""
    tokens = [word for word in words(sparql) if word.kind in ("mark", "word")]
    waiting: list[tuple[int, int]] = []  # how deep forms stand whose WHERE is yet to come, and groups before it
    for token, following in pairwise([*tokens, None]):
        assert token is not None
        while waiting and waiting[-1][0] > token.depth:
            waiting.pop()
        if token.says(*_FORMS):
            waiting.append((token.depth, _FORMS[token.text.upper()]))
        elif token.says("{") and waiting and waiting[-1][0] == token.depth:
            depth, groups = waiting.pop()
            if groups:
                waiting.append((depth, groups - 1))
            elif following is None or not following.says("SELECT"):
                yield token.end
