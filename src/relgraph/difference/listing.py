"""The entries of a chain as a table for people and programs."""

from collections.abc import Callable, Iterable

from relgraph.difference.chain import Entry, Tally
from relgraph.difference.words import say
from relgraph.queries.formats import write_table
from relgraph.store.terms import Literal, Table
from relgraph.vocabulary import PREFIXES

_INTEGER = PREFIXES["xsd"] + "integer"
_SIGNS = {"came": "+", "went": "−", "changed": "~"}
COLUMNS = ("number", "releases", "relations", "statements", "graph", "id")


def told(tally: Tally, number: Callable[[int], str] = str) -> str:
    """How much came, went and changed, with the signs of a difference; `number` writes a number.

    >>> told({"came": 3, "went": 1, "changed": 0})
    '+3 −1'
    """
    return " ".join(f"{_SIGNS[change]}{number(count)}" for change, count in tally.items() if count) or "–"


def listing(entries: Iterable[Entry], language: str) -> str:
    """An aligned table with a line for each entry."""
    rows = [
        (
            Literal(str(entry.number), _INTEGER),
            *(Literal(told(tally)) for tally in (entry.releases, entry.relations, entry.statements)),
            Literal(str(entry.graph_statements), _INTEGER),
            Literal(entry.id),
        )
        for entry in entries
    ]
    headings = {name: say(language, "chain", name) for name in COLUMNS}
    return write_table(Table(COLUMNS, list(rows)), "table", headings=headings, language=language)
