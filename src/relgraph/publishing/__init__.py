"""A graph as a folder that others can use without relgraph, and the proof that its sentences stand where it says."""
