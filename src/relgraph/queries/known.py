"""Whether a store knows all terms of the ontology that a question reads.

One that another version of relgraph has built may know fewer: what it does not tell would be left out of the answer,
and nobody would see that.
"""

import re

from relgraph.errors import StoreError
from relgraph.queries.parts import blanked
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY

_TERM = re.compile(r"(?<![\w:])rg:(\w+)")
_SIGN = "Tie"
"""A term of every version: a store that lacks it holds data without an ontology, and says nothing of its version."""


def check_known(text: str, store: Store) -> None:
    """See that a store knows the terms of a question's SPARQL.

    Raises:
        StoreError: it has an ontology that lacks some.
    """
    named = {_SIGN, *_TERM.findall(blanked(text))}
    listed = " ".join(f"<{ONTOLOGY}{name}>" for name in sorted(named))
    rows = store.rows(f"SELECT DISTINCT ?term WHERE {{ VALUES ?term {{ {listed} }} ?term a ?kind }}")
    missing = named - {str(row["term"]).removeprefix(ONTOLOGY) for row in rows}
    if missing and _SIGN not in missing:
        terms = ", ".join(f"rg:{name}" for name in sorted(missing))
        raise StoreError(
            store.location,
            f"knows no {terms}; if another version of relgraph has built it, `relgraph build` makes it anew",
        )
