"""Names, classes and surroundings of things, remembered while their store is open: most pages name the same few."""

from collections.abc import Set
from threading import Lock
from weakref import WeakKeyDictionary

from cachetools import LRUCache

from relgraph.brief.fact import Thing
from relgraph.brief.reading import things as read
from relgraph.store.protocol import Store

MOST = 20_000
"""Things that are remembered of a store; some 10 MB."""

_lock = Lock()
_held: "WeakKeyDictionary[Store, LRUCache[str, Thing]]" = WeakKeyDictionary()


def things(store: Store, iris: Set[str]) -> dict[str, Thing]:
    """Entities and topics by their IRI, all that are asked for."""
    if "://" in store.location:  # nobody knows when it changes
        return read(store, {*iris})
    with _lock:
        held = _held.setdefault(store, LRUCache(MOST))
        known = {iri: thing for iri in iris if (thing := held.get(iri)) is not None}
    missing = {*iris} - known.keys()
    if missing:
        found = read(store, missing)
        with _lock:
            held.update(found)
        known |= found
    return known
