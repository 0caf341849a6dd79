"""An answer about the network: what holds of it as a whole, and rows; ready to be written.

Owns how answers are written; what they say comes from `answers`.
"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import networkx as nx

from relgraph.dates import spelt
from relgraph.network.flat import Plain
from relgraph.network.gexf import gexf
from relgraph.network.graphml import graphml
from relgraph.queries.formats import write_table
from relgraph.store.terms import Literal, Table

FORMATS = ("table", "json", "jsonl", "csv", "graphml", "gexf")

_DATES = frozenset({"date"})
"""Columns of dates."""

_DIGITS = {"confidence": 2, "density": 6}
"""Decimals of a share as people read it, by column; else four."""

Row = Mapping[str, Plain | None]


@dataclass(frozen=True)
class Part:
    """Some rows with some of their columns, as people see them."""

    heading: str
    columns: tuple[str, ...]
    rows: Sequence[Row]


@dataclass(frozen=True)
class Answer:
    """All rows for programs, parts of them for people, and the graph that they speak of with values of its nodes."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[Row]
    parts: Sequence[Part]
    headings: Mapping[str, str]
    graph: "nx.MultiDiGraph[str]"
    places: Mapping[str, Mapping[str, Plain]] = field(default_factory=dict)
    summary: Mapping[str, Plain] = field(default_factory=dict)
    nothing: str = ""

    def write(self, format_: str, language: str) -> str | bytes:
        """The answer in one of `FORMATS`."""
        match format_:
            case "graphml":
                return graphml(self.graph, self.places)
            case "gexf":
                return gexf(self.graph, self.places)
            case "json":
                content = {"title": self.title, "summary": dict(self.summary), "rows": [dict(row) for row in self.rows]}
                return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
            case "jsonl":
                return "".join(json.dumps(dict(row), ensure_ascii=False) + "\n" for row in self.rows)
            case "csv":
                return self._csv()
            case _:
                return self._shown(language)

    def _csv(self) -> str:
        stream = io.StringIO()
        writer = csv.DictWriter(stream, self.columns)
        writer.writeheader()
        writer.writerows(self.rows)
        return stream.getvalue()

    def _shown(self, language: str) -> str:
        lines = [self.title]
        lines += [
            f"  {self.headings.get(key, key)}: {_cell(key, value, language)}" for key, value in self.summary.items()
        ]
        text = "".join(f"{line}\n" for line in lines)
        for part in self.parts:
            text += f"\n{part.heading}\n" if part.heading else "\n"
            table = Table(part.columns, [_cells(part, row, language) for row in part.rows])
            text += write_table(table, "table", headings=self.headings, language=language)
        return text if self.rows else f"{text}\n{self.nothing}\n"


def _cells(part: Part, row: Row, language: str) -> tuple[Literal | None, ...]:
    return tuple(
        None if (value := row[name]) is None else Literal(_cell(name, value, language)) for name in part.columns
    )


def _cell(name: str, value: Plain, language: str) -> str:
    """A value as the reader writes it.

    >>> _cell("share", 1234.5, "de"), _cell("size", 1234, "en"), _cell("name", "a  b", "de")
    ('1.234,5000', '1,234', 'a b')
    """
    if isinstance(value, str):
        return spelt(value, language) if name in _DATES else " ".join(value.split())
    written = f"{value:,}" if isinstance(value, int) else f"{value:,.{_DIGITS.get(name, 4)}f}"
    return written.translate({ord(","): ".", ord("."): ","}) if language == "de" else written
