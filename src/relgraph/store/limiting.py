"""No more rows than one is ready to read: a LIMIT in the text, so that the engine stops there.

Owns the text only; who reads the answer sees by the one row more whether it was cut.
"""

from itertools import pairwise

from relgraph.store.guard import query_form
from relgraph.store.lexing import outer


def limited(sparql: str, most: int) -> str:
    r"""A SELECT that gives no more than `most` rows; where it has a smaller LIMIT itself, and other forms, as they are.

    >>> limited("SELECT * { ?s ?p ?o } OFFSET 2 # all", 10), limited("SELECT * { ?s ?p ?o } LIMIT 7", 10)
    ('SELECT * { ?s ?p ?o } OFFSET 2 # all\nLIMIT 10', 'SELECT * { ?s ?p ?o } LIMIT 7')
    """
    if query_form(sparql) != "SELECT":
        return sparql
    found = outer(sparql)
    for word, number in pairwise(found):
        if word.says("LIMIT") and number.text.isdecimal():
            if int(number.text) <= most:
                return sparql
            return f"{sparql[: number.start]}{most}{sparql[number.end :]}"
    values = next((word.start for word in found if word.says("VALUES")), None)
    if values is not None:  # the data block stands behind all else
        return f"{sparql[:values]}LIMIT {most} {sparql[values:]}"
    return f"{sparql}\nLIMIT {most}"
