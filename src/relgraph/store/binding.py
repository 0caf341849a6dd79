"""Binds values in a query for a server that has no parameters of its own: a VALUES block at the head of WHERE.

The values are terms, not text, and written by `Term.n3()`, which escapes. The limits follow from where VALUES stands:
a bound variable is seen by the outermost group of WHERE, its FILTERs and its OPTIONALs, but not by FILTERs inside
nested groups, UNION branches and sub-selects that use the variable nowhere else. Owns no transport.
"""

import re
from collections.abc import Mapping

from relgraph.errors import QueryError
from relgraph.store.guard import query_form
from relgraph.store.terms import Blank, Term

_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_TOKEN = re.compile(
    r"""(?P<skip> \#[^\n\r]* | <[^<>"{}|^`\\\x00-\x20]*>
      | \"\"\"(?:[^"\\]|\\.|"(?!""))*+\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*+'''
      | "(?:[^"\\\n\r]|\\.)*+" | '(?:[^'\\\n\r]|\\.)*+' )
      | (?P<mark>[{}()])""",
    re.VERBOSE | re.DOTALL,
)
_SUBSELECT = re.compile(r"(?:\s|#[^\n\r]*)*+SELECT\b", re.IGNORECASE)


def bind(sparql: str, bindings: Mapping[str, Term]) -> str:
    r"""Give the query with its variables bound.

    >>> from relgraph.store.terms import Literal
    >>> bind("SELECT ?name WHERE { ?who rdfs:label ?name }", {"name": Literal('"Japan"', language="de")})
    'SELECT ?name WHERE { VALUES (?name) { ("\\"Japan\\""@de) } ?who rdfs:label ?name }'

    Raises:
        QueryError: a name is no variable, a value has no name, or WHERE cannot take the block.
    """
    for name, term in bindings.items():
        if not _VARIABLE.fullmatch(name):
            raise QueryError(repr(name), "is no name of a variable")
        if isinstance(term, Blank):
            raise QueryError(str(term), "a node without a name cannot be a parameter")
    start = _start_of_where(sparql)
    if _SUBSELECT.match(sparql, start):
        raise QueryError("SPARQL", "a query whose WHERE is a sub-select takes no parameters on a remote store")
    variables = " ".join(f"?{name}" for name in bindings)
    values = " ".join(term.n3() for term in bindings.values())
    return f"{sparql[:start]} VALUES ({variables}) {{ ({values}) }}{sparql[start:]}"


def _start_of_where(sparql: str) -> int:
    """Where the outermost group begins: the first braces outside brackets, after a CONSTRUCT's template."""
    template = query_form(sparql) == "CONSTRUCT"
    braces = brackets = groups = 0
    for token in _TOKEN.finditer(sparql):
        mark = token.group("mark")
        if mark in ("(", ")"):
            brackets += 1 if mark == "(" else -1
        elif mark == "{":
            groups += braces == 0 and brackets == 0
            if groups == 1 + template and brackets == 0:
                return token.end()
            braces += 1
        elif mark == "}":
            braces -= 1
    raise QueryError("SPARQL", "no WHERE to bind parameters in")
