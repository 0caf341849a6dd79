"""The room of networks: the graph of the store as networkx sees it, its measures, and GraphML."""
