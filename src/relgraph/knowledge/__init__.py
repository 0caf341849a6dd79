"""The graph for programs: typed things, relations with their sentences, answers as tables, other libraries' graphs.

`relgraph` itself offers what stands here by name; nothing is imported here, for that is to cost nothing.
"""
