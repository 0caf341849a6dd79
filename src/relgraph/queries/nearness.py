"""Names of the graph that come near a label of which it knows nothing."""

import re

from rapidfuzz import fuzz, process

from relgraph.names.folding import folded
from relgraph.store.protocol import Store

_TIED = "SELECT DISTINCT ?label { ?tie a rg:Tie ; rg:subject|rg:object ?thing . ?thing rdfs:label ?label }"
_LIKE, _SHORTEST = 75, 5


def near_names(label: str, store: Store, most: int = 3) -> list[str]:
    """Names of what has ties: those with a word that begins as the label does for longest, then those spelt alike.

    A beginning counts from five letters on; the label itself is none of them.
    """
    wanted = folded(label)
    names = {name: folded(name) for name in sorted({str(row[0]) for row in store.select(_TIED).rows})}
    names = {name: key for name, key in names.items() if key != wanted}
    begun = {name: max(_shared(wanted, word) for word in re.split(r"[\s-]+", key)) for name, key in names.items()}
    found = process.extract(wanted, names, scorer=fuzz.ratio, score_cutoff=_LIKE, limit=None)
    alike = {name: score for _, score, name in found}
    near = [name for name in names if begun[name] >= _SHORTEST or name in alike]
    return sorted(near, key=lambda name: (begun[name] < _SHORTEST, -begun[name], -alike.get(name, 0), name))[:most]


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike.

    >>> _shared("alpenraum", "alpenrhein")
    6
    """
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
