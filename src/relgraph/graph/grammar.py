"""Where a malformed question goes wrong, as a reader would say it: at the first word that cannot stand there.

The store's engine says where its parser gave up, which is often the end of the text; rdflib's parser says where the
part begins that it could make nothing of. Owns no questions: those are asked of `relgraph.store`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A place in a question, from line 1 and column 1, and what stands there; nothing at the end of the text."""

    line: int
    column: int
    found: str


def fault(sparql: str) -> Fault | None:
    """The first fault of a question; nothing where rdflib finds none, or cannot tell.

    >>> fault("SELECT ?s {\\n ?s a rg:Country ) }")
    Fault(line=2, column=18, found=')')
    """
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parseQuery(sparql)
    except ParseException as error:
        rest = error.pstr[error.loc :].split()
        return Fault(error.lineno, error.column, rest[0] if rest else "")
    except RecursionError:  # brackets in brackets in brackets
        return None
    return None
