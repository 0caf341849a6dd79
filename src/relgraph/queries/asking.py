"""A question by name, from a file or from standard input, and its answer ready to be written."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from relgraph.errors import QueryError
from relgraph.queries.catalogue import find_question, read_question
from relgraph.queries.formats import write_table
from relgraph.queries.question import Question
from relgraph.queries.run import run
from relgraph.store.protocol import Answer, Store
from relgraph.store.serialise import serialise
from relgraph.store.terms import Literal, Table
from relgraph.vocabulary import PREFIXES

STDIN = "-"
_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"


@dataclass(frozen=True)
class Told:
    """An answer with what people want to see around it."""

    answer: Answer
    title: str
    language: str
    headings: Mapping[str, str] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many rows or triples it has; a truth value counts as one."""
        if isinstance(self.answer, Table):
            return len(self.answer.rows)
        return len(self.answer) if isinstance(self.answer, list) else 1

    @property
    def rest(self) -> int:
        """How many rows the question's limit has left out."""
        total = self.answer.total if isinstance(self.answer, Table) else None
        return 0 if total is None else max(0, total - self.size)

    @property
    def counted(self) -> str:
        """How many rows there are, and of how many where the limit has left some out."""
        shown, all_ = f"{self.size:,}", f"{self.size + self.rest:,}"
        if self.rest:
            return f"{shown} of {all_} rows" if self.language == "en" else f"{shown} von {all_} Zeilen"
        one, many = ("row", "rows") if self.language == "en" else ("Zeile", "Zeilen")
        return f"{shown} {one if self.size == 1 else many}"

    def write(self, format_: str) -> str:
        """The answer as text.

        Raises:
            QueryError: the format does not suit the answer.
        """
        if isinstance(self.answer, list):
            if format_ not in ("ttl", "table"):
                raise QueryError(format_, "triples are written as ttl")
            return serialise(self.answer, "ttl").decode()
        table = self.answer if isinstance(self.answer, Table) else _truth(self.answer)
        return write_table(table, format_, headings=self.headings, title=self.title, language=self.language)


def ask(question: str, params: Mapping[str, str], store: Store, language: str = "de") -> Told:
    """The answer to a question of the catalogue, to a file that ends in .rq, or to standard input (`-`).

    A file with the header of a question takes parameters as the catalogue's do; plain SPARQL takes none. The usual
    prefixes need no declaration.

    Raises:
        UnknownName: no question has that name, or a label names nothing; the message suggests.
        QueryError: the SPARQL is malformed, or a parameter is unknown, missing or malformed.
        DataError: the file cannot be read.
    """
    if question == STDIN:
        return _plain(sys.stdin.read(), params, store, "SPARQL", language)
    if question.endswith(".rq"):
        path = Path(question)
        text = _read(path)
        if not text.lstrip().startswith("#+"):
            return _plain(text, params, store, path.name, language)
        return _named(read_question(path), params, store, language)
    return _named(find_question(question), params, store, language)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise QueryError(str(path), error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise QueryError(str(path), f"not UTF-8: byte {error.start}") from error


def _named(question: Question, params: Mapping[str, str], store: Store, language: str) -> Told:
    spoken = question.parameter("language")
    given = {"language": language, **params} if spoken else params
    answer = run(question, store, given)
    return Told(answer, question.question[language], language, question.headings(language))


def _plain(text: str, params: Mapping[str, str], store: Store, name: str, language: str) -> Told:
    if params:
        raise QueryError(name, "plain SPARQL takes no parameters; give the file a header (docs/queries.md)")
    missing = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items() if f"{prefix}:" in text)
    declared = text if "PREFIX" in text.upper() else missing + text
    return Told(store.query(declared), name, language)


def _truth(answer: bool) -> Table:
    return Table(("answer",), [(Literal(str(answer).lower(), datatype=_BOOLEAN),)])
