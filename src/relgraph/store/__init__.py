"""Two stores behind one small protocol: embedded (Oxigraph, on disk or in memory) and remote (any SPARQL 1.1 server).

Owns no queries and no RDF shapes. `relgraph.store.opening.open_store` is the door; nothing is imported here because
the remote store is slow to import and most commands never need it.
"""
