"""What askers need and what takes long to read, read once: importing this module is what does it.

Askers are forked from a process that has imported it, so that each begins with all of it, also one that replaces an
asker which was ended. vl-convert is not here: it starts threads, which no fork takes along.
"""

import altair

from relgraph.brief import composing, gathering, html, writing
from relgraph.comparison import gathering as comparing
from relgraph.graph.grammar import fault
from relgraph.names.gazetteer import gazetteer
from relgraph.names.topics import topic_index
from relgraph.store import embedded

READ = (altair, composing, gathering, html, writing, comparing, embedded)
"""Modules that are there now."""

fault("ASK {}")
gazetteer().resolve("Japan")
topic_index().resolve("Wasserstoff")
