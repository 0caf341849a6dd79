"""Opens a store by its location: a folder or an address.

Owns the choice between the two stores, and imports only the one that is chosen.
"""

from pathlib import Path

from relgraph.errors import StoreError
from relgraph.store.protocol import Store


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
