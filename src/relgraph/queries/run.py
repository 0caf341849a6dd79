"""Runs a question of the catalogue."""

from collections.abc import Mapping
from dataclasses import replace

from relgraph.queries.parameters import bindings
from relgraph.queries.parts import ALL, LIMIT, asked_text, counting_text
from relgraph.queries.question import Question
from relgraph.store.protocol import Store
from relgraph.store.terms import Table


def run(question: Question, store: Store, params: Mapping[str, str]) -> Table:
    """The answer to a question: its columns, in its order; values are labels, IRIs, dates or numbers as typed.

    A question with a limit gives its best rows, and says in `Table.total` how many there are.

    Raises:
        QueryError: a parameter is unknown, missing or malformed.
        UnknownName: a label names nothing; the message suggests.
        StoreError: the store cannot answer.
    """
    bound = bindings(question, params, store)
    limit = str(bound.pop(LIMIT)) if question.parameter(LIMIT) else None
    answer = store.select(asked_text(question, bound, limit), bound)
    answer = answer.keep(tuple(column.name for column in question.columns))
    if limit is None or len(answer.rows) < (int(limit) or ALL):
        return answer
    ((total,),) = store.select(counting_text(question, bound), bound).rows
    return replace(answer, total=int(str(total)))
