"""A build loaded into a server, and what is said of it."""

from pathlib import Path

from relgraph.build import Progress
from relgraph.editing.telling import say
from relgraph.shares.keeping import told_shares
from relgraph.store.address import bare
from relgraph.store.loading import Loaded, load
from relgraph.store.remote import RemoteStore


def load_build(folder: Path, server: str, progress: Progress, *, replace: bool = False) -> Loaded:
    """Load the store of a build, or a store's folder itself, into a server.

    Raises:
        StoreError: there is no store; the server cannot be reached or refuses; or its default graph holds what relgraph
            has not loaded, and it is not to be replaced.
    """
    inner = folder / "store" if (folder / "store").is_dir() else folder
    with RemoteStore(server) as store, told_shares(inner) as shares:
        return load(inner, store, progress, shares=shares, replace=replace)


def tell_load(loaded: Loaded, server: str, language: str) -> str:
    """What a load has done, in a line."""
    counts = {"loaded": loaded.loaded, "unchanged": loaded.unchanged, "removed": loaded.removed}
    counts |= {"quads": loaded.quads, "requests": loaded.requests}
    return say(language, "loads", "done" if loaded.anything else "nothing", server=bare(server), **counts)
