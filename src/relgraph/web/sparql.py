"""A question in SPARQL, asked at the desk: what a page shows of the answer.

All here runs in a process that is ended at its limit; what it gives back is bounded.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from relgraph.errors import QueryError
from relgraph.queries.batches import batched, value
from relgraph.store.dataset import lifted, put_in
from relgraph.store.protocol import Answer, Store
from relgraph.store.serialise import serialise
from relgraph.store.terms import Iri, Literal, Table, Term
from relgraph.store.wanted import Dataset
from relgraph.vocabulary import ID, ONTOLOGY, PREFIXES, TOPIC

SHOWN, COUNTED = 500, 1_000_000
"""Rows on a page, and rows that are counted beside them."""
LINES = 400
"""Lines of Turtle on a page."""
UNFINISHED = "…"
"""What stands where a question ends too early."""

_LABELS = "SELECT ?thing ?label (LANG(?label) AS ?language) WHERE { ?thing rdfs:label|skos:prefLabel ?label }"
_PREFIXED = re.compile(r"(?<![\w?$:<])([A-Za-z][\w-]*):[\w%\\.-]*")
_DECLARED = re.compile(r"PREFIX\s+([\w-]*):", re.IGNORECASE)
_HIDDEN = re.compile(r'#[^\n]*|<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'')


@dataclass(frozen=True, slots=True)
class Cell:
    """A term as a page shows it: its text, the IRI to go to, and what is said beside it."""

    text: str
    iri: str | None = None
    beside: str = ""
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of an answer; `kind` is `table`, `truth` or `graph`."""

    kind: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell | None, ...], ...] = ()
    total: int = 0
    more: bool = False
    truth: bool = False
    turtle: str = ""
    cut: bool = False


def show(store: Store, query: str, language: str, dataset: Dataset | None = None) -> Shown:
    """What a page shows of the answer to a question, asked of these graphs if any are named.

    Raises:
        QueryError: the question is malformed, an update, or calls another server.
    """
    answer = _asked(store, query if dataset is None else put_in(lifted(query, None)[0], dataset))
    if isinstance(answer, bool):
        return Shown("truth", truth=answer)
    if isinstance(answer, list):
        lines = serialise(answer, "ttl").decode().splitlines()
        return Shown("graph", total=len(answer), turtle="\n".join(lines[:LINES]), cut=len(lines) > LINES)
    names = _names(store, answer, language)
    rows = tuple(tuple(_cell(term, names) for term in row) for row in answer.rows)
    return Shown("table", answer.columns, rows, answer.total or len(rows), answer.more)


def _asked(store: Store, query: str) -> Answer:
    try:
        return store.query(query, most=SHOWN, counted=COUNTED)
    except QueryError as error:
        raise placed(error, query) from None


def placed(error: QueryError, query: str) -> QueryError:
    """The engine's complaint at the place where a reader would look; where it has none, as it is."""
    if error.place is None:
        return error
    plain = _HIDDEN.sub(lambda match: " " * len(match.group()), query)
    known = {*PREFIXES, *_DECLARED.findall(query)}
    for found in _PREFIXED.finditer(plain):
        if found[1] not in known:
            return QueryError(f"{found[1]}:", "is no known prefix", _place(query, found.start()))
    from relgraph.graph.grammar import fault

    first = fault(query)
    if first is None:
        why = str(error).split(": ", 2)[-1].removeprefix("expected one of ").removeprefix("expected ")
        return QueryError("SPARQL", why or "is malformed", error.place)
    return QueryError(first.found or UNFINISHED, "cannot stand here", (first.line, first.column))


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset.

    >>> _place("a\\nbc", 3)
    (2, 2)
    """
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _names(store: Store, table: Table, language: str) -> dict[str, str]:
    """Names of our own IRIs in a table, in the language if there is one, else in German."""
    iris = {term.value for row in table.rows for term in row if isinstance(term, Iri)}
    names: dict[str, tuple[bool, str]] = {}
    for row in batched(store, _LABELS, filter(_ours, iris)):
        name = (row["language"] != language, value(row, "label"))
        names[value(row, "thing")] = min(name, names.get(value(row, "thing"), name))
    return {iri: name for iri, (_, name) in names.items()}


def _ours(iri: str) -> bool:
    return iri.startswith((ID, TOPIC, ONTOLOGY))


def _cell(term: Term | None, names: dict[str, str]) -> Cell | None:
    if isinstance(term, Iri):
        paged = term.value.startswith((ID, TOPIC))
        web = term.value.startswith(("https://", "http://")) and not term.value.startswith(ONTOLOGY)
        return Cell(short(term.value), term.value if web else None, names.get(term.value, ""), paged)
    if isinstance(term, Literal):
        kind = short(term.datatype) if term.datatype else ""
        beside = term.language or ("" if kind in ("xsd:integer", "xsd:date", "xsd:boolean") else kind)
        return Cell(term.value, beside=beside)
    return None if term is None else Cell(str(term))


def short(iri: str, prefixes: Iterable[tuple[str, str]] = tuple(PREFIXES.items())) -> str:
    """An IRI with the prefix that it begins with.

    >>> short("https://w3id.org/relgraph/id/country/JP"), short("https://example.org/")
    ('id:country/JP', 'https://example.org/')
    """
    return next((f"{name}:{iri[len(start) :]}" for name, start in prefixes if iri.startswith(start)), iri)
