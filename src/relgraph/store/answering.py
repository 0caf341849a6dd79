"""An answer as bytes, in the formats of SPARQL: of a table no more rows, of a graph no more triples, than are wanted.

The engine writes tables itself, many times faster than Python could. What was cut says so in its head, where the format
has one; `Written.cut` says it of all.
"""

import csv
import io
import json
import re
from collections.abc import Iterable
from itertools import islice
from xml.sax.saxutils import quoteattr

import pyoxigraph as ox

from relgraph.errors import QueryError, StoreError
from relgraph.store.oxigraph import lines_of
from relgraph.store.serialise import serialise
from relgraph.store.terms import Blank, Iri, Table, Term
from relgraph.store.wanted import Wanted, Written

TABLES = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
"""Formats of tables and truth values."""


def write_result(result: object, wanted: Wanted) -> Written:
    """What the engine answers, as bytes.

    Raises:
        QueryError: the answer is of a kind for which no format is wanted, or cannot be written in that format.
    """
    if isinstance(result, ox.QueryTriples):
        triples = list(islice(result, wanted.most + 1))
        return write_graph(lines_of(triples[: wanted.most]), wanted, cut=len(triples) > wanted.most)
    if not isinstance(result, ox.QueryBoolean | ox.QuerySolutions):
        raise QueryError("SPARQL", f"unknown form of answer {type(result).__name__}")
    format_ = _known(wanted.table, "a table or truth value", TABLES)
    body = result.serialize(format=TABLES[format_]) or b""
    if isinstance(result, ox.QueryBoolean):
        return Written(body, format_)
    if body.count(_BETWEEN[format_]) < wanted.most:  # of rows there is one more at most
        return Written(body, format_)
    return _cut(body, format_, wanted)


def write_graph(lines: list[str], wanted: Wanted, *, cut: bool = False) -> Written:
    """A graph, given as lines of N-Triples or N-Quads, as bytes.

    Raises:
        QueryError: no format of graphs is wanted, or it cannot hold what is to be written.
    """
    format_ = wanted.graph
    if format_ is None:
        raise QueryError("Accept", "the answer is a graph, and none of its formats is taken")
    try:
        return Written(serialise(lines, format_), format_, cut, is_graph=True)
    except (StoreError, ValueError) as error:
        raise QueryError(format_, f"cannot hold this answer: {error}") from None


def write_answer(answer: Table | bool | list[str], wanted: Wanted) -> Written:
    """An answer in our own terms as bytes.

    Raises:
        QueryError: as `write_result` does.
    """
    if isinstance(answer, list):
        return write_graph(answer[: wanted.most], wanted, cut=len(answer) > wanted.most)
    return write_result(ox.parse_query_results(_json_of(answer), ox.QueryResultsFormat.JSON), wanted)


def _known(format_: str | None, what: str, formats: Iterable[str]) -> str:
    if format_ is None:
        raise QueryError("Accept", f"the answer is {what}, and none of its formats is taken: {', '.join(formats)}")
    return format_


# What stands between two rows, or begins or ends one; values may hold it too, but never so that it is seen too seldom
_BETWEEN = {"json": b"},{", "xml": b"<result>", "csv": b"\n", "tsv": b"\n"}


def _cut(body: bytes, format_: str, wanted: Wanted) -> Written:
    """The first rows of a table that has perhaps more than are wanted."""
    cutters = {"json": _cut_json, "xml": _cut_xml, "csv": _cut_csv, "tsv": _cut_tsv}
    short = cutters[format_](body, wanted)
    return Written(body, format_) if short is None else Written(short, format_, cut=True)


def _cut_json(body: bytes, wanted: Wanted) -> bytes | None:
    held = json.loads(body)
    rows = held["results"]["bindings"]
    if len(rows) <= wanted.most:
        return None
    held["results"]["bindings"] = rows[: wanted.most]
    if wanted.note:
        held["head"]["link"] = [wanted.note]
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()


def _cut_xml(body: bytes, wanted: Wanted) -> bytes | None:
    surplus = next(islice(re.finditer(b"<result>", body), wanted.most, None), None)
    if surplus is None:
        return None
    link = f"<link href={quoteattr(wanted.note)}/>".encode() if wanted.note else b""
    return body[: surplus.start()].replace(b"</head>", link + b"</head>", 1) + b"</results></sparql>"


def _cut_csv(body: bytes, wanted: Wanted) -> bytes | None:
    rows = list(islice(csv.reader(io.StringIO(body.decode(), newline="")), wanted.most + 2))  # with the head
    if len(rows) < wanted.most + 2:
        return None
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(rows[:-1])
    return written.getvalue().encode()


def _cut_tsv(body: bytes, wanted: Wanted) -> bytes | None:
    lines = body.split(b"\n", wanted.most + 1)
    return b"\n".join(lines[:-1]) + b"\n" if len(lines) == wanted.most + 2 and lines[-1] else None


def _json_of(answer: Table | bool) -> bytes:
    """An answer in our own terms as SPARQL JSON."""
    if isinstance(answer, bool):
        return json.dumps({"head": {}, "boolean": answer}).encode()
    rows = [
        {name: _json_term(term) for name, term in zip(answer.columns, row, strict=True) if term is not None}
        for row in answer.rows
    ]
    return json.dumps({"head": {"vars": answer.columns}, "results": {"bindings": rows}}).encode()


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, Iri):
        return {"type": "uri", "value": term.value}
    if isinstance(term, Blank):
        return {"type": "bnode", "value": term.value}
    told = {"type": "literal", "value": term.value}
    if term.datatype is not None:
        told["datatype"] = term.datatype
    if term.language is not None:
        told["xml:lang"] = term.language
    return told
