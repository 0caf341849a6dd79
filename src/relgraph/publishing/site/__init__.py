"""The graph as a site of plain files: pages of entities, topics and releases, each with its RDF beside it."""

from relgraph.publishing.site.making import site

__all__ = ["site"]
