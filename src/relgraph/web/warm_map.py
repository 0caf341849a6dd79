"""What the map needs and what takes long to read, read once, as `warm` does for all else: importing it is what does it.

A server that makes no pages beforehand leaves it to the first reader of a map.
"""

from relgraph.atlas.frames import frame
from relgraph.atlas.outlines import outlines
from relgraph.names.coordinates import coordinates

coordinates("")
outlines(frame(""))
