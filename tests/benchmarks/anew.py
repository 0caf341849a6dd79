"""A store that works out every answer anew, whatever is kept of it, and keeps the words that it was asked in."""

from relgraph.store.binding import bind
from relgraph.store.protocol import Store
from relgraph.vocabulary import PREFIXES

HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


class Anew(Store):
    """Another store, asked each time."""

    def __init__(self, store):
        self.location, self._store, self.texts = store.location, store, []

    def query(self, sparql, bindings=None, most=None, counted=None):
        """Answer any query; see `Store.query`."""
        text = bind(sparql, bindings) if bindings else sparql
        self.texts.append(text if "PREFIX" in text else HEAD + text)
        return self._store.query(sparql, bindings, most, counted)

    def write(self, sparql, wanted):
        """The answer as bytes; see `Store.write`."""
        return self._store.write(sparql, wanted)

    def dump(self):
        """Give everything that is stored."""
        return self._store.dump()

    def close(self):
        """Let go of the files."""
        self._store.close()
