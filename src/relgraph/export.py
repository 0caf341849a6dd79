"""One graph in every format: RDF, GraphML, and a table of relations.

Owns the list of formats and the files that a build writes; each format is made by the room that knows it.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from relgraph import heap
from relgraph.errors import StoreError
from relgraph.files import write_whole
from relgraph.graph.ontology import graph_context, ontology_nquads
from relgraph.network.stream import graphml_of
from relgraph.relation_table import relation_csv
from relgraph.store.block import Block
from relgraph.store.contents import named_graphs, spool_of
from relgraph.store.embedded import EmbeddedStore, open_embedded
from relgraph.store.protocol import Store
from relgraph.store.serialise import FORMATS, pieces
from relgraph.store.spool import Spool

FILES = {
    "relgraph.ttl": "ttl",
    "relgraph.trig": "trig",
    "relgraph.nq": "nq",
    "relgraph.jsonld": "jsonld",
    "relgraph.rdf": "xml",
    "relgraph.graphml": "graphml",
    "relations.csv": "csv",
}
"""Name and format of each file in `DIR/export/`."""

WORTHWHILE = 50_000_000
"""Bytes of quads that one process writes in the time in which several are made ready."""


def export(store: Store, format_: str) -> Iterator[bytes]:
    """The data of a store, without the ontology, a piece after the other: equal bytes for equal data.

    `format_` is one of `ttl nt nq trig xml jsonld graphml csv`.

    Raises:
        StoreError: there is no such format, the store cannot answer, or holds what the format cannot write.
    """
    if format_ in _OTHERS:
        yield from _OTHERS[format_](store, None)
        return
    if format_ not in FORMATS:
        raise StoreError(format_, f"is no format; there are {', '.join((*FORMATS, *_OTHERS))}")
    with data_spool(store) as spool:
        yield from pieces(spool, format_, context=graph_context())


def write_exports(store: EmbeddedStore, spool: Spool | None, folder: Path) -> Iterator[str]:
    """Write each of `FILES` into a folder, by several processes where there is much; its name, once it is there.

    `spool` has the data of the store, where somebody has put it in order already.

    Raises:
        StoreError: the store holds what a format cannot write, or a process is ended.
        OSError: the folder cannot be written to.
    """
    if spool is None:
        with data_spool(store) as own:
            yield from write_exports(store, own, folder)
        return
    cores = len(os.sched_getaffinity(0))
    if cores == 1 or spool.size < WORTHWHILE:
        for name in FILES:
            _write(store, spool, folder / name)
            yield name
        return
    # Not forked, which an engine with its threads does not survive
    with ProcessPoolExecutor(min(cores, len(FILES)), get_context("spawn"), _end_with_parent) as pool:
        given = Path(store.location), spool.paths()
        # Those that take longest are among the last
        names = {pool.submit(_write_beside, *given, folder / name): name for name in reversed(FILES)}
        try:
            for written in as_completed(names):
                written.result()
                yield names[written]
        except BrokenProcessPool as error:
            raise StoreError(folder, "a process that writes exports was ended") from error
        finally:
            pool.shutdown(cancel_futures=True)


def _write(store: Store, spool: Spool, path: Path) -> None:
    format_ = FILES[path.name]
    if format_ in FORMATS:
        write_whole(path, pieces(spool, format_, context=graph_context()))
    else:
        write_whole(path, _OTHERS[format_](store, (block for block in spool.by_graph() if block.graph)))


def _write_beside(store: Path, spool: Sequence[str], path: Path) -> None:
    with open_embedded(store) as opened, Spool.lent(spool) as lent:
        _write(opened, lent, path)
    heap.trim()


def _end_with_parent() -> None:
    """Let this process end as soon as the one that has started it, however that ends."""
    parent = parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()


def data_spool(store: Store) -> Spool:
    """The quads of a store in order, without the ontology."""
    return spool_of(store, frozenset(ontology_nquads()))


def _graphml(store: Store, graphs: Iterable[Block] | None) -> Iterator[bytes]:
    return graphml_of(store, named_graphs(store) if graphs is None else graphs)


_OTHERS: dict[str, Callable[[Store, Iterable[Block] | None], Iterator[bytes]]] = {
    "graphml": _graphml,
    "csv": relation_csv,
}
