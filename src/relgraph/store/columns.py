"""The columns of `SELECT *`, in the order in which a question names them: the engine has them by the alphabet."""

import re
from collections.abc import Sequence

from relgraph.store.guard import prologue
from relgraph.store.lexing import words

_GAP = r"(?:\s|#[^\n\r]*)*+"
_STAR = re.compile(rf"SELECT{_GAP}(?:(?:DISTINCT|REDUCED){_GAP})?(?P<star>\*)", re.IGNORECASE)


def star(sparql: str) -> int | None:
    """Where the star of `SELECT *` stands; nothing where the columns are named.

    >>> star("SELECT DISTINCT * { ?s ?p ?o }"), star("SELECT ?s { ?s ?p ?o }")
    (16, None)
    """
    found = _STAR.match(sparql, len(prologue(sparql)))
    return found.start("star") if found else None


def spelt(sparql: str, place: int, columns: Sequence[str]) -> str:
    """The question with its columns named instead of the star.

    >>> spelt("SELECT * { ?s ?p ?o }", 7, ["o", "p", "s"])
    'SELECT ?s ?p ?o { ?s ?p ?o }'
    """
    if not columns:
        return sparql
    named = dict.fromkeys(word.text[1:] for word in words(sparql) if word.kind == "variable")
    order = [*(name for name in named if name in columns), *(name for name in columns if name not in named)]
    return f"{sparql[:place]}{' '.join(f'?{name}' for name in order)}{sparql[place + 1 :]}"
