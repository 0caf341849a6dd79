"""Asking a question of some things: their IRIs stand where it has a comment `# VALUES ?name`.

A text of some lines may be asked of thousands of things at a dozen places; the guard looks at it before they are there.
"""

import re
from collections.abc import Collection, Mapping

from relgraph.store.terms import Iri

Things = Mapping[str, Collection[str]]
"""IRIs by the name of a variable."""

_MARK = re.compile(r"# VALUES \?(\w+)$", re.MULTILINE)


def listed(sparql: str, things: Things) -> str:
    r"""A question that is asked of these things alone; what they do not name is left as it is.

    >>> listed("ASK {\n# VALUES ?s\n?s ?p ?o }", {"s": ["a:1", "a:2"]})
    'ASK {\nVALUES ?s { <a:1> <a:2> }\n?s ?p ?o }'

    Raises:
        QueryError: a thing is no IRI.
    """
    told = {name: f"VALUES ?{name} {{ {' '.join(Iri(iri).n3() for iri in iris)} }}" for name, iris in things.items()}
    return _MARK.sub(lambda match: told.get(match[1], match[0]), sparql) if told else sparql
