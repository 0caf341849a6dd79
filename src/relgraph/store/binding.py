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

from relgraph.errors import QueryError
from relgraph.store.lexing import Word, words
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
    for number, token in enumerate(tokens):
        if token.says(*_FORMS):
            brace = _group_after(tokens[number + 1 :], skip=_FORMS[token.text.upper()])
            if brace is not None and not _is_subselect(brace, tokens):
                yield brace.end


def _group_after(tokens: list[Word], *, skip: int) -> Word | None:
    """The first brace outside brackets and other braces, some groups skipped."""
    depth = 0
    for token in tokens:
        if token.says("(", ")"):
            depth += 1 if token.text == "(" else -1
        elif token.says("{"):
            if depth == 0 and skip == 0:
                return token
            skip -= depth == 0
            depth += 1
        elif token.says("}"):
            depth -= 1
    return None


def _is_subselect(brace: Word, tokens: list[Word]) -> bool:
    following = tokens[tokens.index(brace) + 1 :]
    return bool(following) and following[0].says("SELECT")
