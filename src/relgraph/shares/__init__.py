"""What each release has brought to a store, kept beside its quads, and the graph that all of it makes together."""
