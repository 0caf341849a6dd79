"""Runs a question of the catalogue."""

from collections.abc import Mapping

from relgraph.queries.parameters import bindings
from relgraph.queries.question import Question
from relgraph.store.protocol import Store
from relgraph.store.terms import Table


def run(question: Question, store: Store, params: Mapping[str, str]) -> Table:
    """The answer to a question: its columns, in its order; values are labels, IRIs, dates or numbers as typed.

    Raises:
        QueryError: a parameter is unknown, missing or malformed.
        UnknownName: a label names nothing; the message suggests.
        StoreError: the store cannot answer.
    """
    answer = store.select(question.text, bindings(question, params, store))
    return answer.keep(tuple(column.name for column in question.columns))
