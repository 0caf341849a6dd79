"""The pages, one module for each kind; each owns a `router`, and `relgraph.web.app` lists them."""
