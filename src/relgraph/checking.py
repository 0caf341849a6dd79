"""Holding a whole graph, or what of it has changed, against the shapes, the rules and the releases' own text.

Memory holds some megabytes of quads at a time, the classes of some things, and the names of the graphs.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice

from relgraph.errors import QueryError
from relgraph.graph.checks import Violation, check_evidence, check_queries
from relgraph.graph.ontology import ontology_graph, ontology_nquads, read_turtle
from relgraph.graph.screen import Said, Screen
from relgraph.graph.shapes import check_shapes
from relgraph.resources import folder
from relgraph.store.block import Block
from relgraph.store.contents import spool_of
from relgraph.store.protocol import Store
from relgraph.store.spool import Spool
