"""Runs a question of the catalogue."""

from collections.abc import Mapping
from dataclasses import replace

from relgraph.queries.known import check_known
from relgraph.queries.parameters import bindings
from relgraph.queries.parts import LIMIT, asked_text, fetching_text, picking_text
from relgraph.queries.question import Question
from relgraph.store.protocol import Store
from relgraph.store.terms import Table, Term


def run(question: Question, store: Store, params: Mapping[str, str]) -> Table:
    """The answer to a question: its columns, in its order; values are labels, IRIs, dates or numbers as typed.

    A question with a limit gives what belongs to the best that it picks, and says in `Table.total` how many there are
    where some are left out. It is asked in two steps, so that what is picked need not be found again to be counted.
    What took long is kept beside a store on disk (`relgraph.store.answers`), what is picked once for both languages.

    Raises:
        QueryError: a parameter is unknown, missing or malformed.
        UnknownName: a label names nothing; the message suggests.
        StoreError: the store cannot answer, or another version has built it, without what the question reads.
    """
    columns = tuple(column.name for column in question.columns)
    return run_bound(question, store, bindings(question, params, store)).keep(columns)


def run_bound(question: Question, store: Store, bound: Mapping[str, Term]) -> Table:
    """The answer with all that the query selects, the things among it that columns name (`Column.of`)."""
    bound, limit = unlimited(question, bound)
    check_known(question.text, store)
    if not limit:
        return store.kept(asked_text(question, bound, limit), bound)
    picking = picking_text(question, bound)
    used = {name: term for name, term in bound.items() if f"?{name}" in picking}
    picked = store.kept(picking, used, limit)
    return replace(store.kept(fetching_text(question, bound, picked)), total=picked.total)


def unlimited(question: Question, bound: Mapping[str, Term]) -> tuple[dict[str, Term], int | None]:
    """The terms without the limit, which is a number in the query and no variable; and the limit."""
    rest = dict(bound)
    return rest, int(str(rest.pop(LIMIT))) if question.parameter(LIMIT) else None
