"""Runs a question of the catalogue."""

from collections.abc import Mapping
from dataclasses import replace

from relgraph.queries.parameters import bindings
from relgraph.queries.parts import LIMIT, asked_text, fetching_text, picking_text
from relgraph.queries.question import Question
from relgraph.store.protocol import Store
from relgraph.store.terms import Table


def run(question: Question, store: Store, params: Mapping[str, str]) -> Table:
    """The answer to a question: its columns, in its order; values are labels, IRIs, dates or numbers as typed.

    A question with a limit gives what belongs to the best that it picks, and says in `Table.total` how many there are
    where some are left out. It is asked in two steps, so that what is picked need not be found again to be counted.

    Raises:
        QueryError: a parameter is unknown, missing or malformed.
        UnknownName: a label names nothing; the message suggests.
        StoreError: the store cannot answer.
    """
    bound = bindings(question, params, store)
    limit = int(str(bound.pop(LIMIT))) if question.parameter(LIMIT) else None
    columns = tuple(column.name for column in question.columns)
    if not limit:
        return store.select(asked_text(question, bound, limit), bound).keep(columns)
    picked = store.select(picking_text(question, bound), bound, limit)
    answer = store.select(fetching_text(question, bound, picked), bound).keep(columns)
    return replace(answer, total=picked.total)
