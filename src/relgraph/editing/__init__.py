"""Taking single releases into a store and out of it, without building it anew."""
