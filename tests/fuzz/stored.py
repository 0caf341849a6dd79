"""Targets of fuzzing: files that hold data, and what others send or answer."""

from pathlib import Path

import pyoxigraph as ox

from promises import one_line
from relgraph.difference.chain import Chain
from relgraph.errors import DataError, QueryError, StoreError
from relgraph.evaluation.gold import read_gold
from relgraph.model import Extraction, Release
from relgraph.resources import parse_yaml
from relgraph.review.decision_file import read_decisions
from relgraph.shares.file import NAME, Shares
from relgraph.shares.keeping import kept_shares
from relgraph.shares.rows import share_of
from relgraph.shares.standing import stand
from relgraph.store.answering import write_result
from relgraph.store.embedded import open_embedded
from relgraph.store.generations import current_generation, writing
from relgraph.store.oxigraph import answer_of
from relgraph.store.updating import Sent, put_graph
from relgraph.store.wanted import Wanted

_FORMATS = ("ttl", "nt", "xml", "jsonld", "trig", "nq")
_TABLES = ("json", "xml", "csv", "tsv")
_BASE = "http://away.invalid/"


def yaml(data: bytes) -> None:
    """YAML is read as plain values, or told of in one line."""
    try:
        value = parse_yaml(data.decode("utf-8", "replace"), "a.yml")
    except DataError as error:
        return one_line(error)
    assert len(repr(value)) < 20 * len(data) + 100, "a value is far larger than its text"


class Places:
    """Folders in which files are written anew for each input."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._store = folder / "store"
        one = share_of(Extraction(release=Release(id="a", title="A", text="Ein Satz.")))
        with writing(self._store), Shares(self._store) as shares:
            with shares.change():
                standing = {"a": shares.add(one)}
            stand(self._store, shares, standing, lambda store, delta, before: [])
        self._generation = current_generation(self._store)
        self._shares = self._store / NAME
        self._pointer, self._kept = (self._store / "CURRENT").read_bytes(), self._shares.read_bytes()
        for name in ("gold", "changes"):
            (folder / name).mkdir()

    def gold(self, data: bytes) -> None:
        """An annotation is read, or told of in one line that names its file."""
        (self._folder / "gold" / "a.yml").write_bytes(data)
        try:
            read_gold(self._folder / "gold")
        except DataError as error:
            one_line(error, "a.yml", "without annotations")

    def decisions(self, data: bytes) -> None:
        """Decisions are read, or told of in one line that names their file."""
        path = self._folder / "decisions.yml"
        path.write_bytes(data)
        try:
            read_decisions(path)
        except DataError as error:
            one_line(error, "decisions.yml")

    def rdf(self, data: bytes) -> None:
        """RDF that somebody sends is stored or told of; nothing is fetched for it, and no file is read."""
        form = _FORMATS[data[0] % len(_FORMATS)] if data else "ttl"
        path = self._folder / "sent"
        path.write_bytes(data[1:])
        try:
            put_graph(self._store, "http://a/g", [Sent(str(path), form, _BASE)], replace=True)
        except QueryError as error:
            return one_line(error)
        finally:
            path.unlink()
        with open_embedded(self._store) as store:
            assert all("root:" not in line for line in store.graph("http://a/g")), "a file was read"

    def chain(self, data: bytes) -> None:
        """A chain of changes is read, or told of as damaged."""
        which, folder = data[0] % 3 if data else 0, self._folder / "changes"
        entry = (
            b'{"number":1,"id":"urn:x:1","patch":"1.rdfp.gz","patch_sha256":"a","records":"1.jsonl.gz",'
            b'"records_sha256":"a","graph_sha256":"a","graph_statements":1,"statements":{},"releases":{},"relations":{}}\n'
        )
        files = {"changes.jsonl": entry, "1.rdfp.gz": b"", "1.jsonl.gz": b""}
        files[list(files)[which]] = data[1:]
        for name, content in files.items():
            (folder / name).write_bytes(content)
        try:
            chain = Chain(folder)
            chain.files()
            chain.verify()
            list(chain.lines())
        except StoreError as error:
            one_line(error)

    def pointer(self, data: bytes) -> None:
        """A store whose files are damaged is told of, and never another folder opened."""
        which = data[0] % 2 if data else 0
        (self._store / "CURRENT").write_bytes(self._pointer if which else data[1:])
        self._generation = self._store / self._pointer.decode().strip()
        self._shares.write_bytes(data[1:] if which else self._kept)
        try:
            assert current_generation(self._store).parent == self._store, "a folder elsewhere is taken for a generation"
            with kept_shares(self._store) as shares:
                for share in shares.known(self._generation).values():
                    shares.extraction(share)
        except StoreError as error:
            one_line(error)


def results(data: bytes) -> None:
    """An answer of a server is read, or told of; what is read can be written."""
    form = _TABLES[data[0] % len(_TABLES)] if data else "json"
    formats = {
        "json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML, "csv": ox.QueryResultsFormat.CSV,
        "tsv": ox.QueryResultsFormat.TSV,
    }  # fmt: skip
    try:
        if form != "csv":  # which is written only
            answer_of(ox.parse_query_results(data[1:], formats[form]), 5, 5)
            write_result(ox.parse_query_results(data[1:], formats[form]), Wanted(form, "ttl", 3, _BASE, None, _BASE))
    except (SyntaxError, ValueError, LookupError):  # as whoever asks a server takes it
        return
