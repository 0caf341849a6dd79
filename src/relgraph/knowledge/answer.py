"""An answer as programs want it: typed rows that iterate, columns that data frames take, and the words around them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from relgraph.errors import QueryError
from relgraph.knowledge.cells import Cell, spoken_rows, typed_rows
from relgraph.store.terms import Table

Row = dict[str, Cell]
"""Values of a row by column."""


@dataclass(frozen=True)
class Answer:
    """An answer: iterates its rows as dicts; `to_dict()` is what `pandas.DataFrame` and `polars.DataFrame` take.

    `title` is the question in words. `total` is how many rows there are where a limit has left some out. Asked by
    name or in words, `question` and `params` say what of the catalogue was asked; asked in words, `reading` tells that
    in words, `notes` what else there is to know of it, and `others` which questions might be meant as well.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str
    language: str = "de"
    headings: Mapping[str, str] = field(default_factory=dict)
    total: int | None = None
    question: str | None = None
    params: Mapping[str, str] = field(default_factory=dict)
    reading: str | None = None
    notes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    table: Table = field(default_factory=lambda: Table((), []), repr=False, compare=False)
    """The same as terms of RDF."""

    def __iter__(self) -> Iterator[Row]:
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        """Whether there is a row."""
        return bool(self.rows)

    def __str__(self) -> str:
        return self.write("table")

    @property
    def value(self) -> Cell:
        """The one value of an answer that has one row and one column.

        Raises:
            QueryError: there are more, or none.
        """
        if len(self.rows) != 1 or len(self.columns) != 1:
            raise QueryError(self.title, f"{len(self.rows)} rows of {len(self.columns)} columns are no single value")
        return self.rows[0][0]

    def to_dict(self) -> dict[str, list[Cell]]:
        """Values by column."""
        return {name: [row[place] for row in self.rows] for place, name in enumerate(self.columns)}

    def to_dicts(self) -> list[Row]:
        """Rows as a list."""
        return list(self)

    def write(self, format: str) -> str:
        """The answer as `relgraph query` prints it: `table csv tsv json jsonl md html`.

        Raises:
            QueryError: there is no such format.
        """
        from relgraph.queries.formats import write_table

        return write_table(self.table, format, headings=self.headings, title=self.title, language=self.language)


def answer_of(table: Table, title: str, *, spoken: bool = False) -> Answer:
    """The answer that a table of terms is; `spoken`: made for people, so that days and gaps may stand as text."""
    rows = (spoken_rows if spoken else typed_rows)(table.rows, len(table.columns))
    return Answer(columns=table.columns, rows=tuple(rows), title=title, total=table.total, table=table)
