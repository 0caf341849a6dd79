"""Free changes of a store on disk: by SPARQL Update, or graph by graph.

A change makes the next generation out of a copy of the current one, whose files are shared and not copied, and makes
it current; a change that fails leaves nothing behind. Its name is the digest of the generation before and of the
change, so that the same change of the same store gives the same name. What each release has brought is not known any
more, so the shares go.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from relgraph.errors import QueryError, StoreError
from relgraph.store.drafting import drafted, tidy
from relgraph.store.generations import current_generation, writing
from relgraph.store.guard import admitted_update
from relgraph.store.operations import asked_of, plain
from relgraph.store.oxigraph import graph_name, one_line, syntax_error
from relgraph.store.wanted import Dataset
from relgraph.vocabulary import PREFIXES

T = TypeVar("T")
PATIENCE = 5.0
"""Seconds that a change waits for the one before it."""
_BLAMED = re.compile("The (graph .* (does not exist|already exists)|custom )")
_ENTITY = re.compile(rb"<!ENTITY\s[^\"'>]*[\"']([^\"'>]*)")
_LONGEST_ENTITY = 1_000
"""Bytes; entities of RDF/XML stand for the beginnings of addresses."""
_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "xml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD, "trig": ox.RdfFormat.TRIG, "nq": ox.RdfFormat.N_QUADS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sent:
    """A file with RDF that somebody has sent, its format and where its relative IRIs begin."""

    path: str
    format: str
    base: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of a graph: whether it was there before, and how many triples it has now."""

    existed: bool
    triples: int


def update(folder: Path, sparql: str, dataset: Dataset | None, base: str | None, patience: float = PATIENCE) -> None:
    """Do what a SPARQL Update says, all of it or nothing; the prefixes of `vocabulary.PREFIXES` are known.

    Raises:
        QueryError: the update is malformed, would call another server, or names graphs twice.
        StoreError: the store cannot be written, or others write it for longer than `patience`.
    """
    sent, prefixes = plain(admitted_update(sparql))
    prefixes = PREFIXES | prefixes
    text = asked_of(sent, dataset)

    def change(engine: ox.Store) -> None:
        try:
            engine.update(text, base_iri=base, prefixes=prefixes)
        except SyntaxError as error:
            raise syntax_error(_in_own_words(sent, base, prefixes) or error) from None
        except RuntimeError as error:
            if _BLAMED.match(str(error)):
                raise QueryError("SPARQL", one_line(error)) from None
            raise

    _changed(folder, ["update", sparql, repr(dataset), base or ""], change, patience)


def put_graph(
    folder: Path, graph: str | None, sent: Iterable[Sent], *, replace: bool, patience: float = PATIENCE
) -> Changed:
    """Put triples into a graph, by name, or without one into the default graph; with `replace` in place of its own.

    Raises:
        QueryError: a file is malformed, or has triples of other graphs.
        StoreError: as `update`.
    """
    files, target = list(sent), _target(graph)

    def change(engine: ox.Store) -> Changed:
        existed = _is_there(engine, target)
        if replace:
            engine.clear_graph(target)
        if isinstance(target, ox.NamedNode):
            engine.add_graph(target)
        for file in files:
            engine.bulk_extend(_triples_for(file, target))
        return Changed(existed, _size(engine, target))

    digests = [f"{sha256(Path(file.path).read_bytes()).hexdigest()} {file.format} {file.base}" for file in files]
    return _changed(folder, ["put", str(graph), str(replace), *digests], change, patience)


def drop_graph(folder: Path, graph: str | None, patience: float = PATIENCE) -> bool:
    """Take a graph away, or without a name empty the default graph; whether there was one.

    Raises:
        StoreError: as `update`.
    """
    target = _target(graph)

    def change(engine: ox.Store) -> bool:
        existed = _is_there(engine, target)
        engine.remove_graph(target)
        return existed

    return _changed(folder, ["drop", str(graph)], change, patience)


def tidy_up(folder: Path) -> None:
    """Remove what a change left that was ended in the middle; if somebody is writing for long, it is left to them."""
    with suppress(StoreError), writing(folder, PATIENCE):
        tidy(folder)


def _changed(folder: Path, told: list[str], change: Callable[[ox.Store], T], patience: float) -> T:
    current_generation(folder)  # or there is nothing to change, and no folder to be made
    with writing(folder, patience):
        current = current_generation(folder)
        digest = sha256("\0".join([current.name, ox.__version__, *told]).encode()).hexdigest()[:32]
        with drafted(folder, digest, current) as draft:
            outcome = change(draft.engine)
            draft.keep(before=True)  # whoever is reading opens files of the old one only when needed
        return outcome


def _in_own_words(sparql: str, base: str | None, prefixes: dict[str, str]) -> SyntaxError | None:
    """What is wrong with an update as it was sent, told of its own places."""
    try:
        ox.Store().update(sparql, base_iri=base, prefixes=prefixes)
    except SyntaxError as error:
        return error
    except (OSError, RuntimeError):
        return None
    return None


def _target(graph: str | None) -> ox.NamedNode | ox.DefaultGraph:
    return ox.DefaultGraph() if graph is None else graph_name(graph)


def _is_there(engine: ox.Store, target: ox.NamedNode | ox.DefaultGraph) -> bool:
    if isinstance(target, ox.NamedNode):
        return engine.contains_named_graph(target)
    return next(engine.quads_for_pattern(None, None, None, target), None) is not None


def _size(engine: ox.Store, target: ox.NamedNode | ox.DefaultGraph) -> int:
    return sum(1 for _ in engine.quads_for_pattern(None, None, None, target))


def _triples_for(file: Sent, target: ox.NamedNode | ox.DefaultGraph) -> Iterator[ox.Quad]:
    """Statements of a file as those of one graph; its blank nodes are none of the store's."""
    if file.format == "xml":
        for value in _ENTITY.findall(Path(file.path).read_bytes()):
            if b"&" in value or len(value) > _LONGEST_ENTITY:
                raise QueryError("xml", "malformed: an entity that stands for other entities, or for a long text")
    try:
        for quad in ox.parse(path=file.path, format=_FORMATS[file.format], base_iri=file.base, rename_blank_nodes=True):
            if quad.graph_name not in (ox.DefaultGraph(), target):
                raise QueryError(str(quad.graph_name), "is another graph than the one that is written to")
            yield ox.Quad(quad.subject, quad.predicate, quad.object, target)
    except SyntaxError as error:
        place = (error.lineno, error.offset) if error.lineno and error.offset else None
        why = one_line(error)
        if "LoadDocumentCallback" in why:
            why = "a context that stands elsewhere is not fetched; write it into the document"
        raise QueryError(file.format, f"malformed: {why}", place) from None
