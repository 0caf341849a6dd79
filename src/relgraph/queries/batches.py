"""Asks a store about many things at once: a question with a VALUES block of their IRIs, some hundred at a time.

So each question stays a plain join however large the graph is. Questions are constants of the code; only IRIs come from
outside, and they are checked.
"""

from collections.abc import Iterable, Iterator, Mapping

from relgraph.store.protocol import Store
from relgraph.store.terms import Iri
from relgraph.vocabulary import PREFIXES

Row = Mapping[str, str | None]

BATCH = 1_000


def batched(store: Store, question: str, things: Iterable[str]) -> Iterator[Row]:
    """Rows of a question with `?thing` bound to each of the things, in the order of their IRIs.

    It is bound behind the first `WHERE`, which may be that of a sub-select.

    Raises:
        QueryError: a thing is no IRI.
        StoreError: the store cannot answer.
    """
    head, _, body = question.partition("WHERE {")
    listed = sorted(set(things))
    for start in range(0, len(listed), BATCH):
        values = " ".join(Iri(thing).n3() for thing in listed[start : start + BATCH])
        yield from asked(store, f"{head}WHERE {{ VALUES ?thing {{ {values} }} {body}")


def asked(store: Store, question: str) -> Iterator[Row]:
    """Rows of a question, with the prefixes that it uses before it."""
    declared = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items() if f"{prefix}:" in question)
    return store.rows(declared + question)


def value(row: Row, column: str) -> str:
    """Value of a column that the question always binds.

    >>> value({"found": "https://w3id.org/relgraph/id/country/JP"}, "found")
    'https://w3id.org/relgraph/id/country/JP'
    """
    held = row[column]
    if held is None:
        raise ValueError(f"the question leaves ?{column} unbound")
    return held
