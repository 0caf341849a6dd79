"""All that a store holds as text: in order, or one named graph after the other as it comes."""

from collections.abc import Collection, Iterator
from io import BytesIO

from relgraph.store.block import Block
from relgraph.store.embedded import EmbeddedStore
from relgraph.store.protocol import Store
from relgraph.store.serialise import spooled
from relgraph.store.spool import Spool


def spool_of(store: Store, without: Collection[str] = frozenset()) -> Spool:
    """All quads of a store in order, `without` some lines of its default graph."""
    if isinstance(store, EmbeddedStore):
        return Spool(store.fills(), {line.encode() for line in without})
    # A server gives its answer as a whole
    return spooled(line for line in store.dump() if line not in without)


def named_graphs(store: Store) -> Iterator[Block]:
    """Each named graph of a store, by name."""
    if isinstance(store, EmbeddedStore):
        for name, fill in store.fills():
            if name:
                file = BytesIO()
                fill(file)
                yield Block(name.encode(), file.getvalue())
    else:
        with spool_of(store) as spool:
            yield from (block for block in spool.by_graph() if block.graph)
