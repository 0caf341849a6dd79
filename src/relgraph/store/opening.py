"""Opens a store by its location, or changes it: a folder or an address.

Owns the choice between the two stores, and imports only the one that is chosen.
"""

from collections.abc import Callable
from pathlib import Path

from relgraph.errors import StoreError
from relgraph.store.protocol import Store
from relgraph.store.shares import Change


def is_address(location: str) -> bool:
    """Whether a location is that of a server."""
    return location.lower().startswith(("http://", "https://"))


def open_store(location: str | Path) -> Store:
    """Open a folder read-only, or a SPARQL endpoint at an http(s) address.

    Raises:
        StoreError: there is no store; an address is only tried when it is asked.
    """
    text = str(location)
    if is_address(text):
        from relgraph.store.remote import RemoteStore

        return RemoteStore(text)
    if "://" in text:
        raise StoreError(text, "is neither a folder nor an http(s) address")
    from relgraph.store.embedded import open_embedded

    return open_embedded(Path(location))


def change_store_at(
    location: str | Path, change: Change, progress: Callable[[str, int, int], None] = lambda step, done, total: None
) -> None:
    """Make a store hold what `change` makes of the shares that it holds, all or nothing.

    Raises:
        StoreError: there is no store, or one without shares; it cannot be written, or another writer has it.
    """
    text = str(location)
    if is_address(text):
        from relgraph.store.loading import change_server
        from relgraph.store.remote import RemoteStore

        with RemoteStore(text) as store:
            change_server(store, change, progress)
        return
    if "://" in text:
        raise StoreError(text, "is neither a folder nor an http(s) address")
    from relgraph.store.embedded import change_store

    change_store(Path(location), change)
