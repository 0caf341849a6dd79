"""The sentences that evidence quotes: a brief on thousands of relations cites a few dozen, and reads no others."""

from collections.abc import Iterable

from relgraph.brief import selects
from relgraph.errors import StoreError
from relgraph.queries.batches import batched, value
from relgraph.store.protocol import Store


class Sentences:
    """The sentences of a store by the IRI of the evidence, read when they are first asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, str] = {}

    def read(self, evidence: Iterable[str]) -> None:
        """Read several at once, those that are not known yet."""
        for row in batched(self._store, selects.SENTENCES, {iri for iri in evidence if iri not in self._known}):
            self._known[value(row, "thing")] = value(row, "value")

    def of(self, evidence: str) -> str:
        """The sentence, verbatim.

        Raises:
            StoreError: the store is closed, or holds no sentence for that evidence.
        """
        if evidence not in self._known:
            self.read([evidence])
        if evidence not in self._known:
            raise StoreError(self._store.location, f"{evidence} quotes no sentence; build the store anew")
        return self._known[evidence]
